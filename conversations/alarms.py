"""What is said to people at a certain time without their asking: when each wants to be woken, and what is said then."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from conversations.coaching import reminding
from conversations.notebook import Notebook
from conversations.study.reminders import ringing, timing
from conversations.visit import Replies, Visit


class Alarm(NamedTuple):
    """One reason to wake somebody.

    ``at`` is the moment, aware, UTC, worked out from the notebook alone; None for never. ``ring`` says what there is to
    say, perhaps nothing, and changes the notebook so that ``at`` is then later than now, or never: an alarm that is
    handled twice earns one message.
    """

    at: Callable[[Notebook], datetime | None]
    ring: Callable[[Visit], Replies]


ALARMS: tuple[Alarm, ...] = (Alarm(timing.at, ringing.ring), Alarm(reminding.at, reminding.ring))


def earliest(notebook: Notebook) -> datetime | None:
    """When the notebook wants to be woken next; never while its owner cannot be reached."""
    if notebook.unreachable:
        return None
    return min((at for alarm in ALARMS if (at := alarm.at(notebook)) is not None), default=None)


def rang(visit: Visit) -> Replies:
    """Says what is due by now. Alarms that were missed ring once, together."""
    replies: Replies = []
    if visit.notebook.unreachable:
        return replies
    for alarm in ALARMS:
        at = alarm.at(visit.notebook)
        if at is not None and at <= visit.now:
            replies += alarm.ring(visit)
    return replies
