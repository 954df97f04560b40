"""Who may do what with whose data: every cell of the table, and every way around it."""

from itertools import chain, combinations
from random import Random

import pytest

from conversations import buttons
from conversations.coaching import gate, letters
from conversations.coaching.letters import Letter
from conversations.coaching.record import Scope, Task
from conversations.coaching.reviewing.record import Review
from conversations.coaching.roles import Action, Role, Whose, may
from conversations.commands import COMMANDS, OF_ROLES
from conversations.events import Arrived, Event
from conversations.interview.record import Mode
from conversations.visit import Visit
from tests.coaching.town import Neighbor, Town, assigned, joined
from tests.conversations.stories import STORY

# One row for each action, one column for whose data it is: the roles that may.
NOBODY: frozenset[Role] = frozenset()
CANDIDATE, COACH, OPERATOR = (frozenset({role}) for role in Role)
EXPECTED = {
    #               own                 shared   linked   foreign
    Action.SHARE:  (CANDIDATE,          NOBODY,  NOBODY,  NOBODY),
    Action.READ:   (CANDIDATE | COACH,  COACH,   NOBODY,  NOBODY),
    Action.REVIEW: (COACH,              COACH,   NOBODY,  NOBODY),
    Action.RESPOND: (CANDIDATE,         NOBODY,  NOBODY,  NOBODY),
    Action.INVITE: (COACH,              NOBODY,  NOBODY,  NOBODY),
    Action.ASSIGN: (COACH,              NOBODY,  COACH,   NOBODY),
    Action.BOARD:  (COACH,              NOBODY,  NOBODY,  NOBODY),
    Action.GRANT:  (OPERATOR,           OPERATOR, OPERATOR, OPERATOR),
    Action.AUDIT:  (OPERATOR,           OPERATOR, OPERATOR, OPERATOR),
}  # fmt: skip
CELLS = [
    (role, action, whose, role in roles)
    for action, row in EXPECTED.items()
    for whose, roles in zip(Whose, row, strict=True)
    for role in Role
]


@pytest.mark.parametrize(("role", "action", "whose", "allowed"), CELLS)
def test_every_cell_of_the_table(role: Role, action: Action, whose: Whose, allowed: bool) -> None:
    assert may(frozenset({role}), action, whose) is allowed


def test_every_action_is_in_the_table_above() -> None:
    assert set(EXPECTED) == set(Action)


@pytest.mark.parametrize("roles", [*chain.from_iterable(combinations(Role, size) for size in range(4))])
def test_several_roles_allow_what_each_of_them_allows(roles: tuple[Role, ...]) -> None:
    for action in Action:
        for whose in Whose:
            assert may(frozenset(roles), action, whose) is any(may(frozenset({r}), action, whose) for r in roles)


PEOPLE = {"ada": Role.CANDIDATE, "bea": Role.COACH, "olga": Role.OPERATOR}
OF_A_ROLE = [(command.name, role) for role, own in OF_ROLES.items() for command in own]


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize(("command", "role"), OF_A_ROLE)
def test_a_command_of_a_role_looks_like_no_command_to_everybody_else(
    request: pytest.FixtureRequest, command: str, role: Role, name: str
) -> None:
    person: Neighbor = request.getfixturevalue(name)
    heard = person.say(f"/{command}")
    unknown = person.say("/nosuchthing").replace("nosuchthing", command)
    assert (heard == unknown) is (PEOPLE[name] is not role)
    assert (f"/{command} " in person.say("/help")) is (PEOPLE[name] is role)


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize(
    ("button", "role"),
    [
        (f"{buttons.INVITES}:1", Role.COACH),
        (f"{buttons.ASSIGNING}:0:all:", Role.COACH),
        (f"{buttons.BOARD}:all:-:0", Role.COACH),
        (f"{buttons.BOARD}:one:1:-:0", Role.COACH),
        (f"{buttons.BOARD}:nudge:1", Role.COACH),
        (f"{buttons.BOARD}:withdraw:1:yes", Role.COACH),
        (f"{buttons.BOARD}:read:telegram-carl:1", Role.COACH),
        (f"{buttons.AUDIT}:0", Role.OPERATOR),
    ],
)
def test_a_forged_button_of_another_role_is_an_old_button(
    request: pytest.FixtureRequest, name: str, button: str, role: Role
) -> None:
    person: Neighbor = request.getfixturevalue(name)
    before = person.notebook.coaching
    heard = person.press(button)
    if PEOPLE[name] is not role:
        assert heard.startswith("That button belongs to something that is over.")
        assert person.notebook.coaching == before


