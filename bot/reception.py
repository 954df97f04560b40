"""The moves every edge makes with what arrived: open the notebook, ask the desk, commit, hand back what to deliver."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from random import Random
from secrets import token_hex

from bot.bell import Bell
from bot.beside import beside
from bot.courier import Courier, Deliver, leave_in_outbox
from bot.desks.frames import Asked
from bot.desks.pool import AwayError, Desks
from bot.retention import prepare
from bot.stores import Store
from conversations.desk import Desk
from conversations.events import Event, Rang
from conversations.interview.record import Interview
from conversations.notebook import Notebook, Parcel
from conversations.replies import Reply

LINE = "/start "  # what a person types where there are no links
TOKEN_BYTES = 10
REPEATED_WITHIN = 10_000  # ids; an edge has at most a few hundred events under way


class Reception:
    """Takes events of any person, one at a time for a person, others in parallel. ``clock`` gives aware UTC times.

    What may take judging a text is handled by one of ``desks``, further ones in processes of their own, or else, like
    everything quick, by ``desk``. Letters that an event wrote are carried by ``courier`` after the commit; ``bell``
    wakes people while an edge that can reach them is connected.
    """

    def __init__(
        self, desk: Desk, store: Store, clock: Callable[[], datetime], random: Random, desks: Desks | None = None
    ) -> None:
        self.desk = desk
        self.store = store
        self.clock = clock
        self.random = random
        self.courier = Courier(store, self.receive)
        self.bell = Bell(store, self.wake, clock)
        self._address = LINE
        self._desks = desks

    async def receive(self, event: Event) -> list[Parcel]:
        """The parcels to deliver for this event, committed.

        A repeated event changes nothing and gives its parcels again. Raises `StoreError` when the store cannot be used;
        nothing is changed then, and the event may be received again.
        """
        now = self.clock()
        async with self.store.open(event.person, now) as notebook:
            if is_repeat(event.id, notebook.last_event):
                if notebook.letters:
                    self.courier.call(event.person)
                return [parcel for parcel in notebook.outbox if parcel.event == event.id]
            last_letter = notebook.last_letter
            replies = await self.ask(event, notebook, now)
            notebook.last_event = event.id if event.id is not None else notebook.last_event
            parcels = notebook.post(replies, event.id)
        if notebook.last_letter > last_letter:
            if notebook.forgotten:
                self.courier.farewell(notebook.letters)
            else:
                self.courier.call(event.person)
        return parcels

    async def wake(self, person: str, *, opened: bool = False) -> list[Parcel]:
        """The parcels of what the person wants to hear by now, committed. Raises as `receive` does. ``opened``: the
        person has just opened the coach."""
        return await self.receive(Event(person, Rang(self.clock(), opened)))

    @asynccontextmanager
    async def connected(self, address: str, deliver: Deliver) -> AsyncIterator[None]:
        """While an edge runs: ``deliver`` gets what letters and alarms earn for people who did not write just now, and
        ``address`` stands before the argument of /start to make it a link."""
        self._address = address
        self.courier.deliver = self.bell.deliver = deliver
        preparing = prepare(self.store, self.desk.retention_days, self.alarm_of, self.clock)
        try:
            async with beside(self.bell.run(), preparing):
                yield
        finally:
            self._address = LINE
            self.courier.deliver = self.bell.deliver = leave_in_outbox

    def alarm_of(self, notebook: Notebook) -> datetime | None:
        """When a notebook is to be woken; None for never."""
        return self.desk.alarm_of(notebook)

    def call(self, sender: str) -> None:
        """Carries the letters of somebody, committed by another process."""
        self.courier.call(sender)

    async def settled(self) -> None:
        """Returns when no letter is on its way."""
        await self.courier.settled()

    async def ask(self, event: Event, notebook: Notebook, now: datetime) -> list[Reply]:
        archive: dict[int, Interview] = {}
        for number in self.desk.wanted(event, notebook):
            interview = await self.store.archived(event.person, number)
            if interview is not None:
                archive[number] = interview
        token = token_hex(TOKEN_BYTES)
        if self._desks is not None and self.desk.judges(event, notebook):
            asked = Asked(event, notebook, now, self.random.getrandbits(64), archive, token, self._address)
            with suppress(AwayError):
                answered = await self._desks.ask(asked)
                notebook.become(answered.notebook)
                return answered.replies
        return self.desk.handle(
            event, notebook, now=now, random=self.random, archive=archive, token=token, address=self._address
        )


def is_repeat(event: int | None, last: int | None) -> bool:
    """Whether an event with this id was handled already; ``last`` is the id of the latest that was, None for none.

    Ids grow, but Telegram begins anew at any number after a quiet week, and so does another bot with the same
    notebooks: an id that is far below the latest is a new one.
    """
    return event is not None and last is not None and last - REPEATED_WITHIN < event <= last
