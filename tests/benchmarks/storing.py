"""What storing one answer costs as more is stored: ``python -m tests.benchmarks.storing`` prints a table of README.md.

Beside it, what the disk itself takes for an append that is flushed. All sizes take turns within one run.
"""

import argparse
import asyncio
import os
import random
import shutil
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import msgspec

from bot.stores.layout import Layout
from bot.stores.tinydb import TinyDBStore
from tests.stores.homes import form

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PER_PERSON = 10  # interviews
ROUNDS, STORED = 20, 10  # answers stored in each round, for each size


def fill(folder: Path, interviews: int) -> list[str]:
    """So many archived interviews, by a tenth as many people; their keys."""
    layout = Layout(folder)
    layout.make()
    notebook, interview = form("notebook-1"), msgspec.json.encode({"interview": {"1": form("interview-1")}})
    people = [f"telegram-{number}" for number in range(1, max(1, interviews // PER_PERSON) + 1)]
    for person in people:
        layout.person(person).mkdir(parents=True)
        document = {**notebook, "person": person, "outbox": [], "finished": []}
        layout.notebook(person).write_bytes(msgspec.json.encode({"notebook": {"1": document}}))
        for number in range(1, PER_PERSON + 1):
            layout.interview(person, number).write_bytes(interview)
    return people


async def measure(folder: Path, sizes: Sequence[int]) -> dict[int, tuple[float, float]]:
    """For each size, the median milliseconds of storing an answer, and of a bare append that is flushed."""
    homes = []
    for size in sizes:
        home = folder / str(size)
        people = fill(home, size)
        store = TinyDBStore(home)
        await store.start()
        homes.append((size, home, people, store))
    os.sync()
    choose = random.Random(7)
    stored: dict[int, list[float]] = {size: [] for size in sizes}
    appended: dict[int, list[float]] = {size: [] for size in sizes}
    for number in range(ROUNDS):
        for size, home, people, store in homes:
            for event in range(STORED):
                begun = time.perf_counter()
                async with store.open(choose.choice(people), NOW) as notebook:
                    notebook.last_event = number * STORED + event
                stored[size].append(time.perf_counter() - begun)
                appended[size].append(append(home / "appended", 600))
    for _, _, _, store in homes:
        await store.stop()
    return {size: (1000 * median(stored[size]), 1000 * median(appended[size])) for size in sizes}


def append(path: Path, size: int) -> float:
    """The seconds that a flushed append of so many bytes takes."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        begun = time.perf_counter()
        os.write(handle, bytes(size))
        os.fsync(handle)
        return time.perf_counter() - begun
    finally:
        os.close(handle)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.storing", description=__doc__)
    parser.add_argument("--most", type=int, default=100_000, help="stored interviews; the long form is 1000000")
    options = parser.parse_args()
    sizes = [size for size in (10, 1_000, 100_000, 1_000_000) if size <= options.most]
    folder = Path(tempfile.mkdtemp(prefix="coach-storing-"))
    try:
        found = asyncio.run(measure(folder, sizes))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("| stored interviews | storing one answer, ms | flushed append, ms | ratio |", "|---|---|---|---|", sep="\n")
    for size, (stored, appended) in found.items():
        print(f"| {size:,} | {stored:.2f} | {appended:.2f} | {stored / appended:.1f} |")


if __name__ == "__main__":
    main()
