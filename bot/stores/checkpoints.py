"""Keeps the log of commits short: what stands in its closed segments goes into small files, beside all other work."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from itertools import islice

import structlog

from bot.stores.commits import Commits
from bot.stores.turns import Turns
from bot.stores.writers import Writers

log = structlog.get_logger(__name__)

LARGE = 8 << 20  # bytes; a segment that is larger is closed
OLD = 10.0  # seconds; so is one that is older, as it holds what people have changed or deleted since
AT_ONCE = 4  # files
REST = 30.0  # seconds after the disk refused
STOP_SECONDS = 0.3  # at the end of a graceful stop, for which there are five in all


class Checkpoints:
    """``put_down`` stores an encoded notebook in its small file, in a thread; it raises OSError.

    A person is put down in their turn, so that neither a commit nor a deletion comes in between.
    """

    def __init__(
        self, commits: Commits, put_down: Callable[[str, bytes], None], turns: Turns, writers: Writers
    ) -> None:
        self._commits = commits
        self._put_down = put_down
        self._turns = turns
        self._writers = writers
        self._running: asyncio.Task[None] | None = None
        self._is_large = asyncio.Event()  # the latest segment

    def call(self) -> None:
        """To be called after each commit, and after the start."""
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        if self._commits.size > LARGE:
            self._is_large.set()

    async def stop(self) -> None:
        """Puts down as many as there is time for. The others stay in the log, from where the next start takes them."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.wait([self._running])
            self._running = None
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(STOP_SECONDS):
                    while self._commits.people():
                        await self.round()
        except OSError as fault:
            log.warning("what is committed stays in the log until the next start", reason=fault.strerror)

    async def _run(self) -> None:
        try:
            while self._commits.people():
                try:
                    if not self._commits.closed:
                        await self._ripe()
                    await self.round()
                except OSError as fault:
                    log.warning("the log of commits cannot be shortened yet, nothing is lost", reason=fault.strerror)
                    await asyncio.sleep(REST)
        finally:
            self._running = None

    async def _ripe(self) -> None:
        """Returns when the latest segment is to be closed."""
        with suppress(TimeoutError):
            async with asyncio.timeout(OLD):
                await self._is_large.wait()

    async def round(self) -> None:
        """Closes the latest segment unless others wait, and deletes what is closed once all is in small files."""
        if not self._commits.closed:
            await self._commits.close_segment()
            self._is_large.clear()
        while people := list(islice(self._commits.closed, AT_ONCE)):
            done = await asyncio.gather(*map(self._checkpoint, people), return_exceptions=True)
            for fault in filter(None, done):
                raise fault
        await self._commits.drop_closed()

    async def _checkpoint(self, person: str) -> None:
        async with self._turns.of(person):
            notebook = self._commits.closed.get(person)
            if notebook is not None:  # else a newer commit or a deletion was quicker
                await self._writers.run(lambda: self._put_down(person, notebook))
                self._commits.closed.pop(person, None)
