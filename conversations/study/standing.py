"""Where a person stands with their cards: what is due, what is new, what is mastered."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

from content.model import Card, Deck
from conversations.study.days import day_of
from conversations.study.record import Memory
from conversations.study.scheduling import mastered

NEW_A_DAY = 8  # cards; more new ones at once all come back on the same days

Memories = Mapping[str, Memory]


class Standing(NamedTuple):
    """Numbers of cards. ``due`` were reviewed before and are due today, ``fresh`` were never reviewed."""

    total: int
    due: int
    fresh: int
    mastered: int
    suspended: int


def standing(deck: Deck, memories: Memories, today: date) -> Standing:
    return Standing(
        total=len(deck.cards),
        due=len(due([deck], memories, today)),
        fresh=len(fresh(deck, memories, today)),
        mastered=sum(mastered(memories.get(card.id)) for card in deck.cards),
        suspended=len(suspended(deck, memories)),
    )


def due(decks: Iterable[Deck], memories: Memories, today: date) -> list[str]:
    """The ids of cards to review today, those longest due first."""
    found: list[tuple[datetime, str]] = []
    for deck in decks:
        for card in deck.cards:
            memory = memories.get(card.id)
            if memory and memory.due and is_asked(memory, today) and day_of(memory.due) <= today:
                found.append((memory.due, card.id))
    return [card for _, card in sorted(found)]


def fresh(deck: Deck, memories: Memories, today: date) -> list[str]:
    """The ids of cards that were never reviewed, in the order of the deck."""
    return [card.id for card in deck.cards if is_fresh(memories.get(card.id), today)]


def suspended(deck: Deck, memories: Memories) -> list[Card]:
    return [card for card in deck.cards if (memory := memories.get(card.id)) and memory.suspended]


def is_asked(memory: Memory, today: date) -> bool:
    """Whether the person lets the card be asked today."""
    return not memory.suspended and (memory.buried is None or memory.buried <= today)


def is_fresh(memory: Memory | None, today: date) -> bool:
    return memory is None or (not memory.log and is_asked(memory, today))


def new_left(memories: Memories, today: date) -> int:
    """How many new cards may still be met today, in all decks together."""
    met = sum(1 for one in memories.values() if one.log and day_of(datetime.fromtimestamp(one.log[0].at, UTC)) == today)
    return max(0, NEW_A_DAY - met)
