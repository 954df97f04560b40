"""One waiting line per person: their updates in order, different people side by side, so many at a time at most."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable

Job = Callable[[], Awaitable[None]]


class Lines:
    """Runs jobs. ``workers`` is how many run at once; it is taken for one job at a time, inside the line, so that a
    person who floods holds one worker and the others keep the rest."""

    def __init__(self, workers: int) -> None:
        self._workers = asyncio.Semaphore(workers)
        self._lines: dict[Hashable, deque[tuple[Job, asyncio.Future[None]]]] = {}
        self._runners: set[asyncio.Task[None]] = set()

    def join(self, line: Hashable, job: Job) -> asyncio.Future[None]:
        """Puts a job at the end of its line. The future ends with the job, with its exception if it raised one."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if line in self._lines:
            self._lines[line].append((job, done))
        else:
            self._lines[line] = deque([(job, done)])
            runner = asyncio.create_task(self._run(line))
            self._runners.add(runner)
            runner.add_done_callback(self._runners.discard)
        return done

    async def drained(self) -> None:
        """Returns when every job that has joined is done."""
        while self._runners:
            await asyncio.wait(self._runners)

    async def stop(self) -> None:
        """Ends what is running, wherever it is."""
        for runner in self._runners:
            runner.cancel()
        await asyncio.gather(*self._runners, return_exceptions=True)

    async def _run(self, line: Hashable) -> None:
        jobs = self._lines[line]
        try:
            while jobs:
                job, done = jobs[0]
                async with self._workers:
                    await _settle(job, done)
                jobs.popleft()
        finally:
            for _, done in jobs:
                done.cancel()
            del self._lines[line]


async def _settle(job: Job, done: asyncio.Future[None]) -> None:
    try:
        await job()
    except Exception as error:
        if not done.done():
            done.set_exception(error)
    else:
        if not done.done():
            done.set_result(None)
