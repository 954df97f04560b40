"""Takes over what an earlier process, or another replica, committed and did not live to deliver or to carry."""

import asyncio
from collections.abc import Callable

import structlog

from bot.courier import Deliver
from bot.stores import Store, StoreError

log = structlog.get_logger(__name__)

TICK = 10.0  # seconds between looks; what did not move between two of them is taken over


class Relief:
    """``deliver`` gets all parcels that wait for a person, ``call`` the keys of senders whose letters wait; what this
    process is busy with is among them."""

    def __init__(self, store: Store, deliver: Deliver, call: Callable[[str], object]) -> None:
        self._store = store
        self._deliver = deliver
        self._call = call
        self._first_waiting: dict[str, int] = {}  # person -> number of the parcel
        self._senders: set[str] = set()

    async def begin(self) -> None:
        """Delivers what waits at the start; where the store cannot say yet, the looks that follow will find it."""
        try:
            waiting = await self._store.undelivered()
        except StoreError as error:
            log.warning("what waits cannot be looked up", error=str(error))
            return
        for person, parcels in waiting.items():
            self._deliver(person, parcels)

    async def run(self) -> None:
        """Looks around until it is cancelled."""
        while True:
            await asyncio.sleep(TICK)
            await self.look()

    async def look(self) -> None:
        """Takes over what was there at the last look too."""
        try:
            waiting, senders = await self._store.undelivered(), set(await self._store.senders())
        except StoreError as error:
            log.warning("what waits cannot be looked up", error=str(error))
            return
        for person, parcels in waiting.items():
            if self._first_waiting.get(person) == parcels[0].number:
                self._deliver(person, parcels)
        for sender in senders & self._senders:
            self._call(sender)
        self._first_waiting = {person: parcels[0].number for person, parcels in waiting.items()}
        self._senders = senders
