"""One event's visit to the desk: all that a conversation may look at and change while it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

from content.library import Library
from conversations.events import Event
from conversations.feedback import Engine
from conversations.interview.record import Interview
from conversations.notebook import Notebook
from conversations.replies import Reply


@dataclass
class Visit:
    """``now`` is aware, UTC. ``archive`` holds the finished interviews that the event asks for, by number; one that is
    not stored is missing from it."""

    notebook: Notebook
    event: Event
    library: Library
    engine: Engine
    now: datetime
    random: Random
    archive: Mapping[int, Interview]


Replies = list[Reply]
