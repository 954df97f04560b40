"""The wizard that makes an assignment: by buttons, by words, back and forth, with all that can be typed wrong."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from conversations import dates
from conversations.coaching.assigning.machine import MACHINE, OPEN
from conversations.coaching.assigning.screens import SCREENS
from conversations.coaching.record import DraftState
from tests.coaching.town import Neighbor, Town, assigned, joined
from tests.conversations.stories import STORY

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def test_an_assignment_is_made_by_buttons_alone(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada, "spring")
    bea.say("/assign")
    for label in ("spring", "Customer Relationship", "Level 1", "Pick 2", "Real", "In a week", "2", "No note"):
        bea.tap(label)
    assert "For spring, one person" in bea.replies[0].text.replace("\x01", "").replace("\x05", "")
    assert "on its way to one person" in bea.tap("Send it")
    heard = ada.latest_mail()
    for part in ("new assignment", "level 1 for Bea", "2 questions, real mode, 2 takes left", "Due Mon, Mar 9, 2026"):
        assert part in heard


def test_an_assignment_is_made_by_words_alone(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada, "spring")
    bea.say("/assign ada", "relationship", "level 1", "1", "practice", "March 20 18:00", "3", "Think of the shop.")
    assert "on its way" in bea.tap("Send it")
    assert "Mar 20, 2026, 18:00 UTC" in ada.latest_mail()
    assert "Think of the shop." in ada.latest_mail()


def test_chosen_questions_are_the_ones_that_are_asked(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    bea.say("/assign Ada", "crm", "1")
    bea.tap("1")
    bea.tap("2")
    bea.tap("✓ 1")
    bea.tap("Use the chosen")
    bea.tap("Practice")
    bea.tap("No due date")
    bea.tap("Any number")
    bea.tap("No note")
    bea.tap("Send it")
    assert "cleanse and validate" in ada.tap("Start")
    assert "question 1 of 1" in ada.say("/resume")


def test_every_step_has_a_way_back_and_a_way_out(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada, "spring")
    bea.say("/assign Ada", "crm", "1")
    screens = []
    for label in ("Pick 1", "Practice", "Tomorrow", "1", "No note"):
        screens.append(bea.replies[0].text)
        bea.tap(label)
    while screens:
        bea.tap("Back")
        assert bea.replies[0].text == screens.pop()
    assert bea.tap("Cancel") == "Nothing was assigned."
    assert "You have assigned nothing yet" in bea.say("/board")


@pytest.mark.parametrize("state", OPEN)
def test_every_step_has_a_screen_and_a_way_to_the_end(state: DraftState) -> None:
    assert state in SCREENS
    assert "cancel" in MACHINE.get_triggers(state.name)


@pytest.mark.parametrize("command", ["/stop", "/cancel", "/pause"])
def test_commands_that_leave_an_interview_leave_the_wizard(bea: Neighbor, ada: Neighbor, command: str) -> None:
    joined(bea, ada)
    bea.say("/assign")
    assert bea.say(command) == "Nothing was assigned."


def test_the_wizard_waits_while_its_coach_does_something_else(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    bea.say("/assign Ada", "crm")
    bea.say("/practice csm 1 practice 1", STORY)
    assert "Which level?" in bea.say("/assign")
    bea.say("1")
    assert "interview" in bea.tap("Cancel")
    assert "Back to the interview" in bea.labels()


def test_a_coach_without_candidates_learns_how_to_get_some(bea: Neighbor) -> None:
    assert "/invite" in bea.say("/assign")


def test_people_of_the_same_name_are_told_apart_by_tapping(town: Town, bea: Neighbor) -> None:
    for name in ("Ann Lee", "Ann Low", "Zed"):
        town.moves_in(name.replace(" ", "-")).say("/start")
        town.people[f"telegram-{name.replace(' ', '-').lower()}"].name = name
        joined(bea, town.people[f"telegram-{name.replace(' ', '-').lower()}"])
    assert "Which one?" in bea.say("/assign Ann")
    bea.tap("Ann Low")
    bea.say("crm", "1")
    bea.tap("Pick 1")
    bea.tap("Practice")
    bea.tap("No due date")
    bea.tap("1")
    bea.tap("No note")
    bea.tap("Send it")
    assert [bea.notebook.coaching.roster[key].name for key in bea.notebook.coaching.given[0].progress] == ["Ann Low"]


def test_a_name_that_nobody_has_is_asked_again(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    assert "is called “Xaver”" in bea.say("/assign Xaver")
    assert "What should they practice?" in bea.say("Ada")


@pytest.mark.parametrize(
    ("steps", "typed"),
    [((), "/9"), (("Ada",), "cooking"), (("Ada", "crm"), "9"), (("Ada", "crm", "1"), "7"),
     (("Ada", "crm", "1", "1"), "sideways"), (("Ada", "crm", "1", "1", "real"), "yesterday"),
     (("Ada", "crm", "1", "1", "real", "friday"), "minus two")],
)  # fmt: skip
def test_words_that_fit_no_step_ask_the_same_again(
    bea: Neighbor, ada: Neighbor, steps: tuple[str, ...], typed: str
) -> None:
    joined(bea, ada)
    bea.say("/assign", *steps)
    draft = bea.notebook.coaching.draft
    assert draft is not None
    before = draft.state
    bea.say(typed)
    assert bea.notebook.coaching.draft is not None
    assert bea.notebook.coaching.draft.state is before


@pytest.mark.parametrize("button", ["a:0:cohort:9", "a:0:person:0", "a:0:competency:crm", "a:0:send:", "a:0:days:1",
                                    "a:0:note:x", "a:9:all:", "a", "a:0", "a:x:y:z", "a:0:back:"])  # fmt: skip
def test_forged_buttons_move_nothing(bea: Neighbor, ada: Neighbor, button: str) -> None:
    joined(bea, ada)
    bea.say("/assign")
    before = bea.notebook.coaching
    assert "That button belongs to an earlier moment" in bea.press(button)
    assert bea.notebook.coaching == before


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("tomorrow", (3, 3, 22, 59)),
        ("friday", (3, 6, 22, 59)),
        ("Friday at 18:00", (3, 6, 17, 0)),
        ("monday", (3, 9, 22, 59)),
        ("in 3 days", (3, 5, 22, 59)),
        ("2 weeks", (3, 16, 22, 59)),
        ("May 1", (5, 1, 21, 59)),
        ("1 May 2026", (5, 1, 21, 59)),
        ("2026-05-01 18:30", (5, 1, 16, 30)),
        ("31.12.2026", (12, 31, 22, 59)),
    ],
)
def test_a_date_is_read_in_the_zone_of_the_coach(typed: str, due: tuple[int, int, int, int]) -> None:
    month, day, hour, minute = due
    assert dates.read(typed, MONDAY, BERLIN) == datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed", ["", "soon", "yesterday", "2026-02-30", "2020-01-01", "friday 25:00", "9999-01-01", "😀"]
)
def test_what_is_no_date_to_come_is_refused(typed: str) -> None:
    assert dates.read(typed, MONDAY, BERLIN) is None


def test_a_date_without_a_year_that_is_over_means_the_next_one() -> None:
    assert dates.read("Jan 5", MONDAY, BERLIN) == datetime(2027, 1, 5, 22, 59, tzinfo=UTC)


def test_everybody_reads_the_due_date_in_their_own_zone(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    assert "Asia/Tokyo" in ada.say("/timezone tokyo")
    bea.say("/timezone Europe/Berlin")
    joined(bea, ada)
    assigned(bea, "Ada", due="2026-03-06 18:00")
    assert "Sat, Mar 7, 2026, 02:00 Tokyo time" in ada.latest_mail()
    assert "Fri, Mar 6, 2026, 18:00 Berlin time" in bea.say("/board")


def test_a_zone_that_nobody_knows_changes_nothing(ada: Neighbor) -> None:
    assert "Did you mean Europe/Berlin" in ada.say("/timezone Europe/Berln")
    assert "no time zone named" in ada.say("/timezone ../../etc/passwd")
    assert "is UTC" in ada.say("/timezone")
