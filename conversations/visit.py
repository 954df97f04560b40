"""One event's visit to the desk: all that a conversation may look at and change while it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

from content.library import Library
from conversations.coaching.roles import NOBODY, Appointed, Role
from conversations.events import Event
from conversations.feedback import Engine
from conversations.interview.record import Interview
from conversations.notebook import Notebook
from conversations.replies import Reply


@dataclass
class Visit:
    """``now`` is aware, UTC. ``archive`` holds the finished interviews that the event asks for, by number; one that is
    not stored is missing from it. ``roles`` are the person's. ``token`` is a string that nobody can guess, made for
    this event alone. ``address`` stands before the argument of /start to make it a link, or a line to type.
    ``appointed`` are the coaches and operators whom the settings name. ``retention_days`` is how long people are kept
    who are not seen any more, None for ever.
    """

    notebook: Notebook
    event: Event
    library: Library
    engine: Engine
    now: datetime
    random: Random
    archive: Mapping[int, Interview]
    roles: frozenset[Role] = frozenset({Role.CANDIDATE})
    token: str = ""
    address: str = "/start "
    appointed: Appointed = NOBODY
    retention_days: int | None = None


Replies = list[Reply]
