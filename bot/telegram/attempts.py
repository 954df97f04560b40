"""Calls Telegram until a message has arrived or never will: waits out 429, retries what may be retried."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.telegram.pace import Limits, Pace

log = structlog.get_logger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds
FLOODED_CHATS = 3  # so many chats told to wait at the same time mean that the whole bot is too fast

Call = Callable[[], Awaitable[int | None]]


class UnreachableError(Exception):
    """The person blocked the bot, or their account is gone."""


class RefusedError(Exception):
    """Telegram will never take this message; the text says why and holds nothing that a person wrote."""


class Attempts:
    """Makes calls at the pace of ``limits``. One call at a time for each chat; chats do not wait for each other,
    unless Telegram says that the bot as a whole is too fast."""

    def __init__(self, limits: Limits) -> None:
        self._chats = Pace(limits.chat_rate, limits.chat_burst)
        self._overall = Pace(limits.overall_rate, limits.overall_burst)
        self._told_to_wait: dict[int, float] = {}

    async def send(self, chat: int, call: Call) -> tuple[int | None, bool]:
        """The id of the message, and whether it is sure that it arrived once only (an attempt whose answer was lost
        may have arrived). Raises `UnreachableError` and `RefusedError`; everything else is tried until it works."""
        pause, sure = FIRST_PAUSE, True
        while True:
            await self._turn(chat)
            try:
                return await call(), sure
            except RetryAfter as error:
                await self._wait(chat, error.retry_after)
            except Forbidden as error:
                raise UnreachableError from error
            except (BadRequest, ChatMigrated) as error:
                if "chat not found" in error.message.lower():
                    raise UnreachableError from error
                raise RefusedError(error.message) from error
            except TelegramError as error:
                sure = False
                log.warning("telegram did not take a message, trying again", error=type(error).__name__)
                await asyncio.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311
                pause = min(pause * 2, LONGEST_PAUSE)

    async def edit(self, chat: int, call: Call) -> bool:
        """Whether an earlier message now shows what it should; False when it cannot be changed any more."""
        try:
            await self.send(chat, call)
        except RefusedError as refusal:
            return "not modified" in str(refusal).lower()
        return True

    async def once(self, call: Call) -> None:
        """Makes a call that is not worth a second attempt, and outside of the limits."""
        try:
            await call()
        except TelegramError as error:
            log.debug("telegram did not take a call", error=type(error).__name__)

    async def _turn(self, chat: int) -> None:
        now = asyncio.get_running_loop().time()
        wait = max(self._chats.take(chat, now), self._overall.take(None, now), self._flood(now))
        if wait > 0:
            await asyncio.sleep(wait)

    def _flood(self, now: float) -> float:
        """Seconds that everybody waits, because several chats at once were told to."""
        if self._told_to_wait:
            self._told_to_wait = {chat: until for chat, until in self._told_to_wait.items() if until > now}
        if len(self._told_to_wait) < FLOODED_CHATS:
            return 0.0
        return max(self._told_to_wait.values()) - now

    async def _wait(self, chat: int, retry_after: timedelta | int) -> None:
        seconds = retry_after.total_seconds() if isinstance(retry_after, timedelta) else float(retry_after)
        self._told_to_wait[chat] = asyncio.get_running_loop().time() + seconds
        log.info("telegram asked to wait", seconds=seconds)
        await asyncio.sleep(seconds + random.uniform(0.0, 0.3))  # noqa: S311
