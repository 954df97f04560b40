"""`python -m bot backup`, `restore` and `move`: everything that is stored, into a file, out of it, elsewhere."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from bot.arguments import Parser
from bot.settings import Settings
from bot.stores import DamagedError, Store, StoreError, backup_file
from bot.stores.choosing import make_store
from bot.stores.copying import Outcome, copies, copy_of, put_down


def backup(arguments: list[str], *, settings: Settings, out: TextIO) -> int:
    """The exit status: 0 done, 1 when something damaged was left out. Raises `StoreError`."""
    parser = Parser(prog="python -m bot backup", description="Copy all that is stored into a file; the coach may run.")
    parser.add_argument("file", type=Path, help="replaced when it exists; compressed if its name ends in .gz")
    return asyncio.run(_backup(make_store(_configured(settings)), parser.parse_args(arguments).file, out))


def restore(arguments: list[str], *, settings: Settings, out: TextIO) -> int:
    """The exit status 0. Raises `StoreError` when nothing or not everything could be restored."""
    parser = Parser(prog="python -m bot restore", description="Put a backup into the configured store, an empty one.")
    parser.add_argument("file", type=Path, help="what backup made; give it again to go on after an interruption")
    return asyncio.run(_restore(parser.parse_args(arguments).file, make_store(_configured(settings)), out))


def move(arguments: list[str], *, out: TextIO) -> int:
    """The exit status: 0 everybody is there, 1 when somebody was left out. Raises `StoreError`."""
    parser = Parser(
        prog="python -m bot move",
        description="Carry everybody from one store to another; the first stays as it is. Stop the coach before. "
        "Give the same command again to go on after an interruption.",
    )
    for name in ("from", "to"):
        parser.add_argument(name, metavar=name.upper(), help="a folder, or postgresql://...")
    places = vars(parser.parse_args(arguments))
    source, target = places["from"], places["to"]
    if source == target or Path(source).resolve() == Path(target).resolve():
        parser.error("FROM and TO are the same place")
    return asyncio.run(_move(make_store(source), make_store(target), out))


def _configured(settings: Settings) -> str | Path:
    return settings.database_url or settings.data_dir


def _warn(line: str) -> None:
    print(line, file=sys.stderr)


async def _backup(store: Store, path: Path, out: TextIO) -> int:
    faults: list[str] = []
    try:
        with backup_file.written(path, datetime.now(UTC)) as file:
            async for copy in copies(store, faults.append):
                file.add(copy)
    finally:
        await store.stop()
    for fault in faults:
        _warn(f"Left out: {fault}")
    print(f"Backed up to {path}. People: {file.people}.", file=out)
    return 1 if faults else 0


async def _restore(path: Path, store: Store, out: TextIO) -> int:
    prints = {copy.notebook.person: copy.fingerprint() for copy in backup_file.read(path)}
    async with _started(store):
        await _refuse_others(store, prints)
        outcomes = Counter([await put_down(copy, store) for copy in backup_file.read(path)])
    if outcomes[Outcome.DIFFERENT]:
        raise StoreError("Somebody used the coach meanwhile. Stop it, and restore into an empty store.")
    print(f"Restored {path}. People: {len(prints)}, {outcomes[Outcome.SAME]} of them there already.", file=out)
    return 0


async def _refuse_others(store: Store, prints: dict[str, bytes]) -> None:
    """Raises `StoreError` unless all that is stored is in the backup just so, as an interrupted restore leaves it."""
    async for person in store.people():
        try:
            copy = await copy_of(store, person, damaged=lambda _: None)
        except DamagedError:
            copy = None
        if copy is None or prints.get(person) != copy.fingerprint():
            raise StoreError(
                f"The store is not empty: it holds {person}, who is not in this backup or has changed since. "
                "Nothing was changed. Restore into an empty folder (DATA_DIR) or database (DATABASE_URL)."
            )


async def _move(source: Store, target: Store, out: TextIO) -> int:
    faults: list[str] = []
    outcomes = Counter[Outcome]()
    try:
        async with _started(target):
            async for copy in copies(source, faults.append):
                outcome = await put_down(copy, target)
                outcomes[outcome] += 1
                if outcome is Outcome.DIFFERENT:
                    faults.append(f"{copy.notebook.person} is in TO already, with something else. Both were kept.")
    finally:
        await source.stop()
    if not outcomes and not faults:
        raise StoreError("FROM holds nobody. Is it the right folder or database?")
    for fault in faults:
        _warn(f"Left out: {fault}")
    print(f"Moved. People: {outcomes[Outcome.ADDED]}, and {outcomes[Outcome.SAME]} were there already.", file=out)
    return 1 if faults else 0


@asynccontextmanager
async def _started(store: Store) -> AsyncIterator[None]:
    try:
        await store.start()
        yield
    finally:
        await store.stop()
