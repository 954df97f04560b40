"""What is special to the PostgreSQL store: several replicas, a database that goes away, and tables that change."""

import asyncio

import psycopg
import pytest

from bot.stores import StoreError
from bot.stores.postgres import patience, schema
from bot.stores.postgres.store import PostgresStore
from tests.stores.homes import Database, Stores
from tests.stores.test_contract import say
from tests.stores.values import MONDAY, an_interview

PERSON = "telegram-1"


@pytest.fixture
def home(database: Database) -> Database:
    return database


@pytest.fixture
async def store(stores: Stores) -> PostgresStore:
    store = await stores.start()
    assert isinstance(store, PostgresStore)
    return store


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "DELAYS", (0.01, 0.01))


async def test_of_several_replicas_one_at_a_time_handles_a_person_and_nothing_is_lost(stores: Stores) -> None:
    replicas = [await stores.start() for _ in range(3)]

    async def count(number: int) -> None:
        async with replicas[number % 3].open(PERSON, MONDAY) as notebook:
            seen = notebook.next_interview
            await asyncio.sleep(0)
            notebook.next_interview = seen + 1

    await asyncio.gather(*(count(number) for number in range(30)))
    stored = await replicas[0].read(PERSON)
    assert stored is not None
    assert stored.next_interview == 31


async def test_replicas_that_start_at_once_make_the_tables_once(home: Database, stores: Stores) -> None:
    await asyncio.gather(*(stores.start() for _ in range(5)))
    steps = range(1, len(schema.MIGRATIONS) + 1)
    assert home.ask("select number from coach_migrations order by 1") == [(step,) for step in steps]


async def test_a_later_version_adds_its_tables_and_an_earlier_one_is_then_refused(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await stores.start()
    await say(store, PERSON, 1, "Hello.")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "alter table notebooks add seen timestamptz"))
    newer = await stores.start()
    await say(newer, PERSON, 2, "Hello again.")
    monkeypatch.undo()
    with pytest.raises(StoreError, match="newer version"):
        await stores.start()


async def test_more_people_than_connections_are_served_also_when_each_reads_its_archive(store: PostgresStore) -> None:
    async def look_back(number: int) -> None:
        async with store.open(f"telegram-{number}", MONDAY) as notebook:
            assert await store.archived(f"telegram-{number}", 1) is None
            notebook.finished.append(an_interview(1))

    async with asyncio.timeout(60):
        await asyncio.gather(*(look_back(number) for number in range(60)))
    assert len([person async for person in store.people()]) == 60


async def test_a_connection_that_is_cut_before_an_event_is_replaced(home: Database, store: PostgresStore) -> None:
    await say(store, PERSON, 1, "Hello.")
    home.cut_connections()
    await say(store, PERSON, 2, "Hello again.")
    stored = await store.read(PERSON)
    assert stored is not None
    assert stored.last_event == 2


async def test_a_change_is_still_committed_when_the_connection_is_cut_in_its_middle(
    home: Database, store: PostgresStore
) -> None:
    async with store.open(PERSON, MONDAY) as notebook:
        notebook.name = "Ada"
        notebook.finished.append(an_interview(1))
        home.cut_connections()
    stored = await store.read(PERSON)
    assert stored is not None
    assert stored.name == "Ada"
    assert await store.archived(PERSON, 1) == an_interview(1)


