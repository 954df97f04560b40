"""What a coach's notebook keeps of reviewing: the drafts, where the coach stands, and the page that is open.

No transcript is kept: the page comes from the candidate's desk, which checks consent, and goes when the coach turns it.
The conditions that the table in machine.py names are methods here; they look at stored data only.
"""

from datetime import datetime
from enum import Enum

from msgspec import Struct, field

from conversations.coaching.reviewing.record import Review
from conversations.transcript import Finding


class Page(Struct, frozen=True):
    """One answer of an interview, or a part of a long one, with what is needed to judge it.

    ``place`` counts the ``pages`` from 0; ``exchange`` and ``answer`` say where in the interview it stands, with how
    many of each there are. ``text`` is the answer from the offset ``start`` on, ``more`` when it goes on beyond.
    ``asked_by`` names the coach who asked afterwards, "" for the interview's own questions. ``own_rating`` is the
    candidate's, 1 to 5. ``findings`` are the level's behaviors and what the machine found of them in the whole
    exchange; their evidence is that of this answer. ``not_judged`` says why the machine found nothing.
    """

    place: int
    pages: int
    exchange: int
    exchanges: int
    answer: int
    answers: int
    prompt: str
    text: str
    start: int = 0
    more: bool = False
    asked_by: str = ""
    attempt: int = 1
    own_rating: int | None = None
    findings: tuple[Finding, ...] = ()
    reads_like: int | None = None
    not_judged: str = ""


class Further(Struct, frozen=True):
    """A further question that the coach asked; the candidate gets it as a live probe."""

    number: int
    exchange: int
    text: str
    at: datetime
    answered: bool = False


class Draft(Struct):
    """A review in the making, of interview ``interview`` of ``candidate``.

    ``task`` is the number of the coach's assignment that it was done for, None for none. ``blind``: the machine's
    verdicts and the candidate's own ratings stay hidden until the coach has rated. ``place`` is the page that was open
    last. ``finished``: to be released with the others of its assignment. ``sent``: released, and not yet taken.
    """

    candidate: str
    interview: int
    review: Review
    opened: datetime
    competency: str = ""
    level: int = 0
    task: int | None = None
    blind: bool = False
    place: int = 0
    questions: list[Further] = field(default_factory=list)
    finished: bool = False
    sent: bool = False

    @property
    def key(self) -> str:
        """Names it among a coach's drafts, as in ``telegram-12345/3``."""
        return draft_key(self.candidate, self.interview)

    @property
    def hides(self) -> bool:
        """Whether the coach has still to rate before seeing what the machine and the candidate think."""
        return self.blind and not self.review.ratings


def draft_key(candidate: str, interview: int) -> str:
    return f"{candidate}/{interview}"


class State(Enum):
    """Where a coach stands in reviewing; each state has one screen."""

    QUEUE = "choosing an interview"
    FETCHING = "waiting for a page"
    READING = "reading an answer"
    RULING = "ruling on behaviors"
    REASON = "giving the reason of a ruling"
    ASKING = "writing a further question"
    RATING = "rating"
    PHRASES = "choosing a phrase"
    SUMMARY = "looking over the review"
    LEFT = "left"


class Waiting(Struct, frozen=True):
    """An interview that its candidate shared by itself, which may be reviewed without any assignment."""

    competency: str
    level: int
    at: datetime


class Reviewing(Struct):
    """All of a coach's reviewing, and where they stand in it. ``step`` grows with every screen.

    ``drafts`` and ``shared`` are by key. ``draft`` is the key of the open one, "" for none; ``page`` what is open of
    its transcript, None for nothing. ``back`` is the state that a rating or a phrase leads back to, ``behavior`` the
    one whose reason is asked for. ``found`` are the keys of the queue as it was when it was shown last, ``turned`` is
    the page that it, or the bank of phrases, is turned to. ``next_number`` numbers comments and further questions.
    ``phrases`` are the coach's own; ``blind_first`` is how new drafts begin.
    """

    state: State = State.LEFT
    step: int = 0
    drafts: dict[str, Draft] = field(default_factory=dict)
    shared: dict[str, Waiting] = field(default_factory=dict)
    draft: str = ""
    page: Page | None = None
    back: State | None = None
    behavior: str = ""
    found: list[str] = field(default_factory=list)
    turned: int = 0
    next_number: int = 1
    phrases: list[str] = field(default_factory=list)
    blind_first: bool = False

    @property
    def current(self) -> Draft | None:
        """The open draft; None when there is none, or no longer."""
        return self.drafts.get(self.draft)

    def new_number(self) -> int:
        self.next_number += 1
        return self.next_number - 1

    # Conditions of the table

    def has_page(self) -> bool:
        return self.page is not None

    def came_from_summary(self) -> bool:
        return self.back is State.SUMMARY
