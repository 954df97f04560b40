"""The default store: one small TinyDB file per notebook and per finished interview, below one data folder.

A commit is a line in a log; the file of its notebook follows when the log has grown (checkpoints.py).
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import structlog
from filelock import FileLock, Timeout

from bot.stores import DamagedError, InUseError, StoreError
from bot.stores.alarms import Alarms
from bot.stores.checkpoints import Checkpoints
from bot.stores.commits import Commits
from bot.stores.deliveries import Deliveries
from bot.stores.disk import empty, explained
from bot.stores.files import Files
from bot.stores.forms import Document, decoded_notebook, encoded
from bot.stores.keys import checked
from bot.stores.layout import NOTEBOOK, Layout
from bot.stores.onlooker import Onlooker
from bot.stores.turns import Turns
from bot.stores.writers import Writers
from conversations.coaching.letters import Letter
from conversations.interview.record import Interview
from conversations.notebook import Notebook, Parcel

log = structlog.get_logger(__name__)


class TinyDBStore:
    """A `Store` in a folder. Reading works without `start`, also beside the process that has the folder open."""

    def __init__(self, folder: Path) -> None:
        self._layout = Layout(folder)
        self._files = Files(self._layout)
        self._lock = FileLock(self._layout.lock, timeout=0, thread_local=False)
        self._deliveries = Deliveries(self._layout.deliveries)
        self._letters = Deliveries(self._layout.letters, flushed=True)
        self._alarms = Alarms(self._layout.alarms)
        self._turns = Turns()
        self._started = False
        self._writers = Writers()
        self._commits = Commits(self._layout.commits, self._writers)
        self._checkpoints = Checkpoints(self._commits, self._files.put_notebook, self._turns, self._writers)
        self._onlooker = Onlooker(self._layout.commits)

    async def start(self) -> None:
        with explained(self._layout.root):
            self._layout.make()
            self._take_lock()
            try:
                empty(self._layout.aside)
                empty(self._layout.forgotten)
                self._commits.start()
                self._deliveries.start()
                self._letters.start()
                if not self._alarms.start():
                    self._alarms.fill(await self._all_alarms())
            except OSError:
                self._lock.release()
                raise
        self._writers.start()
        self._started = True
        self._checkpoints.call()

    async def stop(self) -> None:
        if self._started:
            self._started = False
            await self._checkpoints.stop()
            await self._commits.stop()
            self._writers.stop()
            self._deliveries.stop()
            self._letters.stop()
            self._alarms.stop()
            self._lock.release()

    @asynccontextmanager
    async def open(self, person: str, now: datetime) -> AsyncIterator[Notebook]:
        async with self._turns.of(person):
            with explained(self._layout.root):
                notebook = await self._begin(person, now)
            before, next_parcel, last_letter = encoded(notebook), notebook.next_parcel, notebook.last_letter
            yield notebook
            with explained(self._layout.root):
                if notebook.forgotten:
                    await self._erase(person)
                elif (after := encoded(notebook)) != before:
                    if notebook.next_parcel > next_parcel:
                        self._deliveries.post(person, next_parcel, notebook.next_parcel - 1)
                    if notebook.last_letter > last_letter:
                        self._letters.post(person, last_letter + 1, notebook.last_letter)
                    self._alarms.before_commit(person, notebook.alarm)
                    await self._commit(notebook, after)
                    self._alarms.after_commit(person, notebook.alarm)
                else:
                    self._alarms.after_commit(person, notebook.alarm)

    async def read(self, person: str) -> Notebook | None:
        with explained(self._layout.root):
            return self._load(person)

    async def archived(self, person: str, number: int) -> Interview | None:
        with explained(self._layout.root):
            notebook = self._load(person)
            for interview in notebook.finished if notebook else ():
                if interview.number == number:
                    return interview
            return self._files.interview(person, number)

    async def people(self) -> AsyncIterator[str]:
        with explained(self._layout.root):
            logged = self._log.people()
            shards = list(self._layout.people.iterdir()) if self._started or self._layout.people.exists() else []
        for person in logged:
            yield person
        for shard in shards:
            with explained(self._layout.root):
                folders = [folder for folder in shard.iterdir() if folder.name not in logged]
                keys = [folder.name for folder in folders if (folder / NOTEBOOK).exists()]
            for key in keys:
                yield key
            await asyncio.sleep(0)  # a large store must not hold up the event loop

    async def forget(self, person: str) -> None:
        checked(person)
        async with self._turns.of(person):
            with explained(self._layout.root):
                await self._erase(person)

    async def delivered(self, person: str, number: int, *, first: int = 1) -> None:
        self._deliveries.delivered(person, number, first=first)

    async def undelivered(self) -> dict[str, list[Parcel]]:
        waiting = {}
        for person in self._deliveries.people():
            try:
                notebook = await self.read(person)
            except DamagedError as damage:
                log.error("cannot deliver", person=person, reason=str(damage))
                continue
            last = self._deliveries.last_delivered(person) or 0
            parcels = [parcel for parcel in notebook.outbox if parcel.number > last] if notebook else []
            if parcels:
                waiting[person] = parcels
        return waiting

    async def letters(self, person: str) -> list[Letter]:
        notebook = await self.read(person)
        last = self._letters.last_delivered(person)
        return [letter for letter in notebook.letters if letter.number > last] if notebook and last is not None else []

    async def carried(self, person: str, number: int) -> None:
        self._letters.delivered(person, number)

    async def senders(self) -> list[str]:
        return self._letters.people()

    async def mark(self, name: str, value: str) -> None:
        with explained(self._layout.root):
            self._files.put_marks({**self._marks(), name: value})

    async def marked(self, name: str) -> str:
        with explained(self._layout.root):
            return str(self._marks().get(name, ""))

    async def due(self, now: datetime, limit: int) -> list[str]:
        return self._alarms.due(now, limit)

    @property
    def _log(self) -> Commits | Onlooker:
        """The log of commits, of this process or of the one that has the folder open."""
        return self._commits if self._started else self._onlooker

    # What follows runs within `explained`.

    def _take_lock(self) -> None:
        try:
            self._lock.acquire()
        except Timeout as taken:
            raise InUseError(
                f"{self._layout.root} is in use by another coach. Stop that one, or name another folder in DATA_DIR."
            ) from taken

    def _load(self, person: str) -> Notebook | None:
        checked(person)
        if self._started:
            self._layout.people.stat()  # a vanished folder must not look like a new person
        if (logged := self._log.get(person)) is not None:
            return decoded_notebook(logged, f"what {self._layout.commits} says of {person}")
        return self._files.notebook(person)

    def _marks(self) -> Document:
        try:
            return self._files.marks()
        except DamagedError as damage:
            log.warning("what was noted about the store is made anew", reason=str(damage))
            return {}

    async def _all_alarms(self) -> dict[str, datetime]:
        """What every notebook says, for a folder that has no index of it."""
        moments = {}
        async for person in self.people():
            try:
                notebook = self._load(person)
            except StoreError as fault:
                log.warning("no alarm is known", person=person, reason=str(fault))
                continue
            if notebook is not None and notebook.alarm is not None:
                moments[person] = notebook.alarm
        return moments

    async def _begin(self, person: str, now: datetime) -> Notebook:
        if not self._started:
            raise StoreError(f"{self._layout.root} is not open.")
        try:
            notebook = self._load(person) or Notebook(person, created=now)
        except DamagedError as damage:
            notebook = await self._begin_anew(person, now, damage)
        if notebook.finished:  # the process died between the commit and the archive
            await self._archive(notebook)
        delivered = self._deliveries.last_delivered(person)
        notebook.prune(notebook.next_parcel if delivered is None else delivered)
        carried = self._letters.last_delivered(person)
        notebook.prune_letters(notebook.last_letter if carried is None else carried)
        return notebook

    async def _begin_anew(self, person: str, now: datetime, damage: DamagedError) -> Notebook:
        if (logged := self._commits.get(person)) is not None:
            await self._writers.run(lambda: self._files.put_notebook(person, logged))
        kept = self._layout.set_aside(self._layout.notebook(person), now)
        log.error(
            "damaged notebook set aside, the person begins anew", person=person, kept=str(kept), reason=str(damage)
        )
        for waiting in (self._deliveries, self._letters):  # what waited is in the damaged file; numbers begin anew
            waiting.forget(person)
        first_free = max(self._layout.numbers(person), default=0) + 1
        notebook = Notebook(person, created=now, began_anew=True, next_interview=first_free)
        await self._commit(notebook, encoded(notebook))
        return notebook

    async def _commit(self, notebook: Notebook, content: bytes) -> None:
        """The line in the log is the commit; interviews finished by it are in it until their own files stand."""
        await self._add(notebook.person, content)
        if notebook.finished:
            try:
                await self._archive(notebook)
            except OSError as fault:
                log.warning("archiving is put off", person=notebook.person, reason=fault.strerror)

    async def _archive(self, notebook: Notebook) -> None:
        await self._writers.run(lambda: self._files.put_interviews(notebook.person, notebook.finished))
        notebook.finished = []
        await self._add(notebook.person, encoded(notebook))

    async def _add(self, person: str, content: bytes) -> None:
        await self._commits.add(person, content)
        if self._started:  # else it has just been told to stop
            self._checkpoints.call()

    async def _erase(self, person: str) -> None:
        self._deliveries.forget(person)
        self._letters.forget(person)
        self._alarms.forget(person)
        await self._writers.run(lambda: self._files.remove(person))
        # Last, so that what a kill leaves of a deletion is the newest notebook, which asks for it, and no older one.
        await self._commits.forget(person)
