"""What every store promises, tried on real files and a real server."""

import asyncio

import msgspec
import pytest

from bot.stores import DamagedError, Store, StoreError, forms
from conversations.notebook import Notebook
from conversations.replies import Reply
from tests.stores.homes import Home, Stores, form
from tests.stores.values import MONDAY, a_reply, an_interview, fill


async def say(store: Store, person: str, event: int, *texts: str) -> int:
    """Handles an event that earns these replies; gives the number of the last parcel."""
    async with store.open(person, MONDAY) as notebook:
        notebook.last_event = event
        notebook.post([Reply(text) for text in texts], event)
        return notebook.next_parcel - 1


async def test_a_new_person_gets_an_empty_notebook(store: Store) -> None:
    async with store.open("telegram-1", MONDAY) as notebook:
        assert notebook == Notebook("telegram-1", created=MONDAY)


async def test_a_notebook_that_was_only_looked_at_is_not_stored(store: Store) -> None:
    async with store.open("telegram-1", MONDAY):
        pass
    assert await store.read("telegram-1") is None


async def test_everything_in_a_notebook_comes_back_after_a_restart(stores: Stores) -> None:
    store = await stores.start()
    async with store.open("telegram-1", MONDAY) as notebook:
        fill(notebook)
    store = await stores.restart()
    assert await store.read("telegram-1") == notebook
    async with store.open("telegram-1", MONDAY) as again:
        assert again == notebook


