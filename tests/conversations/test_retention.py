"""Who is not seen for long is warned, and a week later everything about them is deleted."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from conversations.coaching.posting import AUDIT_LOG
from conversations.desk import Desk
from conversations.events import Event, Rang
from conversations.markup import plain
from conversations.notebook import Notebook
from tests.conversations.person import MONDAY, Person


@pytest.fixture
def ada(desk: Desk) -> Person:
    """Ada has said hello on Monday, and people are kept for 30 days."""
    ada = Person(replace(desk, retention_days=30))
    ada.say("/start")
    return ada


def on_day(ada: Person, day: float, *, opened: bool = False) -> str:
    """What Ada is told without asking, so many days after Monday."""
    now = MONDAY + timedelta(days=day)
    event = Event(ada.notebook.person, Rang(now, opened))
    ada.replies = ada.desk.handle(event, ada.notebook, now=now, random=Random(7), archive={})
    return "\n\n".join(plain(reply.text) for reply in ada.replies)


def alarm_in_days(ada: Person) -> float | None:
    return None if ada.notebook.alarm is None else (ada.notebook.alarm - MONDAY) / timedelta(days=1)


def test_a_warning_comes_a_week_before_and_then_everything_is_deleted(ada: Person) -> None:
    assert alarm_in_days(ada) == 23
    assert on_day(ada, 22.9) == ""
    warning = on_day(ada, 23)
    assert "After 30 days without a word from you, I delete everything" in warning
    assert "on Apr 1, 2026" in warning
    assert ada.labels() == ["Keep everything"]
    assert alarm_in_days(ada) == 30
    assert on_day(ada, 29.9) == ""
    assert not ada.notebook.forgotten
    assert "everything that was stored about you is deleted now" in on_day(ada, 30)
    assert ada.notebook.forgotten
    assert "deleted, not seen for so long" in str(ada.notebook.letters)


def test_any_word_keeps_everything(ada: Person) -> None:
    on_day(ada, 23)
    ada.now = MONDAY + timedelta(days=25)
    ada.tap("Keep everything")
    assert ada.notebook.warned is None
    assert alarm_in_days(ada) == 48
    assert on_day(ada, 31) == ""
    assert not ada.notebook.forgotten


def test_nobody_is_deleted_without_a_weeks_notice_however_late_it_comes(ada: Person) -> None:
    assert "on Jun 17, 2026" in on_day(ada, 100)
    assert on_day(ada, 106) == ""
    assert "deleted now" in on_day(ada, 107)


def test_somebody_who_blocked_the_coach_is_deleted_without_a_word(ada: Person) -> None:
    ada.notebook.unreachable = True
    assert on_day(ada, 29) == ""
    assert not ada.notebook.forgotten
    assert alarm_in_days(ada) == 30
    assert on_day(ada, 30) == ""
    assert ada.notebook.forgotten


def test_somebody_who_has_just_come_back_is_neither_warned_nor_deleted(ada: Person) -> None:
    on_day(ada, 23)
    assert on_day(ada, 99, opened=True) == ""
    assert not ada.notebook.forgotten


def test_where_days_are_few_half_of_them_are_notice(desk: Desk) -> None:
    ada = Person(replace(desk, retention_days=2))
    ada.say("/start")
    assert alarm_in_days(ada) == 1


def test_without_the_setting_everything_is_kept(desk: Desk) -> None:
    ada = Person(desk)
    ada.say("/start")
    assert alarm_in_days(ada) is None
    assert on_day(ada, 9_999) == ""
    assert "Until you delete it" in ada.say("/privacy")


def test_the_privacy_page_says_for_how_long(ada: Person) -> None:
    assert "After 30 days without a word from you everything is deleted" in ada.say("/privacy")


def test_the_audit_log_is_nobody_and_kept(ada: Person) -> None:
    ada.notebook.person = AUDIT_LOG
    assert on_day(ada, 9_999) == ""
    assert alarm_in_days(ada) is None


def test_a_notebook_that_was_deleted_meanwhile_is_not_made_again(ada: Person) -> None:
    new = Notebook(ada.notebook.person, created=MONDAY + timedelta(days=40))
    ada.notebook = new
    on_day(ada, 40)
    assert ada.notebook == Notebook(new.person, created=new.created)
