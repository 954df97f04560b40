"""Dates to come, as people type them where they are."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

END_OF_DAY = time(23, 59)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FORMATS = ("%Y-%m-%d", "%b %d %Y", "%B %d %Y", "%d %b %Y", "%d %B %Y", "%d.%m.%Y")
CLOCK = re.compile(r" (?:at )?(\d{1,2}):(\d{2})\Z")
TIME = re.compile(r"(?:at )?(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?")
AHEAD = re.compile(r"(?:in\s+)?(\d{1,3})\s*(day|week)s?\Z")
MOST = timedelta(days=730)


def in_days(days: int, now: datetime, zone: tzinfo) -> datetime:
    """The end of that day in the zone, as UTC."""
    there = now.astimezone(zone)
    return datetime.combine(there.date() + timedelta(days), END_OF_DAY, zone).astimezone(UTC)


def read(typed: str, now: datetime, zone: tzinfo) -> datetime | None:
    """The moment that is meant, UTC; without a time the end of the day. None for no date, one that is over, or one
    more than two years away."""
    plain = " ".join(typed.lower().replace(",", " ").split())
    clock = CLOCK.search(plain)
    words = plain[: clock.start()] if clock else plain
    today = now.astimezone(zone)
    try:
        day = day_of(words, today)
        at = time(int(clock[1]), int(clock[2])) if clock else END_OF_DAY
    except (ValueError, OverflowError):
        return None
    if day is None:
        return None
    due = datetime.combine(day, at, zone).astimezone(UTC)
    return due if now < due <= now + MOST else None


def read_day(typed: str, now: datetime, zone: tzinfo) -> date | None:
    """The day that is meant, today or later; a time of day behind it does not matter. None for no date, one that is
    over, or one more than two years away."""
    today = now.astimezone(zone)
    try:
        day = day_of(CLOCK.sub("", " ".join(typed.lower().replace(",", " ").split())), today)
    except (ValueError, OverflowError):
        return None
    return day.date() if day and today.date() <= day.date() <= today.date() + MOST else None


def read_time(typed: str) -> time | None:
    """The time of day that is meant by "18:00", "7.30", "7 pm"; None for none."""
    found = TIME.fullmatch(typed.strip().lower())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def day_of(words: str, today: datetime) -> datetime | None:
    """The day of "tomorrow", "in 3 days", "friday", "may 1", "2026-05-01"; None for anything else."""
    if words in ("today", "tomorrow"):
        return today + timedelta(days=words == "tomorrow")
    if ahead := AHEAD.match(words):
        return today + timedelta(days=int(ahead[1]) * (7 if ahead[2] == "week" else 1))
    if words[:3] in WEEKDAYS and words.isalpha():
        return today + timedelta(days=(WEEKDAYS.index(words[:3]) - today.weekday() - 1) % 7 + 1)
    for form in FORMATS:
        for year, later in (("", 0), (f" {today.year}", 0), (f" {today.year + 1}", 1)):
            try:
                day = datetime.strptime(words + year, form)  # noqa: DTZ007 - a day; its zone is the reader's
            except ValueError:
                continue
            if year == "" or later or day.date() >= today.date():
                return day
    return None
