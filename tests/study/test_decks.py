"""Decks made from definitions and levels: what they ask, and that their ids last."""

import pytest

from content.library import Library
from content.model import Card
from conversations.study.derived import decks
from conversations.study.flashcards.machine import State
from conversations.study.record import Sitting
from tests.conversations.person import Person


@pytest.fixture
def cards(library: Library) -> dict[str, Card]:
    return {card.id: card for deck in decks(library) for card in deck.cards}


def ask(person: Person, card: str, words: str) -> str:
    """What comes back when the card is asked and the words are typed."""
    person.notebook.study.sitting = Sitting(State.FRONT, queue=[card])
    person.notebook.foreground = "cards"
    return person.say(words)


def test_who_said_it(cards: dict[str, Card], ada: Person) -> None:
    card = cards["crm-definitions-fletcher.who"]
    assert card.front.startswith("Who said this about CRM?\n“CRM is an enterprise-wide mindset, mantra")
    assert "Fletcher" not in card.front
    for right in ("Scott Fletcher", "fletcher", "it was Mr. Fletcher I think"):
        assert "I found it in your words." in ask(ada, card.id, right)
    assert "Not part of the answer: “Brent Frei”." in ask(ada, card.id, "Brent Frei")


def test_g_spot_letter_by_letter(cards: dict[str, Card], ada: Person) -> None:
    whole = cards["crm-definitions-marshak.parts"]
    assert whole.front == "What does G-SPOT (Ronni T. Marshak) stand for?"
    assert [item.text for item in whole.items] == ["Goals", "Strategies", "Plans", "Objectives", "Tactics"]
    letters = [cards[f"crm-definitions-marshak.part.{number}"] for number in range(1, 6)]
    assert letters[1].front == "G-SPOT, letter 2 of 5: what does the S stand for, and what does it mean?"
    assert "you establish strategies" in letters[1].items[0].detail
    assert "You named 4 of 5." in ask(ada, whole.id, "goals, strategies, plans, tactics")
    assert "I found it in your words." in ask(ada, letters[1].id, "strategies")


def test_parts_without_an_acronym_are_told_from_their_description(cards: dict[str, Card]) -> None:
    card = cards["crm-definitions-frei.part.2"]
    assert card.front.startswith("Which part of CRM does Brent Frei describe here?")
    assert card.items[0].text == "Program initiatives"


def test_complete_the_idea(cards: dict[str, Card], ada: Person) -> None:
    card = cards["crm-definitions.idea.enterprise-mindset"]
    assert card.front == "Complete this idea about CRM (Scott Fletcher):\n“CRM is an enterprise-wide …”"
    assert card.items[0].text == "mindset, not the business of one department"
    assert "I found it" in ask(ada, card.id, "mindset, not just the business of a single department")
    assert "I did not find it" in ask(ada, card.id, "kind of software")


def test_what_a_level_expects(cards: dict[str, Card], library: Library, ada: Person) -> None:
    card = cards["crm.level.3"]
    assert card.front == "What does level 3 of Customer Relationship Management expect?"
    assert [item.text for item in card.items] == [each.text for each in library.level("crm", 3).behaviors]
    words = (
        "educate internal staff on concepts and the value proposition; gather intelligence on customer wants and needs"
    )
    heard = ask(ada, card.id, words)
    assert "You named 2 of 5." in heard
    assert "Not part" not in heard


def test_ids_are_their_own_and_fit_where_they_are_used(library: Library) -> None:
    made = list(decks(library))
    ids = [card.id for deck in [*made, *library.decks.values()] for card in deck.cards]
    assert len(ids) == len(set(ids))
    assert [deck.id for deck in made] == ["crm-definitions.views", "cem.levels", "crm.levels", "csm.levels"]
    assert all("." in card.id for deck in made for card in deck.cards)
