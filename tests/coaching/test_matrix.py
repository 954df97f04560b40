"""Who may do what with whose data: every command, every button and every kind of letter, each allowed or refused.

A cell that is missing here fails: what is new has to be put into these tables.
"""

import itertools
from random import Random
from typing import get_args

import msgspec
import pytest

from conversations import buttons
from conversations.coaching import gate, letters, sharing, tending
from conversations.coaching.assigning import choosing
from conversations.coaching.letters import Letter
from conversations.coaching.mailroom import HANDLERS
from conversations.coaching.posting import AUDIT_LOG
from conversations.coaching.record import Coaching, Entry, Progress, Scope, Status, Task
from conversations.coaching.reviewing import pressing as reviewing
from conversations.coaching.reviewing.draft import Page
from conversations.coaching.reviewing.record import Comment, Review
from conversations.coaching.roles import Role
from conversations.directory import COMMANDS, PRESSED
from conversations.events import Arrived, Event
from conversations.interview.record import Mode
from conversations.visit import Visit
from tests.coaching.reviews import handed_in, opened, replies, screen
from tests.coaching.town import Neighbor, Town, joined
from tests.conversations.person import MONDAY
from tests.conversations.stories import STORY

EVERYBODY = frozenset(Role)
COACH, OPERATOR = frozenset({Role.COACH}), frozenset({Role.OPERATOR})
PEOPLE = {Role.CANDIDATE: "Cyd", Role.COACH: "Carl", Role.OPERATOR: "Olga"}
PRIVATE = "furniture store"  # words of Ada's answer
NUMBERS = itertools.count(10**17)  # of letters, each newer than all before

OF_COACHES = {"invite", "invites", "assign", "board", "cohort", "review"}
OF_OPERATORS = {"grant", "revoke", "audit"}

BUTTONS = {
    **dict.fromkeys((buttons.INVITES, buttons.ASSIGNING, buttons.BOARD, buttons.REVIEW), COACH),
    buttons.AUDIT: OPERATOR,
}


class Cell(msgspec.Struct, frozen=True):
    """Who may send a letter of this kind to whom: the roles, by how the receiver stands to the sender."""

    own: frozenset[Role] = EVERYBODY
    shared: frozenset[Role] = EVERYBODY
    linked: frozenset[Role] = EVERYBODY
    foreign: frozenset[Role] = EVERYBODY


