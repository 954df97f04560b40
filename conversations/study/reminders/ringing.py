"""What a reminder says when its moment has come, and when it says nothing."""

from datetime import datetime, timedelta

from conversations import buttons
from conversations.events import Rang
from conversations.replies import Choice, Reply
from conversations.study.days import days_of
from conversations.study.plan import today
from conversations.study.plan.agenda import agenda
from conversations.study.reminders.timing import at, latest, next_day
from conversations.texts import reminders as texts
from conversations.visit import Replies, Visit

NOTICE = "reminder"
GRACE = timedelta(hours=3)  # later than this, the next one says it all; nobody wants to be woken at night
HERE = timedelta(minutes=20)  # whoever wrote so lately needs no reminder


def ring(visit: Visit) -> Replies:
    """One message with all there is to do; none when there is nothing, or when it would come at a bad time."""
    study, days = visit.notebook.study, days_of(visit)
    reminders, due = study.reminders, at(visit.notebook) or visit.now
    reminders.earliest = max(next_day(days, reminders.at, visit.now), reminders.earliest or days.today)
    reminders.snoozed = None
    if comes_at_a_bad_time(visit, due):
        return []
    if study.plan.is_whole() and study.plan.is_over(days.today):
        reminders.on = False
        choices = ((buttons.command("plan", texts.NEW_PLAN),), (turn_on(),))
        return [Reply(texts.OVER, choices, notice=NOTICE)]
    found = agenda(visit)
    if found.empty:
        return []
    rows = (*today.starts(visit, found), (snooze(), turn_off()))
    return [Reply(today.text(visit, found), rows, notice=NOTICE)]


def comes_at_a_bad_time(visit: Visit, due: datetime) -> bool:
    """Whether a reminder for the moment ``due`` is now too late, or would bother somebody who is here anyway."""
    notebook, event = visit.notebook, visit.event.happening
    if isinstance(event, Rang) and event.opened:
        return False
    if notebook.seen is not None and visit.now - notebook.seen < HERE:
        return True
    return visit.now - max(due, latest(days_of(visit), notebook.study.reminders.at, visit.now)) > GRACE


def snooze() -> Choice:
    return buttons.button(buttons.REMINDERS, "snooze", label=texts.SNOOZE)


def turn_off() -> Choice:
    return buttons.button(buttons.REMINDERS, "off", label=texts.TURN_OFF)


def turn_on() -> Choice:
    return buttons.button(buttons.REMINDERS, "on", label=texts.TURN_ON)
