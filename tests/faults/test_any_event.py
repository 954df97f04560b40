"""Any event in any state: a coach, two candidates and an operator do what they like, at random, with what they have.

Every step earns a useful answer that Telegram takes, and everybody's notebook loads again.
"""

import json
from functools import cache
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.exports import render as make_file
from bot.stores.forms import document_of, interview_of, notebook_of
from bot.telegram.rendering import render
from content.library import load
from conversations.desk import Desk
from conversations.events import Delivered, Event, Kind, Rang
from conversations.feedback import Engine
from conversations.replies import Reply
from tests.coaching.town import Neighbor, Town, joined
from tests.conversations.stories import STORY
from tests.effort import EVENTS
from tests.faults.hostile import commands, forged_buttons, names, words
from tests.telegram.methods import METHODS
from tests.telegram.state import State

STEPS = 50
CANDIDATES, EVERYBODY = ("Ada", "Cy"), ("Ada", "Cy", "Bea", "Olga")
BEGINNINGS = [
    *["/practice crm 1 real 1", "/practice crm 2 practice 1", "/practice surprise", "/cards", "/cards CRM flashcards"],
    *[
        "/quiz",
        "/define",
        "/define CRM",
        "/plan",
        "/today",
        "/stories",
        "/addcard",
        "/mycards",
        "/settings",
        "/sharing",
    ],
    *["/history", "/transcript 1", "/transcript 1 html", "/transcript 1 md", "/export", "/progress", "/reminders"],
    *["/assign Ada", "/assign spring", "/board", "/review", "/review Ada", "/assignments", "/invite x 3", "/audit"],
    *["/resume", "/pause", "/stop", "/retry", "/hint", "/skip", "/forget", "/grant telegram-ada", "/notices"],
]


@cache
def desk() -> Desk:
    library = load()
    return Desk(library, Engine(library), retention_days=60)


class AnyEvent(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.telegram = State()
        self.telegram.chat(1)

    @initialize()
    def people_move_in(self) -> None:
        self.town = Town(desk(), coaches=("Bea",), operators=("Olga",))
        self.people = {name: self.town.person(name) for name in EVERYBODY}
        self.screens: dict[str, list[str]] = {name: [] for name in EVERYBODY}
        for name in CANDIDATES:
            joined(self.people["Bea"], self.people[name], scope="Everything")

    @rule(name=st.sampled_from(EVERYBODY), text=words() | commands(), unseen=st.booleans())
    def says(self, name: str, text: str, unseen: bool) -> None:
        self.people[name].say(text, unseen=unseen)

    @rule(name=st.sampled_from(EVERYBODY), texts=st.lists(words(), min_size=2, max_size=4))
    def talks_on(self, name: str, texts: list[str]) -> None:
        self.people[name].say(*texts)

    @rule(name=st.sampled_from(EVERYBODY), command=st.sampled_from(BEGINNINGS))
    def begins(self, name: str, command: str) -> None:
        self.people[name].say(command)

    @rule(name=st.sampled_from(EVERYBODY), moves=st.lists(st.integers(-3, 9), min_size=3, max_size=20))
    def goes_on(self, name: str, moves: list[int]) -> None:
        """As somebody does who means it: tells a story, or taps what is offered."""
        for move in moves:
            choices = self.people[name].choices()
            if move < 0 or not choices:
                self.people[name].say(STORY if move % 2 else "CRM is how a company keeps what it knows of customers.")
            else:
                self.people[name].press(choices[move % len(choices)].id)
            self.everything_shown_can_be_sent()

    @rule(name=st.sampled_from(EVERYBODY), place=st.integers(0, 40))
    def taps(self, name: str, place: int) -> None:
        choices = self.people[name].choices()
        if choices:
            self.people[name].press(choices[place % len(choices)].id)

    @rule(name=st.sampled_from(EVERYBODY), place=st.integers(0, 400))
    def taps_an_old_button(self, name: str, place: int) -> None:
        if self.screens[name]:
            self.people[name].press(self.screens[name][place % len(self.screens[name])])

    @rule(name=st.sampled_from(EVERYBODY), choice=forged_buttons())
    def forges_a_button(self, name: str, choice: str) -> None:
        self.people[name].press(choice)

    @rule(name=st.sampled_from(EVERYBODY), back=st.integers(0, 5), text=words())
    def edits(self, name: str, back: int, text: str) -> None:
        self.people[name].edit(self.people[name].messages - back, text)

    @rule(name=st.sampled_from(EVERYBODY), kind=st.sampled_from(Kind), caption=words())
    def sends(self, name: str, kind: Kind, caption: str) -> None:
        self.people[name].send(kind, caption)

    @rule(
        name=st.sampled_from(EVERYBODY),
        file=names(),
        content=st.binary(max_size=99) | words().map(lambda text: text.encode("utf-8", "replace")),
    )
    def sends_a_file(self, name: str, file: str, content: bytes) -> None:
        self.people[name].happen(Delivered(file, content, self.town.now))

    @rule(name=st.sampled_from(EVERYBODY), called=names())
    def is_called_otherwise(self, name: str, called: str) -> None:
        self.people[name].name = called
        self.people[name].say("/start")

    @rule(hours=st.sampled_from([1, 20, 24 * 8, 24 * 54]))
    def time_passes(self, hours: int) -> None:
        self.town.later(hours=hours)
        for person in self.people.values():
            alarm = person.notebook.alarm
            if alarm is not None and alarm <= self.town.now:
                self.wakes(person)

    def wakes(self, person: Neighbor) -> None:
        replies = person.visit(Event(person.notebook.person, Rang(self.town.now)))
        person.replies = [*person.replies, *replies]
        alarm = person.notebook.alarm
        assert person.notebook.forgotten or alarm is None or alarm > self.town.now, "it would ring for ever"
        self.town.deliver()

    @invariant()
    def everything_shown_can_be_sent(self) -> None:
        for name, person in getattr(self, "people", {}).items():
            for reply in person.replies:
                self.send(reply)
            self.screens[name] = [*self.screens[name], *(choice.id for choice in person.choices())][-400:]

    def send(self, reply: Reply) -> None:
        for message in render(reply):
            fields: dict[str, Any] = json.loads(json.dumps({"chat_id": 1, **message.fields}))
            if message.file is None:
                METHODS["sendMessage"](self.telegram, fields)
            else:
                METHODS["sendDocument"](
                    self.telegram, {**fields, "document": (message.file.filename, make_file(message.file))}
                )
                assert "/" not in message.file.filename

    @invariant()
    def every_notebook_loads_again(self) -> None:
        for name, person in getattr(self, "people", {}).items():
            if person.notebook.forgotten:
                self.town.people.pop(person.notebook.person)
                person = self.people[name] = self.town.moves_in(name)
            document = json.loads(json.dumps(document_of(person.notebook)))
            assert notebook_of(document, name) == person.notebook
            for number, interview in person.archive.items():
                assert interview_of(json.loads(json.dumps(document_of(interview))), f"{number}") == interview


TestAnyEvent = AnyEvent.TestCase
TestAnyEvent.settings = settings(
    max_examples=max(1, EVENTS // STEPS),
    stateful_step_count=STEPS,
    deadline=None,
    derandomize=EVENTS < 10_000,  # the short form tries the same every time
    suppress_health_check=list(HealthCheck),
)
