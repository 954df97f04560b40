"""A person's days: what is due is due on a day where they are, and not at a minute."""

from datetime import date, datetime, tzinfo
from typing import NamedTuple

from conversations.study.record import Memory
from conversations.visit import Visit
from conversations.zones import zone_of


class Days(NamedTuple):
    """The calendar on a person's wall."""

    today: date
    zone: tzinfo

    def of(self, moment: datetime) -> date:
        """The day of an aware moment."""
        return moment.astimezone(self.zone).date()

    def due(self, memory: Memory) -> date | None:
        """The day on which to ask again; None before the first review.

        Counted in days from the day of the last review: between two reviews at midnight lie 23, 24 or 25 hours when
        clocks are changed, and one day.
        """
        if memory.due is None:
            return None
        last = memory.log[-1].moment
        return self.of(last) + (memory.due - last)


def days_of(visit: Visit) -> Days:
    """The days of the owner of the notebook."""
    return days_in(visit.notebook.settings.zone, visit.now)


def days_in(name: str, now: datetime) -> Days:
    """The days in the time zone of that name."""
    zone = zone_of(name)
    return Days(now.astimezone(zone).date(), zone)
