"""Files that are always whole: written aside, flushed, then renamed into place; and what disk errors mean."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

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


class Staged(NamedTuple):
    """A file that is written aside and has to be landed once. ``handle`` is open until then."""

    handle: int
    aside: Path
    path: Path
    folder: Path

    def land(self) -> None:
        """Puts it in its place, where it survives a power cut. Raises OSError; what stands there is then as it was.

        This part waits for the disk and is little more than that, so that in a thread it hardly holds up Python.
        """
        try:
            try:
                os.fsync(self.handle)
            finally:
                os.close(self.handle)
            self.aside.replace(self.path)
        except BaseException:
            _remove(self.aside)
            raise
        sync_folder(self.folder)


class WholeFile(Storage):
    """A TinyDB storage that a killed process, a full disk or a power cut leaves whole, old or new.

    It is written aside, in another folder of the same disk, and renamed into place; so all that a killed write leaves
    behind stands in that folder, to be cleaned at start. One writer at a time for a path. ``take`` gets what stands
    aside, to land it, there and then or later.
    """

    def __init__(self, path: Path, aside: Path, take: Callable[[Staged], None] = Staged.land) -> None:
        super().__init__()
        self._path = path
        self._aside = aside
        self._take = take

    def read(self) -> dict[str, dict[str, Any]] | None:
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            return None
        return msgspec.json.decode(raw, type=dict[str, dict[str, Any]])

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        folder = self._path.parent
        aside = self._aside / f"{folder.name}-{self._path.name}"
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            write_all(handle, msgspec.json.encode(data))
        except BaseException:
            os.close(handle)
            _remove(aside)
            raise
        self._take(Staged(handle, aside, self._path, folder))


class RewrittenFile(WholeFile):
    """A file that is not read before it is written: its one document replaces the earlier one, nothing is merged."""

    def read(self) -> None:
        return None


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
    staged(path, aside, table, document).land()


def staged(path: Path, aside: Path, table: str, document: dict[str, Any]) -> Staged:
    """The same up to where it would wait for the disk. Raises OSError; nothing is then left."""
    taken: list[Staged] = []
    with TinyDB(path, aside, taken.append, storage=RewrittenFile) as database:
        database.table(table).insert(Document(document, doc_id=1))
    return taken[0]


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
