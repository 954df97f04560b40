"""Takes updates by long polling and lets Telegram forget only what is committed."""

import asyncio
import random
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.telegram.api import Api
from bot.telegram.intake import Intake
from bot.telegram.ledger import Ledger

log = structlog.get_logger(__name__)

BATCH = 100  # the most that Telegram gives at once, and so the most that is ever under way
WAIT_SECONDS = 30.0
REPEAT_SECONDS = 0.6  # polled twice at one offset within half a second, Telegram gives a single update
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
YOUNG_SECONDS, CONFLICTS = 60.0, 2


class SecondPollerError(Exception):
    """Another process takes the updates of the same bot."""


class Polling:
    """Polls until it is cancelled; `confirm` then tells Telegram what was committed last."""

    def __init__(self, api: Api, intake: Intake) -> None:
        self._api = api
        self._intake = intake
        self._ledger = Ledger()
        self._conflicts = 0

    async def run(self) -> None:
        """Takes updates for ever. Raises `SecondPollerError` and `InvalidToken`; waits out everything else."""
        loop, pause = asyncio.get_running_loop(), FIRST_PAUSE
        young_until = loop.time() + YOUNG_SECONDS
        while True:
            offset = self._ledger.offset
            try:
                updates = await self._api.updates(offset, wait=WAIT_SECONDS)
            except InvalidToken:
                raise
            except Conflict:
                self._note_conflict(young=loop.time() < young_until)
                await asyncio.sleep(pause)
            except RetryAfter as error:
                log.warning("telegram asked to poll more slowly")
                await asyncio.sleep(_seconds(error))
            except TelegramError as error:
                log.warning("telegram cannot be polled, trying again", error=type(error).__name__)
                await asyncio.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                pause = FIRST_PAUSE
                for update in updates:
                    self._take(update, offset)
                await self._ledger.room(offset, BATCH // 2, REPEAT_SECONDS)

    async def confirm(self) -> None:
        """Acknowledges what was committed since the last poll."""
        if self._ledger.offset is not None:
            await self._api.updates(self._ledger.offset, wait=0, limit=1)

    def _take(self, update: Any, polled: int | None) -> None:
        number = update.get("update_id") if isinstance(update, dict) else None
        if not isinstance(number, int) or not self._ledger.begin(number, polled):
            return
        done = self._intake.take(update)
        done.add_done_callback(lambda done: self._settle(number, done))

    def _settle(self, number: int, done: asyncio.Future[None]) -> None:
        if not done.cancelled() and done.exception() is None:
            self._ledger.commit(number)

    def _note_conflict(self, *, young: bool) -> None:
        """The newcomer gives way. Its first conflict may be the last poll of a process that it replaces; a second one
        is not."""
        self._conflicts += 1
        if young and self._conflicts >= CONFLICTS:
            raise SecondPollerError
        log.warning("another process polls with the same token", conflicts=self._conflicts)


def _seconds(error: RetryAfter) -> float:
    waiting = error.retry_after
    return float(waiting) if isinstance(waiting, int) else waiting.total_seconds()
