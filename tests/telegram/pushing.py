"""Pushes updates to a webhook as Telegram does: one at a time for each chat, again until the answer is 200."""

import asyncio
from collections import deque
from typing import Any

import aiohttp

from tests.telegram.queue import UpdateQueue

PAUSE_SECONDS = 0.05  # between attempts; Telegram itself waits longer


class Pusher:
    """``url`` is where updates go, "" for nowhere. ``refused`` counts the answers that were not 200."""

    def __init__(self, queue: UpdateQueue) -> None:
        self.url = ""
        self.secret = ""
        self.refused = 0
        self._queue = queue
        self._chats: dict[int, deque[dict[str, Any]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None

    def set(self, url: str, secret: str) -> None:
        """Sets the webhook; what waits is pushed at once."""
        self.url, self.secret = url, secret
        if url:
            for update in self._queue.pending:
                self.push(chat_of(update), update)

    def push(self, chat: int, update: dict[str, Any]) -> None:
        if chat in self._chats:
            if not any(each is update for each in self._chats[chat]):
                self._chats[chat].append(update)
            return
        self._chats[chat] = deque([update])
        task = asyncio.get_running_loop().create_task(self._run(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _run(self, chat: int) -> None:
        updates = self._chats[chat]
        try:
            while updates and self.url:
                if await self._post(updates[0]):
                    self._queue.remove(updates.popleft())
                else:
                    self.refused += 1
                    await asyncio.sleep(PAUSE_SECONDS)
        finally:
            del self._chats[chat]

    async def _post(self, update: dict[str, Any]) -> bool:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=100))
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret}
        try:
            async with self._session.post(self.url, json=update, headers=headers) as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False


def chat_of(update: dict[str, Any]) -> int:
    """The chat that an update belongs to, 0 for none."""
    content = next(value for name, value in update.items() if name != "update_id")
    return int(content.get("message", content).get("chat", {}).get("id", 0))
