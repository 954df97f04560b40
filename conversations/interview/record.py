"""What is stored of one interview: its exchanges, their answers, and where it stands.

The conditions that the table in machine.py names are methods here; they look at stored data only.
"""

from datetime import datetime
from enum import Enum

from msgspec import Struct, field

from content.model import Slot
from conversations.coaching.reviewing.record import Review
from conversations.feedback import Assessment, Passage
from conversations.interview.machine import State


class Mode(Enum):
    """Practice has hints and feedback after each question; real has neither, and a soft timer."""

    PRACTICE = "practice"
    REAL = "real"


class Message(Struct):
    """One message of an answer. ``id`` is the edge's name for it; ``earlier`` holds what it read before edits."""

    text: str
    at: datetime
    id: int | None = None
    earlier: list[str] = field(default_factory=list)


class Answer(Struct):
    """What was asked, word for word, and what was said to it. ``probe`` is None for the primary question.

    ``refused``: the person said that they have no answer, or skipped. ``slots`` are those of this answer alone, 0 to 1.
    ``asked_by`` names the coach who asked after the interview, "" for what the interview asked.
    """

    prompt: str
    asked_at: datetime
    probe: str | None = None
    slot: str | None = None
    messages: list[Message] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    refused: bool = False
    slots: dict[Slot, float] = field(default_factory=dict)
    asked_by: str = ""

    @property
    def text(self) -> str:
        return "\n".join(message.text for message in self.messages)

    @property
    def seconds(self) -> int | None:
        """How long the first message took, in seconds; None when nothing was said."""
        return max(0, int((self.messages[0].at - self.asked_at).total_seconds())) if self.messages else None


class Exchange(Struct):
    """A primary question with its answer and its probes; a retry is another exchange with the next ``attempt``.

    ``before`` are the behaviors shown by the attempt before this one, None on a first attempt. ``passed_over`` are
    probes not asked because the answer already covered their slot. ``rating`` is the person's own, 1 to 5, None when
    not given. ``assessment`` is None until the question is closed and all its answers are judged together.
    """

    question: str
    answers: list[Answer]
    attempt: int = 1
    before: tuple[str, ...] | None = None
    passed_over: list[str] = field(default_factory=list)
    rating: int | None = None
    rating_declined: bool = False
    skipped: bool = False
    saw_model_answer: bool = False
    assessment: Assessment | None = None

    def passages(self, *, up_to: Answer | None = None) -> tuple[Passage, ...]:
        """What the feedback engine judges: the answers (those until ``up_to``, if given), refusals left out."""
        last = len(self.answers) if up_to is None else self.answers.index(up_to) + 1
        return tuple(
            Passage(answer.prompt, answer.text)
            for answer in self.answers[:last]
            if answer.messages and not answer.refused
        )

    @property
    def slots(self) -> dict[Slot, float]:
        """What the answers so far fill, each slot as well as the answer that fills it best."""
        return {slot: max(answer.slots.get(slot, 0.0) for answer in self.answers) for slot in Slot}

    @property
    def answered(self) -> bool:
        return any(answer.messages and not answer.refused for answer in self.answers)


class Interview(Struct):
    """An interview that is open, or archived when finished. ``step`` grows whenever the screen changes.

    ``questions`` are the ids still to be asked; ``length`` how many were planned. ``level`` is 0 until chosen.
    ``all_probes`` and ``self_rating`` are the person's settings when it began. ``reviews`` are those that coaches
    released, at most one a coach.
    """

    number: int
    started: datetime
    state: State = State.COMPETENCY
    step: int = 0
    competency: str = ""
    level: int = 0
    mode: Mode = Mode.PRACTICE
    length: int = 0
    questions: list[str] = field(default_factory=list)
    exchanges: list[Exchange] = field(default_factory=list)
    next_probe: str | None = None
    adding_from: State | None = None
    all_probes: bool = False
    self_rating: bool = True
    finished: datetime | None = None
    paused: bool = False
    assignment: str | None = None
    reviews: list[Review] = field(default_factory=list)
    version: int = 1

    @property
    def current(self) -> Exchange:
        """The exchange that is going on. Raises IndexError before the first question."""
        return self.exchanges[-1]

    @property
    def position(self) -> int:
        """Which planned question is being asked, from 1; retries do not count."""
        return self.length - len(self.questions)

    # Conditions of the table

    def has_probe(self) -> bool:
        return self.next_probe is not None

    def wants_rating(self) -> bool:
        exchange = self.current
        return self.self_rating and exchange.answered and exchange.rating is None and not exchange.rating_declined

    def gives_feedback(self) -> bool:
        return self.mode is Mode.PRACTICE and not self.current.skipped

    def has_question(self) -> bool:
        return bool(self.questions)

    def has_answer(self) -> bool:
        return any(exchange.answered for exchange in self.exchanges)

    def came_from_probe(self) -> bool:
        return self.adding_from is State.PROBE

    def came_from_rating(self) -> bool:
        return self.adding_from is State.RATING
