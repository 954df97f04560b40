"""What the engine says about one answer: plain values that an interview can store."""

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from content.model import Slot


class Verdict(Enum):
    """Whether an answer shows a behavior."""

    SHOWN = "shown"
    TOUCHED = "touched"
    NOT_YET = "not-yet"


class Passage(Struct, frozen=True):
    """One part of an answer with the question or probe that it answers."""

    prompt: str
    text: str


class Evidence(Struct, frozen=True):
    """The words that carry a behavior: ``passages[passage].text[start:end]``. ``strength`` 0 to 1."""

    behavior: str
    strength: float
    passage: int
    start: int
    end: int


class BehaviorVerdict(Struct, frozen=True):
    """A behavior with its verdict; ``strength`` 0 to 1; the strongest evidence first, empty when not yet shown."""

    behavior: str
    level: int
    verdict: Verdict
    strength: float
    evidence: tuple[Evidence, ...] = ()


class Ownership(Struct, frozen=True):
    """How often the speaker says I (me, my) and we (us, our)."""

    i: int = 0
    we: int = 0


class Specifics(Struct, frozen=True):
    """How many numbers, proper names and named tools an answer holds."""

    numbers: int = 0
    names: int = 0
    tools: int = 0


class Outline(Struct, frozen=True):
    """How one part of an answer is built, which decides what is asked next. ``reason`` and ``slots`` as in
    `Assessment`; a part that is too short to be judged may fill slots."""

    reason: str | None
    slots: Mapping[Slot, float]


class Assessment(Struct, frozen=True):
    """Everything said about one answer.

    ``reason`` tells why an answer was not judged: "refused", "too-short", "other-language", "gibberish", "pasted",
    "stuffed"; None when it was. ``behaviors`` cover all levels of the competency and are empty when not judged.
    ``slots`` give 0 to 1. ``reads_like`` is the level that the answer reads like, None when nothing was shown.
    """

    judged: bool
    reason: str | None = None
    behaviors: tuple[BehaviorVerdict, ...] = ()
    slots: Mapping[Slot, float] = {}
    ownership: Ownership = Ownership()
    specifics: Specifics = Specifics()
    reads_like: int | None = None

    def has(self, slot: Slot) -> bool:
        """Whether the slot is really there (0.5 and more)."""
        return self.slots.get(slot, 0.0) >= 0.5
