"""The words that the exports of a transcript share."""

from datetime import datetime

from conversations.transcript import Round, Transcript

THERE, THIN = 0.5, 0.2  # how much of a part of an answer counts as there, or as a little of it


def title(transcript: Transcript) -> str:
    level = f", level {transcript.level}" if transcript.level else ""
    return f"Interview {transcript.number}: {transcript.competency}{level}"


def circumstances(transcript: Transcript) -> str:
    """When it was, in which mode, how long it took or how it ended."""
    parts = [moment(transcript.started), f"{transcript.mode} mode"]
    if transcript.finished is None:
        parts.append("not finished yet")
    else:
        parts.append(duration(int((transcript.finished - transcript.started).total_seconds())))
        if not transcript.complete:
            parts.append("left without a report")
    return " · ".join(parts)


def moment(when: datetime) -> str:
    return f"{when:%B} {when.day}, {when.year}, {when:%H:%M} {when:%Z}".rstrip()


def duration(seconds: int) -> str:
    """Seconds in words, to the minute from one minute on: "40 seconds", "12 minutes", "2 hours 5 minutes"."""
    minutes, hours = round(seconds / 60), seconds // 3600
    if seconds < 60:
        return _count(seconds, "second")
    if minutes < 60:
        return _count(minutes, "minute")
    if hours >= 48:
        return _count(hours // 24, "day")
    rest = minutes - 60 * hours
    return _count(hours, "hour") + (f" {_count(rest, 'minute')}" if rest else "")


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"


def heading(one: Round) -> str:
    return f"Question {one.number}" + (f", attempt {one.attempt}" if one.attempt > 1 else "")


def presence(strength: float) -> str:
    """How much of a part of an answer was there, in a word."""
    if strength >= THERE:
        return "there"
    return "a little" if strength >= THIN else "missing"
