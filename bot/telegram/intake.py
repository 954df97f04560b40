"""What happens to each update: its turn in the person's line, the desk, the commit, and the replies on their way."""

import asyncio
import itertools
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any, Protocol

import msgspec
import structlog
from telegram.error import TelegramError

from bot.logging import places
from bot.stores import StoreError
from bot.telegram import metrics, texts
from bot.telegram.delivery import Delivery
from bot.telegram.lines import Lines
from bot.telegram.mailbox import Mailbox
from bot.telegram.translation import (
    MAXIMUM_FILE_BYTES,
    Addressed,
    Document,
    Happened,
    Me,
    Reach,
    line_of,
    translate,
)
from conversations.events import Delivered, Event, Said
from conversations.notebook import Notebook, Parcel

log = structlog.get_logger(__name__)

WORKERS = 64
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0  # seconds between attempts to commit
ATTEMPTS = 8  # after so many, a person whose notebook alone cannot be stored no longer holds up the others
ALBUMS_REMEMBERED = 2_000


class Desk(Protocol):
    """Whoever takes events and commits what they change; a `Reception`. ``clock`` gives aware UTC times."""

    clock: Callable[[], datetime]

    async def receive(self, event: Event) -> list[Parcel]:
        """The parcels for this event, committed."""
        ...

    def connected(
        self, address: str, deliver: Callable[[str, list[Parcel]], None]
    ) -> AbstractAsyncContextManager[None]:
        """While the edge runs, ``deliver`` gets the parcels for people who did not write just now."""
        ...

    def alarm_of(self, notebook: Notebook) -> datetime | None:
        """When a notebook is to be woken."""
        ...

    def call(self, sender: str) -> None:
        """Carries the letters of somebody, committed by another process."""
        ...

    async def settled(self) -> None:
        """Returns when no letter between people is on its way."""
        ...


class Intake:
    """Takes raw updates from polling or a webhook, in any number of lines at once."""

    def __init__(
        self,
        me: Me,
        desk: Desk,
        mailbox: Mailbox,
        delivery: Delivery,
        clock: Callable[[], datetime],
        fetch: Callable[[str], Awaitable[bytes]],
    ) -> None:
        """``fetch`` gives the bytes of a file by Telegram's id for it and raises `TelegramError`."""
        self._me = me
        self._fetch = fetch
        self._desk = desk
        self._mailbox = mailbox
        self._delivery = delivery
        self._clock = clock
        self._lines = Lines(WORKERS)
        self._commits = 0
        self._albums: OrderedDict[tuple[int, str], int | None] = OrderedDict()

    def take(self, update: Any) -> asyncio.Future[None]:
        """Puts an update in its line. The future ends when everything about it is committed."""
        received = self._delivery.screens.moment()
        metrics.UNDER_WAY.inc()
        done = self._lines.join(line_of(update), lambda: self._handle(update, received))
        done.add_done_callback(_count)
        return done

    async def drained(self) -> None:
        """Returns when nothing is under way."""
        await self._lines.drained()
        await self._desk.settled()

    async def stop(self) -> None:
        """Ends what is under way; it was not committed and comes again."""
        await self._lines.stop()

    async def _handle(self, update: Any, received: int) -> None:
        meaning = translate(update, self._me, self._clock())
        match meaning:
            case Happened() if not self._is_later_part(meaning):
                await self._happened(meaning, received)
            case Addressed(chat):
                self._delivery.tell(chat, texts.in_private(self._me.username))
            case Reach(person, reachable):
                await self._reach(person, reachable=reachable)

    async def _reach(self, person: str, *, reachable: bool) -> None:
        try:
            await self._mailbox.reach(person, reachable=reachable)
        except StoreError as error:  # not worth holding up others: the next message that fails to arrive says it again
            log.warning("a changed reach could not be noted", person=person, error=str(error))

    async def _happened(self, happened: Happened, received: int) -> None:
        event = await self._with_what_was_seen(happened, received)
        if happened.document is not None:
            event = await self._with_file(event, happened.document)
        with metrics.COMMIT_SECONDS.time():
            parcels = await self._committed(event, happened.chat)
        if happened.query is not None:
            self._delivery.stop_spinner(happened.query, [parcel.reply for parcel in parcels])
        self._delivery.post(event.person, happened.chat, parcels, happened.screen)

    async def _with_what_was_seen(self, happened: Happened, received: int) -> Event:
        event, screens = happened.event, self._delivery.screens
        said = event.happening
        if not screens.knows(happened.chat) and not await self._handled(event):
            screens.meet(happened.chat)
        if not isinstance(said, Said):
            return event
        await screens.settled(happened.chat)
        if not screens.unseen(happened.chat, said.message, received):
            return event
        return msgspec.structs.replace(event, happening=msgspec.structs.replace(said, unseen=True))

    async def _handled(self, event: Event) -> bool:
        try:
            return await self._mailbox.handled(event)
        except StoreError:
            return True  # in doubt; the commit will show what is wrong with the store

    async def _with_file(self, event: Event, document: Document) -> Event:
        """The event with the file's content; an empty one when Telegram cannot give it, so that the desk says so."""
        try:
            content = await self._fetch(document.identity)
        except TelegramError as error:
            log.warning("a file could not be fetched", person=event.person, error=type(error).__name__)
            content = b""
        happening = Delivered(document.name, content[:MAXIMUM_FILE_BYTES], event.at)
        return msgspec.structs.replace(event, happening=happening)

    async def _committed(self, event: Event, chat: int) -> list[Parcel]:
        """What the desk says, once it is committed. While the store cannot commit, the update waits: it is not
        acknowledged, so nothing is lost even if the process ends meanwhile."""
        before = self._commits
        for attempt in itertools.count(1):
            try:
                parcels = await self._desk.receive(event)
            except StoreError as error:
                log.error("the store cannot commit", person=event.person, attempt=attempt, error=str(error))
                if attempt >= ATTEMPTS and self._commits > before:  # others' work: the trouble is this notebook's
                    self._delivery.tell(chat, texts.NOT_SAVED)
                    break
                if attempt == 1:
                    self._delivery.tell(chat, texts.STORE_IN_THE_WAY)
                await asyncio.sleep(min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE))
            except Exception as error:
                # A mistake of ours that would come back with every attempt: better one lost message than a bot that
                # stands still for everybody.
                name, place = type(error).__name__, places(error)
                log.error("an update could not be handled", update=event.id, error=name, place=place)
                self._delivery.tell(chat, texts.SOMETHING_BROKE)
                break
            else:
                self._commits += 1
                return parcels
        return []

    def _is_later_part(self, happened: Happened) -> bool:
        """Whether this is a photo of an album whose first photo was taken already."""
        if happened.album is None:
            return False
        message = getattr(happened.event.happening, "message", None)
        first = self._albums.setdefault((happened.chat, happened.album), message)
        if len(self._albums) > ALBUMS_REMEMBERED:
            self._albums.popitem(last=False)
        return first != message


def _count(done: asyncio.Future[None]) -> None:
    metrics.UNDER_WAY.dec()
    committed = not done.cancelled() and done.exception() is None
    metrics.UPDATES.labels("committed" if committed else "interrupted").inc()
