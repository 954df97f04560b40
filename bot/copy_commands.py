"""`python -m bot backup`, `restore` and `move`: everything that is stored, into a file, out of it, elsewhere."""

import asyncio
import shutil
import sys
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from bot import hatch
from bot.arguments import Parser
from bot.restoring import Restored
from bot.restoring import restore as restored
from bot.settings import Settings
from bot.stores import InUseError, Store, StoreError, backup_file
from bot.stores.choosing import make_store
from bot.stores.copying import Outcome, copies, put_down


def backup(arguments: list[str], *, settings: Settings, out: TextIO) -> int:
    """The exit status: 0 done, 1 when something damaged was left out. Raises `StoreError`."""
    parser = Parser(prog="python -m bot backup", description="Copy all that is stored into a file; the coach may run.")
    parser.add_argument("file", type=Path, help="replaced when it exists; compressed if its name ends in .gz")
    return asyncio.run(_backup(make_store(_configured(settings)), parser.parse_args(arguments).file, out))


def restore(arguments: list[str], *, settings: Settings, out: TextIO) -> int:
    """The exit status: 0 everybody in the file is stored as it says, 1 when somebody was left. Raises `StoreError`."""
    parser = Parser(
        prog="python -m bot restore",
        description="Put a backup back; the coach may run. Who is missing is added, who is there stays as they are. "
        "Give the same command again to go on after an interruption.",
    )
    parser.add_argument("file", type=Path, help="what backup made")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="who is there gets what the backup has; a backup of what they had is made first",
    )
    chosen = parser.parse_args(arguments)
    return asyncio.run(_restore(chosen.file, settings, replace=chosen.replace, out=out))


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


async def _restore(path: Path, settings: Settings, *, replace: bool, out: TextIO) -> int:
    deque(backup_file.read(path), maxlen=0)  # a spoiled one changes nothing
    done = await _restored(path, make_store(_configured(settings)), settings.data_dir / hatch.FOLDER, replace=replace)
    people = f"{done.added} added, {done.same} there already"
    if done.aside:
        people += f", {done.replaced} replaced (what they had is in {done.aside})"
    print(f"Restored {path}. People: {people}.", file=out)
    if done.different:
        _warn(f"Left as they are, with something else than the backup has: {', '.join(done.different)}.")
        _warn("They did something meanwhile; try again." if replace else "With --replace the backup takes their place.")
    return 1 if done.different else 0


async def _restored(path: Path, store: Store, folder: Path, *, replace: bool) -> Restored:
    """Restores, or has it done by the coach that has the folder. Should that one stop, it is done here after all."""
    aside = path.with_name(f"{path.name}.replaced-{datetime.now(UTC):%Y%m%dT%H%M%S}.jsonl") if replace else None
    request: hatch.Request | None = None
    while True:
        try:
            async with _started(store):
                if request is not None:
                    request.withdraw()
                return await restored(path, store, aside)
        except InUseError:
            if request is None:
                request = hatch.Request(path, folder, replace=replace)
                _warn("A coach uses the folder and was asked to restore the backup; waiting for it.")
            if (answer := request.answer()) is not None:
                if answer.aside and aside:
                    answer.aside = shutil.move(answer.aside, str(aside))
                return answer
            await asyncio.sleep(hatch.TICK)


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
