"""People in a closed loop: each says something, waits for the reply, and says the next thing."""

import asyncio
import random
import time
from collections.abc import Callable
from typing import Any, Protocol

from tests.benchmarks.candidates import Action

PATIENCE_SECONDS = 30.0


class Somebody(Protocol):
    """A `Candidate`, or a `Talker`."""

    interviews: int

    def begins(self) -> Action: ...
    def reacts(self, choices: list[str]) -> Action | None: ...


class _Chat:
    def __init__(self, number: int, somebody: Somebody) -> None:
        self.number = number
        self.somebody = somebody
        self.said_at: float | None = None  # None while nothing is being waited for
        self.screen: dict[str, Any] = {}


class Crowd:
    """``chats`` people who talk to one bot. ``send`` takes each update, as an object without its id.

    The first has the number ``first``; with ``fresh`` a new person comes after each interview. ``turns`` counts
    replies, ``interviews`` those finished; ``latencies`` are the seconds from saying something to the reply's arrival.
    """

    def __init__(
        self,
        chats: int,
        somebody: Callable[[int], Somebody],
        send: Callable[[int, dict[str, Any]], None],
        *,
        first: int = 1001,
        fresh: bool = False,
    ) -> None:
        self.turns = 0
        self.interviews = 0
        self.latencies: list[float] = []
        self.pause = 0.0  # seconds, on average, that a person takes to answer
        self._somebody = somebody
        self._send = send
        self._fresh = fresh
        self._going = False
        self._message = 100
        self._next = first
        self._random = random.Random(7)
        self._chats: dict[int, _Chat] = {}
        for _ in range(chats):
            self._come()

    def go(self) -> None:
        """Everybody who waits for nothing says something."""
        self._going = True
        for chat in list(self._chats.values()):
            if chat.said_at is None:
                self._act(chat, chat.somebody.reacts(_choices(chat.screen)) if chat.screen else None)

    async def rest(self) -> None:
        """Nobody says anything new; returns when nobody waits for a reply. Raises TimeoutError."""
        self._going = False
        async with asyncio.timeout(PATIENCE_SECONDS):
            while any(chat.said_at is not None for chat in self._chats.values()):
                await asyncio.sleep(0.01)

    def shown(self, number: int, fields: dict[str, Any]) -> int:
        """A reply of the bot arrives; the message's id."""
        self._message += 1
        chat = self._chats.get(number)
        if chat is None or chat.said_at is None:
            return self._message
        self.turns += 1
        self.latencies.append(time.perf_counter() - chat.said_at)
        chat.said_at = None
        chat.screen = {"message_id": self._message, **fields}
        if self._going:
            action = chat.somebody.reacts(_choices(fields))
            if self.pause:
                asyncio.get_running_loop().call_later(
                    self._random.expovariate(1 / self.pause), lambda: self._act(chat, action)
                )
            else:
                self._act(chat, action)
        return self._message

    def _come(self) -> _Chat:
        chat = self._chats[self._next] = _Chat(self._next, self._somebody(self._next))
        self._next += 1
        return chat

    def _act(self, chat: _Chat, action: Action | None) -> None:
        if not self._going or chat.said_at is not None:
            return
        if action is None and chat.screen:
            self.interviews += 1
            if self._fresh:
                del self._chats[chat.number]
                chat = self._come()
        action = action or chat.somebody.begins()
        chat.said_at = time.perf_counter()
        self._send(chat.number, self._update(chat, action))

    def _update(self, chat: _Chat, action: Action) -> dict[str, Any]:
        user = {"id": chat.number, "is_bot": False, "first_name": "Ana", "language_code": "en"}
        place = {"chat": {"id": chat.number, "type": "private", "first_name": "Ana"}, "date": 1_760_000_000}
        if action.tap:
            message = {**place, **chat.screen, "from": BOT}
            content = {"id": str(chat.screen["message_id"]), "from": user, "message": message, "chat_instance": "1"}
            return {"callback_query": {**content, "data": action.tap}}
        self._message += 1
        return {"message": {**place, "message_id": self._message, "from": user, "text": action.words}}


BOT = {"id": 4242, "is_bot": True, "first_name": "Coach", "username": "CoachBot"}


def _choices(screen: dict[str, Any]) -> list[str]:
    keyboard = screen.get("reply_markup")
    return [button["callback_data"] for row in keyboard["inline_keyboard"] for button in row] if keyboard else []
