"""A coach looks at a group as a whole: figures worked out by hand, and files that hold no more than the board."""

import csv
import io
import json

import pytest

from bot.exports import render
from conversations.coaching.learning.agreement import Table
from conversations.coaching.record import Candidate, Given, Outcome, Progress, Scope, Status, Task
from conversations.interview.record import Mode
from conversations.replies import Attachment
from tests.coaching.reviews import handed_in, released, screen
from tests.coaching.town import Neighbor, Town, joined
from tests.conversations.person import MONDAY
from tests.conversations.stories import STORY

FIRST, SECOND, THIRD = "crm-l1-b1", "crm-l1-b2", "crm-l1-b3"
TASK = Task(1, "crm", 1, Mode.PRACTICE, 2, due=MONDAY.replace(day=1))


def stands(bea: Neighbor, name: str, group: str, progress: Progress) -> None:
    """Somebody of a group, and how far they are with the one assignment."""
    coaching = bea.notebook.coaching
    coaching.roster[f"telegram-{name.lower()}"] = Candidate(name, group, Scope.ASSIGNED, MONDAY)
    if not coaching.given:
        coaching.given = [Given(TASK, "everybody", MONDAY, {})]
    coaching.given[0].progress[f"telegram-{name.lower()}"] = progress


def done(*shown: str, missing: int = 0, ruled: Table | None = None) -> Progress:
    """Two judged answers were handed in, the result missing in some of them."""
    outcome = Outcome.of(1, 2, shown, {"result": missing} if missing else {}, ruled or Table())
    return Progress(Status.REVIEWED if ruled else Status.SUBMITTED, (1,), MONDAY, (1,) if ruled else (), outcome)


def spring(bea: Neighbor, people: int = 5) -> None:
    """The first shows two behaviors, the second one, the others none; one did not begin."""
    stands(bea, "Ann", "spring", done(FIRST, SECOND, missing=1, ruled=Table(2, 1, 0, 1)))
    stands(bea, "Bob", "spring", done(FIRST, missing=2, ruled=Table(1, 0, 1, 2)))
    for number in range(people - 2):
        stands(bea, f"Cy{number}", "spring", done(FIRST, ruled=Table(0, 1, 0, 1)))
    stands(bea, "Dot", "spring", Progress())


def test_the_figures_of_a_group_are_those_worked_out_by_hand(bea: Neighbor) -> None:
    spring(bea)
    heard = bea.say("/cohort Spring")
    assert "Group: spring" in heard
    assert "Handed in: 5 of 6, 5 reviewed, 1 overdue" in heard
    assert "1 of 5: Uses CRM technology to capture customer feedback." in heard
    assert "0 of 5: Participates in CRM implementations" in heard
    assert heard.index("0 of 5: Participates") < heard.index("1 of 5: Uses CRM") < heard.index("5 of 5: Uses formal")
    assert "result: in 3 of 10" in heard
    # Both 3, coach alone 4, machine alone 1, neither 6: the same in 9 of 14. By chance 4/14 x 7/14 + 10/14 x 7/14,
    # which is 1/2, so kappa is (9/14 - 1/2) / (1/2) = 2/7.
    assert "the same in 9 of 14 (kappa 0.29; 0 is chance" in heard


def test_a_group_of_four_is_not_added_up(bea: Neighbor) -> None:
    for name in ("Ann", "Bob", "Cy", "Dot"):
        stands(bea, name, "spring", done(FIRST))
    for command in ("/cohort spring", "/cohort"):
        heard = bea.say(command)
        assert "Fewer than five people" in heard
        assert " of 4" not in heard
    stands(bea, "Eve", "spring", done(FIRST))
    assert "Handed in: 5 of 5" in bea.say("/cohort spring")


def test_everybody_does_not_tell_about_the_one_of_another_group(bea: Neighbor) -> None:
    spring(bea)
    before = bea.say("/cohort").split("\n", 1)[1]
    stands(bea, "Zed", "fall", done(THIRD, missing=2, ruled=Table(4, 0, 0, 0)))
    assert bea.say("/cohort").split("\n", 1)[1] == before
    assert "Fewer than five" in bea.tap("fall")
    assert "Handed in: 5 of 6" in bea.tap("spring")
    assert bea.tap("Everybody").split("\n", 1)[1] == before


def test_a_figure_that_few_are_behind_is_left_out_while_others_are_told(bea: Neighbor) -> None:
    for name in ("Ann", "Bob", "Cy", "Dot"):
        stands(bea, name, "spring", done(FIRST, ruled=Table(1, 1, 0, 0)))
    stands(bea, "Eve", "spring", Progress(Status.IN_PROGRESS))
    heard = bea.say("/cohort spring")
    assert "Handed in: 4 of 5" in heard
    assert "Fewer than five people have handed something in" in heard
    assert "kappa" not in heard
    stands(bea, "Fay", "spring", done(SECOND))
    heard = bea.say("/cohort spring")
    assert "1 of 5: Uses CRM technology" in heard
    assert "kappa" not in heard  # only four were ruled on


def test_a_group_that_is_not_there_and_a_coach_without_assignments_are_told_so(bea: Neighbor) -> None:
    assert "nothing to add up" in bea.say("/cohort")
    spring(bea)
    assert "no group named “winter”. You have spring" in bea.say("/cohort winter")


