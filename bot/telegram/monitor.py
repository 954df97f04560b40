"""A small web server for whoever watches over the coach: is it well, and how much does it do?"""

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

MAXIMUM_BODY = 1 << 20  # bytes


class Monitor:
    """Serves /healthz and /metrics; nothing in them is about a person. ``routes`` are served beside them."""

    def __init__(self, *routes: web.RouteDef) -> None:
        self.closing = False
        server = web.Application(client_max_size=MAXIMUM_BODY)
        server.add_routes([*routes, web.get("/healthz", self._health), web.get("/metrics", _metrics)])
        self._runner = web.AppRunner(server, access_log=None, shutdown_timeout=0.5)

    async def start(self, host: str, port: int) -> int:
        """Begins to listen; the port (a free one for 0). Raises OSError when the port is taken."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        return int(self._runner.addresses[0][1])

    def close(self) -> None:
        """From now on it says that the coach is stopping."""
        self.closing = True

    async def stop(self) -> None:
        await self._runner.cleanup()

    async def _health(self, _: web.Request) -> web.Response:
        return web.Response(status=503 if self.closing else 200, text="stopping" if self.closing else "ok")


async def _metrics(_: web.Request) -> web.Response:
    return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})