NOBODY: frozenset[Role] = frozenset()
READING = Cell(own=COACH, shared=COACH, linked=NOBODY, foreign=NOBODY)
ASSIGNING = Cell(own=COACH, shared=COACH, linked=COACH, foreign=NOBODY)
OPERATING = Cell(own=OPERATOR, shared=OPERATOR, linked=OPERATOR, foreign=OPERATOR)
# Answers and reports: the desk that they come to looks for what they answer, and finds nothing of a stranger's.
ANSWERING = Cell()
REVIEW = Review("telegram-carl", "Carl", comments=[Comment(1, "Hm.")])
PAGE = Page(0, 1, 0, 1, 0, 1, "Why?", "Because.")
TASK = Task(7, "crm", 1, Mode.PRACTICE, 1)
KINDS: list[tuple[letters.Body, Cell]] = [
    (letters.InviteOpened("inv-0-telegram-ada"), ANSWERING),
    (letters.InviteShown("inv-0-telegram-carl", ""), ANSWERING),
    (letters.InviteRefused("inv-0-telegram-carl"), ANSWERING),
    (letters.InviteAccepted("inv-0-telegram-ada", Scope.EVERYTHING), ANSWERING),
    (letters.ConsentChanged(Scope.NOTHING), ANSWERING),
    (letters.Granted(), OPERATING),
    (letters.Revoked(), OPERATING),
    (letters.Assigned(TASK), ASSIGNING),
    (letters.Extended(7, MONDAY), ASSIGNING),
    (letters.Withdrawn(7), ANSWERING),
    (letters.Nudged(7), ASSIGNING),
    (letters.Progressed(7, Progress(Status.SUBMITTED, (1,))), ANSWERING),
    (letters.TranscriptAsked(1), Cell(own=frozenset({Role.CANDIDATE, Role.COACH}), shared=COACH, linked=NOBODY,
                                      foreign=NOBODY)),
    (letters.TranscriptShown(1, None), ANSWERING),
    (letters.PageAsked(1, 0), READING),
    (letters.PageShown(1, PAGE), ANSWERING),
    (letters.ReviewsReleased((letters.Released(1, REVIEW),)), READING),
    (letters.ReviewsTaken((1,)), ANSWERING),
    (letters.ReviewsRefused((1,)), ANSWERING),
    (letters.InterviewShared(1, "crm", 1), ANSWERING),
    (letters.InterviewKept(1), ANSWERING),
    (letters.FurtherAsked(1, 1, 0, "And then?"), READING),
    (letters.FurtherAnswered(1, 1, "Nothing."), ANSWERING),
    (letters.ReviewReplied(1, "Thanks."), ANSWERING),
    (letters.CoachLeft(), ANSWERING),
    (letters.Gone(), ANSWERING),
    (letters.Declined(7), ANSWERING),
    (letters.Audited(Entry(MONDAY, "telegram-carl", "made a coach of", "telegram-carl")), ANSWERING),
    (letters.AuditAsked(0), OPERATING),
    (letters.AuditShown(0, 1, ()), ANSWERING),
]  # fmt: skip
# What a stranger's letter may leave in the notebook that it comes to: an offer to answer, a line of a list.
TRACES: dict[type, set[str]] = {letters.InviteShown: {"offers"}, letters.ConsentChanged: {"roster"}}


@pytest.fixture
def town(town: Town) -> Town:
    """Ada practices for Bea, who has assigned and read it; nobody else knows her. Eve is a coach beside her."""
    bea, ada = town.person("Bea"), town.person("Ada")
    joined(bea, ada, "spring", scope="Everything")
    handed_in(bea, ada)
    opened(bea)
    bea.say("Good pace.")
    bea.tap("Ask further")
    bea.say("And then?")
    for name in PEOPLE.values():
        town.person(name)
    return town


def stranger(town: Town, role: Role) -> Neighbor:
    return town.people[f"telegram-{PEOPLE[role].lower()}"]


def state(person: Neighbor) -> tuple[Coaching, object]:
    """What coaching has stored about a person but which letters came, with their archive."""
    coaching = msgspec.structs.replace(person.notebook.coaching, heard={})
    return coaching, msgspec.to_builtins(person.archive)


# Commands


def test_every_command_is_somebodys(town: Town) -> None:
    assert set(gate.COMMANDS) - {"sharing"} == OF_COACHES | OF_OPERATORS
    assert set(gate.COMMANDS) <= set(COMMANDS)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_a_command_is_known_to_those_who_may_and_unknown_to_all_others(town: Town, role: Role, command: str) -> None:
    person, ada = stranger(town, role), town.people["telegram-ada"]
    before = state(ada)
    allowed = COACH if command in OF_COACHES else OPERATOR if command in OF_OPERATORS else EVERYBODY
    for argument in ("", " ada", " telegram-ada", " 1", " telegram-ada/1"):
        unknown = f"I do not know /{command}" in person.say(f"/{command}{argument}")
        assert unknown is (role not in allowed)
        assert PRIVATE not in str(person.notebook)
    if not (command == "grant" and role is Role.OPERATOR):
        assert state(ada) == before


# Buttons

