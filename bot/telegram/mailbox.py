"""What the store learns from the Telegram edge: what has arrived, and who can be reached."""

from collections.abc import Callable
from datetime import datetime

from bot.stores import Store


class Mailbox:
    """Notes deliveries and reach. Every method raises `StoreError` when the store cannot be used."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    async def delivered(self, person: str, number: int) -> None:
        """The person's parcels up to ``number`` have arrived."""
        await self._store.delivered(person, number)

    async def reach(self, person: str, *, reachable: bool) -> None:
        """The person blocked the coach, or let it in again. Somebody without a notebook does not get one for that."""
        if await self._store.read(person) is None:
            return
        async with self._store.open(person, self._clock()) as notebook:
            notebook.unreachable = not reachable
