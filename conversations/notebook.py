"""Everything that is known about one person: the unit of storage, changed by one atomic commit at a time."""

from datetime import datetime

from msgspec import Struct, field

from conversations.coaching.letters import Letter
from conversations.coaching.record import Coaching
from conversations.events import Said
from conversations.interview.record import Interview
from conversations.replies import Reply
from conversations.study.record import Study


class Parcel(Struct, frozen=True):
    """A reply on its way. ``number`` grows per person; ``event`` is the id of the event that earned it."""

    number: int
    reply: Reply
    event: int | None = None


class Settings(Struct):
    """What a person chose about how the coach behaves. ``zone`` is the name of a time zone, as in Europe/Berlin.
    ``dark_pictures``: light on dark."""

    all_probes: bool = False
    self_rating: bool = True
    zone: str = "UTC"
    dark_pictures: bool = False


class QuestionResult(Struct, frozen=True):
    """How one question of a finished interview went, kept in the index.

    ``score`` is the share of the level's behaviors shown, touched ones counting half, 0 to 1; None when unjudged.
    ``shown`` and ``touched`` are ids of behaviors of its level, ``beyond`` of those shown of other levels; ``slots``
    are the parts of a STAR answer that were there. ``skipped``: the person skipped it, or said that they have no
    example.
    """

    question: str
    attempt: int = 1
    score: float | None = None
    shown: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    reads_like: int | None = None
    rating: int | None = None
    beyond: tuple[str, ...] = ()
    skipped: bool = False


class Summary(Struct, frozen=True):
    """One line of the history. ``complete`` is False when it was ended without a report. ``reviewers`` are the keys of
    the coaches who released a review of it."""

    number: int
    competency: str
    level: int
    mode: str
    started: datetime
    finished: datetime
    complete: bool
    results: tuple[QuestionResult, ...] = ()
    assignment: str | None = None
    reviewers: tuple[str, ...] = ()


class Notebook(Struct):
    """One person's notebook.

    ``foreground`` names the conversation that gets what the person types ("" for none). ``asked`` maps a question id
    to when it was last asked. ``held`` are words typed while the interview was paused, until the person says what to do
    with them. ``forgetting``: the next message confirms or calls off the deletion of everything.

    ``finished`` holds interviews that the store archives with this commit; the store empties it. ``forgotten`` makes
    the store delete everything about the person instead of storing. ``outbox`` holds the replies of the last event and
    all that are not delivered yet. ``unreachable`` is set when the person blocked the coach. ``began_anew`` is set by
    the store when an earlier notebook could not be read; the desk says so once and clears it. ``letters`` are those to
    other people that may not have been handled yet, ``last_letter`` is the number of the latest one ever written.
    ``warned`` is when its owner, long not seen, was told that everything will be deleted, aware, UTC; None if not.
    ``alarm`` is when the notebook wants to be woken, aware, UTC, None for never; the desk works it out (alarms.py).
    """

    person: str
    created: datetime
    version: int = 1
    name: str = ""
    seen: datetime | None = None
    last_event: int | None = None
    outbox: list[Parcel] = field(default_factory=list)
    next_parcel: int = 1
    unreachable: bool = False
    foreground: str = ""
    settings: Settings = field(default_factory=Settings)
    interview: Interview | None = None
    next_interview: int = 1
    finished: list[Interview] = field(default_factory=list)
    history: list[Summary] = field(default_factory=list)
    asked: dict[str, datetime] = field(default_factory=dict)
    held: Said | None = None
    study: Study = field(default_factory=Study)
    coaching: Coaching = field(default_factory=Coaching)
    alarm: datetime | None = None
    letters: list[Letter] = field(default_factory=list)
    last_letter: int = 0
    warned: datetime | None = None
    forgetting: bool = False
    forgotten: bool = False
    began_anew: bool = False

    def become(self, other: "Notebook") -> None:
        """Takes over everything that the other notebook says; the other is not to be used any more."""
        for name in self.__struct_fields__:
            setattr(self, name, getattr(other, name))

    def post(self, replies: list[Reply], event: int | None) -> list[Parcel]:
        """Puts replies in the outbox, to be delivered after the commit. A notice takes the place of one of the same
        name that was not delivered yet."""
        names = {reply.notice for reply in replies if reply.notice}
        self.outbox = [parcel for parcel in self.outbox if parcel.reply.notice not in names]
        parcels = [Parcel(self.next_parcel + place, reply, event) for place, reply in enumerate(replies)]
        self.outbox.extend(parcels)
        self.next_parcel += len(parcels)
        return parcels

    def prune(self, delivered: int) -> None:
        """Drops parcels up to ``delivered`` that no repeated event can ask for again."""
        self.outbox = [
            p for p in self.outbox if p.number > delivered or (p.event is not None and p.event == self.last_event)
        ]

    def prune_letters(self, carried: int) -> None:
        """Drops letters up to ``carried``, which their receivers have handled."""
        self.letters = [letter for letter in self.letters if letter.number > carried]
