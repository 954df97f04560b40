"""`python -m bot transcripts PERSON`: what is stored about a person, also while the coach runs."""

import asyncio
import sys
from typing import TextIO

import msgspec

from bot.arguments import Parser
from bot.exports.terminal import plain_text
from bot.exports.wording import moment
from bot.settings import Settings
from bot.stores import DamagedError, Store
from bot.stores.choosing import make_store
from content.library import load
from conversations.interview.record import Interview
from conversations.notebook import Notebook
from conversations.transcript import transcript


def run(arguments: list[str], *, settings: Settings, out: TextIO) -> int:
    """The exit status: 0 printed, 1 when there is nothing or something of it cannot be read. Raises `StoreError`."""
    parser = Parser(prog="python -m bot transcripts", description="Print what is stored about a person.")
    parser.add_argument("person", nargs="?", help="terminal, or telegram-12345; left out: the keys of everybody")
    parser.add_argument("--json", action="store_true", help="everything as JSON")
    chosen = parser.parse_args(arguments)
    store = make_store(settings.database_url or settings.data_dir)
    if chosen.person is None:
        return asyncio.run(_list(store, out))
    return asyncio.run(_show(store, chosen.person, settings, out, as_json=chosen.json))


async def _list(store: Store, out: TextIO) -> int:
    try:
        for person in sorted([person async for person in store.people()]):
            print(person, file=out)
    finally:
        await store.stop()
    return 0


async def _show(store: Store, person: str, settings: Settings, out: TextIO, *, as_json: bool) -> int:
    try:
        notebook = await store.read(person)
        if notebook is None:
            print(f"Nothing is stored about {person}.", file=sys.stderr)
            return 1
        interviews, faults = await _interviews(store, notebook)
    finally:
        await store.stop()
    if as_json:
        everything = {"notebook": notebook, "interviews": interviews}
        print(msgspec.json.format(msgspec.json.encode(everything), indent=2).decode(), file=out)
    else:
        _print(notebook, interviews, settings, out)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


async def _interviews(store: Store, notebook: Notebook) -> tuple[list[Interview], list[DamagedError]]:
    """All interviews of a person in their order, the open one included, and why others cannot be read."""
    interviews, faults = [], []
    for number in range(1, notebook.next_interview):
        try:
            archived = await store.archived(notebook.person, number)
        except DamagedError as damage:
            faults.append(damage)
            continue
        if archived is not None:
            interviews.append(archived)
    if notebook.interview is not None:
        interviews.append(notebook.interview)
    return interviews, faults


def _print(notebook: Notebook, interviews: list[Interview], settings: Settings, out: TextIO) -> None:
    library = load(*[settings.content_dir] if settings.content_dir else [])
    name = f" ({notebook.name})" if notebook.name else ""
    print(f"{notebook.person}{name}, here since {moment(notebook.created)}", file=out)
    if not interviews:
        print("\nNo interview yet.", file=out)
    for interview in sorted(interviews, key=lambda interview: interview.number):
        print(f"\n{plain_text(transcript(interview, library), folded=out.isatty())}", end="", file=out)
