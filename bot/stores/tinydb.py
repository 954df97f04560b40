"""The default store: one small TinyDB file per notebook and per finished interview, below one data folder."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import structlog
from filelock import FileLock, Timeout

from bot.stores import DamagedError, InUseError, StoreError
from bot.stores.alarms import Alarms
from bot.stores.deliveries import Deliveries
from bot.stores.disk import empty, explained, get, put, staged, sync_folder
from bot.stores.forms import Document, document_of, interview_of, notebook_of
from bot.stores.layout import NOTEBOOK, Layout
from bot.stores.turns import Turns
from bot.stores.writers import Writers
from conversations.coaching.letters import Letter
from conversations.interview.record import Interview
from conversations.notebook import Notebook, Parcel

log = structlog.get_logger(__name__)

MARKS = "marks"


class TinyDBStore:
    """A `Store` in a folder. Reading works without `start`, also beside the process that has the folder open."""

    def __init__(self, folder: Path) -> None:
        self._layout = Layout(folder)
        self._lock = FileLock(self._layout.lock, timeout=0, thread_local=False)
        self._deliveries = Deliveries(self._layout.deliveries)
        self._letters = Deliveries(self._layout.letters, flushed=True)
        self._alarms = Alarms(self._layout.alarms)
        self._turns = Turns()
        self._started = False
        self._writers = Writers()

    async def start(self) -> None:
        with explained(self._layout.root):
            self._layout.make()
            self._take_lock()
            try:
                empty(self._layout.aside)
                empty(self._layout.forgotten)
                self._deliveries.start()
                self._letters.start()
                if not self._alarms.start():
                    self._alarms.fill(await self._all_alarms())
            except OSError:
                self._lock.release()
                raise
        self._writers.start()
        self._started = True

    async def stop(self) -> None:
        self._writers.stop()
        if self._started:
            self._started = False
            self._deliveries.stop()
            self._letters.stop()
            self._alarms.stop()
            self._lock.release()

    @asynccontextmanager
    async def open(self, person: str, now: datetime) -> AsyncIterator[Notebook]:
        folder = self._layout.person(person)
        async with self._turns.of(person):
            with explained(self._layout.root):
                notebook = await self._begin(person, now)
            before, next_parcel, last_letter = document_of(notebook), notebook.next_parcel, notebook.last_letter
            yield notebook
            with explained(self._layout.root):
                if notebook.forgotten:
                    await self._erase(person)
                elif (document := document_of(notebook)) != before:
                    if notebook.next_parcel > next_parcel:
                        self._deliveries.post(person, next_parcel, notebook.next_parcel - 1)
                    if notebook.last_letter > last_letter:
                        self._letters.post(person, last_letter + 1, notebook.last_letter)
                    self._alarms.before_commit(person, notebook.alarm)
                    await self._commit(folder, notebook, document)
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
            path = self._layout.interview(person, number)
            document = get(path, self._layout.aside, "interview")
            return None if document is None else interview_of(document, str(path))

    async def people(self) -> AsyncIterator[str]:
        with explained(self._layout.root):
            shards = list(self._layout.people.iterdir()) if self._started or self._layout.people.exists() else []
        for shard in shards:
            with explained(self._layout.root):
                keys = [folder.name for folder in shard.iterdir() if (folder / NOTEBOOK).exists()]
            for key in keys:
                yield key
            await asyncio.sleep(0)  # a large store must not hold up the event loop

    async def forget(self, person: str) -> None:
        self._layout.person(person)
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
            put(self._layout.marks, self._layout.aside, MARKS, {**self._marks(), name: value})

    async def marked(self, name: str) -> str:
        with explained(self._layout.root):
            return str(self._marks().get(name, ""))

    async def due(self, now: datetime, limit: int) -> list[str]:
        return self._alarms.due(now, limit)

    # What follows runs within `explained`.

    def _take_lock(self) -> None:
        try:
            self._lock.acquire()
        except Timeout as taken:
            raise InUseError(
                f"{self._layout.root} is in use by another coach. Stop that one, or name another folder in DATA_DIR."
            ) from taken

    def _load(self, person: str) -> Notebook | None:
        path = self._layout.notebook(person)
        document = get(path, self._layout.aside, "notebook")
        if document is not None:
            return notebook_of(document, str(path))
        if self._started:
            self._layout.people.stat()  # a vanished folder must not look like a new person
        return None

    def _marks(self) -> Document:
        try:
            return get(self._layout.marks, self._layout.aside, MARKS) or {}
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
            await self._writers.run(lambda: self._archive(self._layout.person(person), notebook))
        delivered = self._deliveries.last_delivered(person)
        notebook.prune(notebook.next_parcel if delivered is None else delivered)
        carried = self._letters.last_delivered(person)
        notebook.prune_letters(notebook.last_letter if carried is None else carried)
        return notebook

    async def _begin_anew(self, person: str, now: datetime, damage: DamagedError) -> Notebook:
        kept = self._layout.set_aside(self._layout.notebook(person), now)
        log.error(
            "damaged notebook set aside, the person begins anew", person=person, kept=str(kept), reason=str(damage)
        )
        for waiting in (self._deliveries, self._letters):  # what waited is in the damaged file; numbers begin anew
            waiting.forget(person)
        first_free = max(self._layout.numbers(person), default=0) + 1
        notebook = Notebook(person, created=now, began_anew=True, next_interview=first_free)
        await self._commit(self._layout.person(person), notebook, document_of(notebook))
        return notebook

    async def _commit(self, folder: Path, notebook: Notebook, document: Document) -> None:
        """Storing the notebook is the commit; interviews finished by it are in it until their own files stand."""
        if not folder.exists():
            await self._writers.run(lambda: self._layout.make_person(notebook.person))
        await self._writers.run(staged(folder / NOTEBOOK, self._layout.aside, "notebook", document).land)
        if notebook.finished:
            try:
                await self._writers.run(lambda: self._archive(folder, notebook))
            except OSError as fault:
                log.warning("archiving is put off", person=notebook.person, reason=fault.strerror)

    def _archive(self, folder: Path, notebook: Notebook) -> None:
        for interview in notebook.finished:
            path = self._layout.interview(notebook.person, interview.number)
            put(path, self._layout.aside, "interview", document_of(interview))
        notebook.finished = []
        put(folder / NOTEBOOK, self._layout.aside, "notebook", document_of(notebook))

    async def _erase(self, person: str) -> None:
        self._deliveries.forget(person)
        self._letters.forget(person)
        self._alarms.forget(person)
        await self._writers.run(lambda: self._remove(self._layout.person(person)))

    def _remove(self, folder: Path) -> None:
        """One rename takes everything away; what a killed deletion leaves is deleted at the next start."""
        if not folder.exists():
            return
        doomed = Path(tempfile.mkdtemp(dir=self._layout.forgotten))
        folder.replace(doomed)
        sync_folder(folder.parent)
        shutil.rmtree(doomed)
