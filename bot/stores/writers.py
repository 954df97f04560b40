"""Where the disk is waited for: in threads, so that nothing else waits with it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Done = TypeVar("Done")

THREADS = 8


class Writers:
    """Runs work of the disk."""

    def __init__(self) -> None:
        self._threads: ThreadPoolExecutor | None = None

    def start(self) -> None:
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="store")

    def stop(self) -> None:
        """Returns when all work is done."""
        if self._threads is not None:
            self._threads.shutdown()
            self._threads = None

    async def run(self, work: Callable[[], Done]) -> Done:
        """What the work gives, or raises. It is finished when this returns, also when the caller is cancelled."""
        return await finished(asyncio.get_running_loop().run_in_executor(self._threads, work))


async def finished(running: asyncio.Future[Done]) -> Done:
    """What it gives, or raises; also when the caller is cancelled, this returns no sooner."""
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        if not running.cancelled():
            running.exception()  # looked at, so that asyncio does not complain about it
        raise
