"""What goes wrong around the program while candidates practice."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

from tests.faults.relay import Relay
from tests.stores.homes import Database
from tests.telegram.bot_api_server import BotApiServer

ALWAYS = 1_000_000


@contextmanager
def broken_telegram(server: BotApiServer) -> Iterator[None]:
    """Now and then errors, cut connections, waits and slow answers."""
    for method in ("sendMessage", "editMessageText"):
        server.break_(method, status=500, chance=0.04, times=ALWAYS)
        server.break_(method, drop=True, chance=0.04, times=ALWAYS)
        server.break_(method, status=429, retry_after=1, chance=0.01, times=ALWAYS)
        server.break_(method, delay=0.2, chance=0.05, times=ALWAYS)
    server.break_("getUpdates", drop=True, chance=0.1, times=ALWAYS)
    server.break_("getUpdates", status=502, chance=0.05, times=ALWAYS)
    yield
    server.faults.clear()


@asynccontextmanager
async def repeated_updates(server: BotApiServer, fate: random.Random) -> AsyncIterator[None]:
    """Telegram sends what was acknowledged a moment ago once more."""

    async def repeat() -> None:
        server.repeat(fate)

    async with _now_and_then(repeat, fate):
        yield


@asynccontextmanager
async def lost_database(database: Database, network: Relay, fate: random.Random) -> AsyncIterator[None]:
    """The database ends its connections, as when it restarts, or cannot be reached for a while."""

    async def lose() -> None:
        if fate.random() < 0.5:
            await asyncio.to_thread(database.cut_connections)
        else:
            network.cut()
            await asyncio.sleep(fate.uniform(0.1, 1.5))
            network.mend()

    async with _now_and_then(lose, fate):
        yield


@asynccontextmanager
async def _now_and_then(trouble: Callable[[], Awaitable[None]], fate: random.Random) -> AsyncIterator[None]:
    async def go_on() -> None:
        while True:
            await asyncio.sleep(fate.uniform(0.5, 3.0))
            await trouble()

    making = asyncio.create_task(go_on())
    try:
        yield
        assert not making.done(), making
    finally:
        making.cancel()
        await asyncio.gather(making, return_exceptions=True)
