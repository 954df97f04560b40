"""A town of people at one desk: what one does to another travels by letters, carried before the next thing happens."""

from datetime import datetime, timedelta
from random import Random

from msgspec.structs import replace

from conversations.coaching.letters import Letter
from conversations.coaching.posting import AUDIT_LOG
from conversations.coaching.roles import Appointed
from conversations.desk import Desk
from conversations.events import Arrived, Event, Happening, Rang
from conversations.interview.record import Interview
from conversations.markup import plain
from conversations.notebook import Notebook
from conversations.replies import Reply
from tests.conversations.person import MONDAY, Person, stored

LINK = "https://t.me/coach?start="


class Town:
    """``coaches`` and ``operators`` are appointed by the settings. ``carried`` are all letters so far, in order."""

    def __init__(self, desk: Desk, coaches: tuple[str, ...] = (), operators: tuple[str, ...] = ()) -> None:
        appointed = Appointed(
            frozenset(f"telegram-{name.lower()}" for name in coaches),
            frozenset(f"telegram-{name.lower()}" for name in operators),
        )
        self.desk = Desk(desk.library, desk.engine, appointed)
        self.people: dict[str, Neighbor] = {}
        self.carried: list[Letter] = []
        self.now = MONDAY
        self.tokens = 0

    def person(self, name: str) -> "Neighbor":
        """Somebody who has said hello."""
        neighbor = self.moves_in(name)
        neighbor.say("/start")
        return neighbor

    def moves_in(self, name: str) -> "Neighbor":
        """Somebody who has not written yet."""
        neighbor = Neighbor(self, name)
        return self.people.setdefault(neighbor.notebook.person, neighbor)

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)

    def deliver(self) -> None:
        """Carries letters until none is left."""
        while letters := [letter for one in list(self.people.values()) for letter in one.take_letters()]:
            for letter in letters:
                self.hand_over(letter)

    def hand_over(self, letter: Letter) -> None:
        """As the courier does: to the receiver, or back when nobody knows them."""
        self.carried.append(letter)
        if letter.receiver == AUDIT_LOG and AUDIT_LOG not in self.people:
            self.people[AUDIT_LOG] = Neighbor(self, "")
            self.people[AUDIT_LOG].notebook.person = AUDIT_LOG
        receiver = letter.receiver
        if not self.knows(receiver):
            receiver, letter = letter.sender, replace(letter, returned=True)
        if self.knows(receiver):
            self.people[receiver].receive(letter)

    def knows(self, person: str) -> bool:
        return person in self.people and not self.people[person].notebook.forgotten


class Neighbor(Person):
    """A person whose letters are carried after everything they do. ``mail`` is what came without their asking."""

    def __init__(self, town: Town, name: str) -> None:
        super().__init__(town.desk, name)
        self.town = town
        self.notebook = Notebook(f"telegram-{name.lower()}", MONDAY)
        self.mail: list[str] = []

    def happen(self, happening: Happening) -> str:
        replies = self.visit(Event(self.notebook.person, happening, name=self.name))
        assert replies
        self.replies = replies
        self.town.later(minutes=1)
        heard = read(replies)
        before = len(self.mail)
        self.town.deliver()
        return "\n\n".join([heard, *self.mail[before:]])

    def receive(self, letter: Letter) -> None:
        """A letter arrives; buttons of its replies can be tapped like any."""
        replies = self.visit(Event(self.notebook.person, Arrived(letter, letter.at)))
        if replies:
            self.replies = [*self.replies, *replies]
            self.mail.append(read(replies))

    def wake(self) -> str:
        """The bell rings, if the notebook wants to be woken by now; what it says, "" for nothing."""
        alarm = self.notebook.alarm
        if alarm is None or alarm > self.town.now:
            return ""
        replies = self.visit(Event(self.notebook.person, Rang(self.town.now)))
        self.replies = replies or self.replies
        return read(replies)

    def visit(self, event: Event) -> list[Reply]:
        self.now = self.town.now
        self.town.tokens += 1
        replies = self.desk.handle(
            event,
            self.notebook,
            now=self.now,
            random=Random(7),
            archive=self.found(event),
            token=f"{self.town.tokens:020x}",
            address=LINK,
        )
        for interview in self.notebook.finished:
            self.archive[interview.number] = stored(interview)
        self.notebook.finished = []
        self.notebook = stored(self.notebook)
        return replies

    def found(self, event: Event) -> dict[int, Interview]:
        asked = self.desk.wanted(event, self.notebook)
        return {number: self.archive[number] for number in asked if number in self.archive}

    def take_letters(self) -> list[Letter]:
        letters, self.notebook.letters = self.notebook.letters, []
        return letters

    def tap(self, label: str) -> str:
        """Taps the newest button of that label."""
        found = [choice for choice in reversed(self.choices()) if choice.label.startswith(label)]
        assert found, f"no button {label!r}, there are {self.labels()}"
        return self.press(found[0].id)

    def latest_mail(self) -> str:
        return self.mail[-1] if self.mail else ""


def read(replies: list[Reply]) -> str:
    return "\n\n".join(plain(reply.text) for reply in replies)


def link_in(text: str) -> str:
    """The start argument of the deep link in a text."""
    return text.split(LINK)[1].split()[0]


def joined(coach: Neighbor, candidate: Neighbor, cohort: str = "", scope: str = "Assigned") -> None:
    """The coach invites, the candidate accepts."""
    token = link_in(coach.say(f"/invite {cohort}".strip()))
    candidate.say(f"/start {token}")
    candidate.tap(scope)


def assigned(coach: Neighbor, whom: str, due: str = "in 3 days", takes: str = "1", note: str = "") -> None:
    """The coach leads an assignment through the wizard: CRM, level 1, one question, practice."""
    coach.say(f"/assign {whom}")
    coach.say("crm", "1")
    coach.tap("Pick 1")
    coach.tap("Practice")
    coach.say(due, takes)
    if note:
        coach.say(note)
    else:
        coach.tap("No note")
    coach.tap("Send it")


def moment(day: int, hour: int = 9) -> datetime:
    return MONDAY.replace(day=day, hour=hour)
