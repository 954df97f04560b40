"""When the next reminder is due, worked out from the notebook alone."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from conversations.notebook import Notebook
from conversations.study.days import Days
from conversations.study.record import Memory
from conversations.zones import zone_of


def at(notebook: Notebook) -> datetime | None:
    """The moment, aware, UTC; None when no reminder is wanted, and when nothing will be due."""
    reminders = notebook.study.reminders
    if not reminders.on or reminders.earliest is None:
        return None
    if reminders.snoozed is not None:
        return reminders.snoozed
    zone = zone_of(notebook.settings.zone)
    day = first_day(notebook, Days(reminders.earliest, zone))
    return None if day is None else moment(day, reminders.at, zone)


def first_day(notebook: Notebook, days: Days) -> date | None:
    """Under a plan every day has something, otherwise the first on which a card or a question is due. ``days.today`` is
    the first day that comes into question."""
    study = notebook.study
    if study.plan.is_whole():
        return days.today
    memories = (*study.memories.values(), *study.questions.values())
    due = [day for memory in memories if (day := asked_on(memory, days)) is not None]
    return max(min(due), days.today) if due else None


def asked_on(memory: Memory, days: Days) -> date | None:
    """The first day on which a card may be asked again; None for never."""
    day = days.due(memory)
    if day is None or memory.suspended:
        return None
    return day if memory.buried is None else max(day, memory.buried)


def moment(day: date, at: time, zone: tzinfo) -> datetime:
    """That time of that day in the zone, as UTC. A time that the clocks leave out is an hour later, one that comes
    twice is the first."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def latest(days: Days, at: time, now: datetime) -> datetime:
    """The last moment, today or yesterday, that was one for a reminder."""
    today = moment(days.today, at, days.zone)
    return today if today <= now else moment(days.today - timedelta(days=1), at, days.zone)


def next_day(days: Days, at: time, now: datetime) -> date:
    """The first day, today or tomorrow, whose reminder is still to come."""
    return days.today if moment(days.today, at, days.zone) > now else days.today + timedelta(days=1)
