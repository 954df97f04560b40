"""A sitting at a terminal: what is typed goes to the reception, what comes back is shown."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import structlog

from bot.exports.making import made
from bot.reception import Reception
from bot.stores import Store, StoreError
from bot.terminal import texts
from bot.terminal.attachments import save
from bot.terminal.choices import Screen, unquoted
from bot.terminal.seat import Terminal
from bot.terminal.tables import TABLES
from conversations.events import Event, Happening, Pressed, Said
from conversations.notebook import Parcel
from conversations.replies import Reply

PERSON = "terminal"
LEAVE = ("/quit", "/exit")

log = structlog.get_logger(__name__)


class Session:
    """One person's sitting. ``exports`` is where files go, ``again`` the command that starts the next sitting."""

    def __init__(
        self,
        terminal: Terminal,
        reception: Reception,
        store: Store,
        clock: Callable[[], datetime],
        exports: Path,
        again: str,
    ) -> None:
        self.terminal = terminal
        self.reception = reception
        self.store = store
        self.clock = clock
        self.exports = exports
        self.again = again
        self.screen = Screen()

    async def run(self) -> None:
        """From the first screen until the person leaves. Raises `StoreError` when nobody is there to try again."""
        if self.terminal.asks_again:
            self.terminal.tell(texts.KEYS)
        with suppress(StoreError):  # the first screen needs the store as well, and says what is wrong
            await self.reception.wake(PERSON, opened=True)  # what is due by now is shown with that screen
        await self._happen(self._said("/resume" if await self._waiting() else "/start"))
        unsent, leaving = "", False
        while typed := await self.terminal.read(unsent):
            if typed.interrupted:
                if leaving:
                    break
                await self._pause()
                unsent, leaving = typed.text, True
            elif typed.text.strip().casefold() in LEAVE:
                self.terminal.heard(typed.text, None)
                break
            else:
                unsent, leaving = "" if await self._take(typed.text) else typed.text, False
        self.terminal.tell(texts.goodbye(self.again, waiting=await self._waiting()))

    async def _take(self, typed: str) -> bool:
        """Whether what was typed is stored."""
        words = unquoted(typed, self.screen)
        choice = None if words is not None else self.screen.meant(typed)
        self.terminal.heard(typed, choice)
        stored = await self._happen(Pressed(choice.id, self.clock()) if choice else self._said(words or typed))
        if typed.strip().casefold() == "/help":
            self.terminal.tell(texts.MORE_KEYS)
        return stored

    def _said(self, words: str) -> Said:
        return Said(words, self.clock())

    async def _happen(self, happening: Happening) -> bool:
        """Whether it was stored; what it earned is then on the screen."""
        try:
            parcels = await self._with_letters(await self.reception.receive(Event(PERSON, happening)))
        except Exception as failure:
            if not self.terminal.asks_again:
                raise
            self._explain(failure, happening)
            return False
        replies = [parcel.reply for parcel in parcels]
        self.screen = Screen(replies)
        self.terminal.show(replies, self.screen)
        await self._save_attachments(replies)
        if await self.store.read(PERSON) is None:
            self._mention_files()
        elif parcels:
            await self.store.delivered(PERSON, parcels[-1].number)
        return True

    async def _with_letters(self, parcels: list[Parcel]) -> list[Parcel]:
        """These parcels, and what letters from other people have earned since the last prompt."""
        await self.reception.settled()
        waiting = (await self.store.undelivered()).get(PERSON, [])
        return sorted([*parcels, *(parcel for parcel in waiting if parcel not in parcels)], key=lambda one: one.number)

    def _explain(self, failure: Exception, happening: Happening) -> None:
        if isinstance(failure, StoreError):
            self.terminal.tell(str(failure))
        else:
            log.error("event failed", person=PERSON, happening=type(happening).__name__, exc_info=failure)
            self.terminal.tell(texts.SOMETHING_BROKE)
        self.terminal.tell(texts.NOT_STORED)

    async def _save_attachments(self, replies: list[Reply]) -> None:
        for attachment in (reply.attachment for reply in replies if reply.attachment):
            if attachment.kind in TABLES:
                self.terminal.tell(TABLES[attachment.kind](attachment))
            content = await made(attachment)
            try:
                path = save(attachment.filename, content, self.exports)
            except OSError as failure:
                self.terminal.tell(texts.file_not_saved(failure.strerror or str(failure)))
            else:
                self.terminal.tell(texts.file_saved(path))

    def _mention_files(self) -> None:
        """Said after everything was forgotten: files that were asked for are copies of their own."""
        if self.exports.is_dir() and any(self.exports.iterdir()):
            self.terminal.tell(texts.files_stay(self.exports))

    async def _pause(self) -> None:
        notebook = await self.store.read(PERSON)
        if notebook and notebook.interview and not notebook.interview.paused:
            await self._happen(self._said("/pause"))
        self.terminal.tell(texts.LEAVE_HOW)

    async def _waiting(self) -> bool:
        notebook = await self.store.read(PERSON)
        return notebook is not None and notebook.interview is not None
