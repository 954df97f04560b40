"""What a coach says about one interview. Released, it is the candidate's, kept with the archived interview.

``exchange`` and ``answer`` are places in the interview, from 0; they never change once it is archived.
"""

from datetime import datetime

from msgspec import Struct, field


class Comment(Struct, frozen=True, omit_defaults=True):
    """On the whole interview (``exchange`` is None), on an answer, or on a passage of it.

    ``start`` and ``end`` are offsets into the answer's text and ``quote`` the words between them; 0, 0 and "" when it
    is about the whole answer. Within a draft, words may be quoted whose offsets are not known yet (0, 0). ``number`` is
    unique among all of its coach's, ``message`` the coach's message that it was typed in, None where there is none.
    """

    number: int
    text: str
    exchange: int | None = None
    answer: int = 0
    start: int = 0
    end: int = 0
    quote: str = ""
    message: int | None = None


class Ruling(Struct, frozen=True, omit_defaults=True):
    """Whether the coach heard a behavior in an exchange, whatever the machine found; ``reason`` may be "".

    The machine's verdict stands in the assessment of that exchange. ``blind``: ruled before it was shown to the coach.
    ``confirms``: the coach saw it and let it stand, which is for the figures and not told again to the candidate.
    """

    exchange: int
    behavior: str
    heard: bool
    reason: str = ""
    blind: bool = False
    confirms: bool = False


class RubricRating(Struct, frozen=True, omit_defaults=True):
    """How well the candidate shows what the level asks of a competency, 1 to 5 on the anchors of the rubric.

    ``blind``: rated before the machine's verdicts and the candidate's own ratings were shown to the coach.
    """

    competency: str
    value: int
    blind: bool = False


class Remark(Struct, frozen=True):
    """What the candidate wrote back."""

    at: datetime
    text: str


class Review(Struct):
    """All that one coach says about one interview. ``coach`` is the key of their notebook, ``name`` what to call them.

    ``released`` is None while it is a draft. At most one rating for a competency and one ruling for a behavior of an
    exchange.
    """

    coach: str
    name: str
    released: datetime | None = None
    comments: list[Comment] = field(default_factory=list)
    ratings: list[RubricRating] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    replies: list[Remark] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        return bool(self.comments or self.ratings or self.told)

    @property
    def told(self) -> list[Ruling]:
        """The rulings that the candidate is told, in the order of the interview."""
        return sorted((one for one in self.rulings if not one.confirms), key=lambda one: one.exchange)
