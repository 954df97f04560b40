"""The log of commits: makes a commit durable by one line, many at a time, ahead of the small files."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import structlog

from bot.stores.disk import name_when_damaged, sync_folder
from bot.stores.journal import Journal
from bot.stores.segments import commit, following, line, means_nothing, segments, whose
from bot.stores.writers import Writers, finished

log = structlog.get_logger(__name__)


class Commits:
    """The log in ``folder``. What is committed goes into the latest of its segments; the earlier ones are closed and
    stand until everybody in ``closed`` has a small file.

    ``closed`` is the newest notebook, encoded, of everybody who has no later one in the latest segment. Methods raise
    OSError when the disk refuses; the log is then as it was.
    """

    def __init__(self, folder: Path, writers: Writers) -> None:
        self.closed: dict[str, bytes] = {}
        self._latest: dict[str, bytes] = {}
        self._folder = folder
        self._journal = Journal(folder)  # of the latest segment, from `start` on
        self._writers = writers
        self._group: dict[str, bytes] = {}  # commits that are written next, together
        self._writing: asyncio.Task[None] | None = None  # what will write them
        self._lock = asyncio.Lock()  # for the files

    def start(self) -> None:
        """Reads the log and goes on with it; what can be read of a damaged segment is kept, and so is that segment."""
        for leftover in self._folder.glob("*.new"):
            leftover.unlink()
        self.closed, self._latest = {}, {}
        paths = segments(self._folder)
        for path in paths:
            self.closed |= self._latest
            self._latest = _newest(path)
        self._supersede(self._latest)
        self._journal.stop()
        self._journal = Journal(paths[-1] if paths else following(self._folder, None))
        if paths:
            self._journal.resume()
        else:
            self._journal.rewrite()

    async def stop(self) -> None:
        async with self._lock:
            self._journal.stop()
            self.closed, self._latest = {}, {}

    @property
    def size(self) -> int:
        """The bytes of the latest segment."""
        return self._journal.size

    def get(self, person: str) -> bytes | None:
        """The newest notebook, encoded; None when the log has none of that person."""
        return self._latest.get(person) or self.closed.get(person)

    def people(self) -> set[str]:
        return {*self._latest, *self.closed}

    async def add(self, person: str, notebook: bytes) -> None:
        """Commits an encoded notebook, together with those of others that wait for the disk meanwhile. One at a time
        for a person."""
        self._group[person] = notebook
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        await finished(self._writing)

    async def _write(self) -> None:
        async with self._lock:
            group, self._group, self._writing = self._group, {}, None
            lines = [line(person, notebook) for person, notebook in group.items()]
            await self._writers.run(lambda: self._journal.append(*lines, flushed=True))
            self._latest |= group
            self._supersede(group)

    def _supersede(self, newer: dict[str, bytes]) -> None:
        for person in newer:
            self.closed.pop(person, None)

    async def close_segment(self) -> None:
        """Further commits go into a new segment."""
        async with self._lock:
            new = Journal(following(self._folder, self._journal.path))
            await self._writers.run(new.rewrite)
            self._journal.stop()
            self._journal = new
            self.closed |= self._latest
            self._latest = {}

    async def drop_closed(self) -> None:
        """Deletes the closed segments, unless somebody is in `closed`."""
        async with self._lock:
            if not self.closed:
                await self._writers.run(self._delete_closed)

    def _delete_closed(self) -> None:
        for path in segments(self._folder)[:-1]:
            path.unlink()
        sync_folder(self._folder)

    async def forget(self, person: str) -> None:
        """Leaves no trace of a person in any segment, damaged ones included."""
        async with self._lock:
            await self._writers.run(lambda: self._blank(person))
            self._latest.pop(person, None)
            self.closed.pop(person, None)

    def _blank(self, person: str) -> None:
        for path in self._folder.iterdir():
            Journal(path).blank(f"{person} ")


def _newest(path: Path) -> dict[str, bytes]:
    """Everybody's last notebook in a segment, encoded. A damaged one is written anew without what cannot be read."""
    found, damaged = dict[str, bytes](), list[bytes]()
    journal = Journal(path)
    for each in journal.read() or ():
        if read := commit(each):
            found.update([read])
        elif not means_nothing(each):
            damaged.append(each)
    if damaged:
        kept = name_when_damaged(path, datetime.now(UTC))
        kept.hardlink_to(path)
        journal.rewrite(line(person, notebook) for person, notebook in found.items())
        journal.stop()
        log.error(
            "damaged log of commits set aside, people are where they were before the lines that cannot be read",
            kept=str(kept),
            lines=len(damaged),
            people=sorted({person for person in map(whose, damaged) if person}),
        )
    return found