async def test_a_commit_whose_answer_was_lost_is_not_made_twice(
    home: Database, store: PostgresStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = psycopg.AsyncConnection.commit
    lost = iter([True])

    async def commit_and_lose_the_answer(connection: psycopg.AsyncConnection[object]) -> None:
        await commit(connection)
        if next(lost, False):
            raise psycopg.OperationalError("server closed the connection unexpectedly")

    await say(store, PERSON, 1, "Hello.")
    async with store.open(PERSON, MONDAY) as notebook:
        notebook.name = "Ada"
        monkeypatch.setattr(psycopg.AsyncConnection, "commit", commit_and_lose_the_answer)
    assert home.ask("select revision, document ->> 'name' from notebooks") == [(2, "Ada")]


async def test_a_change_is_refused_when_another_replica_was_faster_while_the_connection_was_lost(
    home: Database, store: PostgresStore, stores: Stores
) -> None:
    async def change_while_cut_off() -> None:
        async with store.open(PERSON, MONDAY) as notebook:
            notebook.name = "Ada"
            home.cut_connections()
            other = await stores.start()
            await say(other, PERSON, 1, "I was faster.")

    with pytest.raises(StoreError, match="changed while the database was away"):
        await change_while_cut_off()
    stored = await store.read(PERSON)
    assert stored is not None
    assert (stored.last_event, stored.name) == (1, "")


async def test_a_database_that_stays_away_is_one_clear_line_without_the_password(impatient: None) -> None:
    store = PostgresStore("postgresql://coach:hunter2@127.0.0.1:1/coach?connect_timeout=1")
    with pytest.raises(StoreError, match="cannot be reached") as fault:
        await store.start()
    await store.stop()
    assert "hunter2" not in str(fault.value)
    assert "\n" not in str(fault.value)


async def test_an_address_that_is_none_is_one_clear_line(impatient: None) -> None:
    store = PostgresStore("postgresql://user@host:not-a-port/db")
    with pytest.raises(StoreError, match="DATABASE_URL"):
        await store.start()
    await store.stop()


async def test_what_the_database_refuses_changes_nothing(store: PostgresStore) -> None:
    await say(store, PERSON, 1, "Hello.")
    with pytest.raises(StoreError, match="refused"):
        await say(store, PERSON, 2, "no text holds a \0")
    stored = await store.read(PERSON)
    assert stored is not None
    assert stored.last_event == 1


async def test_reading_before_the_first_start_says_what_to_do(home: Database) -> None:
    store = PostgresStore(home.target)
    with pytest.raises(StoreError, match="Start the coach once"):
        await store.read(PERSON)
    await store.stop()


async def test_what_is_stored_can_be_read_by_a_store_that_was_not_started(home: Database, store: PostgresStore) -> None:
    await say(store, PERSON, 1, "Hello.")
    onlooker = PostgresStore(home.target)
    stored = await onlooker.read(PERSON)
    await onlooker.stop()
    assert stored is not None
    assert stored.last_event == 1


async def test_everybody_is_listed_however_many_they_are(store: PostgresStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.stores.postgres.store.PAGE", 3)
    for number in range(10):
        await say(store, f"telegram-{number}", 1, "Hello.")
    assert [person async for person in store.people()] == [f"telegram-{number}" for number in range(10)]


async def test_every_table_can_be_distributed_by_person(home: Database, store: PostgresStore) -> None:
    """Its primary key begins with the person, and nothing else holds rows of different people together."""
    found = home.ask(
        "select t.relname, i.indisunique, a.attname from pg_class t join pg_index i on i.indrelid = t.oid "
        "join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0] "
        "where t.relnamespace = current_schema::regnamespace and t.relname not like 'coach%%'"
    )
    unique = {(table, first) for table, is_unique, first in found if is_unique}
    assert unique == {(table, "person") for table in ("notebooks", "interviews", "deliveries", "letters", "damaged")}
    others = home.ask(
        "select conname from pg_constraint where connamespace = current_schema::regnamespace "
        "and contype not in ('p', 'n')"  # primary keys and not null
    )
    assert others == []
    assert home.ask("select sequencename from pg_sequences where schemaname = current_schema") == []


async def test_connections_to_a_server_that_has_become_a_standby_are_replaced(store: PostgresStore) -> None:
    await say(store, PERSON, 1, "Hello.")
    held = [await store._writers.getconn() for _ in range(3)]
    for connection in held:
        await connection.execute("set session characteristics as transaction read only")
        await connection.commit()
        await store._writers.putconn(connection)
    await say(store, PERSON, 2, "Hello again.")
    await store.delivered(PERSON, 2)
    stored = await store.read(PERSON)
    assert stored is not None
    assert stored.last_event == 2
