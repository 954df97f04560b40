"""Takes updates that Telegram pushes: 200 only after the commit; health and metrics stand beside it."""

import asyncio
import hmac
import json
from typing import Any

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.telegram.intake import Intake

log = structlog.get_logger(__name__)

MAXIMUM_BODY = 1 << 20  # bytes
COMMIT_SECONDS = 25.0  # Telegram gives up on a request soon after and sends the update again
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header


class Webhook:
    """A web server that takes updates at ``path`` from whoever knows ``secret``."""

    def __init__(self, intake: Intake, path: str, secret: str) -> None:
        self._intake = intake
        self._secret = secret.encode()
        self._under_way: dict[int, asyncio.Future[None]] = {}
        self._closing = False
        self._server = web.Application(client_max_size=MAXIMUM_BODY)
        self._server.add_routes(
            [web.post(path, self._push), web.get("/healthz", self._health), web.get("/metrics", _metrics)]
        )
        self._runner = web.AppRunner(self._server, access_log=None, shutdown_timeout=0.5)

    async def start(self, host: str, port: int) -> int:
        """Begins to listen; the port (a free one for 0). Raises OSError when the port is taken."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        return int(self._runner.addresses[0][1])

    def close(self) -> None:
        """From now on updates are refused, so that Telegram sends them again later or to another replica."""
        self._closing = True

    async def stop(self) -> None:
        await self._runner.cleanup()

    async def _push(self, request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self._secret):
            return web.Response(status=403, text="This address takes updates from Telegram only.")
        if self._closing:
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

    async def _health(self, _: web.Request) -> web.Response:
        return web.Response(status=503 if self._closing else 200, text="stopping" if self._closing else "ok")


async def _metrics(_: web.Request) -> web.Response:
    return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})