def test_the_board_leads_to_the_figures_and_back(bea: Neighbor) -> None:
    spring(bea)
    bea.say("/board spring")
    assert "Handed in: 5 of 6" in bea.tap("Figures")
    assert "Board" in bea.tap("Board")


def rows(made: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def file(coach: Neighbor) -> Attachment:
    attached = coach.replies[0].attachment
    assert attached is not None
    return attached


def test_a_group_comes_as_a_table_with_a_line_for_each_person(bea: Neighbor) -> None:
    spring(bea)
    stands(bea, "Zed", "fall", done(THIRD))
    bea.say("/cohort spring")
    bea.tap("As a table")
    assert file(bea).filename == "spring.csv"
    table = rows(render(file(bea)))
    assert table[0][:4] == ["name", "group", "assignment", "competency"]
    assert [row[0] for row in table[1:]] == ["Ann", "Bob", "Cy0", "Cy1", "Cy2", "Dot"]
    assert table[1] == ["Ann", "spring", "1", "Customer Relationship Management", "1", "2026-03-01T09:00:00Z",
                        "reviewed", "False", "1", "2026-03-02T09:00:00Z", "2", "2"]  # fmt: skip
    assert table[6][6:8] == ["not started", "True"]
    assert "telegram" not in str(table)


def test_a_group_comes_as_json_with_its_figures(bea: Neighbor) -> None:
    spring(bea)
    bea.say("/cohort")
    bea.tap("As JSON")
    assert file(bea).filename == "everybody.json"
    made = json.loads(render(file(bea)))
    assert made["figures"]["completion"] == {"assigned": 6, "handed_in": 5, "reviewed": 5, "overdue": 1}
    assert made["figures"]["agreement"] == {"verdicts": 14, "same": 9, "kappa": 0.29}
    assert len(made["lines"]) == 6
    assert "telegram" not in str(made)


def test_the_file_of_a_small_group_has_no_figures(bea: Neighbor) -> None:
    stands(bea, "Ann", "spring", done(FIRST))
    bea.say("/cohort spring")
    bea.tap("As JSON")
    made = json.loads(render(file(bea)))
    assert made["figures"] == {"group": "spring", "completion": None, "weakest": [], "missed": [], "agreement": None}
    assert [line["name"] for line in made["lines"]] == ["Ann"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", " =cmd|' /C calc'!A0", "＝1+1"])
def test_no_name_and_no_group_runs_as_a_formula(bea: Neighbor, name: str) -> None:
    stands(bea, "Ann", name, Progress())
    bea.notebook.coaching.roster["telegram-ann"].name = name
    bea.say("/cohort")
    bea.tap("As a table")
    assert rows(render(file(bea)))[1][:2] == [f"'{name}", f"'{name}"]


def test_exports_stand_in_the_audit_log(town: Town, bea: Neighbor, olga: Neighbor) -> None:
    spring(bea)
    bea.say("/cohort")
    bea.tap("As a table")
    assert "bea exported the progress kept by bea" in olga.say("/audit")


@pytest.mark.parametrize("forged", ["b:file:-:exe", "b:file", "b:file:99:html"])
def test_a_forged_form_makes_no_file(bea: Neighbor, forged: str) -> None:
    spring(bea)
    bea.press(forged)
    assert all(reply.attachment is None for reply in bea.replies)


def outcome(coach: Neighbor) -> Outcome | None:
    return coach.notebook.coaching.given[-1].progress["telegram-ada"].outcome


def test_what_an_interview_came_to_travels_with_its_progress_and_goes_when_it_is_kept(
    bea: Neighbor, ada: Neighbor
) -> None:
    joined(bea, ada, "spring")
    handed_in(bea, ada)
    first = outcome(bea)
    assert first is not None
    assert (first.interview, first.answers, first.ruled) == (1, 1, Table())
    assert SECOND in first.shown
    ada.press("p:singles:telegram-bea")
    ada.tap("Shared: 1.")
    assert outcome(bea) is None
    ada.tap("Kept: 1.")
    assert outcome(bea) == first


def test_what_is_kept_does_not_come_along_with_the_review_of_another_take(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada, "spring")
    handed_in(bea, ada, takes="2")
    ada.say("/assignments")
    ada.tap("Start")
    ada.say(STORY, "/stop")
    ada.press("p:singles:telegram-bea")
    ada.tap("Shared: 2.")
    assert outcome(bea) is None
    released(bea)
    assert 1 in bea.notebook.coaching.given[0].progress["telegram-ada"].reviewed
    assert outcome(bea) is None


def test_the_verdicts_of_a_released_review_are_counted(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada, "spring")
    handed_in(bea, ada)
    bea.say("/review")
    bea.tap("1")
    bea.tap("Behaviors")
    bea.tap("2: did not")
    bea.tap("No reason")
    bea.tap("Back")
    bea.tap("Sum up")
    bea.tap("Release to")
    known = outcome(bea)
    assert known is not None
    assert known.ruled == Table(machine_alone=1)
    assert bea.notebook.coaching.given[0].progress["telegram-ada"].status is Status.REVIEWED


def test_the_next_take_begins_its_figures_anew(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada, "spring")
    handed_in(bea, ada, takes="2")
    released(bea)
    ada.say("/assignments")
    ada.tap("Start")
    ada.say("I have no story for that.", "/stop")
    known = outcome(bea)
    assert known is not None
    assert (known.interview, known.shown) == (2, ())
    assert "Ada, interview 1" not in screen(bea)
