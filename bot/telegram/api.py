"""The Bot API methods that carry the traffic, called with plain values.

python-telegram-bot builds an object for every value it sends and gets, which costs six times what the call itself
does, and one malformed update makes it refuse the whole batch. So updates are taken and messages are sent as they
stand; everything rarer goes through the methods of `telegram.Bot`.
"""

import os
from typing import Any

# How long to wait after a 429 comes as a timedelta, which is what later versions of the library always give.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram import Bot, InputFile

from bot.telegram.request import AiohttpRequest

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
PUBLIC_SERVER = "https://api.telegram.org"


class Api(Bot):
    """A connection to a Bot API server. ``root`` is its address without ``/bot``."""

    def __init__(self, token: str, root: str = PUBLIC_SERVER) -> None:
        root = root.rstrip("/")
        super().__init__(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(connections=4),
        )

    async def updates(self, offset: int | None, *, wait: float, limit: int = 100) -> list[Any]:
        """Updates from ``offset`` on, which acknowledges all before it; waits up to ``wait`` seconds for the first."""
        data = {"offset": offset, "timeout": int(wait), "limit": limit, "allowed_updates": ALLOWED_UPDATES}
        updates = await self._post("getUpdates", data, read_timeout=wait + 10)
        return updates if isinstance(updates, list) else []

    async def send(self, method: str, data: dict[str, Any]) -> int | None:
        """Calls a sending or editing method; the id of the message that it made or changed, None when it names none."""
        result = await self._post(method, data)
        return result.get("message_id") if isinstance(result, dict) else None

    async def fetch(self, identity: str) -> bytes:
        """The bytes of a file that a person sent. Raises `TelegramError`."""
        return bytes(await (await self.get_file(identity)).download_as_bytearray())

    async def send_file(self, data: dict[str, Any], name: str, content: bytes) -> int | None:
        """Sends ``content`` as a document that the person can save."""
        return await self.send("sendDocument", {**data, "document": InputFile(content, filename=name)})

    async def send_picture(self, data: dict[str, Any], name: str, content: bytes) -> int | None:
        """Sends ``content``, a PNG, as a picture that the chat shows."""
        return await self.send("sendPhoto", {**data, "photo": InputFile(content, filename=name)})
