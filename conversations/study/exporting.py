"""A deck on its way out: the values that a file is made from."""

import re

import msgspec
from msgspec import Struct

from content.model import Card, Deck
from conversations.replies import Attachment


class ExportedCard(Struct, frozen=True):
    """``back`` holds one item a line; ``id`` stays the same, so that a second import changes cards and doubles none."""

    id: str
    front: str
    back: str


class ExportedDeck(Struct, frozen=True):
    """A deck with all that a file of it shows."""

    id: str
    title: str
    source: str
    cards: tuple[ExportedCard, ...]


def exported(deck: Deck, form: str) -> Attachment:
    """The deck as a file; ``form`` is "csv" or "apkg"."""
    whole = ExportedDeck(
        deck.id, deck.title, deck.source, tuple(ExportedCard(card.id, card.front, back(card)) for card in deck.cards)
    )
    name = re.sub(r"[^a-z0-9]+", "-", deck.title.lower()).strip("-") or "cards"
    return Attachment("deck", form, f"{name}.{form}", msgspec.json.encode(whole))


def back(card: Card) -> str:
    """The whole answer in lines, details and note included."""
    lines = [f"{item.text} ({item.detail})" if item.detail else item.text for item in card.items]
    return "\n".join([*lines, card.note] if card.note else lines)
