"""The file of a backup: JSON lines, a header first, a person on each line, a seal with a checksum last."""

import gzip
import os
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

import msgspec
from msgspec import Struct

from bot.stores import StoreError
from bot.stores.copying import Copy, decoded
from bot.stores.disk import explained, sync_folder
from bot.stores.keys import checked

VERSION = 1


class Header(Struct, tag="header", tag_field="interview-coach-backup"):
    """The first line. ``version`` is that of the file's form."""

    version: int
    made: datetime


class Seal(Struct, tag="seal", tag_field="interview-coach-backup"):
    """The last line: how many people the file holds, and the SHA-256 in hexadecimal of all lines before it."""

    people: int
    sha256: str


class Writer:
    """Writes the lines of a backup."""

    def __init__(self, file: BinaryIO, made: datetime) -> None:
        self._file = file
        self._digest = sha256()
        self.people = 0
        self._line(msgspec.json.encode(Header(VERSION, made)))

    def add(self, copy: Copy) -> None:
        self._line(copy.encoded())
        self.people += 1

    def seal(self) -> None:
        self._line(msgspec.json.encode(Seal(self.people, self._digest.hexdigest())))

    def _line(self, raw: bytes) -> None:
        self._file.write(raw + b"\n")
        self._digest.update(raw + b"\n")


@contextmanager
def written(path: Path, made: datetime) -> Iterator[Writer]:
    """A new backup, compressed when the name ends in ``.gz``; it replaces ``path`` when the block ends well.

    Readable for its owner alone. Raises `StoreError`; what stood there is then as it was.
    """
    if path.is_dir() or not path.parent.is_dir():
        raise StoreError(f"{path} cannot be a backup: name a file in a folder that exists.")
    aside = path.with_name(f"{path.name}.part")
    with explained(path.parent):
        try:
            with ExitStack() as stack:
                handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                plain = stack.enter_context(os.fdopen(handle, "wb"))
                with ExitStack() as packing:
                    file: BinaryIO = plain
                    if path.suffix == ".gz":
                        file = cast(BinaryIO, packing.enter_context(gzip.GzipFile(fileobj=plain, mode="wb")))
                    writer = Writer(file, made)
                    yield writer
                    writer.seal()
                plain.flush()
                os.fsync(handle)
            aside.replace(path)
        except BaseException:
            with suppress(OSError):
                aside.unlink()
            raise
        sync_folder(path.parent)


def read(path: Path) -> Iterator[Copy]:
    """Everybody in a backup. Raises `StoreError` with the number of the line that cannot be read or is missing.

    What comes before a fault is given out before it is raised, so read to the end before changing anything.
    """
    number = 0
    try:
        with path.open("rb") as plain, gzip.GzipFile(fileobj=plain) if path.suffix == ".gz" else plain as file:
            digest, people = sha256(), set[str]()
            sealed = False
            for number, line in enumerate(file, 1):
                if sealed:
                    raise StoreError("it comes after the end of the backup")
                if number == 1:
                    _check_header(line)
                elif line.startswith(b'{"interview-coach-backup"'):
                    _check_seal(line, len(people), digest.hexdigest())
                    sealed = True
                else:
                    copy = decoded(line)
                    person = checked(copy.notebook.person)
                    if person in people:
                        raise StoreError(f"{person} is in the file twice")
                    people.add(person)
                    yield copy
                digest.update(line)
            if not sealed:
                number += 1
                raise StoreError("the file ends too early")
    except StoreError as fault:
        raise _spoiled(path, number, str(fault)) from fault
    except (EOFError, gzip.BadGzipFile, zlib.error) as fault:
        raise _spoiled(path, number + 1, str(fault)) from fault
    except OSError as fault:
        raise StoreError(f"{path} cannot be read ({fault.strerror}). Nothing was changed.") from fault


def _check_header(line: bytes) -> None:
    try:
        header = msgspec.json.decode(line, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise StoreError("this is no backup of the interview coach") from fault
    if header.version > VERSION:
        raise StoreError("a newer version of the coach made this backup; restore it with that one")


def _check_seal(line: bytes, people: int, digest: str) -> None:
    try:
        seal = msgspec.json.decode(line, type=Seal)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise StoreError(f"the end of the backup cannot be read ({fault})") from fault
    if seal != Seal(people, digest):
        raise StoreError("the checksum of the lines before it is wrong; some of them were changed")


def _spoiled(path: Path, number: int, reason: str) -> StoreError:
    return StoreError(
        f"{path}, line {number}: {reason.rstrip('.')}. Nothing was changed; try another copy of the backup."
    )
