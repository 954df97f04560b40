"""The notice that an assignment is due tomorrow: once, in the morning where its candidate is, and only if wanted."""

import pytest

from tests.coaching.town import Neighbor, Town, assigned, joined, moment
from tests.conversations.stories import STORY

pytestmark = pytest.mark.usefixtures("acquainted")


def test_a_candidate_is_reminded_once_in_the_morning_of_the_day_before(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    assigned(bea, "Ada", due="in 3 days", note="Think of the shop.")
    assert ada.notebook.alarm == moment(4, 9)
    town.later(days=1)
    assert ada.wake() == ""
    town.now = moment(4, 9)
    heard = ada.wake()
    assert heard.startswith("Due tomorrow")
    assert "Think of the shop." in heard
    assert ada.notebook.alarm is None
    assert ada.wake() == ""
    assert "This interview is for Bea" in ada.tap("Start")


def test_the_morning_is_that_of_the_candidate(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    ada.say("/timezone tokyo")
    assigned(bea, "Ada", due="2026-03-06 18:00")  # in Tokyo that is March 7, 3 in the morning
    assert ada.notebook.alarm == moment(6, 0)


def test_several_that_are_due_come_in_one_message(town: Town, bea: Neighbor, carl: Neighbor, ada: Neighbor) -> None:
    joined(carl, ada)
    assigned(bea, "Ada", due="in 3 days")
    assigned(carl, "Ada", due="in 3 days")
    town.now = moment(4, 10)
    heard = ada.wake()
    assert "1. Customer Relationship Management, level 1 for Bea" in heard
    assert "2. Customer Relationship Management, level 1 for Carl" in heard
    assert "This interview is for Carl" in ada.tap("Start 2")


def test_what_is_handed_in_or_withdrawn_is_not_mentioned(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", due="in 3 days")
    ada.tap("Start")
    ada.say(STORY, "/stop")
    assert ada.notebook.alarm is None
    assigned(bea, "Ada", due="in 3 days")
    bea.press("b:withdraw:2:yes")
    assert ada.notebook.alarm is None


def test_more_time_means_another_reminder(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", due="in 3 days")
    town.now = moment(4, 9)
    assert "Due tomorrow" in ada.wake()
    bea.press("b:extend:1:7")
    assert ada.notebook.alarm == moment(11, 9)


def test_what_is_given_after_its_morning_needs_no_reminder(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", due="tomorrow 18:00")
    assert ada.wake() == ""
    assert ada.notebook.alarm is None


def test_a_bell_that_rings_late_does_not_say_tomorrow(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", due="in 3 days")
    town.now = moment(5, 15)
    assert ada.wake().startswith("Due soon")
    assigned(bea, "Ada", due="in 3 days")
    town.now = moment(12)
    assert ada.wake() == ""


def test_the_notice_can_be_turned_off(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", due="in 3 days")
    ada.say("/notices")
    ada.tap("Assignments due tomorrow: on")
    assert ada.notebook.alarm is None
    ada.tap("Assignments due tomorrow: off")
    town.now = moment(4, 9)
    assert "Due tomorrow" in ada.wake()


def test_nothing_is_said_after_consent_was_withdrawn(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    assigned(bea, "Ada", due="in 3 days")
    ada.press("p:set:telegram-bea:nothing")
    assert ada.notebook.alarm is None
