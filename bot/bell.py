"""Wakes notebooks whose time has come, and hands on what that earned."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog

from bot.courier import Deliver, leave_in_outbox
from bot.logging import places
from bot.stores import Store, StoreError
from conversations.notebook import Parcel

log = structlog.get_logger(__name__)

TICK = 10.0  # seconds between looks at who is due
PACE = 10.0  # people told in a second: a third of what Telegram allows, for there are replicas, and people who talk
BATCH = 100  # people asked for at a time
REST = 60.0  # seconds before somebody whose notebook could not be woken is tried again

Wake = Callable[[str], Awaitable[list[Parcel]]]


class Bell:
    """Wakes people through ``wake``. A person woken twice hears one message, so any number of bells may ring for the
    same people. ``deliver`` gets the parcels."""

    def __init__(self, store: Store, wake: Wake, clock: Callable[[], datetime], pace: float = PACE) -> None:
        """``pace`` is how many people are told something in a second, 0 for as many as there are."""
        self.deliver: Deliver = leave_in_outbox
        self._store = store
        self._wake = wake
        self._clock = clock
        self._pause = 1 / pace if pace else 0.0
        self._resting: dict[str, float] = {}  # until when, on the event loop's clock

    async def run(self) -> None:
        """Rings until it is cancelled."""
        while True:
            await self.round()
            await asyncio.sleep(TICK)

    async def round(self) -> None:
        """Wakes everybody who is due by now."""
        try:
            while people := await self._due():
                random.shuffle(people)  # so that replicas that look at the same time are not after the same person
                for person in people:
                    await self._ring(person)
        except StoreError as error:
            log.error("nobody can be woken", error=str(error))

    async def _due(self) -> list[str]:
        now = asyncio.get_running_loop().time()
        self._resting = {person: until for person, until in self._resting.items() if until > now}
        people = await self._store.due(self._clock(), BATCH + len(self._resting))
        return [person for person in people if person not in self._resting]

    async def _ring(self, person: str) -> None:
        # Whoever was woken is not due any more; one who still is must not keep the bell from the others.
        self._resting[person] = asyncio.get_running_loop().time() + REST
        try:
            parcels = await self._wake(person)
        except StoreError as error:
            log.error("a notebook cannot be woken", person=person, error=str(error))
        except Exception as error:
            log.error("an alarm could not be handled", person=person, error=type(error).__name__, place=places(error))
        else:
            if parcels:
                self.deliver(person, parcels)
                await asyncio.sleep(self._pause)
