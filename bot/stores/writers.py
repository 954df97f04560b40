"""Where the disk is waited for: on the event loop while it is quick, in threads while it is not."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Done = TypeVar("Done")

# Enough that nobody waits for a thread: file systems flush together what waits at the same time.
THREADS = 64
SLOW = 0.002  # seconds; about as long as judging an answer, which nobody hands to a thread either
IN_THREADS = 1_000  # pieces of work, after a slow one, before the loop is tried again


class Writers:
    """Runs work of the disk. How long a flush takes changes a hundredfold with what else the machine does, and a thread
    costs more than a quick flush, so that what the latest work on the loop took decides about what comes."""

    def __init__(self) -> None:
        self._threads: ThreadPoolExecutor | None = None
        self._to_threads = 0

    def start(self) -> None:
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="store")

    def stop(self) -> None:
        """Returns when all work is done."""
        if self._threads is not None:
            self._threads.shutdown()
            self._threads = None

    async def run(self, work: Callable[[], Done]) -> Done:
        """What the work gives, or raises. It is finished when this returns, also when the caller is cancelled."""
        if self._threads is not None and self._to_threads > 0:
            self._to_threads -= 1
            return await _finished(asyncio.get_running_loop().run_in_executor(self._threads, work))
        begun = time.perf_counter()
        try:
            return work()
        finally:
            if time.perf_counter() - begun > SLOW:
                self._to_threads = IN_THREADS


async def _finished(running: asyncio.Future[Done]) -> Done:
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        running.exception()  # looked at, so that asyncio does not complain about it
        raise
