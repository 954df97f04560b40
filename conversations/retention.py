"""How long everything is kept about somebody who was not here any more: a warning first, then deletion.

The days are the operator's choice (RETENTION_DAYS) and count from when the person did something themselves.
"""

from datetime import datetime, timedelta
from enum import Enum

from conversations import buttons
from conversations.coaching import leaving
from conversations.coaching.posting import AUDIT_LOG
from conversations.notebook import Notebook
from conversations.replies import Reply
from conversations.texts import records as texts
from conversations.visit import Replies, Visit

NOTICE = timedelta(days=7)  # from the warning to the deletion; half of all days where those are few
ACT = "deleted, not seen for so long, everything about"  # in the audit log


class Step(Enum):
    """What is done about somebody who is not seen any more."""

    WARN = "warn"
    DELETE = "delete"


def next_step(notebook: Notebook, days: int | None) -> datetime | None:
    """When the person is to be warned, or after that when everything is deleted; None for never.

    Somebody who blocked the coach is not warned. Somebody who was not warned in time, because nobody ran the coach, has
    all of the notice from then on.
    """
    if days is None or notebook.person == AUDIT_LOG:
        return None
    kept = timedelta(days=days)
    end, notice = (notebook.seen or notebook.created) + kept, min(NOTICE, kept / 2)
    if notebook.unreachable:
        return end
    return end - notice if notebook.warned is None else max(end, notebook.warned + notice)


def due(notebook: Notebook, days: int | None, now: datetime) -> Step | None:
    """What it is time for; None for nothing."""
    moment = next_step(notebook, days)
    if moment is None or moment > now:
        return None
    return Step.DELETE if notebook.unreachable or notebook.warned is not None else Step.WARN


def rang(visit: Visit) -> Replies:
    """Does what it is time for."""
    notebook, days = visit.notebook, visit.retention_days
    step = due(notebook, days, visit.now)
    if days is None or step is None:
        return []
    if step is Step.DELETE:
        leaving.farewell(visit, ACT)
        notebook.forgotten = True
        return [] if notebook.unreachable else [Reply(texts.retention_done(days))]
    notebook.warned = visit.now
    end = next_step(notebook, days) or visit.now
    return [Reply(texts.retention_warning(days, end), ((buttons.command("start", texts.KEEP),),))]
