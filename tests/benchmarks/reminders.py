"""What a tick of the bell costs with many people stored: ``python -m tests.benchmarks.reminders [PEOPLE] [TARGET]``.

Everybody has a plan and a reminder at an hour of their own; at the tick that is timed, 50 are due. TARGET is a folder
or the address of an empty PostgreSQL database; without it, a folder that is deleted afterwards.
"""

import asyncio
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from random import Random

from bot.bell import Bell
from bot.reception import Reception
from bot.stores import Store
from bot.stores.choosing import make_store
from content.library import load
from conversations import alarms
from conversations.desk import Desk
from conversations.feedback import Engine
from conversations.notebook import Notebook
from conversations.study.record import Memory, Plan, Reminders
from conversations.study.scheduling import reviewed

START = datetime(2026, 3, 2, tzinfo=UTC)
NOW = START + timedelta(minutes=1)
DUE = 50
AT_ONCE = 64  # notebooks stored at the same time, so that waits for the disk overlap
KNOWN = reviewed(Memory(), 4, START - timedelta(days=3))


def fill(notebook: Notebook, moment: datetime) -> None:
    """Somebody with a plan and a card that is due, who wants to be reminded at that time of day."""
    study = notebook.study
    study.memories = {"crm-flashcards-c1": KNOWN}
    study.plan = Plan(interview=START.date() + timedelta(days=20), minutes=20, made=START.date())
    study.reminders = Reminders(on=True, asked=True, at=moment.time(), earliest=START.date())
    notebook.alarm = alarms.earliest(notebook)


async def store_people(store: Store, numbers: Iterable[int]) -> None:
    """The first 50 are due at ``NOW``, the others in the afternoon."""
    left = iter(numbers)

    async def one_after_another() -> None:
        for number in left:
            async with store.open(f"telegram-{number}", START) as notebook:
                fill(notebook, NOW if number < DUE else START + timedelta(minutes=720 + number % 600))

    await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))


async def measure(target: str, people: int) -> None:
    library = load()
    desk = Desk(library, Engine(library))
    print("   stored   start, s   who is due, ms   tick with 50 due, ms   peak memory, MB")
    stored = 0
    for size in (people // 100, people // 10, people):
        store = make_store(target)
        await store.start()
        await store_people(store, range(stored, size))
        await store_people(store, range(DUE))
        stored = size
        await store.stop()
        await tick(desk, target, size)


async def tick(desk: Desk, target: str, size: int) -> None:
    store, begun = make_store(target), time.perf_counter()
    await store.start()
    started = time.perf_counter() - begun
    begun = time.perf_counter()
    for _ in range(100):
        due = await store.due(NOW, DUE)
    looked = (time.perf_counter() - begun) * 10
    told: list[str] = []
    bell = Bell(store, Reception(desk, store, lambda: NOW, Random(7)).wake, lambda: NOW, pace=0)
    bell.deliver = lambda person, _: told.append(person)
    begun = time.perf_counter()
    await bell.round()
    rung = (time.perf_counter() - begun) * 1000
    await store.stop()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size:9,} {started:10.2f} {looked:16.3f} {rung:22.1f} {memory:17.0f}")
    if sorted(told) != sorted(due) or len(told) != DUE:
        raise SystemExit(f"{len(told)} people were told and {len(due)} were due; {DUE} would be right.")


def main(arguments: list[str]) -> None:
    people = int(arguments[0]) if arguments else 100_000
    if len(arguments) > 1:
        asyncio.run(measure(arguments[1], people))
    else:
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(measure(folder, people))


if __name__ == "__main__":
    main(sys.argv[1:])
