"""How an interview is chosen: shortcuts, typed choices, rotation, surprise, and what goes wrong."""

import pytest

from tests.conversations.person import Person
from tests.conversations.stories import STORY


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("/practice crm 3 real 2", "Customer Relationship Management, level 3, question 1 of 2"),
        ("/practice CRM LEVEL 3", "Customer Relationship Management, level 3, question 1 of 2"),
        ("/practice customer experience 2", "Customer Experience Management, level 2, question 1 of 2"),
        ("/practice custmer servce management 4 practice 4", "Customer Service Management, level 4, question 1 of 4"),
        ("/practise csm 1 1 question", "Customer Service Management, level 1, question 1 of 1"),
        ("/practice crm 2 9", "This level has 2 questions"),
        ("/practice csm 5", "has levels 1 to 4"),
        ("/practice crm 77", "has levels 1 to 5"),
        ("/practice banking", "I did not understand “banking”"),
        ("/practice crm", "Which level"),
        ("/practice surprise", "level 1, question 1 of 2"),
    ],
)
def test_what_is_typed_behind_practice(ada: Person, typed: str, heading: str) -> None:
    assert heading in ada.say(typed)


def test_choices_can_be_typed_as_well_as_tapped(ada: Person) -> None:
    ada.say("/practice")
    assert "Which level" in ada.say("customer service")
    assert "How should we do it" in ada.say("level 2")
    assert "question 1 of 4" in ada.say("real 4")


def test_words_that_fit_no_choice_keep_the_place(ada: Person) -> None:
    shown = ada.say("/practice")
    assert shown in ada.say("pizza")


def test_back_leads_to_the_choice_before(ada: Person) -> None:
    first = ada.say("/practice")
    level = ada.tap("Customer Service Management")
    ada.tap("Level 4")
    assert ada.tap("Back") == level
    assert ada.tap("Back") == first


def test_the_least_recently_practiced_question_comes_first(ada: Person) -> None:
    first = ada.say("/practice crm 2 practice 1")
    ada.say(STORY, "/stop")
    second = ada.say("/practice crm 2 practice 1")
    ada.say(STORY, "/stop")
    third = ada.say("/practice crm 2 practice 1")
    assert first.splitlines()[2] == third.splitlines()[2] != second.splitlines()[2]


def test_practice_while_an_interview_is_open_asks_before_it_ends_anything(ada: Person) -> None:
    ada.say("/practice crm 1", STORY)
    assert "You have an interview open" in ada.say("/practice csm 2")
    heard = ada.tap("Stop it and start a new one")
    assert "Report" in heard
    assert "Customer Service Management, level 2" in heard
    assert len(ada.notebook.history) == 1


def test_going_on_with_the_open_interview_shows_its_screen(ada: Person) -> None:
    ada.say("/practice crm 1")
    probe = ada.say(STORY)
    ada.say("/practice")
    assert ada.tap("Go on with it") == probe


def test_a_surprise_goes_where_it_was_weakest(ada: Person) -> None:
    for competency in ("crm", "csm"):
        ada.say(f"/practice {competency} 1 practice 1", STORY, "/stop")
    ada.say("/practice cem 1 practice 1", "I like customers and I am good with people, everyone says so.", "/stop")
    assert ada.notebook.history[-1].results[0].score == 0.0
    assert "Customer Experience Management, level 1" in ada.say("/practice surprise")
