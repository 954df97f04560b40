"""The notice that an assignment is due tomorrow: once for each due date, in the morning of the day before."""

from datetime import datetime, time, timedelta

from conversations.coaching import gate
from conversations.coaching.assignments import about, start_button
from conversations.coaching.record import Assignment
from conversations.notebook import Notebook
from conversations.replies import Reply
from conversations.study.reminders import timing
from conversations.texts import assigning as texts
from conversations.visit import Replies, Visit
from conversations.zones import zone_of

NOTICE = "due"
TODAY = timedelta(hours=12)  # a reminder that comes so late does not say "tomorrow" any more
MORNING = time(9)  # of the day before, where the candidate is


def moment(one: Assignment, notebook: Notebook) -> datetime | None:
    """When to say that it is due tomorrow; None when it needs no saying, or was said."""
    due = one.task.due
    if due is None or one.reminded == due or one.progress.interviews:
        return None
    zone = zone_of(notebook.settings.zone)
    return timing.moment(due.astimezone(zone).date() - timedelta(days=1), MORNING, zone)


def at(notebook: Notebook) -> datetime | None:
    """The earliest of these moments; None while the notice is turned off."""
    if NOTICE in notebook.coaching.quiet:
        return None
    every = (moment(one, notebook) for one in notebook.coaching.assignments.values())
    return min((one for one in every if one is not None), default=None)


def ring(visit: Visit) -> Replies:
    """All that is due tomorrow in one message. What is over, or was given when its morning had passed, is not
    mentioned."""
    notebook = visit.notebook
    due: list[Assignment] = []
    for one in notebook.coaching.assignments.values():
        when = moment(one, notebook)
        if when is None or when > visit.now or one.task.due is None:
            continue
        one.reminded = one.task.due
        if (
            one.task.due > visit.now
            and (one.given is None or one.given < when)
            and gate.is_linked(notebook.coaching, one.coach)
        ):
            due.append(one)
    if not due:
        return []
    lines = [about(visit, one) for one in due]
    if len(due) > 1:
        lines = [texts.place(number, line) for number, line in enumerate(lines, start=1)]
    labels = [texts.START] if len(due) == 1 else [texts.start_number(number) for number, _ in enumerate(due, start=1)]
    rows = tuple((start_button(one, label),) for one, label in zip(due, labels, strict=True))
    is_late = any(one.task.due and one.task.due - visit.now < TODAY for one in due)
    return [Reply(texts.due_soon(lines, late=is_late), rows, notice=NOTICE)]
