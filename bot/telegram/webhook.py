"""Takes updates that Telegram pushes: 200 only after the commit; health and metrics stand beside it."""

import asyncio
import hmac
import json
from typing import Any

import structlog
from aiohttp import web

from bot.telegram.intake import Intake
from bot.telegram.monitor import Monitor

log = structlog.get_logger(__name__)

COMMIT_SECONDS = 25.0  # Telegram gives up on a request soon after and sends the update again
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header


class Webhook(Monitor):
    """A web server that takes updates at ``path`` from whoever knows ``secret``. Once it is closed it refuses them, so
    that Telegram sends them again later or to another replica."""

    def __init__(self, intake: Intake, path: str, secret: str) -> None:
        super().__init__(web.post(path, self._push))
        self._intake = intake
        self._secret = secret.encode()
        self._under_way: dict[int, asyncio.Future[None]] = {}

    async def _push(self, request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self._secret):
            return web.Response(status=403, text="This address takes updates from Telegram only.")
        if self.closing:
            return web.Response(status=503, text="Stopping. Send it again.")
        try:
            update = json.loads(await request.read())
        except (ValueError, RecursionError):
            return web.Response(status=400, text="This is not JSON.")
        number = update.get("update_id") if isinstance(update, dict) else None
        if not isinstance(number, int):
            return web.Response(status=400, text="This is not an update.")
        return await self._commit(number, update)

    async def _commit(self, number: int, update: Any) -> web.Response:
        done = self._under_way.get(number)
        if done is None:
            done = self._under_way[number] = self._intake.take(update)
            done.add_done_callback(lambda _: self._under_way.pop(number, None))
        finished, _ = await asyncio.wait([done], timeout=COMMIT_SECONDS)
        if not finished or done.cancelled() or done.exception() is not None:
            return web.Response(status=503, text="Not stored yet. Send it again.")
        return web.Response()