VERBS = {
    buttons.BOARD: [*tending.VERBS, "all", "read", "cohort", "file"],
    buttons.ASSIGNING: [*choosing.VERBS, "send", "back", "cancel"],
    buttons.REVIEW: [*reviewing.VERBS, "open"],
    buttons.SHARING: list(sharing.VERBS),
    buttons.RESPOND: ["answer", "reply", "send", "anew", "leave"],
    buttons.INVITES: ["1"],
    buttons.ASSIGNMENTS: ["telegram-bea/1"],
    buttons.AUDIT: ["0"],
}
GUESSES = ("telegram-ada", "telegram-ada/1", "telegram-ada:1", "telegram-bea:1", "telegram-bea", "1", "0", "yes")


def crafted(person: Neighbor, prefix: str) -> list[str]:
    """Buttons of a conversation as somebody who knows its code would forge them."""
    coaching = person.notebook.coaching
    steps = [
        "",
        "-",
        "0",
        coaching.reviewing.step,
        coaching.responding.step,
        coaching.draft.step if coaching.draft else 0,
    ]
    made = {
        ":".join(str(part) for part in (prefix, step, verb, guess) if part != "")
        for step, verb, guess in itertools.product(steps, VERBS.get(prefix, ["x"]), GUESSES)
    }
    return sorted(choice for choice in made if len(choice) <= 64)


def test_every_button_has_its_row(town: Town) -> None:
    assert set(BUTTONS) <= set(gate.BUTTONS) <= set(PRESSED)
    assert {prefix for prefix, action in gate.BUTTONS.items()} - set(BUTTONS) == {buttons.SHARING, buttons.RESPOND}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("prefix", sorted(PRESSED))
def test_no_crafted_button_reaches_the_data_of_somebody_else(town: Town, role: Role, prefix: str) -> None:
    person, ada, bea = stranger(town, role), town.people["telegram-ada"], town.people["telegram-bea"]
    before, own = (state(ada), state(bea)), state(person)
    for choice in crafted(person, prefix):
        heard = person.press(choice)
        assert PRIVATE not in heard
        if role not in BUTTONS.get(prefix, EVERYBODY):
            assert heard.startswith("That button belongs to")
    assert PRIVATE not in str(person.notebook)
    assert (state(ada), state(bea)) == before
    if role not in BUTTONS.get(prefix, EVERYBODY):
        assert state(person) == own


# Letters


def test_every_kind_of_letter_is_in_the_table_and_has_a_handler() -> None:
    assert [type(body) for body, _ in KINDS] == list(get_args(letters.Body))
    assert set(HANDLERS) == set(get_args(letters.Body))


def arrives(town: Town, body: letters.Body, sender: Neighbor, receiver: Neighbor, role: Role) -> bool:
    """Whether the receiver's desk takes a letter of a sender with this one role; what it writes back is not carried."""
    name = sender.notebook.name
    letter = Letter(
        next(NUMBERS), sender.notebook.person, receiver.notebook.person, body, town.now, name, (role.value,)
    )
    receiver.visit(Event(receiver.notebook.person, Arrived(letter, town.now)))
    written = receiver.take_letters()
    refused = (letters.Declined, letters.ReviewsRefused)
    nothing = (letters.TranscriptShown, letters.PageShown)
    for answer in written:
        town.carried.append(answer)
        if isinstance(answer.body, nothing):
            return PRIVATE in str(answer.body)
        if isinstance(answer.body, refused):
            return False
    return gate.accepts(receiver_visit(town, receiver, letter), letter)


def receiver_visit(town: Town, receiver: Neighbor, letter: Letter) -> Visit:
    event = Event(receiver.notebook.person, Arrived(letter, town.now))
    return Visit(receiver.notebook, event, town.desk.library, town.desk.engine, town.now, Random(1), {})


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("body", "cell"), KINDS, ids=lambda value: type(value).__name__)
def test_a_letter_is_taken_from_those_who_may_send_it(town: Town, body: letters.Body, cell: Cell, role: Role) -> None:
    ada, carl = town.people["telegram-ada"], town.people["telegram-carl"]
    joined(carl, ada, scope="Everything")
    consent = ada.notebook.coaching.sharing["telegram-carl"]
    for whose, scope in (("shared", Scope.EVERYTHING), ("linked", Scope.ASSIGNED), ("foreign", Scope.NOTHING)):
        ada.notebook.coaching.sharing["telegram-carl"] = msgspec.structs.replace(consent, scope=scope)
        assert arrives(town, body, carl, ada, role) is (role in getattr(cell, whose)), whose
    assert arrives(town, body, ada, ada, role) is (role in cell.own)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("body", "cell"), KINDS, ids=lambda value: type(value).__name__)
