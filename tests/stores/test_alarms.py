"""Alarms over real stores: who is due is known from an index, and everybody is woken once, whoever rings the bell."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.bell import Bell
from bot.stores import Store, StoreError
from bot.stores.choosing import make_store
from bot.stores.copying import copies, put_down
from conversations import alarms
from conversations.alarms import Alarm
from conversations.notebook import Notebook, Parcel
from conversations.replies import Reply
from conversations.visit import Replies, Visit
from tests.stores.homes import Folder, Home, Stores
from tests.stores.sender import a_reception
from tests.stores.values import MONDAY

ADA, BEN, CY = "telegram-1", "telegram-2", "telegram-3"
FAR = MONDAY + timedelta(days=900)


def hours(number: float) -> datetime:
    return MONDAY + timedelta(hours=number)


async def wish(store: Store, person: str, alarm: datetime | None) -> None:
    async with store.open(person, MONDAY) as notebook:
        notebook.name = f"{alarm}"
        notebook.alarm = alarm


async def test_people_are_due_from_their_moment_on_the_earliest_first(store: Store) -> None:
    await wish(store, ADA, hours(3))
    await wish(store, BEN, hours(1))
    await wish(store, CY, None)
    assert await store.due(hours(0.99), 9) == []
    assert await store.due(hours(1), 9) == [BEN]
    assert await store.due(hours(3), 9) == [BEN, ADA]
    assert await store.due(hours(3), 1) == [BEN]
    assert await store.due(hours(3), 9) == [BEN, ADA]


async def test_who_is_due_is_known_after_a_restart(stores: Stores) -> None:
    store = await stores.start()
    await wish(store, ADA, hours(1))
    await wish(store, BEN, hours(2))
    await wish(store, BEN, hours(0.5))
    store = await stores.restart()
    assert await store.due(FAR, 9) == [BEN, ADA]


async def test_a_moment_that_was_put_off_or_given_up_is_not_due(stores: Stores) -> None:
    store = await stores.start()
    for person in (ADA, BEN, CY):
        await wish(store, person, hours(1))
    await wish(store, ADA, hours(5))
    await wish(store, BEN, None)
    for _ in range(2):
        assert await store.due(hours(2), 9) == [CY]
        assert await store.due(hours(5), 9) == [CY, ADA]
        store = await stores.restart()


async def test_a_moment_may_go_away_and_come_back(store: Store) -> None:
    for moment in (hours(1), hours(2), hours(1), None, hours(1)):
        await wish(store, ADA, moment)
    assert await store.due(FAR, 9) == [ADA]


async def test_a_change_that_fails_wakes_nobody(store: Store) -> None:
    async def fail_midway() -> None:
        async with store.open(ADA, MONDAY) as notebook:
            notebook.alarm = hours(1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_midway()
    assert await store.due(FAR, 9) == []


async def test_forgetting_takes_the_alarm_along(home: Home, store: Store) -> None:
    await wish(store, ADA, hours(1))
    await wish(store, BEN, hours(1))
    await store.forget(ADA)
    assert await store.due(FAR, 9) == [BEN]
    assert ADA not in home.everything()


async def test_alarms_come_along_when_everybody_moves(home: Home, store: Store, tmp_path_factory: object) -> None:
    await wish(store, ADA, hours(1))
    await wish(store, BEN, None)
    new = make_store(tmp_path_factory.mktemp("new"))  # type: ignore[attr-defined]
    await new.start()
    async for copy in copies(store, pytest.fail):
        await put_down(copy, new)
    assert await new.due(FAR, 9) == [ADA]
    await new.stop()


async def test_a_folder_without_an_index_gets_one_from_its_notebooks(stores: Stores, home: Home) -> None:
    store = await stores.start()
    for number in range(20):
        await wish(store, f"telegram-{number}", hours(number) if number % 2 else None)
    await stores.stop()
    if isinstance(home, Folder):
        home.layout.alarms.unlink()
    store = await stores.start()
    assert await store.due(hours(5), 9) == ["telegram-1", "telegram-3", "telegram-5"]


# The bell


def ring(visit: Visit) -> Replies:
    visit.notebook.settings.all_probes = True
    return [Reply("It is time.", notice="time")]


@pytest.fixture
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An alarm that everybody with a name hears once, on Monday."""

    def at(notebook: Notebook) -> datetime | None:
        return MONDAY if notebook.name and not notebook.settings.all_probes else None

    monkeypatch.setattr(alarms, "ALARMS", (Alarm(at, ring),))


