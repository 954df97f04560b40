"""The further desks of a running coach: started with it, asked by it, started again when one ends."""

import asyncio
import sys
import zlib
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import cast

import structlog

from bot.beside import beside
from bot.desks.frames import FAILED, LENGTH, Answered, Asked, Opening, answered_of, encoded, framed
from bot.settings import Settings

log = structlog.get_logger(__name__)

PAUSE = 5.0  # seconds until a desk that ended is started again
PATIENCE = 10.0  # seconds for an answer, with all that was asked before it; a desk that takes longer is ended
STOP_SECONDS = 0.5


class AwayError(Exception):
    """No further desk answers this; the coach's own has to."""


class Desks:
    """So many desks, all made by the same settings. One person's questions go to the same desk, because it remembers
    what it has read."""

    def __init__(self, number: int, settings: Settings) -> None:
        opening = Opening(
            str(settings.content_dir) if settings.content_dir else None,
            settings.coach_ids,
            settings.operator_ids,
            settings.retention_days,
        )
        self._desks = [_Desk(opening) for _ in range(number)]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """While the block runs, so do the desks."""
        async with beside(*(desk.run() for desk in self._desks)):
            yield

    async def ready(self) -> None:
        """Returns when every desk can be asked."""
        for desk in self._desks:
            await desk.ready.wait()

    async def ask(self, asked: Asked) -> Answered:
        """What a further desk answers. Raises `AwayError`: there is none, it cannot be asked this, or it is not ready,
        ended, or failed."""
        if not self._desks:
            raise AwayError
        desk = self._desks[zlib.crc32(asked.event.person.encode()) % len(self._desks)]
        try:
            question = encoded(asked)
        except UnicodeEncodeError as half_an_emoji:
            raise AwayError from half_an_emoji
        body = await desk.ask(question)
        if body == FAILED:
            raise AwayError
        return answered_of(body)


class _Desk:
    """One process. Its answers come in the order of the questions."""

    def __init__(self, opening: Opening) -> None:
        self.ready = asyncio.Event()
        self._opening = opening
        self._process: asyncio.subprocess.Process | None = None
        self._waiting: deque[asyncio.Future[bytes]] = deque()

    async def ask(self, body: bytes) -> bytes:
        if not self.ready.is_set():
            raise AwayError
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting.append(answer)
        self._write(body)
        try:
            async with asyncio.timeout(PATIENCE):
                return await answer
        except TimeoutError:
            self._kill()
            raise AwayError from None

    async def run(self) -> None:
        """Keeps a process running until it is cancelled."""
        while True:
            try:
                await self._serve()
            except (OSError, asyncio.IncompleteReadError) as error:
                log.error("a further desk ended and is started again", error=type(error).__name__)
            await asyncio.sleep(PAUSE)

    async def _serve(self) -> None:
        pipe = asyncio.subprocess.PIPE
        command = (sys.executable, "-m", "bot.desks.process")
        self._process = await asyncio.create_subprocess_exec(
            *command,
            stdin=pipe,
            stdout=pipe,
            start_new_session=True,  # Ctrl-C in a terminal is for the coach
        )
        answers = cast(asyncio.StreamReader, self._process.stdout)
        try:
            self._write(encoded(self._opening))
            await _next(answers)
            self.ready.set()
            while True:
                body = await _next(answers)
                _settle(self._waiting.popleft(), body)
        finally:
            self.ready.clear()
            while self._waiting:
                _settle(self._waiting.popleft(), AwayError())
            await self._end(self._process)

    def _write(self, body: bytes) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.write(framed(body))

    def _kill(self) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        """The end of what it is asked is what tells a desk to end."""
        cast(asyncio.StreamWriter, process.stdin).close()
        try:
            async with asyncio.timeout(STOP_SECONDS):
                await process.wait()
        except TimeoutError:
            self._kill()
            await process.wait()


async def _next(stream: asyncio.StreamReader) -> bytes:
    return await stream.readexactly(int.from_bytes(await stream.readexactly(LENGTH), "big"))


def _settle(answer: asyncio.Future[bytes], outcome: bytes | AwayError) -> None:
    """Ends the waiting for an answer, unless whoever asked does not wait any more."""
    if answer.done():
        return
    if isinstance(outcome, AwayError):
        answer.set_exception(outcome)
    else:
        answer.set_result(outcome)
