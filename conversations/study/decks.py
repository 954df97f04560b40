"""All decks of a person: those of the packs, those made from other content, and their own cards."""

from content.library import Library
from content.model import Card, Deck, ListItem
from conversations.study.derived import decks as derived_decks
from conversations.study.record import OwnCard
from conversations.texts import own_cards as texts
from conversations.visit import Visit

OWN = "own"


def decks(visit: Visit) -> dict[str, Deck]:
    """By id, in the order in which they are offered; the person's own only when it has cards."""
    found = {**visit.library.decks, **{deck.id: deck for deck in derived_decks(visit.library)}}
    own = tuple(own_card(card) for card in visit.notebook.study.own)
    if own:
        found[f"{OWN}.cards"] = Deck(f"{OWN}.cards", texts.DECK_TITLE, texts.DECK_SOURCE, own)
    return found


def cards_of(found: dict[str, Deck]) -> dict[str, tuple[Deck, Card]]:
    """Each card with its deck, by the card's id."""
    return {card.id: (deck, card) for deck in found.values() for card in deck.cards}


def own_id(number: int) -> str:
    return f"{OWN}.{number}"


def own_card(card: OwnCard) -> Card:
    """The person's card in the form of all others: each line of the answer is an item."""
    lines = [line.strip() for line in card.back.split("\n") if line.strip()]
    return Card(own_id(card.number), card.front, tuple(ListItem(line) for line in lines), "1" if len(lines) > 1 else "")


def is_authored(library: Library, card: str) -> bool:
    """Whether a pack holds the card, so that the feedback engine knows its cues."""
    return any(card == one.id for deck in library.decks.values() for one in deck.cards)
