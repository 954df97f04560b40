"""Letters over real stores: found again after a restart, handled once and in order, whoever carries them, however
often a process is killed."""

import asyncio
import random
import subprocess
import sys

import pytest

from bot.courier import Courier
from bot.relief import Relief
from bot.stores import Store, StoreError
from conversations.coaching.letters import Granted, Letter
from conversations.coaching.posting import AUDIT_LOG
from conversations.notebook import Parcel
from tests.stores.homes import Home, Stores
from tests.stores.sender import SENDER, a_reception, read_in_log, write
from tests.stores.values import MONDAY

KILLS = 6


async def written(store: Store, letters: int = 1) -> int:
    async with store.open(SENDER, MONDAY) as notebook:
        for _ in range(letters):
            number = write(notebook)
    return number


async def numbers(store: Store) -> list[int]:
    return [letter.number for letter in await store.letters(SENDER)]


async def test_letters_wait_until_they_are_carried_also_across_a_restart(stores: Stores) -> None:
    store = await stores.start()
    await written(store, 3)
    assert await store.senders() == [SENDER]
    await store.carried(SENDER, 1)
    store = await stores.restart()
    assert await numbers(store) == [2, 3]
    await store.carried(SENDER, 3)
    assert await store.senders() == []
    store = await stores.restart()
    assert await numbers(store) == []
    assert await store.senders() == []


async def test_carried_letters_leave_the_notebook_with_its_next_change(store: Store) -> None:
    await written(store, 3)
    await store.carried(SENDER, 2)
    async with store.open(SENDER, MONDAY) as notebook:
        assert [letter.number for letter in notebook.letters] == [3]
        notebook.name = "Ada"
    stored = await store.read(SENDER)
    assert stored is not None
    assert [letter.number for letter in stored.letters] == [3]


async def test_a_change_that_fails_writes_no_letter(store: Store) -> None:
    async def fail_midway() -> None:
        async with store.open(SENDER, MONDAY) as notebook:
            write(notebook)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_midway()
    assert await store.senders() == []
    assert await store.letters(SENDER) == []


async def test_forgetting_takes_the_letters_along(home: Home, store: Store) -> None:
    await written(store)
    await store.forget(SENDER)
    assert await store.senders() == []
    assert await store.letters(SENDER) == []
    assert SENDER not in home.everything()


async def test_what_was_committed_before_a_process_died_is_carried_after_the_next_start(stores: Stores) -> None:
    store = await stores.start()
    await written(store, 5)
    store = await stores.restart()
    courier = a_reception(store).courier
    await courier.start()
    await courier.settled()
    assert await read_in_log(store) == [1, 2, 3, 4, 5]
    assert await store.senders() == []


async def test_a_process_that_died_before_it_noted_a_letter_as_carried_does_not_make_it_count_twice(
    stores: Stores,
) -> None:
    store = await stores.start()
    await written(store, 3)
    notes = store.carried
    store.carried = lambda *_: asyncio.sleep(0)  # type: ignore[method-assign,assignment]
    await carry(store)
    store.carried = notes  # type: ignore[method-assign]
    store = await stores.restart()
    assert await numbers(store) == [1, 2, 3]
    await carry(store)
    assert await read_in_log(store) == [1, 2, 3]


async def carry(store: Store) -> None:
    courier = a_reception(store).courier
    courier.call(SENDER)
    await courier.settled()


async def test_two_couriers_at_once_carry_each_letter_once_and_in_order(store: Store) -> None:
    couriers = [a_reception(store).courier for _ in range(3)]
    for _ in range(10):
        await written(store, 2)
        for courier in couriers:
            courier.call(SENDER)
        await asyncio.sleep(0)
    await asyncio.gather(*(courier.settled() for courier in couriers))
    assert await read_in_log(store) == list(range(1, 21))


async def test_replicas_share_the_carrying(stores: Stores, home: Home) -> None:
    """On files one process holds the folder; on a database any number may carry."""
    first = await stores.start()
    second = await stores.start() if home.target.startswith("postgres") else first
    await written(first, 10)
    await asyncio.gather(carry(first), carry(second))
    assert await read_in_log(first) == list(range(1, 11))


