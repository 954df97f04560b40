"""The program as a process of its own, to be killed and started again; and where it keeps what it is told."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from tests.faults.relay import Relay
from tests.stores.homes import Database
from tests.telegram.bot_api_server import BotApiServer

STOP_SECONDS = 15.0  # a program that takes longer than this hangs; it promises five


class Program:
    """`python -m bot` without Telegram's limits; started again with the same settings after each kill.

    ``log`` is the file that its logs are added to, None for the standard error of the tests."""

    def __init__(self, server: BotApiServer, log: Path | None = None, **settings: str) -> None:
        self._server = server
        self._log = log
        self._environment = {
            **os.environ,
            "LOG_LEVEL": "ERROR",
            "DESKS": "0",
            "TELEGRAM_BOT_TOKEN": server.token,
            "TELEGRAM_API_URL": server.root,
            **settings,
        }
        self._process: asyncio.subprocess.Process | None = None
        self._hellos_before = 0

    async def start(self, *, wait: bool = True) -> None:
        """Starts it; with ``wait``, returns when it has said hello to Telegram."""
        self._hellos_before = self._hellos()
        with self._log.open("ab") if self._log else nullcontext() as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.telegram.unpaced", env=self._environment, stderr=log
            )
        if wait:
            await self._greeted()

    def _hellos(self) -> int:
        return self._server.calls.get("getMe", 0)

    async def _greeted(self) -> None:
        assert self._process is not None
        while self._hellos() == self._hellos_before:
            assert self._process.returncode is None, "it ended by itself"
            await asyncio.sleep(0.02)

    async def end(self, *, kill: bool) -> int:
        """The exit status, after SIGKILL, or after SIGTERM once it has started; before, that ends the interpreter."""
        if not kill:
            await self._greeted()
        return await self.told(signal.SIGKILL if kill else signal.SIGTERM)

    async def told(self, number: signal.Signals) -> int:
        """The exit status, after that signal."""
        assert self._process is not None
        assert self._process.returncode is None, "it ended by itself"
        self._process.send_signal(number)
        async with asyncio.timeout(STOP_SECONDS):
            return await self._process.wait()


async def listening(port: int, seconds: float = STOP_SECONDS) -> None:
    """Returns when a program listens there; it then minds signals. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                return


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def webhook_settings(port: int, public: int | None = None) -> dict[str, str]:
    """``public`` is the port that Telegram calls, where it is another one than the program's own."""
    return {"WEBHOOK_URL": f"http://127.0.0.1:{public or port}/telegram", "PORT": str(port)}


@asynccontextmanager
async def far_away(database: Database) -> AsyncIterator[tuple[Relay, str]]:
    """The database behind a network that can be cut, and its URL there."""
    parts = {name: str(value) for name, value in conninfo_to_dict(database.target).items()}
    host, port = parts.get("host", "127.0.0.1"), int(parts.get("port", 5432))
    async with Relay(f"{host}/.s.PGSQL.{port}" if host.startswith("/") else (host, port)) as relay:
        user = ":".join(filter(None, [parts["user"], parts.get("password")]))
        options = parts["options"].replace("=", "%3D")
        yield relay, f"postgresql://{user}@127.0.0.1:{relay.port}/{parts['dbname']}?options={options}"
