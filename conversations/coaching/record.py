"""What a notebook keeps of other people: a candidate's consent and assignments, a coach's roster and board."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import Enum
from types import MappingProxyType

from msgspec import Struct, field

from conversations.coaching.learning.agreement import NO_VERDICTS, Table
from conversations.coaching.responding.record import CoachQuestion, Responding
from conversations.coaching.reviewing.draft import Reviewing
from conversations.interview.record import Mode


class Scope(Enum):
    """How much of their practice a candidate shares with one coach."""

    NOTHING = "nothing"
    ASSIGNED = "assigned"
    EVERYTHING = "everything"


class Status(Enum):
    """How far a candidate is with an assignment."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    SUBMITTED = "submitted"
    REVIEWED = "reviewed"


class Task(Struct, frozen=True):
    """What a coach assigns. ``number`` is unique per coach.

    ``questions`` are ids, empty for "``length`` questions that the candidate did least recently". ``due`` is aware,
    UTC, None for no date. ``takes`` is how many finished interviews count, None for any number.
    """

    number: int
    competency: str
    level: int
    mode: Mode
    length: int
    questions: tuple[str, ...] = ()
    due: datetime | None = None
    takes: int | None = 1
    note: str = ""


class Outcome(Struct, frozen=True, array_like=True, gc=False):
    """What a submitted interview came to: its number and how many answers were judged, made by `Outcome.of`.

    The rest is kept in words: a coach's notebook holds thousands of these, and ten times as long to read when each of
    them holds a tuple and a dict.
    """

    interview: int
    answers: int
    behaviors: str = ""
    gaps: str = ""
    verdicts: str = ""

    @classmethod
    def of(
        cls,
        interview: int,
        answers: int,
        shown: Iterable[str] = (),
        missing: Mapping[str, int] = MappingProxyType({}),
        ruled: Table = NO_VERDICTS,
    ) -> "Outcome":
        """With the ids of the behaviors of its level that were shown, in how many answers each part of a STAR answer
        was missing and, once it is reviewed, the coach's verdicts beside the machine's."""
        gaps = " ".join(f"{slot}={count}" for slot, count in missing.items())
        return cls(interview, answers, " ".join(shown), gaps, " ".join(map(str, ruled)) if ruled.pairs else "")

    @property
    def shown(self) -> tuple[str, ...]:
        return tuple(self.behaviors.split())

    @property
    def missing(self) -> dict[str, int]:
        return counts(self.gaps)

    @property
    def ruled(self) -> Table:
        return table_of(self.verdicts)

    def with_ruled(self, ruled: Table) -> "Outcome":
        return Outcome.of(self.interview, self.answers, self.shown, self.missing, ruled)


def counts(gaps: str) -> dict[str, int]:
    """What `Outcome.gaps` says, as in "result=1 reflection=2"."""
    pairs = (part.partition("=") for part in gaps.split())
    return {slot: int(count) for slot, _, count in pairs}


def table_of(verdicts: str) -> Table:
    """What `Outcome.verdicts` says, as in "1 0 2 4"."""
    return Table(*map(int, verdicts.split()))


class Progress(Struct, frozen=True, omit_defaults=True, gc=False):
    """How far one candidate is. ``interviews`` are the numbers of the submitted ones in the candidate's archive,
    ``reviewed`` those of them that the coach has released a review of; ``at`` is when it last changed. ``outcome`` is
    of the latest submitted one, None for none and for those of earlier days."""

    status: Status = Status.NOT_STARTED
    interviews: tuple[int, ...] = ()
    at: datetime | None = None
    reviewed: tuple[int, ...] = ()
    outcome: Outcome | None = None

    def with_outcome(self, outcome: Outcome | None) -> "Progress":
        return Progress(self.status, self.interviews, self.at, self.reviewed, outcome)

    def with_review(self, interview: int, at: datetime) -> "Progress":
        """After a review was released; the whole counts as reviewed when the latest submitted one is."""
        reviewed = tuple(dict.fromkeys((*self.reviewed, interview)))
        status = Status.REVIEWED if set(self.interviews[-1:]) & set(reviewed) else self.status
        return Progress(status, self.interviews, at, reviewed, self.outcome)


class Entry(Struct, frozen=True):
    """One line of the audit log: who did what to whom, and which interview it was about (None for none)."""

    at: datetime
    who: str
    act: str
    whom: str
    interview: int | None = None


class Sharing(Struct):
    """The truth about what a candidate shares with one coach.

    ``name`` is the coach's. ``shared`` and ``withheld`` are interviews that the candidate decided on one by one; they
    go before ``scope``.
    """

    name: str
    since: datetime
    scope: Scope = Scope.NOTHING
    shared: list[int] = field(default_factory=list)
    withheld: list[int] = field(default_factory=list)


