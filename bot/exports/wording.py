"""The words that the exports of a transcript share."""

from datetime import datetime

from conversations.coaching.reviewing.record import Comment, RubricRating, Ruling
from conversations.coaching.reviewing.showing import in_order
from conversations.texts import reviews as texts
from conversations.texts.feedback import sentence
from conversations.transcript import Round, Transcript

THERE, THIN = 0.5, 0.2  # how much of a part of an answer counts as there, or as a little of it


def title(transcript: Transcript) -> str:
    level = f", level {transcript.level}" if transcript.level else ""
    return f"Interview {transcript.number}: {transcript.competency}{level}"


def circumstances(transcript: Transcript) -> str:
    """Whose it is for a coach, when it was, in which mode, how long it took or how it ended."""
    parts = [transcript.candidate] if transcript.candidate else []
    parts += [moment(transcript.started), f"{transcript.mode} mode"]
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


def own_rating(value: int) -> str:
    return f"Own rating: {value} of 5"


def review(name: str, released: datetime | None) -> str:
    """The heading of what a coach released."""
    return f"Review by {name}" + (f", {moment(released)}" if released else "")


def rating(one: RubricRating) -> str:
    return f"{one.competency}: {one.value} of 5, {texts.ANCHORS[one.value]}"


def remarks(comments: list[Comment]) -> list[tuple[str, Comment]]:
    """The comments in the order of the interview, each with where it belongs."""
    return [(texts.place(one.exchange, one.answer), one) for one in in_order(comments)]


def ruling(one: Ruling) -> str:
    heard = "heard" if one.heard else "did not hear"
    because = f" Why: {one.reason}" if one.reason else ""
    return f"{texts.place(one.exchange, 0)}, {heard}: {sentence(one.behavior)}{because}"
