"""The PostgreSQL store: one transaction per change, which holds the person's row against every other replica."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from typing import Any

import msgspec
import structlog
from psycopg import AsyncConnection
from psycopg.conninfo import conninfo_to_dict
from psycopg.errors import ReadOnlySqlTransaction
from psycopg.types.json import set_json_dumps, set_json_loads
from psycopg_pool import AsyncConnectionPool

from bot.stores import DamagedError, StoreError
from bot.stores.forms import Document, document_of, interview_of, notebook_of
from bot.stores.keys import checked
from bot.stores.postgres import rows
from bot.stores.postgres.patience import LOST, explained, patiently
from bot.stores.postgres.rows import Change, Connection, Row
from bot.stores.postgres.schema import migrate
from bot.stores.turns import Turns
from conversations.coaching.letters import Letter
from conversations.interview.record import Interview
from conversations.notebook import Notebook, Parcel

log = structlog.get_logger(__name__)

WRITERS = 16  # connections at most, for changes
SINGLES = 4  # and for single statements; apart, as a change reads the archive while it holds its own connection
PAGE = 1000  # people read at a time
WAIT = 2.0  # seconds for a connection, before it is tried anew


async def _configure(connection: Connection) -> None:
    """A replica that hangs in the middle of a change must not keep a person waiting for ever.

    A statement that stands alone does not wait for the disk: what a crash of the server takes of the notes of what was
    delivered is delivered again.
    """
    set_json_dumps(msgspec.json.encode, connection)
    set_json_loads(msgspec.json.decode, connection)
    await connection.execute("set idle_in_transaction_session_timeout = '60s'")
    await connection.execute("set lock_timeout = '30s'")
    if connection.autocommit:
        await connection.execute("set synchronous_commit = off")
    await connection.commit()


def _pool(url: str, size: int, *, autocommit: bool) -> AsyncConnectionPool[Connection]:
    return AsyncConnectionPool(
        url,
        kwargs={"autocommit": autocommit},
        min_size=1,
        max_size=size,
        open=False,
        configure=_configure,
        timeout=WAIT,
        reconnect_timeout=WAIT,
    )


class PostgresStore:
    """A `Store` in the database ``url``."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._writers = _pool(url, WRITERS, autocommit=False)
        self._singles = _pool(url, SINGLES, autocommit=True)
        self._turns = Turns()

    async def start(self) -> None:
        async def prepare() -> None:  # not from the pool, which keeps the reason of a failure to itself
            async with await AsyncConnection.connect(self._url) as connection:
                await migrate(connection)

        with explained():
            conninfo_to_dict(self._url)
            await patiently(prepare)

    async def stop(self) -> None:
        await self._writers.close()
        await self._singles.close()

    @asynccontextmanager
    async def open(self, person: str, now: datetime) -> AsyncIterator[Notebook]:
        checked(person)
        async with self._turns.of(person), AsyncExitStack() as stack:
            with explained():
                connection, row = await patiently(lambda: self._hold(stack, person))
                try:
                    notebook = _notebook(row, person, now)
                except DamagedError as damage:
                    log.error("damaged notebook set aside", person=person, kept="table damaged", reason=str(damage))
                    row = await self._begin_anew(connection, person, row, now)
                    notebook = _notebook(row, person, now)
            notebook.prune(notebook.next_parcel if row.delivered is None else row.delivered)
            notebook.prune_letters(notebook.last_letter if row.carried is None else row.carried)
            before, next_parcel, last_letter = document_of(notebook), notebook.next_parcel, notebook.last_letter
            yield notebook
            with explained():
                if notebook.forgotten:
                    await rows.erase(connection, person)
                    await connection.commit()
                elif document_of(notebook) != before:
                    await self._commit(connection, _change(notebook, next_parcel, last_letter), row.revision)
                else:
                    await connection.rollback()

    async def read(self, person: str) -> Notebook | None:
        found = await self._one("select document from notebooks where person = %s", checked(person))
        return None if found is None else notebook_of(found, f"The notebook of {person}")

    async def archived(self, person: str, number: int) -> Interview | None:
        found = await self._one(
            "select document from interviews where person = %s and number = %s", checked(person), number
        )
        return None if found is None else interview_of(found, f"Interview {number} of {person}")

    async def people(self) -> AsyncIterator[str]:
        last = ""
        while page := await self._all("select person from notebooks where person > %s order by 1 limit %s", last, PAGE):
            for (person,) in page:
                yield str(person)
            last = str(page[-1][0])

    async def forget(self, person: str) -> None:
        checked(person)

        async def erase() -> None:
            async with self._connection(self._writers) as connection:
                await rows.erase(connection, person)

        async with self._turns.of(person):
            with explained():
                await patiently(erase)

    async def delivered(self, person: str, number: int, *, first: int = 1) -> None:
        await self._note(self._singles, b"deliveries", person, number, first)

    async def undelivered(self) -> dict[str, list[Parcel]]:
        waiting = {}
        for person, last in await self._all("select person, delivered from deliveries"):
            try:
                notebook = await self.read(str(person))
            except DamagedError as damage:
                log.error("cannot deliver", person=person, reason=str(damage))
                continue
            parcels = [parcel for parcel in notebook.outbox if parcel.number > last] if notebook else []
            if parcels:
                waiting[str(person)] = parcels
        return waiting

    async def letters(self, person: str) -> list[Letter]:
        notebook = await self.read(person)
        carried = await self._one("select delivered from letters where person = %s", person)
        if notebook is None or carried is None:
            return []
        return [letter for letter in notebook.letters if letter.number > carried]

    async def carried(self, person: str, number: int) -> None:
        await self._note(self._writers, b"letters", person, number)

    async def senders(self) -> list[str]:
        return [str(person) for (person,) in await self._all("select person from letters")]

    async def mark(self, name: str, value: str) -> None:
        async def note() -> None:
            async with self._connection(self._writers) as connection:
                await rows.mark(connection, name, value)

        with explained():
            await patiently(note)

    async def marked(self, name: str) -> str:
        return str(await self._one("select value from coach_marks where name = %s", name) or "")

    async def due(self, now: datetime, limit: int) -> list[str]:
        query = "select person from notebooks where alarm <= %s order by alarm limit %s"
        return [str(person) for (person,) in await self._all(query, now, limit)]

    async def _note(
        self, pool: AsyncConnectionPool[Connection], table: bytes, person: str, number: int, first: int = 1
    ) -> None:
        async def note() -> None:
            async with self._connection(pool) as connection:
                await rows.note_delivered(connection, table, checked(person), number, first)

        with explained():
            await patiently(note)

    @asynccontextmanager
    async def _connection(self, pool: AsyncConnectionPool[Connection]) -> AsyncIterator[Connection]:
        """A connection whose work is committed at the end; after a loss, the other stale ones are thrown away too."""
        await pool.open()
        try:
            async with pool.connection() as connection:
                yield connection
        except ReadOnlySqlTransaction:
            await pool.drain()  # they lead to a server that is a standby now, and are sound as far as a check can tell
            raise
        except LOST:
            await pool.check()
            raise

    async def _all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        async def ask() -> list[tuple[Any, ...]]:
            async with self._connection(self._singles) as connection:
                cursor = await connection.execute(query.encode(), values)
                return await cursor.fetchall()

        with explained():
            return await patiently(ask)

    async def _one(self, query: str, *values: object) -> Any:
        found = await self._all(query, *values)
        return found[0][0] if found else None

    async def _hold(self, stack: AsyncExitStack, person: str) -> tuple[Connection, Row]:
        """A connection in a transaction that holds the person's row, until the stack is unwound."""
        async with AsyncExitStack() as attempt:
            connection = await attempt.enter_async_context(self._connection(self._writers))
            row = await rows.locked(connection, person)
            stack.push_async_exit(attempt.pop_all())
            return connection, row

    async def _commit(self, connection: Connection, change: Change, revision: int) -> None:
        try:
            await rows.write(connection, change, revision + 1)
            await connection.commit()
        except LOST as fault:
            log.warning("connection lost while committing", person=change.person, reason=type(fault).__name__)
            await connection.close()
            await patiently(lambda: self._commit_again(change, revision))

    async def _commit_again(self, change: Change, revision: int) -> None:
        """After a loss: did the commit arrive? If not, and nobody else came in between, it is made now."""
        async with self._connection(self._writers) as connection:
            row = await rows.locked(connection, change.person)
            if row.revision == revision:
                await rows.write(connection, change, revision + 1)
            elif row.revision != revision + 1 or row.document != _as_read(change.document):
                raise StoreError(f"The notebook of {change.person} changed while the database was away. Try again.")

    async def _begin_anew(self, connection: Connection, person: str, row: Row, now: datetime) -> Row:
        first_free = await rows.last_number(connection, person) + 1
        notebook = Notebook(person, created=now, began_anew=True, next_interview=first_free)
        await rows.set_aside(connection, person, row.document, now)
        await rows.nothing_waits(connection, person)  # what waited is in the damaged document; numbers begin anew
        await rows.write(connection, _change(notebook, notebook.next_parcel, notebook.last_letter), row.revision + 1)
        await connection.commit()
        return await rows.locked(connection, person)


def _as_read(document: Document) -> Document:
    """A document as the database gives it back."""
    read: Document = msgspec.json.decode(msgspec.json.encode(document))
    return read


def _notebook(row: Row, person: str, now: datetime) -> Notebook:
    return notebook_of(row.document, f"The notebook of {person}") if row.revision else Notebook(person, created=now)


def _change(notebook: Notebook, next_parcel: int, last_letter: int) -> Change:
    """What is to be written of a changed notebook, whose interviews are then archived."""
    interviews = tuple((interview.number, document_of(interview)) for interview in notebook.finished)
    notebook.finished = []
    posted = (next_parcel, notebook.next_parcel - 1) if notebook.next_parcel > next_parcel else None
    written = (last_letter + 1, notebook.last_letter) if notebook.last_letter > last_letter else None
    return Change(notebook.person, document_of(notebook), notebook.alarm, interviews, posted, written)
