"""A person's own cards as they are stored: added, changed, deleted, never twice and never too many."""

from conversations.study.decks import own_id
from conversations.study.own.sheets import Sheet
from conversations.study.record import OwnCard, Study
from conversations.texts.own_cards import LONGEST_BACK, LONGEST_FRONT, MOST_CARDS


def find(study: Study, number: int) -> OwnCard | None:
    return next((card for card in study.own if card.number == number), None)


def has(study: Study, front: str, back: str) -> bool:
    """Whether the person has this very card."""
    return any((card.front, card.back) == (front, back) for card in study.own)


def is_full(study: Study) -> bool:
    return len(study.own) >= MOST_CARDS


def add(study: Study, front: str, back: str) -> OwnCard:
    card = OwnCard(study.next_own, front, back)
    study.next_own += 1
    study.own.append(card)
    return card


def change(study: Study, changed: OwnCard) -> None:
    """Puts the card in the place of the one with its number; what is remembered of it stays."""
    study.own = [changed if card.number == changed.number else card for card in study.own]


def delete(study: Study, number: int) -> None:
    """Deletes the card and what is remembered of it."""
    study.own = [card for card in study.own if card.number != number]
    study.memories.pop(own_id(number), None)


def take_in(study: Study, sheet: Sheet) -> tuple[int, int, int]:
    """Adds the cards of a table: how many were added, how many were there already, how many are too many."""
    added = doubled = cut = 0
    known = {(card.front, card.back) for card in study.own}
    for front, back in sheet.cards:
        if (front, back) in known:
            doubled += 1
        elif is_full(study):
            cut += 1
        else:
            known.add((front, back))
            add(study, front, back)
            added += 1
    return added, doubled, cut


def fits(front: str, back: str) -> bool:
    return len(front) <= LONGEST_FRONT and len(back) <= LONGEST_BACK
