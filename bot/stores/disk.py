"""Files that are always whole: written aside, flushed, then renamed into place; and what disk errors mean."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document

from bot.stores import DamagedError, StoreError

_ADVICE = {
    errno.ENOSPC: "The disk that holds {} is full. Make room and go on; what was stored before is safe.",
    errno.EDQUOT: "The disk quota for {} is used up. Make room and go on; what was stored before is safe.",
    errno.EROFS: "{} is on a read-only disk. Make it writable and go on; what was stored before is safe.",
    errno.EACCES: "The coach may not write to {}. Give its user the right to; what was stored before is safe.",
    errno.EPERM: "The coach may not write to {}. Give its user the right to; what was stored before is safe.",
    errno.ENOENT: "{} has vanished while the coach was using it. Bring it back (is the disk mounted?) and start again.",
    errno.ENOTDIR: "{} is not a folder. Name another one in DATA_DIR.",
}


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turns an error of the disk below ``folder`` into a `StoreError` that says what to do."""
    try:
        yield
    except OSError as fault:
        advice = _ADVICE.get(fault.errno or 0, "{} cannot be used (" + (fault.strerror or str(fault)) + ").")
        raise StoreError(advice.format(folder)) from fault


class WholeFile(Storage):
    """A TinyDB storage that a killed process, a full disk or a power cut leaves whole, old or new.

    It is written into another folder of the same disk first, so that all that a killed write leaves behind stands
    there, to be cleaned at start. One writer at a time for a path.
    """

    def __init__(self, path: Path, aside: Path) -> None:
        super().__init__()
        self._path = path
        self._aside = aside

    def read(self) -> dict[str, dict[str, Any]] | None:
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            return None
        return msgspec.json.decode(raw, type=dict[str, dict[str, Any]])

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        aside = self._aside / f"{self._path.parent.name}-{self._path.name}"
        replace_whole(self._path, aside, msgspec.json.encode(data))


class RewrittenFile(WholeFile):
    """A file that is not read before it is written: its one document replaces the earlier one, nothing is merged."""

    def read(self) -> None:
        return None


def replace_whole(path: Path, aside: Path, content: bytes) -> None:
    """Puts a file in the place of another one, at once and to survive a power cut, readable for its owner alone.

    ``aside`` is where it is written before, on the same disk. Raises OSError; what stood in its place still does then,
    unless it is the new name alone that could not be flushed.
    """
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            write_all(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        aside.replace(path)
    except BaseException:
        _remove(aside)
        raise
    sync_folder(path.parent)


def write_all(handle: int, raw: bytes) -> None:
    """Writes every byte; a short write is how some disks begin to be full."""
    left = memoryview(raw)
    while left:
        left = left[os.write(handle, left) :]


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def sync_folder(folder: Path) -> None:
    """Makes names in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put(path: Path, aside: Path, table: str, document: dict[str, Any]) -> None:
    """Stores the one document of a small TinyDB file. Raises OSError; the file is then as it was."""
    with TinyDB(path, aside, storage=RewrittenFile) as database:
        database.table(table).insert(Document(document, doc_id=1))


def get(path: Path, aside: Path, table: str) -> dict[str, Any] | None:
    """The one document of a small TinyDB file; None when there is no file. Raises `DamagedError`."""
    try:
        with TinyDB(path, aside, storage=WholeFile) as database:
            document = database.table(table).get(doc_id=1)
    except (ValueError, TypeError) as fault:
        raise DamagedError(f"{path} is damaged: {fault}.") from fault
    if document is not None:
        return dict(document)
    if path.exists():
        raise DamagedError(f"{path} is damaged: it holds no {table}.")
    return None


def empty(folder: Path) -> None:
    """Deletes what stands in a folder, and leaves the folder."""
    for entry in folder.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def name_when_damaged(path: Path, now: datetime) -> Path:
    """Under which a damaged file is kept beside the new one, for the operator to look at."""
    return path.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%S.%fZ}")
