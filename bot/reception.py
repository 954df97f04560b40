"""The moves every edge makes with what arrived: open the notebook, ask the desk, commit, hand back what to deliver."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import structlog

from bot.stores import Store
from conversations import desk
from conversations.events import Event
from conversations.notebook import Parcel

log = structlog.get_logger(__name__)


class Reception:
    """Takes events of any person, one at a time for a person, others in parallel."""

    def __init__(self, coach: desk.Desk, store: Store, clock: Callable[[], datetime]) -> None:
        self.coach = coach
        self.store = store
        self.clock = clock

    async def receive(self, event: Event) -> list[Parcel]:
        """The parcels to deliver for this event, committed. A repeated event changes nothing and gives them again."""
        ...
