"""Updates that wait for the bot, with Telegram's rule of acknowledgement."""

import asyncio
from collections import deque
from typing import Any

from tests.telegram.methods import ApiError

LIMITED_SECONDS = 0.5
LATEST = 20


class UpdateQueue:
    """``pending`` are the updates not acknowledged yet, in order, ``latest`` those that were added last."""

    def __init__(self) -> None:
        self.pending: list[dict[str, Any]] = []
        self.latest: deque[dict[str, Any]] = deque(maxlen=LATEST)
        self.acknowledged = 0  # the highest update id that the bot let go of
        self._next = 500_000_000
        self._arrived = asyncio.Event()
        self._poller: asyncio.Event | None = None
        self._last = (-1, -1.0)

    def add(self, update: dict[str, Any], number: int | None = None) -> dict[str, Any]:
        """Puts an update at the end of the queue; ``number`` repeats an earlier id."""
        if number is None:
            number, self._next = self._next, self._next + 1
        numbered = {"update_id": number, **update}
        self.pending.append(numbered)
        self.latest.append(numbered)
        self._arrived.set()
        return numbered

    def add_again(self, update: dict[str, Any]) -> None:
        """Puts an update that was added before at the end of the queue."""
        self.pending.append(update)
        self._arrived.set()

    def remove(self, update: dict[str, Any]) -> None:
        """Lets go of an update that was pushed."""
        self.pending = [each for each in self.pending if each is not update]

    def close(self) -> None:
        """Lets go of whoever polls."""
        if self._poller is not None:
            self._poller.set()
        self._arrived.set()

    async def poll(self, fields: dict[str, Any]) -> list[dict[str, Any]]:
        """getUpdates: lets go of all before ``offset``, gives what is left, waits up to ``timeout`` for the first.

        A second poller ends the first with 409. Polled again at one offset within half a second: one update only.
        """
        offset, limit, seconds = (int(fields.get(name) or 0) for name in ("offset", "limit", "timeout"))
        self._let_go(offset)
        if self._poller is not None:
            self._poller.set()
        ended = self._poller = asyncio.Event()
        now = asyncio.get_running_loop().time()
        if self._last[0] == offset and now - self._last[1] < LIMITED_SECONDS:
            limit = 1
        self._last = (offset, now)
        try:
            await self._wait(ended, now + seconds)
        finally:
            if self._poller is ended:
                self._poller = None
        if ended.is_set():
            raise ApiError(
                409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
            )
        return self.pending[: limit or 100]

    def _let_go(self, offset: int) -> None:
        if offset > 0:
            self.acknowledged = max(
                [self.acknowledged] + [u["update_id"] for u in self.pending if u["update_id"] < offset]
            )
            self.pending = [update for update in self.pending if update["update_id"] >= offset]

    async def _wait(self, ended: asyncio.Event, until: float) -> None:
        loop = asyncio.get_running_loop()
        while not self.pending and not ended.is_set() and loop.time() < until:
            self._arrived.clear()
            waiting = [asyncio.ensure_future(self._arrived.wait()), asyncio.ensure_future(ended.wait())]
            await asyncio.wait(waiting, timeout=until - loop.time(), return_when=asyncio.FIRST_COMPLETED)
            for task in waiting:
                task.cancel()
