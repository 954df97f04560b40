"""A stretch of network between two programs, which a test can cut."""

import asyncio
from typing import Self

Target = tuple[str, int] | str  # host and port, or the path of a socket


class Relay:
    """Passes on what comes to ``port`` on loopback: to each target in turn, to the next one where that refuses."""

    def __init__(self, *targets: Target) -> None:
        self.port = 0
        self._targets = list(targets)
        self._is_cut = False
        self._writers: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._pass_on, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self.cut()
        self._server.close()

    def cut(self) -> None:
        """Ends every connection and takes no new one until `mend`."""
        self._is_cut = True
        for writer in self._writers:
            writer.transport.abort()

    def mend(self) -> None:
        self._is_cut = False

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = [writer]
        try:
            found = None if self._is_cut else await self._connect()
            if found is not None:
                there, answer = found
                ends.append(answer)
                self._writers.update(ends)
                if not self._is_cut:
                    await asyncio.gather(_pump(reader, answer), _pump(there, writer))
        finally:
            for end in ends:
                self._writers.discard(end)
                end.transport.abort()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        for _ in range(len(self._targets)):
            target = self._targets.pop(0)
            self._targets.append(target)
            try:
                if isinstance(target, str):
                    return await asyncio.open_unix_connection(target)
                return await asyncio.open_connection(*target)
            except OSError:
                continue
        return None


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while chunk := await reader.read(1 << 16):
            writer.write(chunk)
            await writer.drain()
    except OSError:
        pass
    writer.transport.abort()  # neither side uses half a connection
