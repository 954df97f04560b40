"""One at a time for a person, in the order of asking, others in parallel."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """A lock per person that exists only while somebody holds it or waits for it."""

    def __init__(self) -> None:
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, person: str) -> AsyncIterator[None]:
        lock, waiting = self._locks.get(person, (asyncio.Lock(), 0))
        self._locks[person] = lock, waiting + 1
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._locks.pop(person)
            if waiting > 1:
                self._locks[person] = lock, waiting - 1

    def __len__(self) -> int:
        """How many people are having or awaiting their turn."""
        return len(self._locks)
