"""Somebody who talks to the bot, so that a test reads as a transcript."""

import asyncio
from typing import TYPE_CHECKING, Any

from tests.telegram.state import BOT

if TYPE_CHECKING:
    from tests.telegram.bot_api_server import BotApiServer

PATIENCE_SECONDS = 15.0  # until a missing reply fails the test


class Person:
    """``says``, ``presses`` and the like make updates; `reply` gives what the bot answered, message by message."""

    def __init__(self, server: "BotApiServer", number: int, name: str) -> None:
        self.server = server
        self.number = number
        self.name = name
        self.chat = server.state.chat(number)
        self._read = 0  # the id of the last message of the bot that was read

    @property
    def key(self) -> str:
        """The key of this person's notebook."""
        return f"telegram-{self.number}"

    async def says(self, text: str, *, repeats: int | None = None, **fields: Any) -> int:
        """Sends a message; its id. ``repeats`` delivers it under an update id that was used before."""
        return self._send({"text": text, **fields}, repeats)

    async def sends(self, kind: str, content: Any = None, **fields: Any) -> int:
        """Sends something that is no text: a "photo", a "voice"."""
        return self._send({kind: content or {"file_id": "x", "file_unique_id": "x"}, **fields}, None)

    async def edits(self, message: int, text: str) -> None:
        """Changes an earlier message."""
        old = self.chat.find(message)
        assert old is not None
        old["text"] = text
        self.server.push("edited_message", {**old, "edit_date": old["date"] + 60}, chat=self.number)

    async def presses(self, label: str) -> str:
        """Taps the newest button of that label; the id of the query."""
        for message in reversed(self.chat.messages):
            for button in buttons(message):
                if button["text"] == label:
                    return self.taps(message, button["callback_data"])
        raise AssertionError(f"There is no button {label!r} in:\n{self.transcript()}")

    def taps(self, message: dict[str, Any], choice: str) -> str:
        """Taps a button by what it carries, there or forged."""
        self.server.state.last_query += 1
        query = str(self.server.state.last_query)
        self.server.state.queries[query] = False
        content = {"id": query, "from": self._user(), "message": message, "chat_instance": "1", "data": choice}
        self.server.push("callback_query", content, chat=self.number)
        return query

    async def blocks(self, *, blocked: bool = True) -> None:
        """Blocks the bot, or lets it in again."""
        self.chat.blocked = blocked
        statuses = ["member", "kicked"] if blocked else ["kicked", "member"]
        old, new = ({"user": BOT, "status": status} for status in statuses)
        change = {"chat": self._chat(), "from": self._user(), "date": 1, "old_chat_member": old, "new_chat_member": new}
        self.server.push("my_chat_member", change, chat=self.number)

    async def reply(self, patience: float = PATIENCE_SECONDS) -> dict[str, Any]:
        """The next message of the bot, as it reads now; waits for it."""
        return await self._when(self._next, "no reply came", patience)

    async def reads(self) -> str:
        """The text of the next message of the bot."""
        message = await self.reply()
        return str(message.get("text") or message.get("caption") or "")

    async def sees(self, text: str) -> dict[str, Any]:
        """Waits until a message of the bot, new or edited, holds the text; what came before it counts as read."""

        def seen() -> dict[str, Any] | None:
            for message in self.chat.messages:
                if message["from"] == BOT and text in (message.get("text") or message.get("caption") or ""):
                    self._read = max(self._read, message["message_id"])
                    return message
            return None

        return await self._when(seen, f"{text!r} never came")

    @property
    def unread(self) -> int:
        """How many messages of the bot were not read yet."""
        return sum(each["from"] == BOT and each["message_id"] > self._read for each in self.chat.messages)

    def transcript(self) -> str:
        return "\n".join(
            f"{message['from']['first_name']}: {message.get('text') or message.get('caption') or '(a file)'}"
            for message in self.chat.messages
        )

    async def prints(self) -> None:
        """Shows what the bot says for as long as it runs."""
        while True:
            message = await self._when(self._next, "", patience=None)
            print(message.get("text"), *(f"[{button['text']}]" for button in buttons(message)), sep="\n")

    def _send(self, content: dict[str, Any], repeats: int | None) -> int:
        message = self.server.state.add(self.chat, {"from": self._user(), **content})
        self.server.push("message", message, chat=self.number, number=repeats)
        return int(message["message_id"])

    def _next(self) -> dict[str, Any] | None:
        for message in self.chat.messages:
            if message["message_id"] > self._read and message["from"] == BOT:
                self._read = message["message_id"]
                return message
        return None

    async def _when(self, found: Any, complaint: str, patience: float | None = PATIENCE_SECONDS) -> dict[str, Any]:
        try:
            async with asyncio.timeout(patience):
                while True:
                    if (message := found()) is not None:
                        return dict(message)
                    self.chat.changed.clear()
                    await self.chat.changed.wait()
        except TimeoutError:
            raise AssertionError(f"{complaint}; so far:\n{self.transcript()}") from None

    def _user(self) -> dict[str, Any]:
        return {"id": self.number, "is_bot": False, "first_name": self.name, "language_code": "en"}

    def _chat(self) -> dict[str, Any]:
        return {"id": self.number, "type": "private", "first_name": self.name}


def buttons(message: dict[str, Any]) -> list[dict[str, str]]:
    """All buttons under a message, row by row."""
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for button in buttons(message)]
