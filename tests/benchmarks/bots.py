"""The bots that are compared, each in a process of its own against a Bot API server of its own."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.benchmarks.candidates import Candidate, Talker
from tests.benchmarks.crowd import Crowd, Somebody
from tests.benchmarks.lean_server import LeanServer, Webhook
from tests.faults.programs import free_port, listening

TOKEN = "4242:loopback-token-of-the-benchmarks"  # noqa: S105 - opens nothing
SECRET = "secret-of-the-benchmarks"  # noqa: S105 - opens nothing
PATIENCE_SECONDS = 30.0


@dataclass(frozen=True)
class Kind:
    """A bot to start. ``module`` is run by Python in the folder ``checkout``; ``people`` talk to it."""

    name: str
    module: str
    people: Callable[[int], Somebody]
    checkout: Path = Path()


COACH = Kind("the whole coach", "tests.telegram.unpaced", Candidate)
ECHO_TELEGRAM = Kind("echo on python-telegram-bot", "tests.benchmarks.echo_telegram", Talker)
ECHO_AIOGRAM = Kind("echo on aiogram", "tests.benchmarks.echo_aiogram", Talker)


class Bot:
    """A bot that runs, and the crowd that can talk to it."""

    def __init__(self, kind: Kind, server: LeanServer, crowd: Crowd, processes: list[psutil.Process]) -> None:
        self.kind = kind
        self.server = server
        self.crowd = crowd
        self._processes = processes

    def cpu_seconds(self) -> float:
        """What its processes have used so far."""
        times = [process.cpu_times() for process in self._all()]
        return sum(each.user + each.system for each in times)

    def resident_bytes(self) -> int:
        """The memory of its processes."""
        return sum(process.memory_info().rss for process in self._all())

    def _all(self) -> list[psutil.Process]:
        return [each for process in self._processes for each in (process, *process.children(recursive=True))]


@asynccontextmanager
async def running(
    kind: Kind,
    data: Path | str,
    *,
    chats: int,
    webhooks: int = 0,
    first: int = 1001,
    fresh: bool = False,
    **further: str,
) -> AsyncIterator[Bot]:
    """A bot, polling, or so many replicas by webhook. ``data`` is a folder, or the address of a database.

    ``first`` and ``fresh`` are the crowd's, ``further`` are more settings."""
    async with LeanServer() as server, AsyncExitStack() as stack:
        ports = [free_port() for _ in range(webhooks)]
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": server.root,
            "LOG_LEVEL": "ERROR",
            **further,
            **({"DATABASE_URL": data} if isinstance(data, str) else {"DATA_DIR": str(data)}),
        }
        processes = []
        for port in ports or [0]:
            webhook = {"WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "WEBHOOK_SECRET": SECRET, "PORT": str(port)}
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", kind.module),
                env={**os.environ, **settings, **(webhook if port else {})},
                cwd=kind.checkout,
            )
            stack.push_async_callback(_end, process)
            processes.append(psutil.Process(process.pid))
        for port in ports:
            await listening(port, PATIENCE_SECONDS)
        server.webhooks = [Webhook(port, "/telegram", SECRET) for port in ports]
        crowd = Crowd(chats, kind.people, server.send, first=first, fresh=fresh)
        server.shown = crowd.shown
        yield Bot(kind, server, crowd, processes)


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
