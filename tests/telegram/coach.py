"""A coach that says little, behind the real edge and the real store, so that tests see what the edge does."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.reception import is_repeat
from bot.stores import Store
from bot.stores.choosing import make_store
from bot.telegram.application import serve
from bot.telegram.pace import Limits
from conversations.events import Edited, Event, Pressed, Said, Sent
from conversations.notebook import Notebook, Parcel
from conversations.replies import Choice, Reply
from tests.telegram.bot_api_server import BotApiServer

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
UNLIMITED = Limits(0, 0, 0, 0)


@dataclass
class Settings:
    """The settings that the edge reads."""

    telegram_bot_token: str
    telegram_api_url: str
    webhook_url: str | None = None
    webhook_secret: str | None = None
    port: int = 0
    coach_ids: frozenset[int] = frozenset()
    operator_ids: frozenset[int] = frozenset()


class EchoReception:
    """Commits every event and answers by ``answer``: by default with an echo and two buttons. ``events`` are those that
    were committed, in order; ``before`` runs ahead of each commit and may raise or wait."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.events: list[Event] = []
        self.before: Callable[[Event], object] = lambda _: None
        self.answer: Callable[[Event], list[Reply]] = echo

    def clock(self) -> datetime:
        return NOW

    @asynccontextmanager
    async def connected(self, address: str, deliver: Callable[[str, list[Parcel]], None]) -> AsyncIterator[None]:
        yield

    def alarm_of(self, notebook: Notebook) -> None:
        """This coach wakes nobody."""

    def call(self, sender: str) -> None:
        """This coach has no letters."""

    async def settled(self) -> None:
        """This coach has no letters."""

    async def receive(self, event: Event) -> list[Parcel]:
        waiting = self.before(event)
        if asyncio.iscoroutine(waiting):
            await waiting
        async with self.store.open(event.person, NOW) as notebook:
            if is_repeat(event.id, notebook.last_event):
                return [parcel for parcel in notebook.outbox if parcel.event == event.id]
            notebook.last_event = event.id
            parcels = notebook.post(self.answer(event), event.id)
        self.events.append(event)
        return parcels

    def said(self, person: str) -> list[str]:
        """The words of a person that were committed, in order."""
        return [
            event.happening.text
            for event in self.events
            if event.person == person and isinstance(event.happening, Said)
        ]


def echo(event: Event) -> list[Reply]:
    """What was understood, in words; one message."""
    match event.happening:
        case Said(text, unseen=unseen):
            heard = f"You said: {text}" + (" (unseen)" if unseen else "")
        case Edited(text):
            heard = f"You changed it to: {text}"
        case Pressed(choice):
            return [Reply(f"You chose {choice}", replace=True)]
        case Sent(kind, caption=caption):
            heard = f"You sent: {kind.value} {caption}".rstrip()
        case other:
            heard = str(other)
    return [Reply(heard, ((Choice("yes", "Yes"), Choice("no", "No")),))]


@dataclass
class Coach:
    """The parts of a running edge. ``status`` is what `serve` returned, None while it runs."""

    server: BotApiServer
    store: Store
    reception: EchoReception
    settings: Settings
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    limits: Limits = UNLIMITED
    task: asyncio.Task[int] | None = None

    def start(self) -> None:
        self.stop.clear()
        self.task = asyncio.create_task(serve(self.settings, self.reception, self.store, self.stop, self.limits))  # type: ignore[arg-type]

    async def ends(self) -> int:
        """Tells it to stop; the exit status."""
        self.stop.set()
        assert self.task is not None
        return await self.task

    async def dies(self) -> None:
        """Ends it as a kill does: nothing is finished, nothing confirmed."""
        assert self.task is not None
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


@asynccontextmanager
async def a_coach(server: BotApiServer, target: Path | str, **changes: object) -> AsyncIterator[Coach]:
    """An edge over a real store in the folder or database ``target``, not started yet."""
    store = make_store(target)
    await store.start()
    settings = Settings(server.token, server.root)
    coach = Coach(server, store, EchoReception(store), settings)
    for name, value in changes.items():
        setattr(coach if hasattr(coach, name) else settings, name, value)
    try:
        yield coach
    finally:
        if coach.task is not None and not coach.task.done():
            await coach.ends()
        await store.stop()