def test_a_coach_sees_of_a_candidate_what_each_letter_may_do_and_nothing_else(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    """Every letter that the gate knows, from every role, for every consent."""
    task = Task(7, "crm", 1, Mode.PRACTICE, 1)
    release = letters.ReviewsReleased((letters.Released(1, Review("telegram-bea", "Bea")),))
    bodies = [
        (letters.Assigned(task), Action.ASSIGN),
        (letters.Extended(7, town.now), Action.ASSIGN),
        (letters.Nudged(7), Action.ASSIGN),
        (letters.TranscriptAsked(1), Action.READ),
        (letters.PageAsked(1, 0), Action.REVIEW),
        (letters.FurtherAsked(1, 1, 0, "And then?"), Action.REVIEW),
        (release, Action.REVIEW),
        (letters.Granted(), Action.GRANT),
        (letters.Revoked(), Action.GRANT),
        (letters.AuditAsked(0), Action.AUDIT),
    ]
    assert {type(body) for body, _ in bodies} == set(gate.LETTERS)
    joined(bea, ada)
    ada.say("/practice crm 1 practice 1", STORY, "/stop")
    for body, action in bodies:
        for role in Role:
            for scope in Scope:
                ada.notebook.coaching.sharing["telegram-bea"].scope = scope
                read = bool(letters.interviews_of(body))
                linked = Whose.SHARED if read and scope is Scope.EVERYTHING else Whose.LINKED
                whose = (
                    linked if scope is not Scope.NOTHING and not (read and scope is Scope.ASSIGNED) else Whose.FOREIGN
                )
                assert accepted(town, ada, bea, body, role) is may(frozenset({role}), action, whose), (
                    body,
                    role,
                    scope,
                )


def accepted(town: Town, ada: Neighbor, bea: Neighbor, body: letters.Body, role: Role) -> bool:
    letter = Letter(1, bea.notebook.person, ada.notebook.person, body, town.now, "Bea", (role.value,))
    event = Event(ada.notebook.person, Arrived(letter, town.now))
    desk = town.desk
    visit = Visit(ada.notebook, event, desk.library, desk.engine, town.now, Random(1), {})
    return gate.accepts(visit, letter)


@pytest.mark.parametrize("interview", ["1", "2", "99", "-1", "x", "9" * 30, ""])
def test_guessed_numbers_of_interviews_tell_nothing(town: Town, bea: Neighbor, ada: Neighbor, interview: str) -> None:
    ada.say("/practice crm 1 practice 1", STORY, "/stop")
    joined(bea, ada)
    heard = bea.press(f"{buttons.BOARD}:read:telegram-ada:{interview}")
    assert "That interview is not shared with you" in heard
    assert "furniture store" not in heard
    assert ada.notebook.coaching.reads == []


def test_a_guessed_person_is_nobody(town: Town, bea: Neighbor, carl: Neighbor, ada: Neighbor) -> None:
    joined(carl, ada, scope="Everything")
    ada.say("/practice crm 1 practice 1", STORY, "/stop")
    assert "belongs to something that is over" in bea.press(f"{buttons.BOARD}:read:telegram-ada:1")
    assert ada.notebook.coaching.reads == []


def test_a_coach_reads_nothing_of_what_was_done_for_another(
    town: Town, bea: Neighbor, carl: Neighbor, ada: Neighbor
) -> None:
    joined(bea, ada)
    joined(carl, ada)
    assigned(carl, "Ada")
    ada.tap("Start")
    ada.say(STORY, "/stop")
    assert "not shared" in bea.press(f"{buttons.BOARD}:read:telegram-ada:1")
    assert "furniture store" in carl.press(f"{buttons.BOARD}:read:telegram-ada:1")


def test_a_granted_coach_is_told_gets_the_commands_and_loses_them_again(
    town: Town, olga: Neighbor, bea: Neighbor, ada: Neighbor
) -> None:
    dan = town.person("Dan")
    olga.say("/grant telegram-dan")
    assert dan.latest_mail().startswith("An operator made you a coach.")
    assert dan.replies[-1].menu == ("candidate", "coach")
    joined(dan, ada)
    assert "Dan" in ada.say("/sharing")
    olga.say("/revoke telegram-dan")
    assert dan.latest_mail().startswith("An operator took the coach's role back.")
    assert dan.replies[-1].menu == ("candidate",)
    assert "Dan does not coach here any more" in ada.latest_mail()
    assert "I do not know /invite" in dan.say("/invite")
    assert "share nothing" in ada.say("/sharing")
    heard = olga.say("/audit")
    assert "olga made a coach of dan" in heard
    assert "olga took the coach's role from dan" in heard


def test_a_wizard_that_was_open_when_the_role_ended_takes_no_more_words(
    town: Town, olga: Neighbor, ada: Neighbor
) -> None:
    dan = town.person("Dan")
    olga.say("/grant telegram-dan")
    joined(dan, ada)
    dan.say("/assign")
    olga.say("/revoke telegram-dan")
    assert "no question open" in dan.say("Ada")


def test_those_whom_the_settings_appoint_are_not_revoked_by_a_command(olga: Neighbor, bea: Neighbor) -> None:
    assert "COACH_IDS" in olga.say("/revoke telegram-bea")
    assert "Here is your invitation" in bea.say("/invite")


@pytest.mark.parametrize("typed", ["", "Ada Lovelace", "../etc", "12.5", "-", "t" * 90])
def test_a_grant_to_no_number_says_how(olga: Neighbor, typed: str) -> None:
    assert "Write the number" in olga.say(f"/grant {typed}")


def test_the_number_that_a_person_is_told_is_the_one_to_grant(town: Town, olga: Neighbor) -> None:
    dan = town.person("Dan")
    number = dan.say("/id").split("here is ")[1].split(".")[0]
    olga.say(f"/grant telegram-{number}")
    assert "made you a coach" in dan.latest_mail()


def test_no_command_stands_in_two_menus() -> None:
    names = [command.name for command in (*COMMANDS, *chain.from_iterable(OF_ROLES.values()))]
    assert len(names) == len(set(names))
