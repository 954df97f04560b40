"""The ids that buttons carry: made and read in one place, because a tapped button may be months old.

``i:12:5:rate:4`` belongs to interview 12, its step 5. Ids that begin with ``/`` are commands and never grow old.
"""

from collections.abc import Iterable
from typing import NamedTuple

from conversations.replies import Choice

INTERVIEW = "i"
SETTINGS = "s"
HISTORY = "h"
HELD = "w"
CARDS = "c"
OWN_CARDS = "o"
DEFINE = "d"
QUIZ = "q"
SHARING = "p"
INVITES = "v"
ASSIGNING = "a"
ASSIGNMENTS = "t"
BOARD = "b"
AUDIT = "l"
NOTICES = "n"
PROGRESS = "g"
REVIEW = "r"
RESPOND = "y"
PLAN = "k"
TODAY = "u"
REMINDERS = "m"
STORIES = "e"


class Tap(NamedTuple):
    """A button's id, read: the conversation it belongs to, and the rest of its parts."""

    conversation: str
    parts: tuple[str, ...]


def button(conversation: str, *parts: object, label: str) -> Choice:
    """A button of a conversation. Raises ValueError when the id is longer than 64 bytes."""
    return Choice(":".join([conversation, *map(str, parts)]), label)


def command(line: str, label: str) -> Choice:
    """A button that does what typing ``line`` does."""
    return Choice(f"/{line}", label)


def read(choice: str) -> Tap:
    conversation, *parts = choice.split(":")
    return Tap(conversation, tuple(parts))


def number(written: str) -> int:
    """A number that a button carries; 0 for what is none, or is longer than any of ours."""
    return int(written) if written.isdecimal() and len(written) < 8 else 0


def rows_of(choices: Iterable[Choice], width: int) -> tuple[tuple[Choice, ...], ...]:
    """Buttons in rows of at most ``width``."""
    every = list(choices)
    return tuple(tuple(every[start : start + width]) for start in range(0, len(every), width))
