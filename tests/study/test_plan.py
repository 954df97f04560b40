"""Making a plan, told as transcripts; and what it promises."""

from datetime import date, time, timedelta

import pytest

from content.library import Library
from conversations.study.plan.forecast import Work, needed
from conversations.study.plan.machine import State
from conversations.study.record import Plan
from tests.conversations.person import MONDAY, Person
from tests.conversations.stories import STORY, THIN


@pytest.fixture
def planned(ada: Person) -> Person:
    """Ada with two weeks to go, 30 minutes a day and no reminders."""
    ada.say("/plan 2026-03-16 30")
    ada.tap("No reminders")
    return ada


def test_a_plan_is_made_by_one_question_at_a_time(ada: Person) -> None:
    assert "When is your interview?" in ada.say("/plan")
    assert "How many minutes a day" in ada.say("March 16")
    assert "Should I write to you once a day" in ada.say("20 minutes")
    assert "Which city are you in or near? I take 18:00" in ada.tap("18:00")
    heard = ada.say("Berlin")
    assert "Interview: Mon, Mar 16, 2026, in 14 days" in heard
    assert "20 minutes a day" in heard
    assert "I remind you once a day at 18:00, Berlin time" in heard
    assert ada.notebook.foreground == ""
    assert ada.notebook.study.plan == Plan(State.SHOWN, date(2026, 3, 16), 20, date(2026, 3, 2))


def test_a_plan_is_made_by_buttons_alone(ada: Person) -> None:
    ada.say("/plan")
    ada.tap("In two weeks")
    ada.tap("10 minutes")
    ada.tap("8:00")
    assert "8:00, UTC" in ada.tap("UTC is right")
    assert ada.notebook.study.reminders.at == time(8)


def test_what_was_said_with_the_command_is_not_asked(ada: Person) -> None:
    assert "Should I write to you" in ada.say("/plan in 3 weeks 25")
    assert "25 minutes a day" in ada.say("no thanks")
    assert "Change the day" in ada.labels()


