"""A person in a test: says, taps, edits, and reads what comes back, with the notebook stored and loaded in between."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import TypeVar

import msgspec

from conversations.desk import Desk
from conversations.events import Edited, Event, Happening, Kind, Pressed, Rang, Said, Sent
from conversations.interview.record import Interview
from conversations.markup import plain
from conversations.notebook import Notebook
from conversations.replies import Choice, Reply

Stored = TypeVar("Stored", bound=msgspec.Struct)
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Person:
    """One person at the desk. Each event happens a minute after the one before."""

    def __init__(self, desk: Desk, name: str = "Ada") -> None:
        self.desk = desk
        self.name = name
        self.now = MONDAY
        self.notebook = Notebook("telegram-1", MONDAY)
        self.archive: dict[int, Interview] = {}
        self.replies: list[Reply] = []
        self.messages = 0

    def happen(self, happening: Happening) -> str:
        """Everything that comes back, as plain text. Silence fails."""
        self.at_desk(happening)
        assert self.replies
        return self.heard()

    def rings(self, *, opened: bool = False) -> str:
        """What is told now without being asked, "" for nothing."""
        self.at_desk(Rang(self.now, opened))
        return self.heard()

    def rings_at(self, moment: datetime) -> str:
        """Waits until the alarm, which has to be at that moment."""
        assert self.notebook.alarm == moment
        self.now = moment
        return self.rings()

    def at_desk(self, happening: Happening) -> None:
        """One event at the desk, with the notebook stored and loaded behind it."""
        event = Event("telegram-1", happening, name=self.name)
        asked = self.desk.wanted(event, self.notebook)
        archive = {number: self.archive[number] for number in asked if number in self.archive}
        self.replies = self.desk.handle(event, self.notebook, now=self.now, random=Random(7), archive=archive)
        assert all(plain(reply.text).strip() for reply in self.replies)
        for interview in self.notebook.finished:
            self.archive[interview.number] = stored(interview)
        self.notebook.finished = []
        self.notebook = stored(self.notebook)
        self.now += timedelta(minutes=1)

    def heard(self) -> str:
        return "\n\n".join(plain(reply.text) for reply in self.replies)

    def say(self, *messages: str, unseen: bool = False) -> str:
        """Says the messages one after the other and reads the last reply."""
        heard = ""
        for text in messages:
            self.messages += 1
            heard = self.happen(Said(text, self.now, self.messages, unseen=unseen))
        return heard

    def edit(self, message: int, text: str) -> str:
        return self.happen(Edited(text, self.now, message))

    def send(self, kind: Kind, caption: str = "") -> str:
        return self.happen(Sent(kind, self.now, caption))

    def tap(self, label: str) -> str:
        """Taps a button on the latest screen."""
        return self.press(self.button(label).id)

    def press(self, choice: str) -> str:
        """Taps a button by what it carries, perhaps an old or a forged one."""
        return self.happen(Pressed(choice, self.now))

    def button(self, label: str) -> Choice:
        found = [choice for choice in self.choices() if choice.label.startswith(label)]
        assert found, f"no button {label!r}, there are {[choice.label for choice in self.choices()]}"
        return found[0]

    def choices(self) -> list[Choice]:
        return [choice for reply in self.replies for row in reply.choices for choice in row]

    def labels(self) -> list[str]:
        return [choice.label for choice in self.choices()]


def stored(value: Stored) -> Stored:
    """The value as it comes back from a store."""
    return msgspec.json.decode(msgspec.json.encode(value), type=type(value))
