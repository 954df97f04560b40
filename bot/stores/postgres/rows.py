"""What is read and written in the tables, each function one statement or a few within the caller's transaction."""

from datetime import datetime
from typing import NamedTuple

from psycopg import AsyncConnection
from psycopg.rows import TupleRow
from psycopg.types.json import Jsonb

from bot.stores.forms import Document

Connection = AsyncConnection[TupleRow]


class Row(NamedTuple):
    """A person's notebook as stored. ``revision`` is 0 for a new person, whose document is empty.

    ``delivered`` is the number of the last parcel delivered, ``carried`` that of the last letter handled; None when
    nothing waits.
    """

    document: Document
    revision: int
    delivered: int | None
    carried: int | None


class Change(NamedTuple):
    """What one commit writes. ``posted`` are the numbers of the first and the last new parcel, ``written`` those of
    letters; None without one."""

    person: str
    document: Document
    alarm: datetime | None
    interviews: tuple[tuple[int, Document], ...]
    posted: tuple[int, int] | None
    written: tuple[int, int] | None


async def locked(connection: Connection, person: str) -> Row:
    """The person's row, held for this transaction alone; a new person's row is made, to be held as well."""
    row = await _select_for_update(connection, person)
    if row is None:
        await connection.execute(
            "insert into notebooks values (%s, '{}', 0) on conflict (person) do nothing",
            (person,),
        )
        row = await _select_for_update(connection, person)
    return row or Row({}, 0, None, None)


async def _select_for_update(connection: Connection, person: str) -> Row | None:
    cursor = await connection.execute(
        """
        select document, revision, (select delivered from deliveries where person = %(person)s),
            (select delivered from letters where person = %(person)s)
        from notebooks where person = %(person)s for update
        """,
        {"person": person},
    )
    found = await cursor.fetchone()
    return Row(*found) if found else None


async def write(connection: Connection, change: Change, revision: int) -> None:
    """Stores a change; the notebook then has this revision."""
    await connection.execute(
        "update notebooks set document = %s, revision = %s, alarm = %s where person = %s",
        (Jsonb(change.document), revision, change.alarm, change.person),
    )
    for number, document in change.interviews:
        await connection.execute(
            """
            insert into interviews values (%s, %s, %s)
            on conflict (person, number) do update set document = excluded.document
            """,
            (change.person, number, Jsonb(document)),
        )
    for table, numbers in ((b"deliveries", change.posted), (b"letters", change.written)):
        if numbers:
            first, last = numbers
            await connection.execute(
                b"insert into " + table + b" values (%s, %s, %s) "
                b"on conflict (person) do update set posted = excluded.posted",
                (change.person, last, first - 1),
            )


async def set_aside(connection: Connection, person: str, document: Document, now: datetime) -> None:
    """Keeps a document that could not be read."""
    await connection.execute("insert into damaged values (%s, %s, %s)", (person, now, Jsonb(document)))


async def last_number(connection: Connection, person: str) -> int:
    """The highest number of an archived interview; 0 when there is none."""
    cursor = await connection.execute("select coalesce(max(number), 0) from interviews where person = %s", (person,))
    found = await cursor.fetchone()
    return int(found[0]) if found else 0


async def erase(connection: Connection, person: str) -> None:
    """Deletes every row of a person; the notebook first, so that whoever holds it is waited for."""
    for table in (b"notebooks", b"interviews", b"deliveries", b"letters", b"damaged"):
        await connection.execute(b"delete from " + table + b" where person = %s", (person,))


async def mark(connection: Connection, name: str, value: str) -> None:
    """Notes something about the database as a whole."""
    await connection.execute(
        "insert into coach_marks values (%s, %s) on conflict (name) do update set value = excluded.value",
        (name, value),
    )


async def nothing_waits(connection: Connection, person: str) -> None:
    """Leaves nothing to be delivered to a person or carried from them."""
    for table in (b"deliveries", b"letters"):
        await connection.execute(b"delete from " + table + b" where person = %s", (person,))


async def note_delivered(connection: Connection, table: bytes, person: str, number: int, first: int) -> None:
    """Notes in ``deliveries`` or ``letters`` that all from ``first`` to ``number`` is done, unless an earlier one is
    not."""
    done = {"person": person, "number": number, "before": first - 1}
    nothing_left = await connection.execute(
        b"delete from " + table + b" where person = %(person)s and posted <= %(number)s and delivered >= %(before)s",
        done,
    )
    if not nothing_left.rowcount:
        await connection.execute(
            b"update " + table + b" set delivered = greatest(delivered, %(number)s) "
            b"where person = %(person)s and posted > %(number)s and delivered >= %(before)s",
            done,
        )
