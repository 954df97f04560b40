"""The board: who stands where, per group, paged, and quick with thousands of people."""

from datetime import timedelta

import pytest

from conversations.coaching import board
from conversations.coaching.record import Candidate, Given, Progress, Scope, Status, Task
from conversations.interview.record import Mode
from tests.coaching.town import Neighbor, Town, assigned, joined
from tests.conversations.stories import STORY

STATES = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.SUBMITTED, Status.REVIEWED)


def crowd(bea: Neighbor, town: Town, people: int, assignments: int = 1) -> None:
    """A coach of so many, in two groups; one person in four stands at each status."""
    coaching = bea.notebook.coaching
    coaching.roster = {
        f"telegram-{n}": Candidate(f"Person {n}", ("fall", "spring")[n % 2], Scope.ASSIGNED, town.now)
        for n in range(people)
    }
    for number in range(1, assignments + 1):
        task = Task(number, "crm", 1, Mode.PRACTICE, 2, due=town.now + timedelta(days=number))
        progress = {key: Progress(STATES[n // 2 % 4]) for n, key in enumerate(coaching.roster)}
        coaching.given.append(Given(task, "everybody", town.now, progress))
    coaching.next_given = assignments + 1


def test_the_board_counts_every_state(town: Town, bea: Neighbor) -> None:
    crowd(bea, town, 16)
    assert "4 not started, 4 in progress, 4 submitted, 4 reviewed" in bea.say("/board")
    town.later(days=2)
    assert "4 submitted, 4 reviewed, 8 overdue" in bea.say("/board")


def test_the_board_shows_one_group(town: Town, bea: Neighbor) -> None:
    crowd(bea, town, 16)
    heard = bea.say("/board spring")
    assert "Board: spring" in heard
    assert "2 not started, 2 in progress, 2 submitted, 2 reviewed" in heard
    assert "Board: fall" in bea.tap("fall")
    assert "Board: " not in bea.tap("Everybody")


def test_the_latest_assignments_come_first_and_the_rest_on_further_pages(town: Town, bea: Neighbor) -> None:
    crowd(bea, town, 4, assignments=12)
    heard = bea.say("/board")
    assert "page 1 of 3" in heard
    assert heard.index("12.") < heard.index("8.")
    bea.tap("More")
    heard = bea.tap("More")
    assert "page 3 of 3" in heard
    assert "1. Customer" in heard
    assert "page 2 of 3" in bea.tap("Back")


def test_an_assignment_shows_its_people_the_late_ones_first(town: Town, bea: Neighbor) -> None:
    crowd(bea, town, 24)
    town.later(days=2)
    bea.say("/board")
    heard = bea.tap("Assignment 1")
    assert heard.count("overdue, ") == board.PEOPLE
    heard = bea.tap("More")
    assert heard.index("overdue, in progress") < heard.index("Person 4: submitted")


def test_the_board_follows_what_candidates_do(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada, "spring")
    assigned(bea, "spring")
    assert "1 not started" in bea.say("/board")
    ada.tap("Start")
    assert "1 in progress" in bea.say("/board")
    ada.say(STORY, "/stop")
    assert "1 submitted" in bea.say("/board")


def test_a_board_of_two_thousand_looks_only_at_what_it_shows(
    town: Town, bea: Neighbor, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd(bea, town, 2_000, assignments=12)
    looked = []
    count = board.counts
    monkeypatch.setattr(board, "counts", lambda *of: looked.append(of) or count(*of))
    assert "500 not started, 500 in progress, 500 submitted, 500 reviewed" in bea.say("/board")
    assert len(looked) == board.PAGE
    assert all(len(reply.choices) <= 5 for reply in bea.replies)


@pytest.mark.parametrize("button", ["b", "b:", "b:all", "b:all:99:99", "b:all:-:999999999", "b:one:9:-:0", "b:one:1",
                                    "b:extend:1:9999", "b:extend:1", "b:nudge", "b:withdraw:9:yes", "b:read",
                                    "b:one:1:-:-5"])  # fmt: skip
def test_forged_buttons_change_nothing(town: Town, bea: Neighbor, button: str) -> None:
    crowd(bea, town, 4)
    before = bea.notebook.coaching
    bea.press(button)
    assert bea.notebook.coaching == before


def test_an_empty_board_says_how_to_fill_it(bea: Neighbor) -> None:
    assert "/assign" in bea.say("/board")
