"""What each chat was shown last, so that a message sent before the latest reply could be seen is known as such."""

import asyncio
import itertools
from collections import OrderedDict
from dataclasses import dataclass

MOST_CHATS = 20_000
SETTLE_SECONDS = 2.0


@dataclass(slots=True)
class _Screen:
    """``number``: the latest parcel. ``previous`` and ``latest``: message ids, None when not known for sure.
    ``waiting``: it has not begun to leave. ``began``: the moment when it did. ``sending``: until Telegram answers."""

    number: int = 0
    previous: int | None = None
    latest: int | None = None
    waiting: bool = False
    began: int = 0
    sending: asyncio.Event | None = None


class Screens:
    """Kept in memory for the chats that were busy last. Nothing is guessed: a chat counts once it was met."""

    def __init__(self) -> None:
        self._moments = itertools.count(1)
        self._chats: OrderedDict[int, _Screen] = OrderedDict()

    def moment(self) -> int:
        """A number that grows with every call: the order in which things happened here."""
        return next(self._moments)

    def knows(self, chat: int) -> bool:
        """Whether the chat was met."""
        return chat in self._chats

    def meet(self, chat: int) -> None:
        """What is posted to the chat is new from now on; before, it may have been seen under an earlier process."""
        self._chats[chat] = _Screen()
        while len(self._chats) > MOST_CHATS:
            self._chats.popitem(last=False)

    def posted(self, chat: int, number: int) -> None:
        """A parcel waits to leave. One that was posted before leaves in doubt what the person can see."""
        screen = self._chats.get(chat)
        if screen is None:
            return
        self._chats.move_to_end(chat)
        if number > screen.number:
            screen.number, screen.waiting = number, True
        else:
            screen.previous = screen.latest = None

    def began(self, chat: int, number: int) -> None:
        """A parcel begins to leave."""
        screen = self._chats.get(chat)
        if screen is None:
            return
        screen.sending = asyncio.Event()
        if number == screen.number:
            screen.waiting, screen.began = False, self.moment()

    def shown(self, chat: int, message: int | None, *, sure: bool) -> None:
        """A parcel left as ``message`` (None: it never arrived, or changed an earlier screen).

        ``sure`` is False when an attempt before may have arrived as well, under an id that nobody knows.
        """
        screen = self._chats.get(chat)
        if screen is None:
            return
        if message is not None and (screen.latest is None or message > screen.latest):
            screen.previous, screen.latest = screen.latest, message
        if not sure:
            screen.previous = None
        if screen.sending is not None:
            screen.sending.set()
            screen.sending = None

    async def settled(self, chat: int) -> None:
        """Waits until Telegram has answered for the latest screen, but not for long."""
        screen = self._chats.get(chat)
        if screen is None or screen.sending is None or screen.waiting:
            return
        try:
            async with asyncio.timeout(SETTLE_SECONDS):
                await screen.sending.wait()
        except TimeoutError:
            return

    def unseen(self, chat: int, message: int | None, received: int) -> bool:
        """Whether a message that arrived at the moment ``received`` was sent before the latest screen could be seen.

        The messages of a private chat are counted together, the person's and the coach's, so a message between the
        previous screen and the latest was sent before the latest was there. False when in doubt.
        """
        screen = self._chats.get(chat)
        if screen is None or not screen.number:
            return False
        if screen.waiting or screen.began > received:
            return True
        if message is None or screen.previous is None or screen.latest is None:
            return False
        return screen.previous < message < screen.latest
