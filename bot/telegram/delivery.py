"""The one place through which everything leaves: in order for each chat, at Telegram's pace, until it has arrived."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any

import structlog
from msgspec import Struct
from telegram.error import TelegramError

from bot.stores import StoreError
from bot.telegram import metrics
from bot.telegram.api import Api
from bot.telegram.attempts import Attempts, RefusedError, UnreachableError
from bot.telegram.mailbox import Mailbox
from bot.telegram.menus import set_menu_of
from bot.telegram.pace import Limits
from bot.telegram.rendering import Outgoing, render
from bot.telegram.screens import Screens
from conversations.coaching.roles import Role
from conversations.markup import plain
from conversations.notebook import Parcel
from conversations.replies import Attachment, Reply

log = structlog.get_logger(__name__)

MAXIMUM_TOAST = 200  # characters
MakeFile = Callable[[Attachment], Awaitable[bytes]]

PICTURES = frozenset({"png"})  # forms that a chat shows rather than offers to save


class _Order(Struct, frozen=True):
    """A parcel for a chat; one with the number 0 is in no outbox. ``edit`` is the message that it replaces.

    ``first`` is the number of the earliest parcel that has arrived once this one has."""

    chat: int
    parcel: Parcel
    person: str = ""
    edit: int | None = None
    first: int = 1

    @property
    def number(self) -> int:
        return self.parcel.number

    @property
    def is_screen(self) -> bool:
        """Whether it shows where the conversation stands; a notice or a letter from somebody else does not."""
        return self.parcel.event is not None


class Delivery:
    """Sends parcels. Each chat has a queue while it has something to send; ``screens`` learns what was shown."""

    def __init__(self, api: Api, mailbox: Mailbox, make_file: MakeFile, limits: Limits | None = None) -> None:
        self.screens = Screens()
        self._api = api
        self._mailbox = mailbox
        self._make_file = make_file
        self._attempts = Attempts(limits or Limits())
        self._queues: dict[int, deque[_Order]] = {}
        self._unnoted: dict[int, int] = {}  # chat -> the first of the parcels whose arrival the store could not note
        self._tasks: set[asyncio.Task[None]] = set()
        self._turning: dict[int, int] = {}  # by chat, the message whose button asked for what a letter will bring

    def post(
        self, person: str, chat: int, parcels: Iterable[Parcel], screen: int | None = None, *, all_waiting: bool = False
    ) -> None:
        """Queues parcels. ``screen`` is the message whose button earned them, for a reply that replaces it.

        ``all_waiting``: these are all that wait for the person; while something is on its way there, they wait on."""
        if all_waiting and chat in self._queues:
            return
        for parcel in parcels:
            if self._is_queued(chat, parcel):
                continue
            first = 1 if all_waiting else parcel.number
            order = _Order(
                chat, parcel, person, screen if parcel.reply.replace or parcel.reply.passing else None, first
            )
            if order.is_screen:
                self.screens.posted(chat, parcel.number)
            self._queue(order)

    def tell(self, chat: int, text: str) -> None:
        """Queues a sentence that is no reply to an event, unless something is on its way to that chat already."""
        if chat not in self._queues:
            self._queue(_Order(chat, Parcel(0, Reply(text))))

    def stop_spinner(self, query: str, replies: Iterable[Reply] = ()) -> None:
        """Tells Telegram that a tap was taken, so that its button stops spinning, with the words that are for this
        moment only. Not worth a second attempt."""
        self._start(self._answer(query, plain(" ".join(reply.text for reply in replies if reply.passing))))

    async def drained(self) -> None:
        """Returns when nothing waits to be sent."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def stop(self) -> None:
        """Ends at once. What was not sent stays in the notebooks and is sent after the next start."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _is_queued(self, chat: int, parcel: Parcel) -> bool:
        return any(order.parcel == parcel for order in self._queues.get(chat, ()))

    def _queue(self, order: _Order) -> None:
        queue = self._queues.get(order.chat)
        if queue is not None:
            queue.append(order)
        else:
            self._queues[order.chat] = deque([order])
            self._start(self._run(order.chat))

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, chat: int) -> None:
        queue = self._queues[chat]
        try:
            while queue:
                await self._deliver(queue[0])
                queue.popleft()
        finally:
            del self._queues[chat]

    async def _deliver(self, order: _Order) -> None:
        if order.is_screen:
            self.screens.began(order.chat, order.number)
        message, sure = None, False
        try:
            with metrics.DELIVERY_SECONDS.time():
                message, sure = await self._show(order)
            metrics.SENT.labels("delivered").inc()
            await self._show_menu(order)
        except UnreachableError:
            metrics.SENT.labels("blocked").inc()
            if order.person:
                await self._is_noted(self._mailbox.reach(order.person, reachable=False), order)
        except RefusedError as refusal:
            metrics.SENT.labels("refused").inc()
            log.error("telegram refused a reply", person=order.person, parcel=order.number, reason=str(refusal))
        except Exception as error:
            metrics.SENT.labels("failed").inc()
            log.error("a reply could not be made", person=order.person, parcel=order.number, error=type(error).__name__)
        if order.is_screen:
            self.screens.shown(order.chat, message, sure=sure)
        await self._note(order)

    async def _show(self, order: _Order) -> tuple[int | None, bool]:
        """Sends every part; the id of the last new message, and whether it is sure that none arrived twice."""
        if order.parcel.reply.passing and order.edit is not None:
            self._turning[order.chat] = order.edit
            return None, True
        edit = self._replaced(order)
        messages = render(order.parcel.reply)
        if edit is not None and len(messages) == 1 and messages[0].can_replace:
            fields = {"chat_id": order.chat, "message_id": edit, **messages[0].fields}
            if await self._attempts.edit(order.chat, lambda: self._api.send("editMessageText", fields)):
                return None, True
        latest, all_sure = None, True
        for message in messages:
            call = await self._call(order.chat, message)
            latest, sure = await self._attempts.send(order.chat, call)
            all_sure &= sure
        return latest, all_sure

    def _replaced(self, order: _Order) -> int | None:
        """The message that a reply takes the place of: the one whose button earned it, at once or by a letter."""
        if not order.is_screen and not order.parcel.reply.replace:
            return None
        turning = self._turning.pop(order.chat, None)
        return order.edit if order.is_screen else turning

    async def _show_menu(self, order: _Order) -> None:
        """The menu of commands of somebody whose roles have just changed."""
        menu = order.parcel.reply.menu
        if menu:
            try:
                await set_menu_of(self._api, order.chat, map(Role, menu))
            except TelegramError as error:
                log.warning("a person's menu could not be set", error=type(error).__name__)

    async def _call(self, chat: int, message: Outgoing) -> Callable[[], Awaitable[int | None]]:
        fields = {"chat_id": chat, **message.fields}
        attachment = message.file
        if attachment is None:
            return lambda: self._api.send("sendMessage", fields)
        content = await self._make_file(attachment)
        send = self._api.send_picture if attachment.form in PICTURES else self._api.send_file
        return lambda: send(fields, attachment.filename, content)

    async def _answer(self, query: str, words: str) -> None:
        fields = {"callback_query_id": query} | ({"text": words[:MAXIMUM_TOAST]} if words else {})
        await self._attempts.once(lambda: self._api.send("answerCallbackQuery", fields))

    async def _note(self, order: _Order) -> None:
        """Notes that a parcel has arrived, and those before it that could not be noted."""
        if order.number:
            first = min(order.first, self._unnoted.pop(order.chat, order.first))
            if not await self._is_noted(self._mailbox.delivered(order.person, order.number, first=first), order):
                self._unnoted[order.chat] = first

    async def _is_noted(self, noting: Coroutine[Any, Any, None], order: _Order) -> bool:
        """Whether the store could note it. While it cannot, a restart sends the parcel again."""
        try:
            await noting
        except StoreError as error:
            log.warning("a delivery could not be noted", person=order.person, parcel=order.number, error=str(error))
            return False
        return True
