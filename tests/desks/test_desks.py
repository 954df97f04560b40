"""Further desks: they say what the coach's own desk says, and whatever becomes of them, everybody gets an answer."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import psutil
import pytest

from bot.desks import pool
from bot.desks.frames import READY, Answered, Asked, Opening, answered_of, encoded, read, send
from bot.desks.pool import AwayError, Desks
from bot.reception import Reception
from bot.settings import Settings
from bot.stores.tinydb import TinyDBStore
from content.library import load
from conversations.desk import Desk
from conversations.events import Edited, Event, Happening, Pressed, Said
from conversations.feedback import Engine
from conversations.notebook import Notebook
from tests.stores.values import MONDAY

LIBRARY = load()
OWN = Desk(LIBRARY, Engine(LIBRARY))
NO_JUDGE = Desk(LIBRARY, None)  # type: ignore[arg-type] - it can do everything but judge
START = Said("/practice crm 1 practice 1", MONDAY)
TOLD = (
    "In May I rang the night porter in Leeds, because nobody else knew the old customer list, and he read me all of it."
)


@pytest.fixture
async def desks() -> AsyncIterator[Desks]:
    further = Desks(1, Settings())
    async with further.running():
        await further.ready()
        yield further


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[TinyDBStore]:
    store = TinyDBStore(tmp_path)
    await store.start()
    yield store
    await store.stop()


def reception(store: TinyDBStore, desk: Desk, desks: Desks | None) -> Reception:
    return Reception(desk, store, lambda: MONDAY, Random(7), desks)


async def replies(reception: Reception, person: str, *happenings: Happening) -> list[list[str]]:
    """What each of the events earns, in words."""
    return [
        [parcel.reply.text for parcel in await reception.receive(Event(person, happening))] for happening in happenings
    ]


def further_process() -> psutil.Process:
    """The one that runs."""
    [process] = [each for each in psutil.Process().children() if "bot.desks.process" in each.cmdline()]
    return process


async def test_a_whole_interview_at_a_further_desk_reads_as_at_the_coachs_own(desks: Desks, store: TinyDBStore) -> None:
    talk = (
        START,
        Said(TOLD, MONDAY, message=5),
        Said("Because the list was about to be thrown away.", MONDAY, message=6),
        Edited(f"{TOLD} It took two nights.", MONDAY, message=5),
        Said("We kept forty customers that way.", MONDAY),
        Said("It was me alone, on the telephone.", MONDAY),
        Said("3", MONDAY),
        Said("/stop", MONDAY),
    )
    here = await replies(reception(store, OWN, None), "telegram-1", *talk)
    there = await replies(reception(store, NO_JUDGE, desks), "telegram-2", *talk)
    assert there == here
    first, second = await store.archived("telegram-1", 1), await store.archived("telegram-2", 1)
    assert first is not None
    assert first == second


async def test_half_an_emoji_is_answered_too(desks: Desks, store: TinyDBStore) -> None:
    await replies(reception(store, OWN, desks), "telegram-1", START, Said(f"{TOLD} \ud83d", MONDAY))
    notebook = await store.read("telegram-1")
    assert notebook is not None
    assert notebook.interview is not None
    assert notebook.interview.current.answers[0].text.startswith(TOLD)


async def test_when_a_desk_dies_its_question_is_answered_at_the_coachs_own_and_it_is_started_again(
    desks: Desks, store: TinyDBStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "PAUSE", 0.05)
    process = further_process()
    process.suspend()
    await replies(reception(store, OWN, desks), "telegram-1", START)
    asking = asyncio.create_task(replies(reception(store, OWN, desks), "telegram-1", Said(TOLD, MONDAY)))
    await asyncio.sleep(0.1)
    assert not asking.done()
    process.kill()
    assert await asking
    await desks.ready()
    assert further_process().pid != process.pid
    assert await replies(reception(store, NO_JUDGE, desks), "telegram-1", Said(TOLD, MONDAY))


async def test_nobody_waits_for_a_desk_that_hangs(
    desks: Desks, store: TinyDBStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "PATIENCE", 0.1)
    process = further_process()
    process.suspend()
    assert await replies(reception(store, OWN, desks), "telegram-1", START, Said(TOLD, MONDAY))
    async with asyncio.timeout(5):
        while process.is_running():
            await asyncio.sleep(0.02)


async def test_what_a_desk_raises_is_raised_and_the_next_question_is_answered(desks: Desks, store: TinyDBStore) -> None:
    ours = reception(store, OWN, desks)
    await replies(ours, "telegram-1", START)
    async with store.open("telegram-1", MONDAY) as notebook:
        assert notebook.interview is not None
        notebook.interview.current.question, kept = "gone", notebook.interview.current.question
    with pytest.raises(LookupError):
        await replies(ours, "telegram-1", Said(TOLD, MONDAY))
    async with store.open("telegram-1", MONDAY) as notebook:
        assert notebook.interview is not None
        notebook.interview.current.question = kept
    assert await replies(reception(store, NO_JUDGE, desks), "telegram-1", Said(TOLD, MONDAY))


async def test_without_desks_and_before_they_are_ready_nobody_is_asked() -> None:
    asked = Asked(Event("telegram-1", Said(TOLD, MONDAY)), Notebook("telegram-1", MONDAY), MONDAY, 1, {}, "", "")
    for number in (0, 1):
        with pytest.raises(AwayError):
            await Desks(number, Settings()).ask(asked)


def test_a_desk_outlives_the_signals_that_stop_the_coach_but_not_the_coach() -> None:
    command = [sys.executable, "-m", "bot.desks.process"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        send(process.stdin, encoded(Opening(None, frozenset(), frozenset(), None)))
        assert read(process.stdout) == READY
        for number in (signal.SIGINT, signal.SIGTERM):
            process.send_signal(number)
        asked = Asked(Event("telegram-1", START), Notebook("telegram-1", MONDAY), MONDAY, 1, {}, "", "")
        send(process.stdin, encoded(asked))
        answered: Answered = answered_of(read(process.stdout) or b"")
        assert answered.notebook.interview is not None
        process.stdin.close()
        assert process.wait(5) == 0


@pytest.mark.parametrize(
    ("happening", "judged"),
    [
        (Said(TOLD, MONDAY), True),
        (Edited(TOLD, MONDAY, 1), True),
        (Said("/hint", MONDAY), False),
        (Pressed("i:1:1:skip", MONDAY), False),
    ],
)
async def test_only_words_in_a_talk_that_judges_are_worth_asking_about(happening: Happening, judged: bool) -> None:
    notebook = Notebook("telegram-1", MONDAY)
    assert not OWN.judges(Event("telegram-1", happening), notebook)
    notebook.foreground = "interview"
    assert OWN.judges(Event("telegram-1", happening), notebook) is judged