async def heard(store: Store, *people: str) -> list[int]:
    """How often each was told that it is time."""
    notebooks = [await store.read(person) for person in people]
    return [len(notebook.outbox) if notebook else 0 for notebook in notebooks]


@pytest.mark.usefixtures("once")
async def test_everybody_who_is_due_is_woken_once_and_what_it_earned_is_delivered(store: Store) -> None:
    await wish(store, ADA, MONDAY)
    await wish(store, BEN, MONDAY)
    await wish(store, CY, hours(1))
    delivered: list[tuple[str, list[Parcel]]] = []
    bell = a_reception(store).bell
    bell.deliver = lambda person, parcels: delivered.append((person, parcels))
    for _ in range(2):
        await bell.round()
    assert sorted(person for person, _ in delivered) == [ADA, BEN]
    assert await store.undelivered() == dict(delivered)
    assert await store.due(FAR, 9) == [CY]


@pytest.mark.usefixtures("once")
async def test_replicas_that_ring_at_once_earn_one_message(stores: Stores, home: Home) -> None:
    """On files one process holds the folder; on a database any number may ring."""
    first = await stores.start()
    second = first if isinstance(home, Folder) else await stores.start()
    people = [f"telegram-{number}" for number in range(6)]
    for person in people:
        await wish(first, person, MONDAY)
    await asyncio.gather(*(a_reception(store).bell.round() for store in (first, second)))
    assert await heard(first, *people) == [1] * 6


@pytest.mark.usefixtures("once")
async def test_somebody_who_blocked_the_coach_hears_nothing_and_is_not_asked_about_again(store: Store) -> None:
    async with store.open(ADA, MONDAY) as notebook:
        notebook.unreachable = True
        notebook.alarm = MONDAY
    await a_reception(store).bell.round()
    assert await heard(store, ADA) == [0]
    assert await store.due(FAR, 9) == []


@pytest.mark.usefixtures("once")
async def test_somebody_who_left_meanwhile_gets_no_notebook(store: Store) -> None:
    await a_reception(store).wake(ADA)
    assert await store.read(ADA) is None


@pytest.mark.usefixtures("once")
async def test_a_notebook_that_cannot_be_woken_does_not_hold_up_the_others(store: Store) -> None:
    for person in (ADA, BEN, CY):
        await wish(store, person, MONDAY)
    reception, woken = a_reception(store), []

    async def wake(person: str) -> list[Parcel]:
        woken.append(person)
        if person == ADA:
            raise StoreError("It is damaged.")
        if person == BEN:
            raise ZeroDivisionError
        return await reception.wake(person)

    bell = Bell(store, wake, lambda: MONDAY)
    for _ in range(2):
        await bell.round()
    assert sorted(woken) == [ADA, BEN, CY]
    assert await heard(store, ADA, BEN, CY) == [0, 0, 1]


@pytest.mark.usefixtures("once")
async def test_the_bell_rings_while_an_edge_is_connected(store: Store) -> None:
    await wish(store, ADA, MONDAY)
    delivered: asyncio.Queue[str] = asyncio.Queue()
    async with a_reception(store).connected("", lambda person, _: delivered.put_nowait(person)), asyncio.timeout(20):
        assert await delivered.get() == ADA


async def test_a_notice_takes_the_place_of_an_undelivered_one_of_its_name(store: Store) -> None:
    async with store.open(ADA, MONDAY) as notebook:
        notebook.post([Reply("Monday", notice="day"), Reply("Another", notice="other")], None)
    async with store.open(ADA, MONDAY) as notebook:
        notebook.post([Reply("Tuesday", notice="day"), Reply("Hello")], None)
    waiting = (await store.undelivered())[ADA]
    assert [parcel.reply.text for parcel in waiting] == ["Another", "Tuesday", "Hello"]
