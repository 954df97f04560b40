"""What is stored of a person's studying: what they remember of each card, their own cards, and where each conversation
about them stands.

The conditions that the tables name are methods here; they look at stored data only.
"""

from datetime import UTC, date, datetime, time
from enum import Enum

from msgspec import Struct, field

from conversations.feedback import Recall
from conversations.study.define.machine import State as DefineState
from conversations.study.flashcards.machine import State as CardState
from conversations.study.own.machine import State as OwnState
from conversations.study.plan.machine import State as PlanState
from conversations.study.quiz.machine import State as QuizState
from conversations.study.stories.record import Bank


class Review(Struct, frozen=True, array_like=True):
    """One rating of a card: ``at`` in whole seconds since 1970, UTC, ``rating`` 1 to 5 as it was given."""

    at: int
    rating: int

    @property
    def moment(self) -> datetime:
        return datetime.fromtimestamp(self.at, UTC)


class Memory(Struct, frozen=True):
    """What is known of a person's memory of one card.

    ``due``, ``stability`` (days) and ``difficulty`` (1 to 10) follow from ``log`` and are None before the first review.
    A card is not asked while ``suspended``, nor before the day ``buried``.
    """

    log: tuple[Review, ...] = ()
    due: datetime | None = None
    stability: float | None = None
    difficulty: float | None = None
    suspended: bool = False
    buried: date | None = None


class OwnCard(Struct, frozen=True):
    """A card that the person wrote. ``number`` is never used again; each line of ``back`` is an item to recall."""

    number: int
    front: str
    back: str


class Past(Struct, frozen=True):
    """What undo restores: the card, what was known of it, and the screen that it was on."""

    card: str
    before: Memory | None
    state: CardState
    typed: str = ""
    recall: Recall | None = None
    rating: int | None = None


class Sitting(Struct):
    """A sitting with flashcards. The first of ``queue`` is the card on the screen.

    ``typed`` and ``recall`` are what the person remembered of it, "" and None when they asked for the answer.
    ``deck`` is "" for what is due in all decks. ``missed`` are cards rated 1 or 2, ``past`` can be undone, last first.
    """

    state: CardState = CardState.DECKS
    deck: str = ""
    queue: list[str] = field(default_factory=list)
    typed: str = ""
    recall: Recall | None = None
    rated: int = 0
    missed: list[str] = field(default_factory=list)
    past: list[Past] = field(default_factory=list)

    def has_card(self) -> bool:
        return bool(self.queue)

    def was_rating(self) -> bool:
        return bool(self.past) and self.past[-1].state is CardState.BACK

    def was_recalling(self) -> bool:
        return bool(self.past) and self.past[-1].state is CardState.FRONT


class Writing(Struct):
    """The own card being written: ``front`` of a new one, or the ``number`` of one that is changed or deleted."""

    state: OwnState = OwnState.CLOSED
    front: str = ""
    number: int = 0


class Reading(Struct):
    """Where a person is among the definitions of a ``term``, all by id.

    ``prompt`` counts the drills, ``said`` are the person's words and ``found`` the ideas in them.
    """

    state: DefineState = DefineState.TERMS
    term: str = ""
    definition: str = ""
    other: str = ""
    prompt: int = 0
    said: str = ""
    found: tuple[str, ...] = ()


class QuizKind(Enum):
    """What a quiz question asks for."""

    LEVEL = "level"
    BEHAVIOR = "behavior"


class Quiz(Struct):
    """A round of the quiz. ``options`` are level numbers or behavior ids; ``answer`` and ``picked`` are places in it.

    ``only`` is the competency that the round keeps to, "" for all; ``asked`` are question ids, the latest last.
    ``right`` counts the right ones among the ``answered``.
    """

    state: QuizState = QuizState.CLOSED
    only: str = ""
    competency: str = ""
    level: int = 0
    question: str = ""
    kind: QuizKind = QuizKind.LEVEL
    options: tuple[str, ...] = ()
    answer: int = 0
    picked: int | None = None
    right: int = 0
    answered: int = 0
    asked: list[str] = field(default_factory=list)


class Plan(Struct):
    """The way to an interview, and where the conversation about it stands.

    ``interview`` is its day where the person is, None without one; ``minutes`` a day, 0 until they are chosen; ``made``
    the day on which it was planned.
    """

    state: PlanState = PlanState.CLOSED
    interview: date | None = None
    minutes: int = 0
    made: date | None = None

    def is_dated(self) -> bool:
        return self.interview is not None

    def is_whole(self) -> bool:
        return self.is_dated() and self.minutes > 0

    def is_over(self, today: date) -> bool:
        """Whether the interview was on an earlier day."""
        return self.interview is not None and self.interview < today


class Reminders(Struct):
    """When the person wants to hear what there is to do. ``asked``: they were offered it once.

    ``at`` is the time of day where they are. ``earliest`` is the first day on which the next one may come, ``snoozed``
    the moment that they put one off to, aware, UTC; None for neither.
    """

    on: bool = False
    asked: bool = False
    at: time = time(18)
    earliest: date | None = None
    snoozed: datetime | None = None


class Study(Struct):
    """All of a person's studying. ``step`` grows with every screen, so that an old button can be told from a new one.

    ``memories`` are by card id, ``questions`` what is known in the same way of interview questions, by question and
    level as in ``crm-l1-q1@1``. ``counted`` is how many interviews of the history are in ``questions``.
    """

    step: int = 0
    memories: dict[str, Memory] = field(default_factory=dict)
    questions: dict[str, Memory] = field(default_factory=dict)
    counted: int = 0
    own: list[OwnCard] = field(default_factory=list)
    next_own: int = 1
    sitting: Sitting = field(default_factory=Sitting)
    writing: Writing = field(default_factory=Writing)
    reading: Reading = field(default_factory=Reading)
    quiz: Quiz = field(default_factory=Quiz)
    plan: Plan = field(default_factory=Plan)
    reminders: Reminders = field(default_factory=Reminders)
    bank: Bank = field(default_factory=Bank)
