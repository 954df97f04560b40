"""What passes between the Telegram edge and the store: what was handled, what has arrived, who can be reached."""

from collections.abc import Callable
from datetime import datetime

from bot.reception import is_repeat
from bot.stores import DamagedError, Store
from conversations.events import Event
from conversations.notebook import Notebook


class Mailbox:
    """Notes deliveries and reach. Every method raises `StoreError` when the store cannot be used."""

    def __init__(
        self, store: Store, clock: Callable[[], datetime], alarm_of: Callable[[Notebook], datetime | None]
    ) -> None:
        """``alarm_of`` says when a notebook is to be woken."""
        self._store = store
        self._clock = clock
        self._alarm_of = alarm_of

    async def handled(self, event: Event) -> bool:
        """Whether the event was committed before, perhaps by an earlier process."""
        try:
            notebook = await self._store.read(event.person)
        except DamagedError:
            return False
        return notebook is not None and is_repeat(event.id, notebook.last_event)

    async def delivered(self, person: str, number: int, *, first: int) -> None:
        """The person's parcels from ``first`` to ``number`` have arrived."""
        await self._store.delivered(person, number, first=first)

    async def reach(self, person: str, *, reachable: bool) -> None:
        """The person blocked the coach, or let it in again. Somebody without a notebook does not get one for that."""
        if await self._store.read(person) is None:
            return
        async with self._store.open(person, self._clock()) as notebook:
            notebook.unreachable = not reachable
            notebook.alarm = self._alarm_of(notebook)