async def test_an_exception_leaves_everything_as_it_was(store: Store) -> None:
    async with store.open("telegram-1", MONDAY) as notebook:
        notebook.name = "Ada"

    async def fail_midway() -> None:
        async with store.open("telegram-1", MONDAY) as notebook:
            fill(notebook)
            notebook.finished.append(an_interview(1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_midway()
    assert await store.read("telegram-1") == Notebook("telegram-1", created=MONDAY, name="Ada")
    assert await store.archived("telegram-1", 1) is None
    assert await store.undelivered() == {}


async def test_a_finished_interview_is_archived_under_its_number_and_leaves_the_notebook(store: Store) -> None:
    async with store.open("telegram-1", MONDAY) as notebook:
        notebook.finished += [an_interview(1), an_interview(2, said="another")]
    assert await store.archived("telegram-1", 2) == an_interview(2, said="another")
    assert await store.archived("telegram-1", 1) == an_interview(1)
    assert await store.archived("telegram-1", 3) is None
    assert await store.archived("telegram-2", 1) is None
    stored = await store.read("telegram-1")
    assert stored is not None
    assert stored.finished == []


async def test_an_interview_that_is_archived_again_replaces_the_earlier_one(store: Store) -> None:
    for said in ("first", "second"):
        async with store.open("telegram-1", MONDAY) as notebook:
            notebook.finished.append(an_interview(1, said=said))
    assert await store.archived("telegram-1", 1) == an_interview(1, said="second")


async def test_two_events_of_one_person_wait_for_each_other_and_neither_is_lost(store: Store) -> None:
    async def count() -> None:
        async with store.open("telegram-1", MONDAY) as notebook:
            seen = notebook.next_interview
            await asyncio.sleep(0)
            notebook.next_interview = seen + 1

    await asyncio.gather(*(count() for _ in range(40)))
    stored = await store.read("telegram-1")
    assert stored is not None
    assert stored.next_interview == 41


async def test_another_persons_notebook_opens_while_one_is_open(store: Store) -> None:
    async with store.open("telegram-1", MONDAY) as one:
        async with asyncio.timeout(20), store.open("telegram-2", MONDAY) as two:
            two.name = "Grace"
        one.name = "Ada"
        assert await store.read("telegram-1") is None
    names = [(await store.read(person) or one).name for person in ("telegram-1", "telegram-2")]
    assert names == ["Ada", "Grace"]


async def test_an_event_that_is_cancelled_changes_nothing_and_holds_up_nobody(store: Store) -> None:
    entered = asyncio.Event()

    async def hang() -> None:
        async with store.open("telegram-1", MONDAY) as notebook:
            notebook.name = "Ada"
            entered.set()
            await asyncio.Event().wait()

    hanging = asyncio.create_task(hang())
    await entered.wait()
    hanging.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hanging
    assert await store.read("telegram-1") is None
    async with asyncio.timeout(20), store.open("telegram-1", MONDAY) as notebook:
        assert notebook.name == ""


async def test_everybody_is_listed(store: Store) -> None:
    everybody = {f"telegram-{number}" for number in range(30)} | {"terminal"}
    for person in everybody:
        await say(store, person, 1, "Hello.")
    assert {person async for person in store.people()} == everybody


async def test_forgetting_leaves_no_trace_of_a_person(home: Home, store: Store) -> None:
    for person in ("telegram-11", "telegram-22"):
        async with store.open(person, MONDAY) as notebook:
            fill(notebook)
            notebook.finished.append(an_interview(1))
    await store.forget("telegram-11")
    await store.forget("telegram-33")
    assert await store.read("telegram-11") is None
    assert await store.archived("telegram-11", 1) is None
    assert [person async for person in store.people()] == ["telegram-22"]
    assert list(await store.undelivered()) == ["telegram-22"]
    assert "telegram-11" not in home.everything()
    assert "telegram-22" in home.everything()


async def test_a_notebook_marked_as_forgotten_is_deleted_with_its_archive(home: Home, store: Store) -> None:
    async with store.open("telegram-11", MONDAY) as notebook:
        fill(notebook)
        notebook.finished.append(an_interview(1))
    async with store.open("telegram-11", MONDAY) as notebook:
        notebook.forgotten = True
        notebook.post([a_reply("All deleted.")], 42)
    assert await store.archived("telegram-11", 1) is None
    assert "telegram-11" not in home.everything()
    async with store.open("telegram-11", MONDAY) as notebook:
        assert notebook == Notebook("telegram-11", created=MONDAY)


async def test_what_was_not_delivered_is_known_after_a_restart(stores: Stores) -> None:
    store = await stores.start()
    await say(store, "telegram-1", 1, "one", "two", "three")
    await say(store, "telegram-2", 1, "one")
    await say(store, "telegram-3", 1, "one")
    await store.delivered("telegram-1", 1)
    await store.delivered("telegram-2", 1)
    for _ in range(2):
        waiting = {
            person: [parcel.reply.text for parcel in parcels] for person, parcels in (await store.undelivered()).items()
        }
        assert waiting == {"telegram-1": ["two", "three"], "telegram-3": ["one"]}
        store = await stores.restart()
    await store.delivered("telegram-1", 3)
    await store.delivered("telegram-3", 1)
    store = await stores.restart()
    assert await store.undelivered() == {}


async def test_what_another_replica_left_behind_is_not_taken_for_delivered(store: Store) -> None:
    await say(store, "telegram-1", 1, "one", "two")
    await say(store, "telegram-1", 2, "three")
    await store.delivered("telegram-1", 1, first=1)
    await store.delivered("telegram-1", 3, first=3)
    [waiting] = (await store.undelivered()).values()
    assert [parcel.number for parcel in waiting] == [2, 3]
    await store.delivered("telegram-1", 2, first=2)
    await store.delivered("telegram-1", 3, first=3)
    assert await store.undelivered() == {}


async def test_parcels_stay_in_the_outbox_until_they_are_delivered_and_a_later_event_has_come(store: Store) -> None:
    async def outbox() -> list[str]:
        async with store.open("telegram-1", MONDAY) as notebook:
            return [parcel.reply.text for parcel in notebook.outbox]

    await say(store, "telegram-1", 1, "one", "two")
    await say(store, "telegram-1", 2, "three")
    assert await outbox() == ["one", "two", "three"]
    await store.delivered("telegram-1", 1)
    assert await outbox() == ["two", "three"]
    await store.delivered("telegram-1", 3)
    assert await outbox() == ["three"]
    await say(store, "telegram-1", 3, "four")
    await store.delivered("telegram-1", 4)
    assert await outbox() == ["four"]


@pytest.mark.parametrize("person", ["", "../people", "a/b", "Telegram-1", "-", "a" * 80, "telegram-1\n", ".", "über"])
async def test_a_string_that_is_no_key_is_refused(store: Store, person: str) -> None:
    with pytest.raises(StoreError, match="names nobody"):
        await store.read(person)
    with pytest.raises(StoreError, match="names nobody"):
        await store.forget(person)
    with pytest.raises(StoreError, match="names nobody"):
        await store.archived(person, 1)
    with pytest.raises(StoreError, match="names nobody"):
        async with store.open(person, MONDAY):
            pytest.fail("it was opened")


async def test_a_damaged_notebook_is_set_aside_and_its_person_begins_anew(home: Home, stores: Stores) -> None:
    store = await stores.start()
    for person in ("telegram-1", "telegram-2"):
        async with store.open(person, MONDAY) as notebook:
            fill(notebook)
            notebook.finished.append(an_interview(7))
    await stores.stop()
    home.damage("telegram-1")
    store = await stores.start()
    with pytest.raises(DamagedError):
        await store.read("telegram-1")
    assert list(await store.undelivered()) == ["telegram-2"]
    async with store.open("telegram-1", MONDAY) as notebook:
        assert notebook == Notebook("telegram-1", created=MONDAY, began_anew=True, next_interview=8)
        notebook.began_anew = False
        notebook.post([a_reply()], 43)
    assert list(await store.undelivered()) == ["telegram-2", "telegram-1"]
    assert await store.read("telegram-1") == notebook
    assert await store.archived("telegram-1", 7) == an_interview(7)
    assert await store.read("telegram-2") is not None
    assert "night porter" in home.everything()
    await store.forget("telegram-1")
    assert "telegram-1" not in home.everything()


async def test_a_notebook_of_a_newer_version_is_refused_and_left_alone(home: Home, store: Store) -> None:
    home.plant("telegram-1", {**form("notebook-1"), "version": 99})
    before = home.everything()
    for _ in range(2):
        with pytest.raises(StoreError, match="newer version"):
            async with store.open("telegram-1", MONDAY):
                pytest.fail("it was opened")
    assert home.everything() == before


async def test_a_notebook_of_an_older_version_is_upgraded_when_it_is_read(
    home: Home, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shout(document: forms.Document) -> forms.Document:
        return {**document, "name": document["name"].upper()}

    home.plant("telegram-1", {**form("notebook-1"), "person": "telegram-1", "name": "Ada"})
    monkeypatch.setitem(forms.NOTEBOOK_UPGRADES, 1, shout)
    upgraded = await store.read("telegram-1")
    assert upgraded is not None
    assert (upgraded.name, upgraded.version) == ("ADA", 2)


async def test_lone_surrogates_are_refused_before_anything_changes(store: Store) -> None:
    await say(store, "telegram-1", 1, "Hello.")
    with pytest.raises((msgspec.EncodeError, UnicodeEncodeError)):
        async with store.open("telegram-1", MONDAY) as notebook:
            notebook.name = "\ud800"
    stored = await store.read("telegram-1")
    assert stored is not None
    assert stored.name == ""
