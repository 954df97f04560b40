"""Reading, comparing and saying definitions, told as transcripts."""

import pytest

from content.library import Library
from conversations.study.define.ideas import closest, compared
from tests.conversations.person import Person


def test_from_the_term_to_an_author(ada: Person) -> None:
    heard = ada.say("/define")
    assert "5 views of it." in heard
    assert ada.labels()[:5] == ["Unnamed author", "Craig Conway", "Scott Fletcher", "Brent Frei", "Ronni T. Marshak"]
    assert "CRM is a comprehensive set of processes" in ada.tap("Brent Frei")


@pytest.mark.parametrize("line", ["/define frei", "/define Brent Frei", "/define brent frey"])
def test_an_author_can_be_asked_for_directly(line: str, ada: Person) -> None:
    assert ada.say(line).startswith("CRM: Brent Frei")


def test_an_unknown_term_is_said_and_the_known_are_shown(ada: Person) -> None:
    heard = ada.say("/define quantum physics")
    assert heard.startswith("I know no term or author “quantum physics”.")
    assert "5 views" in heard


def test_two_authors_side_by_side(ada: Person) -> None:
    ada.say("/define frei")
    heard = ada.tap("Compare with Scott Fletcher")
    assert heard.index("CRM: Brent Frei") < heard.index("CRM: Scott Fletcher") < heard.index("Both say")
    both, alone = heard.split("Both say")[1].split("Only Brent Frei")
    assert "It spans marketing, sales, and customer service" in both
    mine, theirs = alone.split("Only Scott Fletcher")
    assert "The three layers are business objectives" in mine
    assert "enterprise-wide mindset" in theirs


def test_every_pair_of_authors_shares_and_differs_without_loss(library: Library) -> None:
    crm = library.definitions["crm-definitions"]
    for one in crm.definitions:
        for other in crm.definitions:
            common, (alone, others) = compared(crm, one.id, other.id)
            held = {idea.id for idea in crm.ideas if one.id in idea.definitions}
            assert {idea.id for idea in common} | {idea.id for idea in alone} == held
            assert not {idea.id for idea in others} & held


def test_own_words_are_held_against_the_ideas(ada: Person) -> None:
    ada.say("/define")
    assert "Define CRM" in ada.tap("Say it in my own words")
    heard = ada.say("It is a company-wide mindset, and it is there to acquire, retain and service customers.")
    assert "✓ CRM is an enterprise-wide mindset" in heard
    assert "✓ It is designed to acquire, retain, and service customers" in heard
    assert "Closest to Scott Fletcher: 2 of 4 key ideas." in heard
    assert "Add this one\nIt spans marketing, sales, and customer service" in heard
    again = ada.say("CRM builds strong relationships with customers.")
    assert "✓ The aim is to develop stronger relationships" in again
    assert "enterprise-wide" not in again


def test_words_without_any_idea_get_the_one_that_answers_the_prompt(ada: Person) -> None:
    ada.say("/define")
    ada.tap("Say it in my own words")
    assert "I found none of the key ideas" in ada.say("I like trains.")
    assert "What does G-SPOT stand for?" in ada.tap("Another question")
    heard = ada.say("I like trains.")
    assert "G-SPOT stands for Goals, Strategies, Plans, Objectives, and Tactics" in heard
    assert "What does G-SPOT stand for?" in ada.tap("Say it again")


def test_when_every_idea_is_there_none_is_missing(library: Library) -> None:
    crm = library.definitions["crm-definitions"]
    found = {idea.id for idea in crm.ideas if "crm-definitions-marshak" in idea.definitions}
    near = closest(crm, found, "Define CRM")
    assert near.definition is not None
    assert (near.definition.author, near.held, near.of, near.missing) == ("Ronni T. Marshak", 2, 2, None)


def test_a_name_that_is_typed_opens_that_author_and_other_words_are_answered(ada: Person) -> None:
    ada.say("/define")
    assert ada.say("marshak").startswith("CRM: Ronni T. Marshak")
    heard = ada.say("something else entirely")
    assert heard.startswith("I could not match")
    assert "CRM: Ronni T. Marshak" in heard


def test_old_and_forged_buttons_show_where_one_is(ada: Person) -> None:
    ada.say("/define")
    old = ada.button("Brent Frei").id
    ada.tap("Scott Fletcher")
    step = ada.notebook.study.step
    for choice in (old, f"d:{step}:read:99", f"d:{step}:compare:2", f"d:{step}:nothing", "d", "d:1"):
        heard = ada.press(choice)
        assert "That button belongs to an earlier moment." in heard
        assert "CRM: Scott Fletcher" in heard


def test_leaving_names_the_interview_that_waits(ada: Person) -> None:
    ada.say("/practice crm 1")
    assert ada.say("/define").startswith("Your interview is paused meanwhile")
    assert "Your interview waits" in ada.tap("Done")
    assert "That button belongs to something that is over." in ada.press(f"d:{ada.notebook.study.step}:read:1")
