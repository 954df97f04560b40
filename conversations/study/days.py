"""Which day a moment belongs to, because cards are due on days and not at minutes."""

from datetime import UTC, date, datetime


def day_of(moment: datetime) -> date:
    """The day of an aware moment, counted in UTC."""
    return moment.astimezone(UTC).date()
