"""Today's list: what is on it, that its buttons start it, and how the days of a plan go by."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from content.library import Library
from conversations.interview.record import Mode
from conversations.notebook import Notebook, QuestionResult, Summary
from conversations.study.plan import mocks
from tests.conversations.person import MONDAY, Person
from tests.conversations.stories import STORY, THIN


@pytest.fixture
def planned(ada: Person) -> Person:
    """Ada with two weeks to go, 30 minutes a day and no reminders."""
    ada.say("/plan 2026-03-16 30")
    ada.tap("No reminders")
    return ada


def skip_to_the_end(person: Person) -> None:
    """Skips whatever the open interview asks."""
    while person.notebook.interview is not None:
        person.say("/skip")


def rate_all(person: Person, rating: str = "4") -> int:
    """Rates the cards on the screen until there are none; how many."""
    rated = 0
    while person.notebook.foreground == "cards":
        person.tap("Show the answer")
        person.say(rating)
        rated += 1
    return rated


def test_without_a_plan_it_lists_what_is_due_and_offers_one(ada: Person) -> None:
    assert "Nothing is due." in ada.say("/today")
    assert ada.labels() == ["Make a plan"]
    ada.say("/cards CRM flashcards")
    ada.tap("Start")
    rate_all(ada, "2")
    ada.now += timedelta(days=1)
    assert "• Cards: 3 due" in ada.say("/today")


def test_the_first_day_mixes_new_cards_and_a_mock(planned: Person) -> None:
    heard = planned.say("/today")
    assert "Today, 14 days to go" in heard
    assert "• Cards: 8 new" in heard
    assert "• Mock: " in heard
    assert "About 22 minutes" in heard


def test_one_tap_starts_the_cards_of_the_list(planned: Person) -> None:
    planned.say("/today")
    assert "8 cards left" in planned.tap("Cards: 8 new")
    assert rate_all(planned) == 8
    heard = planned.tap("Today’s list")
    assert "Done today: 8 cards." in heard
    assert "• Cards" not in heard


def test_one_tap_starts_the_mock(planned: Person) -> None:
    planned.say("/today")
    planned.tap("Mock interview")
    interview = planned.notebook.interview
    assert interview is not None
    assert (interview.mode, interview.length, interview.level) == (Mode.REAL, 2, 1)
    planned.say(STORY)
    skip_to_the_end(planned)
    assert "• Mock" not in planned.tap("Today’s list")
    planned.now += timedelta(days=1)
    assert "• Mock" not in planned.say("/today")
    planned.now += timedelta(days=1)
    assert "• Mock" in planned.say("/today")


def test_one_tap_asks_the_question_that_went_thin(planned: Person) -> None:
    planned.say("/practice crm 1 real 1", THIN)
    skip_to_the_end(planned)
    planned.now += timedelta(days=1)
    assert "last time)" in planned.say("/today")
    heard = planned.tap("Question:")
    assert "question 1 of 1" in heard
    interview = planned.notebook.interview
    assert interview is not None
    assert interview.mode is Mode.PRACTICE
    assert interview.exchanges[0].question == "crm-l1-q1"
    planned.say(STORY)
    skip_to_the_end(planned)
    planned.say("/today")
    assert not any(label.startswith("Question:") for label in planned.labels())


def test_an_open_interview_is_offered_first_and_not_lost(planned: Person) -> None:
    planned.say("/practice crm 1", STORY, "/today")
    assert planned.labels()[0] == "Go on"
    before = planned.notebook.interview
    assert "You have an interview open." in planned.tap("Mock interview")
    assert planned.notebook.interview == before


def test_cards_may_be_started_in_the_middle_of_other_cards_and_of_an_interview(planned: Person) -> None:
    planned.say("/cards CRM flashcards")
    planned.tap("Start")
    planned.say("/today")
    assert "8 cards left" in planned.tap("Cards:")
    planned.say("/practice crm 1", "/today")
    assert "Your interview is paused meanwhile" in planned.tap("Cards:")


def test_the_button_of_an_earlier_day_starts_what_is_due_now(planned: Person) -> None:
    planned.say("/today")
    old = planned.button("Cards:").id
    planned.tap("Cards:")
    rate_all(planned)
    assert "There is no card to go through right now." in planned.press(old)
    planned.now += timedelta(days=3)
    assert "left" in planned.press(old)


@pytest.mark.parametrize(
    "button",
    ["u", "u:cards:1", "u:ask", "u:nothing", "u:mock:crm:1", "u:ask:gone@1", "u:ask:crm-l1-q1@2", "u:ask:crm-l1-q1",
     "u:mock:gone:1:2", "u:mock:crm:9:2", "u:mock:crm:1:99", "u:mock:crm:x:2", "u:ask:@"],
)  # fmt: skip
def test_forged_buttons_start_nothing(planned: Person, button: str) -> None:
    before = planned.notebook.study
    assert planned.press(button)
    assert planned.notebook.interview is None
    assert planned.notebook.study == before


def test_an_assignment_that_waits_is_on_the_list(ada: Person) -> None:
    from conversations.coaching.record import Assignment, Scope, Sharing, Task

    task = Task(3, "crm", 1, Mode.PRACTICE, 1, due=MONDAY + timedelta(days=4))
    ada.notebook.coaching.assignments["telegram-7/3"] = Assignment("telegram-7", "Bea", task)
    ada.notebook.coaching.sharing["telegram-7"] = Sharing("Bea", MONDAY, Scope.ASSIGNED)
    assert "• For Bea: Customer Relationship Management, level 1, due Mar 6" in ada.say("/today")
    assert "This interview is for Bea" in ada.tap("For Bea")


# The days of a plan


def days_of_a_plan(person: Person, rating: str = "4") -> Iterable[tuple[date, str]]:
    """Does all that is on the list, day after day, until the day of the interview."""
    plan = person.notebook.study.plan
    while plan.interview is not None and person.now.date() <= plan.interview:
        yield person.now.date(), person.say("/today")
        if any(label.startswith("Cards:") for label in person.labels()):
            person.tap("Cards:")
            rate_all(person, rating)
        for start in ("Question:", "Mock interview"):
            person.say("/today")
            while any(label.startswith(start) for label in person.labels()):
                person.tap(start)
                person.say(STORY)
                skip_to_the_end(person)
                person.say("/today")
        person.now = person.now.replace(hour=9, minute=0) + timedelta(days=1)


def test_a_plan_begins_full_and_ends_light(planned: Person) -> None:
    said = dict(days_of_a_plan(planned))
    mocks_on = [day.day for day, heard in said.items() if "• Mock" in heard]
    assert mocks_on == [2, 4, 6, 8, 11, 14]
    new_on = [day.day for day, heard in said.items() if " new" in heard]
    assert new_on[:2] == [2, 3]
    eve, interview = date(2026, 3, 15), date(2026, 3, 16)
    assert "one day to go" in said[eve]
    assert "A light day on purpose" in said[eve]
    assert " new" not in said[eve]
    assert "Today is the day" in said[interview]
    assert "Mock" not in said[interview]
    assert "Question" not in said[interview]


def test_days_are_counted_where_the_person_is_also_when_the_clocks_are_changed(ada: Person) -> None:
    ada.now = MONDAY.replace(day=20)
    ada.say("/timezone Berlin", "/plan April 3 30", "no")
    for day, hour, left in ((28, 22, 6), (28, 23, 5), (29, 21, 5), (29, 22, 4)):  # UTC; Berlin is 1, then 2 hours ahead
        ada.now = MONDAY.replace(day=day, hour=hour, minute=30)
        assert f"Today, {left} days to go" in ada.say("/today")


def test_no_day_asks_for_much_more_than_the_person_has(planned: Person) -> None:
    for _, heard in days_of_a_plan(planned, rating="2"):
        minutes = [int(line.split()[1]) for line in heard.split("\n") if line.startswith("About")]
        assert all(number <= 30 * 1.25 for number in minutes), heard


@pytest.mark.parametrize(("minutes", "mock"), [(5, False), (10, True), (20, True), (60, True)])
def test_the_list_fits_the_minutes(ada: Person, minutes: int, mock: bool) -> None:
    ada.say(f"/plan 2026-03-16 {minutes}", "no")
    heard = ada.say("/today")
    assert ("• Mock" in heard) is mock
    assert "• " in heard


@pytest.mark.parametrize(("made", "today", "gap"), [(2, 2, 2), (2, 9, 2), (2, 10, 3), (2, 15, 3)])
def test_mocks_come_more_often_in_the_first_half(made: int, today: int, gap: int) -> None:
    assert mocks.gap(date(2026, 3, made), date(2026, 3, today), date(2026, 3, 16)) == gap


def test_the_next_mock_is_in_what_was_practiced_least_recently(planned: Person) -> None:
    found = []
    for _ in range(4):
        heard = planned.say("/today")
        found.append(heard.split("• Mock: ")[1].split(",")[0])
        planned.tap("Mock interview")
        planned.say(STORY)
        skip_to_the_end(planned)
        planned.now += timedelta(days=2)
    assert len(set(found[:3])) == 3
    assert found[3] == found[0]


@pytest.mark.parametrize(
    ("history", "level"),
    [
        ([], 1),
        ([("crm", 3, 0.5)], 3),
        ([("crm", 3, 1.0)], 4),
        ([("crm", 5, 1.0)], 5),
        ([("crm", 3, None)], 3),
        ([("crm", 4, 1.0), ("crm", 2, 0.25)], 2),
        ([("cem", 3, 1.0)], 3),
        ([("gone", 9, 1.0)], 5),
    ],
)
def test_the_level_of_a_mock_is_that_of_the_last_interview_and_one_more_when_it_went_well(
    library: Library, history: list[tuple[str, int, float | None]], level: int
) -> None:
    notebook = Notebook("telegram-1", MONDAY)
    for competency, number, score in history:
        results = (QuestionResult("q", score=score),)
        notebook.history.append(Summary(1, competency, number, "real", MONDAY, MONDAY, complete=True, results=results))
    assert mocks.level_for(library, notebook, "crm") == level


def test_what_does_not_fit_today_is_counted_and_waits(ada: Person) -> None:
    ada.say("/plan 2026-03-16 60", "no", "/today")
    ada.tap("Cards:")
    rate_all(ada, "1")
    ada.say("/plan 2026-03-16 5")
    ada.now += timedelta(days=1)
    heard = ada.say("/today")
    assert "• Cards: 6 due" in heard
    assert "2 more are due and can wait until tomorrow." in heard
