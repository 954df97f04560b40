"""`python -m bot retention`: who was not seen for so long, and what is done about it where no coach runs."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator
from typing import TextIO

from bot.arguments import Parser
from bot.assembly import assembled, now
from bot.settings import Settings, SettingsError
from bot.stores import InUseError, Store, StoreError
from bot.stores.choosing import make_store
from conversations.retention import Step, due

WORDS = {None: "kept", Step.WARN: "to be warned", Step.DELETE: "to be deleted"}


def run(arguments: list[str], *, settings: Settings, out: TextIO) -> int:
    """The exit status 0. Raises `StoreError`, and `SettingsError` when everything is kept for ever."""
    parser = Parser(
        prog="python -m bot retention",
        description="Show who has not been seen for RETENTION_DAYS. A running coach warns and deletes by itself.",
    )
    parser.add_argument("--apply", action="store_true", help="warn and delete now, where no coach runs")
    chosen = parser.parse_args(arguments)
    if settings.retention_days is None:
        raise SettingsError("RETENTION_DAYS is not set, so everything is kept.")
    asyncio.run((_apply if chosen.apply else _show)(settings, settings.retention_days, out))
    return 0


async def _show(settings: Settings, days: int, out: TextIO) -> None:
    store = make_store(settings.database_url or settings.data_dir)
    try:
        steps = Counter([step async for _, step in _everybody(store, days, out)])
    finally:
        await store.stop()
    print(f"People: {steps.total()}, " + ", ".join(f"{steps[step]} {word}" for step, word in WORDS.items()), file=out)


async def _apply(settings: Settings, days: int, out: TextIO) -> None:
    try:
        async with assembled(settings) as coach:
            async for person, step in _everybody(coach.store, days, out):
                if step is not None:
                    await coach.reception.wake(person)
            await coach.reception.settled()
    except InUseError as error:
        raise StoreError("A coach uses this folder. It warns and deletes by itself.") from error
    print("Done. Warnings are delivered when the coach runs.", file=out)


async def _everybody(store: Store, days: int, out: TextIO) -> AsyncIterator[tuple[str, Step | None]]:
    """Everybody with what is due, and a line for each for whom something is. Who cannot be read is passed over."""
    moment = now()
    async for person in store.people():
        try:
            notebook = await store.read(person)
        except StoreError as error:
            print(f"Passed over: {error}", file=sys.stderr)
            continue
        if notebook is None:
            continue
        step = due(notebook, days, moment)
        if step is not None:
            seen = f"{notebook.seen or notebook.created:%Y-%m-%d}"
            print(f"{person} {WORDS[step]}, last seen {seen}", file=out)
        yield person, step
