"""Carries letters from committed notebooks to their receivers' desks, each sender's in the order they were written."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog
from msgspec.structs import replace

from bot.logging import places
from bot.stores import DamagedError, Store, StoreError
from conversations.coaching.letters import Letter
from conversations.coaching.posting import AUDIT_LOG
from conversations.events import Arrived, Event
from conversations.notebook import Parcel

log = structlog.get_logger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0  # seconds between attempts to hand a letter over
ATTEMPTS = 8  # after so many, a receiver whose notebook cannot be stored no longer holds up the sender's other letters

Receive = Callable[[Event], Awaitable[list[Parcel]]]
Deliver = Callable[[str, list[Parcel]], None]


def leave_in_outbox(person: str, parcels: list[Parcel]) -> None:
    """What becomes of parcels while no edge asks for them: they wait in their notebook."""


class Courier:
    """Hands letters over through ``receive``. A letter handed over twice is recognized at its receiver's desk, so any
    number of couriers may be on their way with the same ones. ``deliver`` gets the parcels that letters earned."""

    def __init__(self, store: Store, receive: Receive) -> None:
        self.deliver: Deliver = leave_in_outbox
        self._store = store
        self._receive = receive
        self._rounds: dict[str, asyncio.Task[None]] = {}
        self._called_again: set[str] = set()
        self._farewells: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Sets out with what an earlier process left behind."""
        try:
            senders = await self._store.senders()
        except StoreError as error:
            log.error("letters wait until the next one or the next start", error=str(error))
            return
        for sender in senders:
            self.call(sender)

    async def stop(self) -> None:
        """Ends at once; what was not carried is carried after the next start."""
        tasks = [*self._rounds.values(), *self._farewells]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def settled(self) -> None:
        """Returns when no letter is on its way."""
        while tasks := [*self._rounds.values(), *self._farewells]:
            await asyncio.wait(tasks)

    def call(self, sender: str) -> None:
        """Fetches the sender's letters, which are committed, and carries them."""
        if sender in self._rounds:
            self._called_again.add(sender)
        else:
            self._rounds[sender] = asyncio.create_task(self._round(sender))

    def farewell(self, letters: Sequence[Letter]) -> None:
        """Carries the last letters of somebody whose notebook is deleted. What a killed process leaves of them is made
        good by the next letter to that person, which comes back."""
        task = asyncio.create_task(self._hand_over_all(letters))
        self._farewells.add(task)
        task.add_done_callback(self._farewells.discard)

    async def _round(self, sender: str) -> None:
        try:
            while True:
                self._called_again.discard(sender)
                for letter in await self._store.letters(sender):
                    await self._hand_over(letter)
                    await self._store.carried(sender, letter.number)
                if sender not in self._called_again:
                    return
        except StoreError as error:
            log.error("letters wait until the next one or the next start", sender=sender, error=str(error))
        finally:
            del self._rounds[sender]
            self._called_again.discard(sender)

    async def _hand_over_all(self, letters: Sequence[Letter]) -> None:
        for letter in letters:
            await self._hand_over(letter)

    async def _hand_over(self, letter: Letter) -> None:
        for attempt in range(ATTEMPTS):
            try:
                return await self._arrive(letter)
            except StoreError as error:
                log.error("a letter cannot be handed over", receiver=letter.receiver, error=str(error))
            except Exception as error:
                # A mistake of ours that would come back with every attempt.
                place = places(error)
                log.error("a letter could not be handled", kind=_kind(letter), error=type(error).__name__, place=place)
                return None
            await asyncio.sleep(min(FIRST_PAUSE * 2**attempt, LONGEST_PAUSE))
        log.error("a letter is given up", sender=letter.sender, receiver=letter.receiver, kind=_kind(letter))
        return None

    async def _arrive(self, letter: Letter) -> None:
        receiver = letter.receiver
        if not await self._is_known(receiver):
            receiver, letter = letter.sender, replace(letter, returned=True)
            if not await self._is_known(receiver):
                return
        parcels = await self._receive(Event(receiver, Arrived(letter, letter.at)))
        if parcels:
            self.deliver(receiver, parcels)

    async def _is_known(self, person: str) -> bool:
        if person == AUDIT_LOG:
            return True
        try:
            return await self._store.read(person) is not None
        except DamagedError:
            return True


def _kind(letter: Letter) -> str:
    return type(letter.body).__name__