async def test_a_letter_to_somebody_unknown_comes_back_and_makes_no_notebook(store: Store) -> None:
    delivered: list[tuple[str, list[Parcel]]] = []
    reception = a_reception(store)
    async with store.open(SENDER, MONDAY) as notebook:
        notebook.last_letter = 1
        notebook.letters.append(Letter(1, SENDER, "telegram-404", Granted(), MONDAY, roles=("operator",)))
    async with reception.connected("", lambda person, parcels: delivered.append((person, parcels))):
        reception.courier.call(SENDER)
        await reception.settled()
    assert await store.read("telegram-404") is None
    [(person, [parcel])] = delivered
    assert person == SENDER
    assert "I do not know 404" in parcel.reply.text
    assert await store.undelivered() == {SENDER: [parcel]}


async def test_the_last_letters_of_somebody_who_deleted_everything_arrive(store: Store) -> None:
    async with store.open(SENDER, MONDAY) as notebook:
        write(notebook)
        notebook.forgotten = True
    reception = a_reception(store)
    reception.courier.farewell(notebook.letters)
    await reception.settled()
    assert await read_in_log(store) == [1]
    assert await store.read(SENDER) is None


async def test_a_receiver_who_cannot_be_stored_for_a_moment_gets_the_letter_later(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.courier.FIRST_PAUSE", 0.0)
    reception, failures = a_reception(store), iter(range(3))

    async def receive(event: object) -> list[Parcel]:
        if next(failures, None) is not None:
            raise StoreError("The disk is full.")
        return await reception.receive(event)  # type: ignore[arg-type]

    await written(store, 2)
    courier = Courier(store, receive)
    courier.call(SENDER)
    await courier.settled()
    assert await read_in_log(store) == [1, 2]


async def test_a_mistake_of_ours_in_one_letter_does_not_hold_up_the_others(store: Store) -> None:
    reception, mistakes = a_reception(store), iter([ZeroDivisionError()])

    async def receive(event: object) -> list[Parcel]:
        if mistake := next(mistakes, None):
            raise mistake
        return await reception.receive(event)  # type: ignore[arg-type]

    await written(store, 3)
    courier = Courier(store, receive)
    courier.call(SENDER)
    await courier.settled()
    assert await read_in_log(store) == [2, 3]
    assert await store.senders() == []


async def test_letters_that_another_process_left_behind_are_carried_at_the_second_look(store: Store) -> None:
    await written(store, 2)
    reception = a_reception(store)
    relief = Relief(store, lambda *_: None, reception.call)
    await relief.look()
    assert await read_in_log(store) == []
    await relief.look()
    await reception.settled()
    assert await read_in_log(store) == [1, 2]


async def test_whenever_a_process_is_killed_every_letter_counts_once_and_in_order(home: Home, stores: Stores) -> None:
    chance = random.Random(5)
    for _ in range(KILLS):
        last = send_until_killed(home.target, rounds=chance.randint(1, 40))
        store = await stores.start()
        courier = a_reception(store).courier
        await courier.start()
        await courier.settled()
        handled = await read_in_log(store)
        assert handled == list(range(1, len(handled) + 1))
        assert len(handled) in (last, last + 1)
        await stores.stop()


def send_until_killed(target: str, rounds: int) -> int:
    """Lets a sender go on for about so many letters and kills it in the middle of one; gives its last word."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.stores.sender", target], stdout=subprocess.PIPE, text=True
    ) as sender:
        assert sender.stdout is not None
        said = [sender.stdout.readline() for _ in range(rounds)]
        sender.kill()
        said += sender.stdout.readlines()
    assert said[0], "the sender did not start"
    return int([line for line in said if line.endswith("\n")][-1])


def test_the_audit_log_has_a_key_that_stores_take_and_no_person_has() -> None:
    from bot.stores.keys import checked
    from bot.telegram.translation import chat_of

    assert checked(AUDIT_LOG) == AUDIT_LOG
    assert chat_of(AUDIT_LOG) is None
