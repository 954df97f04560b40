"""What a candidate's notebook keeps of coaches' questions and of the words that are being written back."""

from datetime import datetime
from enum import Enum

from msgspec import Struct, field

from conversations.interview.record import Message


class CoachQuestion(Struct, frozen=True):
    """A further question of a coach that waits for an answer. ``number`` is the coach's, ``name`` the coach's name.

    It is about exchange ``exchange`` of interview ``interview``, both as the archive has them.
    """

    coach: str
    name: str
    number: int
    interview: int
    exchange: int
    text: str
    at: datetime


class State(Enum):
    """What the next message is for; each state has one screen."""

    CLOSED = "nothing is being written"
    ANSWERING = "answering a coach's question"
    REPLYING = "replying to a review"
    CHECKING = "looking over what is sent"


class Responding(Struct):
    """What a candidate is writing to a coach. ``step`` grows with every screen.

    ``question`` is the number of the coach's question that is answered, None for a reply to the review of
    ``interview``. ``words`` are what was typed so far, message by message. The table's condition is a method.
    """

    state: State = State.CLOSED
    step: int = 0
    coach: str = ""
    interview: int = 0
    question: int | None = None
    words: list[Message] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(message.text for message in self.words)

    def is_reply(self) -> bool:
        return self.question is None
