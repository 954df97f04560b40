"""What the Bot API server remembers: chats with their messages, files, menus."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Any

TOKEN = "4242:loopback-token-of-the-tests"  # noqa: S105 - opens nothing
BOT = {
    "id": 4242,
    "is_bot": True,
    "first_name": "Coach",
    "username": "CoachBot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}


@dataclass
class Chat:
    """A chat with the bot. ``messages`` are the last ones of both sides, as they read now; ``changed`` is set at each
    change; ``sent`` counts what the bot ever sent."""

    id: int
    kind: str = "private"
    messages: deque[dict[str, Any]] = field(default_factory=deque)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    blocked: bool = False
    sent: int = 0

    def find(self, message: object) -> dict[str, Any] | None:
        return next((each for each in reversed(self.messages) if each["message_id"] == message), None)


class State:
    """``keep`` is how many messages of a chat are remembered. Message ids are counted over all private chats, as
    Telegram does."""

    def __init__(self, keep: int = 400) -> None:
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, bool] = {}  # callback query id -> answered
        self.toasts: list[str] = []  # what was shown for a moment over a tapped button
        self.files: dict[str, bytes] = {}
        self.menus: dict[str, Any] = {}
        self.last_message = 100
        self.last_query = 0
        self._keep = keep

    def chat(self, number: int, kind: str = "private") -> Chat:
        """The chat of that number, a new one if need be."""
        if number not in self.chats:
            self.chats[number] = Chat(number, kind, deque(maxlen=self._keep))
        return self.chats[number]

    def add(self, chat: Chat, message: dict[str, Any]) -> dict[str, Any]:
        """Puts a message into a chat, with the next id."""
        self.last_message += 1
        numbered = {
            "message_id": self.last_message,
            "date": 1_760_000_000 + self.last_message,
            "chat": {"id": chat.id, "type": chat.kind, "first_name": "Somebody"},
            **message,
        }
        chat.messages.append(numbered)
        chat.changed.set()
        return numbered
