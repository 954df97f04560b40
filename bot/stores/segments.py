"""The files of the log of commits: numbered, a line for each commit with the person's key, a checksum, the notebook."""

import re
import zlib
from pathlib import Path

SUFFIX = ".log"

_BEGINNING = re.compile(rb"([a-z0-9-]+) ([0-9a-f]{8}) ")


def segments(folder: Path) -> list[Path]:
    """The files, oldest first; none where there is no folder. Numbers grow for ever, so that a name means one file."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def following(folder: Path, latest: Path | None) -> Path:
    """The file that comes after ``latest``, or the first one."""
    return folder / f"{int(latest.stem) + 1 if latest else 1:012}{SUFFIX}"


def line(person: str, notebook: bytes) -> bytes:
    """The line of a commit, without its end. ``notebook`` is JSON, which holds no line break."""
    return b"%s %08x %s" % (person.encode(), _checksum(person.encode(), notebook), notebook)


def commit(line: bytes) -> tuple[str, bytes] | None:
    """The person and the notebook of a line; None when it is damaged or `means_nothing`."""
    if begins := _BEGINNING.match(line):
        person, checksum, notebook = *begins.groups(), line[begins.end() :]
        if int(checksum, 16) == _checksum(person, notebook):
            return person.decode(), notebook
    return None


def whose(line: bytes) -> str | None:
    """The person of a line that may be damaged; None when that, too, cannot be read."""
    begins = _BEGINNING.match(line)
    return begins[1].decode() if begins else None


def means_nothing(line: bytes) -> bool:
    """Whether it was overwritten with spaces, for somebody who was forgotten."""
    return line[:1] in (b" ", b"")


def _checksum(person: bytes, notebook: bytes) -> int:
    return zlib.crc32(notebook, zlib.crc32(person))