def test_a_strangers_letter_changes_nothing_and_learns_nothing(
    town: Town, body: letters.Body, cell: Cell, role: Role
) -> None:
    sender = stranger(town, role)
    for name in ("ada", "bea"):
        receiver = town.people[f"telegram-{name}"]
        before, archive = state(receiver)
        if role in cell.foreign and isinstance(body, letters.Granted | letters.Revoked | letters.AuditAsked):
            continue
        arrives(town, body, sender, receiver, role)
        after, archived = state(receiver)
        changed = {field for field in Coaching.__struct_fields__ if getattr(before, field) != getattr(after, field)}
        assert changed <= TRACES.get(type(body), set())
        assert archived == archive
    assert not any(PRIVATE in str(letter.body) for letter in town.carried if letter.receiver == sender.notebook.person)


@pytest.mark.parametrize("role", Role)
def test_nothing_but_entries_and_questions_means_anything_to_the_audit_log(town: Town, role: Role) -> None:
    log = town.people[AUDIT_LOG]
    before = state(log)
    for body, _ in KINDS:
        if not isinstance(body, letters.Audited):
            arrives(town, body, stranger(town, role), log, role)
            assert state(log) == before
    arrives(town, letters.AuditAsked(0), stranger(town, role), log, role)
    shown = [letter for letter in town.carried[-1:] if isinstance(letter.body, letters.AuditShown)]
    assert bool(shown) is (role is Role.OPERATOR)


# Links, ids, and messages of others


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("argument", ["inv-0-telegram-ada", "inv-0-telegram-bea", "inv-0-audit-log", "telegram-ada/1",
                                      "inv-00000000000000000000-telegram-bea", "r:-:open:telegram-ada/1"])  # fmt: skip
def test_a_forged_link_shares_and_shows_nothing(town: Town, role: Role, argument: str) -> None:
    person, ada, bea = stranger(town, role), town.people["telegram-ada"], town.people["telegram-bea"]
    before = state(ada), state(bea)
    assert PRIVATE not in person.say(f"/start {argument}")
    assert person.notebook.coaching.sharing == {}
    assert person.notebook.coaching.offers == {}
    assert (state(ada), state(bea)) == before


@pytest.mark.parametrize("role", Role)
def test_a_reply_to_a_page_that_was_forwarded_is_a_comment_on_nothing(town: Town, role: Role) -> None:
    """Somebody was sent the text of a page of Ada's interview and replies to it at their own coach."""
    bea, ada, person = town.people["telegram-bea"], town.people["telegram-ada"], stranger(town, role)
    page = next(reply for reply in bea.mail if STORY[:20] in reply)
    before = state(ada), state(bea)
    replies(person, page, "A comment.", "furniture store")
    assert person.notebook.coaching == Coaching()
    assert (state(ada), state(bea)) == before


def test_a_reply_to_a_page_of_somebody_else_lands_in_no_review(town: Town) -> None:
    bea, carl = town.people["telegram-bea"], town.people["telegram-carl"]
    dan = town.person("Dan")
    joined(carl, dan)
    handed_in(carl, dan)
    page = next(reply for reply in bea.mail if STORY[:20] in reply)
    opened(carl)
    assert "shows another interview, so I kept nothing" in replies(carl, page, "A comment.", "furniture store")
    (draft,) = carl.notebook.coaching.reviewing.drafts.values()
    assert not draft.review.says_something
    assert "Dan, interview 1" in screen(carl)
