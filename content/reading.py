"""From a file to its bytes and its JSON, with a plain word about everything that can go wrong on the way."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from content.faults import Finding

LARGEST_PACK = 5_000_000  # bytes; the largest built-in pack has a twentieth of that
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_MARK = b"\xef\xbb\xbf"


class UnreadableError(Exception):
    """A file that cannot be used at all; ``finding`` says why."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.finding = Finding("", "", what, remedy)


def pack_files(folder: Path) -> list[Path]:
    """The pack files of a folder in the order of their names; hidden files are passed over.

    Raises `UnreadableError` when the folder is missing, is no folder, may not be read or holds no pack.
    """
    if not folder.exists():
        raise UnreadableError("this folder does not exist", "Check the path, or create the folder")
    if not folder.is_dir():
        raise UnreadableError("this is not a folder", "Give the folder that holds the packs")
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".json" and not path.name.startswith("."))
    except OSError as error:
        raise UnreadableError(f"this folder cannot be read ({error.strerror})", "Check its permissions") from error
    if not files:
        raise UnreadableError("this folder holds no pack", "Put packs into it, as files that end in .json")
    return files


def read_bytes(file: Path) -> bytes:
    """What is in the file; a link is followed. Raises `UnreadableError` when it cannot hold a pack."""
    try:
        if file.is_symlink() and not file.exists():
            raise UnreadableError("this link leads nowhere", "Mend or remove the link")
        if file.exists() and not file.is_file():
            raise UnreadableError("this is not a regular file", "Remove it from the folder")
        if file.stat().st_size > LARGEST_PACK:
            raise UnreadableError(
                f"this file is larger than {LARGEST_PACK // 1_000_000} MB", "Split it into several packs"
            )
        data = file.read_bytes()
    except (OSError, RuntimeError) as error:  # a link that leads to itself is a RuntimeError up to Python 3.12
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"this file cannot be read ({reason})", "Check the file and its permissions") from error
    _refuse_other_encodings(data)
    return data


def _refuse_other_encodings(data: bytes) -> None:
    if data.startswith(_WIDE_MARKS):
        raise UnreadableError("this file is saved as UTF-16", "Save it again as UTF-8")
    if data.startswith(_MARK):
        raise UnreadableError("this file starts with a byte-order mark", "Save it again as UTF-8 without BOM")
    if not data.strip():
        raise UnreadableError("this file is empty", "Fill it or remove it")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(f"line {line} is not UTF-8", "Save the file again as UTF-8") from error


def parse(data: bytes) -> tuple[Any, list[Finding]]:
    """The JSON value, and the field names that stand twice in one object (JSON would silently keep the last).

    Raises `UnreadableError` with line and column when the text is not JSON.
    """
    twice: list[Finding] = []

    def one_of_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) < len(pairs):
            twice.extend(_doubled(pairs))
        return value

    try:
        value = json.loads(data, object_pairs_hook=one_of_each)
        msgspec.json.decode(data)  # stricter: no NaN, no half of a surrogate pair, which no store or messenger takes
    except msgspec.DecodeError as error:
        raise UnreadableError(f"this is not usable JSON: {error}", "Replace that character or number") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise UnreadableError(f"this is not JSON: {error.msg} at {where}", "Look there for a comma or quote") from error
    except (RecursionError, ValueError) as error:
        raise UnreadableError("this is not usable JSON", "Start from one of the built-in packs") from error
    return value, twice


def _doubled(pairs: Iterable[tuple[str, Any]]) -> list[Finding]:
    pairs = list(pairs)
    owner = next((value for key, value in pairs if key == "id" and isinstance(value, str)), "")
    counts = Counter(key for key, _ in pairs)
    return [
        Finding(owner, key, "stands twice in the same place", "Keep one of the two")
        for key, count in counts.items()
        if count > 1
    ]
