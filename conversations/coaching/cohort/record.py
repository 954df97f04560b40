"""The figures of a group as values."""

from msgspec import Struct


class Completion(Struct, frozen=True):
    """How many assignments were given to people, and how many of these stand where; ``reviewed`` are handed in too."""

    assigned: int
    handed_in: int
    reviewed: int
    overdue: int


class Weakness(Struct, frozen=True):
    """A behavior with how many interviews, at its level, showed it."""

    behavior: str
    text: str
    level: int
    interviews: int
    shown: int


class Missed(Struct, frozen=True):
    """A part of a STAR answer, and in how many judged answers it was missing."""

    slot: str
    answers: int
    missing: int


class Agreement(Struct, frozen=True):
    """The coach's verdicts beside the machine's: how many, how many the same, and Cohen's kappa (None: undefined)."""

    verdicts: int
    same: int
    kappa: float | None


class Figures(Struct, frozen=True):
    """``group`` is None for everybody. What is about fewer than five people is None or missing from its tuple.

    ``weakest`` and ``missed`` begin with what went worst.
    """

    group: str | None
    completion: Completion | None
    weakest: tuple[Weakness, ...]
    missed: tuple[Missed, ...]
    agreement: Agreement | None
