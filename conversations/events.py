"""What arrived at the desk: the values that every edge makes and the core understands."""

from datetime import datetime
from enum import Enum

from msgspec import Struct

from conversations.coaching.letters import Letter


class Kind(Enum):
    """Things a person can send that hold no words to judge."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    STICKER = "sticker"
    FILE = "file"
    PLACE = "place"
    CONTACT = "contact"
    OTHER = "other"


class Said(Struct, frozen=True, tag="said"):
    """Words that a person typed, commands among them.

    ``message`` names the message within the chat (None where messages have no name), ``answers`` the message that it
    replies to; ``answered`` holds the words of that one and ``quoted`` those of them that were selected. ``at`` is when
    it was sent, aware, UTC. ``unseen``: it was sent before the latest reply could be seen, so it goes on with what was
    said before (one long answer arrives as several messages).
    """

    text: str
    at: datetime
    message: int | None = None
    answers: int | None = None
    unseen: bool = False
    answered: str = ""
    quoted: str = ""


class Edited(Struct, frozen=True, tag="edited"):
    """A message that was said earlier and now reads otherwise."""

    text: str
    at: datetime
    message: int


class Pressed(Struct, frozen=True, tag="pressed"):
    """A button was tapped. ``choice`` is the id that the button carries, perhaps weeks old, perhaps forged."""

    choice: str
    at: datetime


class Sent(Struct, frozen=True, tag="sent"):
    """Something without words to judge: a photo, a voice note. ``caption`` may hold some; an album is one event."""

    kind: Kind
    at: datetime
    caption: str = ""
    message: int | None = None


class Delivered(Struct, frozen=True, tag="delivered"):
    """A file that the coach asked for arrived: its name and its bytes (at most 1 MB)."""

    name: str
    content: bytes
    at: datetime


class Arrived(Struct, frozen=True, tag="arrived"):
    """A letter from somebody else's notebook. It may come twice and may earn no reply."""

    letter: Letter
    at: datetime


class Rang(Struct, frozen=True, tag="rang"):
    """The moment came at which the notebook wanted to be woken. It may come twice and may earn no reply.

    ``opened``: the person has just opened the coach, so that nothing comes too late or at a bad time.
    """

    at: datetime
    opened: bool = False


Happening = Said | Edited | Pressed | Sent | Delivered | Arrived | Rang


class Event(Struct, frozen=True):
    """One thing that happened to one person.

    ``id`` is unique and grows per person where the edge can promise it (None: the edge never repeats itself);
    ``person`` is the key of the notebook, ``name`` what to call them ("" when unknown).
    """

    person: str
    happening: Happening
    id: int | None = None
    name: str = ""

    @property
    def at(self) -> datetime:
        return self.happening.at
