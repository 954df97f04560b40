"""Doing what a coach assigned: started, counted, handed in, read, extended, taken back."""

import pytest

from conversations.coaching.record import Status
from tests.coaching.town import Neighbor, Town, assigned
from tests.conversations.stories import STORY, THIN

pytestmark = pytest.mark.usefixtures("acquainted")


def done(bea: Neighbor) -> Status:
    return bea.notebook.coaching.given[0].progress["telegram-ada"].status


def test_an_interview_that_starts_from_an_assignment_is_bound_to_it(bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", note="Tell me about the shop.")
    heard = ada.tap("Start")
    assert "This interview is for Bea" in heard
    assert "Tell me about the shop." in heard
    assert ada.notebook.interview is not None
    assert ada.notebook.interview.assignment == "telegram-bea/1"
    assert done(bea) is Status.IN_PROGRESS
    heard = ada.say(STORY, "/stop")
    assert "Handed in: Bea can read this interview now. That was take 1 of 1." in heard
    assert done(bea) is Status.SUBMITTED
    assert bea.mail == ["Ada handed in assignment 1 (Customer Relationship Management, level 1)."]
    bea.press("b:one:1:-:0")
    assert STORY in bea.tap("Read Ada")
    assert ada.notebook.history[-1].assignment == "telegram-bea/1"


def test_takes_are_counted_and_end(bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", takes="2")
    ada.tap("Start")
    ada.say(STORY, "/stop")
    ada.tap("Another take")
    assert "take 2 of 2" in ada.say(STORY, "/stop")
    assert "used every take" in ada.press("t:telegram-bea/1")
    assert "Nothing is assigned" in ada.say("/assignments")
    bea.press("b:one:1:-:0")
    assert "2 handed in" in bea.press("b:one:1:-:0")


def test_an_interview_that_was_left_is_no_take(bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada")
    ada.tap("Start")
    ada.say(THIN, "/cancel")
    assert done(bea) is Status.IN_PROGRESS
    assert "1 take left" in ada.say("/assignments")
    assert "not shared" in bea.press("b:read:telegram-ada:1")


def test_an_open_interview_is_not_thrown_away_for_an_assignment(bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada")
    ada.say("/practice csm 1 practice 1", STORY)
    assert "It is kept as it is" in ada.press("t:telegram-bea/1")
    assert ada.notebook.interview is not None
    assert ada.notebook.interview.assignment is None
    ada.say("/stop")
    assert "This interview is for Bea" in ada.press("t:telegram-bea/1")
    assert "in the middle of it" in ada.press("t:telegram-bea/1")


def test_what_is_due_first_stands_first(bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", due="in 9 days", note="later")
    assigned(bea, "Ada", due="in 2 days", note="sooner")
    heard = ada.say("/assignments")
    assert heard.index("sooner") < heard.index("later")
    assert "sooner" in ada.tap("Start 1")


def test_more_time_is_told_and_counts(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", due="in 2 days")
    town.later(days=4)
    assert "1 overdue" in bea.say("/board")
    bea.tap("Assignment 1")
    assert "and they are told" in bea.tap("One more week")
    assert "Bea gave you more time" in ada.latest_mail()
    assert "Fri, Mar 13" in ada.latest_mail()
    assert "1 not started" in bea.say("/board")


def test_the_late_are_nudged_once_a_day(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", due="in 2 days")
    bea.say("/board")
    bea.tap("Assignment 1")
    assert not any(label.startswith("Nudge") for label in bea.labels())
    town.later(days=3)
    bea.press("b:one:1:-:0")
    assert "reminded one person" in bea.tap("Nudge the late (1)")
    assert "Bea asks you to think of this one" in ada.latest_mail()
    mails = len(ada.mail)
    assert "Once a day is enough" in bea.tap("Nudge the late")
    assert len(ada.mail) == mails
    town.later(days=1)
    bea.press("b:one:1:-:0")
    bea.tap("Nudge the late")
    assert len(ada.mail) == mails + 1


def test_who_handed_in_is_never_nudged(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", due="in 2 days")
    ada.tap("Start")
    ada.say(STORY, "/stop")
    town.later(days=3)
    mails = len(ada.mail)
    assert "nobody was nudged" in bea.press("b:nudge:1")
    assert len(ada.mail) == mails


def test_an_assignment_is_withdrawn_after_a_second_tap(bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada")
    bea.press("b:one:1:-:0")
    bea.tap("Withdraw it")
    bea.tap("Keep it")
    bea.tap("Withdraw it")
    assert "Assignment 1 is withdrawn." in bea.tap("Yes, withdraw it")
    assert "took an assignment back" in ada.latest_mail()
    assert "Nothing is assigned" in ada.say("/assignments")
    assert "belongs to something that is over" in ada.press("t:telegram-bea/1")


def test_an_interview_under_way_when_its_assignment_is_withdrawn_stays_ones_own(bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada")
    ada.tap("Start")
    bea.press("b:withdraw:1:yes")
    heard = ada.say(STORY, "/stop")
    assert "point came across" in heard
    assert "Handed in" not in heard


def test_each_notice_can_be_turned_off(bea: Neighbor, ada: Neighbor) -> None:
    ada.say("/notices")
    ada.tap("New assignments: on")
    bea.say("/notices")
    bea.tap("Submitted practice: on")
    mails = len(ada.mail)
    assigned(bea, "Ada")
    assert len(ada.mail) == mails
    ada.say("/assignments")
    ada.tap("Start 1")
    ada.say(STORY, "/stop")
    assert bea.mail == []
    assert "1 submitted" in bea.say("/board")
    ada.say("/notices")
    ada.tap("New assignments: off")
    assigned(bea, "Ada")
    assert len(ada.mail) == mails + 1


def test_reminders_of_coaches_can_be_turned_off(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    ada.say("/notices")
    ada.tap("Reminders by coaches: on")
    assigned(bea, "Ada", due="in 2 days")
    town.later(days=3)
    mails = len(ada.mail)
    bea.press("b:nudge:1")
    assert len(ada.mail) == mails


@pytest.mark.parametrize("button", ["t", "t:", "t:telegram-carl/1", "t:telegram-bea/2", "t:telegram-bea/1:x"])
def test_a_forged_start_starts_nothing(bea: Neighbor, ada: Neighbor, button: str) -> None:
    assigned(bea, "Ada")
    ada.press(button)
    assert ada.notebook.interview is None