@pytest.mark.parametrize(
    ("argument", "day", "minutes"),
    [("march 16 at 14:00", 16, 0), ("16.03.2026", 16, 0), ("next friday", 0, 0), ("friday 20", 6, 20),
     ("in 2 days 2", 4, 0), ("March 16, 2026 45 min", 16, 45), ("today", 2, 0)],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(ada: Person, argument: str, day: int, minutes: int) -> None:
    ada.say(f"/plan {argument}")
    plan = ada.notebook.study.plan
    assert (plan.interview.day if plan.interview else 0, plan.minutes) == (day, minutes)


def test_reminders_are_offered_once(planned: Person) -> None:
    assert "No reminders;" in planned.say("/plan March 20")
    assert "in 18 days" in planned.heard()


@pytest.mark.parametrize("words", ["yesterday", "2020-01-01", "soon", "2026-02-30", "9999-01-01", "😀", "30"])
def test_what_is_no_day_to_come_is_asked_again(ada: Person, words: str) -> None:
    ada.say("/plan")
    heard = ada.say(words)
    assert "I could not read" in heard
    assert "When is your interview?" in heard
    assert ada.notebook.study.plan.interview is None


@pytest.mark.parametrize("words", ["0", "4", "241", "many", "20 hours", "-20"])
def test_what_is_no_number_of_minutes_is_asked_again(ada: Person, words: str) -> None:
    ada.say("/plan march 16")
    heard = ada.say(words)
    assert "from 5 to 240" in heard
    assert "How many minutes a day" in heard


def test_a_place_that_nobody_knows_is_asked_again(ada: Person) -> None:
    ada.say("/plan march 16 20")
    assert "could not read that as a time" in ada.say("when I wake up")
    ada.say("7:30 pm")
    assert "I do not know the time in “Berln”. Did you mean Europe/Berlin" in ada.say("Berln")
    assert "19:30, Berlin time" in ada.say("europe/berlin")


def test_put_off_half_made_it_goes_on_where_it_was(ada: Person) -> None:
    ada.say("/plan", "march 16")
    assert "What you chose so far is kept" in ada.tap("Not now")
    assert ada.notebook.foreground == ""
    assert "How many minutes a day" in ada.say("/plan")


def test_a_plan_is_changed_and_ended(planned: Person) -> None:
    planned.say("/plan")
    planned.tap("Change the minutes")
    assert "45 minutes a day" in planned.say("45")
    planned.tap("Change the day")
    assert "tomorrow" in planned.say("tomorrow")
    assert "The plan is ended" in planned.tap("End the plan")
    assert "When is your interview?" in planned.say("/plan")


def test_a_plan_is_ended_by_typing(planned: Person) -> None:
    assert "The plan is ended" in planned.say("/plan end")
    assert "I could not read “end”" in planned.say("/plan end")


def test_a_wrong_day_behind_the_command_changes_nothing(planned: Person) -> None:
    heard = planned.say("/plan someday")
    assert "I could not read “someday” as a day to come." in heard
    assert "Mon, Mar 16" in heard


def test_after_the_interview_the_next_one_is_asked_for(planned: Person) -> None:
    planned.now = MONDAY + timedelta(days=15)
    heard = planned.say("/plan")
    assert "an interview that is over" in heard
    assert "When is your interview?" in heard
    assert "Tue, Mar 31" in planned.tap("In two weeks")
    assert "30 minutes a day" in planned.heard()


def test_an_interview_in_the_foreground_waits_while_a_plan_is_made(ada: Person) -> None:
    ada.say("/practice crm 1")
    assert "Your interview is paused meanwhile" in ada.say("/plan")
    ada.say("march 16", "20", "no")
    assert "Your interview waits where you left it" in ada.heard()
    assert "Give me an example" in ada.tap("Back to the interview")


def test_a_look_at_the_plan_takes_the_place_of_nothing(planned: Person) -> None:
    planned.say("/practice crm 1")
    assert "Your plan" in planned.say("/plan")
    planned.say(STORY)
    interview = planned.notebook.interview
    assert interview is not None
    assert interview.exchanges[0].answers[0].text == STORY


def test_a_change_of_the_plan_lets_an_interview_wait_and_its_end_does_not(planned: Person) -> None:
    planned.say("/practice crm 1", "/plan")
    assert "Your interview is paused meanwhile" in planned.tap("Change the minutes")
    planned.say("45", "/resume", "/plan end")
    planned.say(STORY)
    assert planned.notebook.interview is not None
    assert planned.notebook.interview.exchanges[0].answers[0].text == STORY


@pytest.mark.parametrize("button", ["weeks:3", "weeks:x", "minutes:20", "minutes", "remind:1800", "utc", "end",
                                    "unasked", "retime", "weeks:2:3", "leave:x"])  # fmt: skip
def test_forged_buttons_move_nothing(ada: Person, button: str) -> None:
    ada.say("/plan")
    before = ada.notebook.study
    assert "That button belongs to an earlier moment" in ada.press(f"k:{before.step}:{button}")
    assert ada.notebook.study == before


def test_an_old_button_shows_the_present_question(ada: Person) -> None:
    ada.say("/plan")
    old = ada.button("In a week").id
    ada.tap("In two weeks")
    heard = ada.press(old)
    assert "That button belongs to an earlier moment" in heard
    assert "How many minutes a day" in heard
    assert ada.notebook.study.plan.interview == date(2026, 3, 16)


# Will you be ready?


def test_the_forecast_says_when_the_work_is_done_and_what_it_is(planned: Person) -> None:
    heard = planned.say("/plan")
    assert (
        "Still to do: 46 new cards. At 30 minutes a day you are through with that around Mar 11, 5 days before" in heard
    )
    assert "You have not answered a question here yet" in heard
    assert "nobody can forecast" in heard


def test_the_forecast_says_when_it_will_be_too_late_and_what_would_do(ada: Person) -> None:
    ada.say("/plan march 13 5", "no")
    assert "At 5 minutes a day that takes until around" in ada.heard()
    assert "30 minutes a day would do." in ada.heard()
    assert "No plan fits all of it in." in ada.say("/plan in 3 days")
    assert "What is left undone will not decide it." in ada.say("/plan tomorrow")


def test_a_question_that_went_thin_is_part_of_the_work(planned: Person) -> None:
    planned.say("/practice crm 1 real 1", THIN, "/stop")
    heard = planned.say("/plan")
    assert "46 new cards and 1 question that went thin" in heard
    assert "You have not answered a question" not in heard


@pytest.mark.parametrize("minutes", [5, 20, 60])
def test_more_minutes_or_less_work_never_take_longer(minutes: int) -> None:
    work = Work(fresh=40, shaky=10, weak=3, tried=5)
    assert needed(work, minutes + 5) <= needed(work, minutes)
    assert needed(work._replace(fresh=10), minutes) <= needed(work, minutes)
    assert needed(work._replace(fresh=0, shaky=0, weak=0), minutes) == timedelta(0)


def test_a_notebook_from_before_plans_has_none(library: Library, ada: Person) -> None:
    assert ada.notebook.study.plan == Plan()
    assert "/plan makes a list" in ada.say("/today")