class Offer(Struct, frozen=True):
    """An invitation that waits for the candidate's answer. ``name`` is the coach's."""

    token: str
    name: str
    cohort: str
    at: datetime


class Assignment(Struct):
    """A task as its candidate keeps it. ``name`` is the coach's. ``given`` is when its due date became known, None for
    long ago; ``reminded`` is the due date that the candidate was reminded of, None for none."""

    coach: str
    name: str
    task: Task
    progress: Progress = Progress()
    given: datetime | None = None
    reminded: datetime | None = None

    @property
    def key(self) -> str:
        """Names it among all assignments of a candidate, as in ``telegram-12345/3``."""
        return f"{self.coach}/{self.task.number}"

    @property
    def takes_left(self) -> int | None:
        """None for any number."""
        return None if self.task.takes is None else max(0, self.task.takes - len(self.progress.interviews))


class Read(Struct, frozen=True):
    """Somebody read an interview of the owner of this notebook."""

    at: datetime
    coach: str
    name: str
    interview: int


class Invite(Struct):
    """An invitation as its coach keeps it. ``expires`` is aware, UTC; ``used`` counts those who accepted."""

    number: int
    token: str
    cohort: str
    expires: datetime
    limit: int
    used: int = 0
    revoked: bool = False

    def holds(self, now: datetime) -> bool:
        return not self.revoked and self.used < self.limit and now < self.expires


class Candidate(Struct, array_like=True, gc=False):
    """One line of a coach's roster, an index fed by letters."""

    name: str
    cohort: str
    scope: Scope
    since: datetime


class Given(Struct):
    """A task as its coach keeps it: whom it was given to, and how far they are.

    ``label`` is the cohort or the one candidate that it was given to. ``nudged`` is when the late ones were last
    reminded, None when never.
    """

    task: Task
    label: str
    at: datetime
    progress: dict[str, Progress]
    nudged: datetime | None = None


class DraftState(Enum):
    """Where a coach stands in the wizard that makes an assignment; each state has one screen."""

    WHO = "choosing who"
    COMPETENCY = "choosing a competency"
    LEVEL = "choosing a level"
    QUESTIONS = "choosing questions"
    MODE = "choosing the mode"
    DUE = "choosing a due date"
    TAKES = "choosing the number of takes"
    NOTE = "writing a note"
    CONFIRM = "looking it over"
    SENT = "sent"
    CANCELED = "canceled"


class Draft(Struct):
    """An assignment in the making. ``step`` grows with every screen; ``candidates`` are keys of the roster."""

    state: DraftState = DraftState.WHO
    step: int = 0
    label: str = ""
    candidates: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    competency: str = ""
    level: int = 0
    length: int = 0
    questions: list[str] = field(default_factory=list)
    mode: Mode = Mode.PRACTICE
    due: datetime | None = None
    takes: int | None = 1
    note: str = ""


class Coaching(Struct):
    """All of it, in one field of the notebook.

    ``granted`` makes its owner a coach. ``heard`` maps a sender to the number of the last letter handled, so that none
    counts twice. ``offers``, ``sharing`` and ``assignments`` are a candidate's (by coach, by coach, by key); ``reads``
    says who read what, ``lends_words`` whether answers may be learned from word for word. ``questions`` and
    ``responding`` are what coaches asked and what is written back. ``invites``
    (by token), ``roster`` (by candidate), ``given``, ``draft`` and ``reviewing`` are a coach's. ``quiet`` names the
    notices that are turned off. ``audit`` is filled in the audit log's own notebook alone.
    """

    granted: bool = False
    heard: dict[str, int] = field(default_factory=dict)
    offers: dict[str, Offer] = field(default_factory=dict)
    sharing: dict[str, Sharing] = field(default_factory=dict)
    assignments: dict[str, Assignment] = field(default_factory=dict)
    reads: list[Read] = field(default_factory=list)
    lends_words: bool = False
    invites: dict[str, Invite] = field(default_factory=dict)
    roster: dict[str, Candidate] = field(default_factory=dict)
    given: list[Given] = field(default_factory=list)
    next_given: int = 1
    draft: Draft | None = None
    reviewing: Reviewing = field(default_factory=Reviewing)
    questions: list[CoachQuestion] = field(default_factory=list)
    responding: Responding = field(default_factory=Responding)
    quiet: list[str] = field(default_factory=list)
    audit: list[Entry] = field(default_factory=list)
