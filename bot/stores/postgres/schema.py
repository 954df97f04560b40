"""The tables, and how an older database becomes a newer one.

Every table but those about the database as a whole has the person as the first column of its primary key, no other
constraint and no reference, so that all of a person's rows can live on one node of a distributed database; each
statement about a person names them in every table that it touches.
"""

from psycopg import AsyncConnection
from psycopg.rows import TupleRow

from bot.stores import StoreError

# One transaction each, applied in order and never changed afterwards; a database notes how many it has seen.
MIGRATIONS = (
    """
    create table notebooks (
        person   text   primary key,
        document jsonb  not null,
        revision bigint not null  -- grows by one with each commit
    );
    create table interviews (
        person   text   not null,
        number   bigint not null,
        document jsonb  not null,
        primary key (person, number)
    );
    create table deliveries (  -- a row only while something is to be delivered
        person    text   primary key,
        posted    bigint not null,
        delivered bigint not null
    );
    create table damaged (  -- notebooks that could not be read, for the operator to look at
        person    text        not null,
        set_aside timestamptz not null,
        document  jsonb       not null,
        primary key (person, set_aside)
    );
    """,
    """
    create table letters (  -- a row only while a letter is to be carried
        person    text   primary key,
        posted    bigint not null,
        delivered bigint not null
    );
    """,
    """
    alter table notebooks add column alarm timestamptz;  -- as in the document
    create index notebooks_by_alarm on notebooks (alarm) where alarm is not null;
    """,
    """
    create table coach_marks (  -- about the database as a whole
        name  text primary key,
        value text not null
    );
    """,
)
_LOCK = 7_203_114_920_551  # any number that no other program uses


async def migrate(connection: AsyncConnection[TupleRow]) -> None:
    """Brings the tables up to date; of several coaches that start at once, one does and the others wait.

    Raises `StoreError` when a newer version of the coach has changed the tables.
    """
    async with connection.transaction():
        await connection.execute("select pg_advisory_xact_lock(%s)", (_LOCK,))
        await connection.execute("create table if not exists coach_migrations (number bigint primary key)")
        cursor = await connection.execute("select coalesce(max(number), 0) from coach_migrations")
        row = await cursor.fetchone()
        applied: int = row[0] if row else 0
        if applied > len(MIGRATIONS):
            raise StoreError(
                f"The database was changed by a newer version of the coach (step {applied}, this one knows "
                f"{len(MIGRATIONS)}). Nothing was changed; start the newer version again."
            )
        for number, statements in enumerate(MIGRATIONS[applied:], start=applied + 1):
            await connection.execute(statements)
            await connection.execute("insert into coach_migrations values (%s)", (number,))
