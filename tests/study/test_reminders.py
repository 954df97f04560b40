"""Reminders: at the person's hour, when there is something to do, one at a time, and off in one tap."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations import alarms, dates
from conversations.desk import Desk
from conversations.events import Event, Rang
from conversations.notebook import Notebook
from conversations.study.days import days_in
from conversations.study.record import Memory, Plan, Reminders
from conversations.study.reminders import timing
from conversations.study.scheduling import reviewed
from tests.conversations.person import MONDAY, Person

DAY = timedelta(days=1)


def berlin(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)


@pytest.fixture
def reminded(ada: Person) -> Person:
    """Ada in Berlin, with an interview on April 2 and a reminder at 18:00 each day."""
    ada.say("/timezone Berlin", "/plan April 2 30")
    ada.tap("18:00")
    return ada


def test_a_reminder_says_all_there_is_to_do_and_its_buttons_start_it(reminded: Person) -> None:
    heard = reminded.rings_at(berlin(3, 2, 18))
    assert "Today, 31 days to go" in heard
    assert "• Cards: 8 new" in heard
    assert "• Mock: " in heard
    assert len(reminded.replies) == 1
    assert reminded.labels()[-2:] == ["In an hour", "Turn reminders off"]
    assert "8 cards left" in reminded.tap("Cards: 8 new")


def test_it_comes_at_the_persons_hour_also_when_the_clocks_are_changed(reminded: Person) -> None:
    for day in range(2, 32):
        assert reminded.rings_at(berlin(3, day, 18)), day
    assert berlin(3, 28, 18).hour == 17
    assert berlin(3, 29, 18).hour == 16


def test_an_alarm_that_rings_twice_earns_one_message(reminded: Person) -> None:
    assert reminded.rings_at(berlin(3, 2, 18))
    reminded.now = berlin(3, 2, 18)
    assert reminded.rings() == ""


def test_a_missed_one_collapses_into_the_next(reminded: Person) -> None:
    reminded.now = berlin(3, 5, 3)
    assert reminded.rings() == ""
    assert "Today, 28 days to go" in reminded.rings_at(berlin(3, 5, 18))


def test_a_missed_one_collapses_into_one_that_is_a_little_late(reminded: Person) -> None:
    reminded.now = berlin(3, 5, 18, 5)
    assert "Today, 28 days to go" in reminded.rings()
    assert reminded.notebook.alarm == berlin(3, 6, 18)


def test_one_that_is_a_little_late_still_comes(reminded: Person) -> None:
    reminded.now = berlin(3, 2, 20, 30)
    assert reminded.rings()


def test_in_a_terminal_what_is_due_is_told_however_late(reminded: Person) -> None:
    reminded.now = berlin(3, 5, 3)
    assert "Today, 28 days to go" in reminded.rings(opened=True)
    assert reminded.rings(opened=True) == ""


def test_nothing_is_said_when_all_is_done(reminded: Person) -> None:
    reminded.say("/plan April 2 5", "/today")
    reminded.tap("Cards:")
    while reminded.notebook.foreground == "cards":
        reminded.tap("Show the answer")
        reminded.say("4")
    assert reminded.rings_at(berlin(3, 2, 18)) == ""
    assert reminded.rings_at(berlin(3, 3, 18))


def test_whoever_is_here_is_not_reminded(reminded: Person) -> None:
    reminded.now = berlin(3, 2, 17, 55)
    reminded.say("/history")
    assert reminded.rings_at(berlin(3, 2, 18)) == ""
    assert reminded.rings_at(berlin(3, 3, 18))


def test_it_can_be_put_off_by_an_hour(reminded: Person) -> None:
    reminded.rings_at(berlin(3, 2, 18))
    reminded.now = berlin(3, 2, 18, 10)
    assert "in an hour" in reminded.tap("In an hour")
    assert "Cards: 8 new" in reminded.rings_at(berlin(3, 2, 19, 10))
    assert reminded.notebook.alarm == berlin(3, 3, 18)


def test_put_off_over_midnight_it_takes_nothing_from_the_next_day(ada: Person) -> None:
    ada.say("/timezone Berlin", "/plan April 2 30", "23:30")
    ada.rings_at(berlin(3, 2, 23, 30))
    ada.tap("In an hour")
    assert ada.notebook.alarm == berlin(3, 3, 0, 31)
    ada.rings_at(berlin(3, 3, 0, 31))
    assert ada.notebook.alarm == berlin(3, 3, 23, 30)


def test_it_is_off_in_one_tap_and_on_in_another(reminded: Person) -> None:
    reminded.rings_at(berlin(3, 2, 18))
    off = reminded.button("Turn reminders off").id
    assert "Reminders are off." in reminded.press(off)
    assert reminded.notebook.alarm is None
    assert "once a day at 18:00, Berlin time" in reminded.tap("Turn reminders on")
    assert reminded.notebook.alarm == berlin(3, 3, 18)


def test_an_old_snooze_button_turns_nothing_on(reminded: Person) -> None:
    reminded.rings_at(berlin(3, 2, 18))
    snooze = reminded.button("In an hour").id
    reminded.say("/reminders off")
    assert "No reminders" in reminded.press(snooze)
    assert reminded.notebook.alarm is None


def test_the_hour_is_changed_by_button_and_by_typing(reminded: Person) -> None:
    reminded.say("/reminders")
    reminded.tap("20:00")
    assert reminded.notebook.alarm == berlin(3, 2, 20)
    assert "at 7:30, Berlin time" in reminded.say("/reminders 7:30 am")
    assert reminded.notebook.alarm == berlin(3, 3, 7, 30)
    assert "could not read that as a time" in reminded.say("/reminders noonish")


def test_a_change_of_the_hour_brings_no_second_one_on_the_same_day(reminded: Person) -> None:
    reminded.rings_at(berlin(3, 2, 18))
    reminded.say("/reminders 22:00")
    assert reminded.notebook.alarm == berlin(3, 3, 22)


def test_they_follow_the_person_to_another_zone(reminded: Person) -> None:
    reminded.rings_at(berlin(3, 2, 18))
    reminded.say("/timezone New York")
    assert reminded.notebook.alarm == datetime(2026, 3, 3, 23, tzinfo=UTC)


def test_without_a_plan_they_wait_until_something_is_due(ada: Person) -> None:
    ada.say("/reminders 18:00")
    assert ada.notebook.alarm is None
    ada.say("/cards CRM flashcards")
    ada.tap("Start")
    ada.tap("Show the answer")
    ada.say("4", "/stop")
    assert "• Cards: 1 due" in ada.rings_at(MONDAY.replace(day=4, hour=18))


def test_the_zone_is_mentioned_as_long_as_nobody_chose_one(ada: Person) -> None:
    assert "In UTC it is 9:00 now" in ada.say("/reminders 18:00")
    ada.say("/timezone Tokyo")
    assert "UTC" not in ada.say("/reminders")


def test_after_the_interview_there_is_one_last_word(reminded: Person) -> None:
    reminded.now = berlin(4, 2, 3)
    reminded.rings()
    reminded.rings_at(berlin(4, 2, 18))
    heard = reminded.rings_at(berlin(4, 3, 18))
    assert "Your interview is over." in heard
    assert reminded.notebook.alarm is None
    assert "When is your interview?" in reminded.tap("Make a new plan")


def test_those_who_blocked_the_coach_hear_nothing_and_are_reminded_again_when_they_come_back(reminded: Person) -> None:
    reminded.notebook.unreachable = True
    reminded.now = berlin(3, 2, 18)
    assert reminded.rings() == ""
    assert reminded.notebook.alarm is None
    reminded.now = berlin(3, 6, 12)
    reminded.say("/start")
    reminded.now += timedelta(hours=1)
    assert reminded.rings() == ""
    assert reminded.rings_at(berlin(3, 6, 18))


def test_the_button_in_settings_says_what_is_set(reminded: Person) -> None:
    reminded.say("/settings")
    assert "I remind you once a day" in reminded.tap("Reminders: 18:00")
    reminded.tap("Turn reminders off")
    reminded.say("/settings")
    assert reminded.button("Reminders: off")


def test_nobody_is_reminded_who_did_not_ask_for_it(ada: Person) -> None:
    ada.say("/plan April 2 30", "no")
    assert ada.notebook.alarm is None


ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"]
MOMENTS = st.integers(1_577_000_000, 2_051_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))


@given(MOMENTS, st.sampled_from(ZONES), st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_the_next_one_is_less_than_two_days_away_at_the_hour_of_the_wall_clock(
    now: datetime, zone: str, at: time
) -> None:
    notebook = Notebook("telegram-1", now)
    notebook.settings.zone = zone
    notebook.study.plan = Plan(interview=date(2040, 1, 1), minutes=20)
    first = timing.next_day(days_in(zone, now), at, now)
    notebook.study.reminders = Reminders(on=True, at=at, earliest=first)
    moment = alarms.earliest(notebook)
    assert moment is not None
    assert now < moment <= now + 2 * DAY
    there = moment.astimezone(ZoneInfo(zone))
    assert there.time() == at or there.utcoffset() != (there - timedelta(hours=3)).utcoffset()


@pytest.mark.parametrize(
    ("typed", "at"),
    [("18:00", (18, 0)), ("7.30", (7, 30)), ("7 pm", (19, 0)), ("12am", (0, 0)), ("12 PM", (12, 0)), ("at 9", (9, 0)),
     ("8h15", (8, 15)), ("0:05", (0, 5)), ("24:00", None), ("7:60", None), ("13 pm", None), ("0 am", None),
     ("noon", None), ("", None), ("1800", None)],
)  # fmt: skip
def test_a_time_of_day_is_read_as_people_write_it(typed: str, at: tuple[int, int] | None) -> None:
    assert dates.read_time(typed) == (time(*at) if at else None)


@given(
    now=MOMENTS,
    zone=st.sampled_from(ZONES),
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    behind=st.integers(-3, 3),
    snoozed=st.none() | st.integers(0, 3 * 86_400),
    left=st.none() | st.integers(-3, 20),
    opened=st.booleans(),
)
def test_after_it_rang_the_next_one_is_to_come(
    desk: Desk, now: datetime, zone: str, at: time, behind: int, snoozed: int | None, left: int | None, opened: bool
) -> None:
    notebook, today = Notebook("telegram-1", now), days_in(zone, now).today
    notebook.settings.zone = zone
    notebook.study.memories = {"crm-flashcards-c1": reviewed(Memory(), 1, now - 5 * DAY)}
    if left is not None:
        notebook.study.plan = Plan(interview=today + left * DAY, minutes=20, made=today - 9 * DAY)
    reminders = notebook.study.reminders = Reminders(on=True, at=at, earliest=today - behind * DAY)
    reminders.snoozed = None if snoozed is None else now - timedelta(seconds=snoozed)
    desk.handle(Event("telegram-1", Rang(now, opened)), notebook, now=now, random=Random(1), archive={})
    assert notebook.alarm is None or notebook.alarm > now
