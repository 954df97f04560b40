"""Where a person stands with their cards: what is due, what is new, what is mastered."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from content.model import Card, Deck
from conversations.study.days import Days
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


def standing(deck: Deck, memories: Memories, days: Days) -> Standing:
    return Standing(
        total=len(deck.cards),
        due=len(due([deck], memories, days)),
        fresh=len(fresh(deck, memories, days)),
        mastered=sum(mastered(memories.get(card.id)) for card in deck.cards),
        suspended=len(suspended(deck, memories)),
    )


def due(decks: Iterable[Deck], memories: Memories, days: Days) -> list[str]:
    """The ids of cards to review today, those longest due first."""
    found: list[tuple[datetime, str]] = []
    for deck in decks:
        for card in deck.cards:
            memory = memories.get(card.id)
            if memory and memory.due and is_due(memory, days):
                found.append((memory.due, card.id))
    return [card for _, card in sorted(found)]


def fresh(deck: Deck, memories: Memories, days: Days) -> list[str]:
    """The ids of cards that were never reviewed, in the order of the deck."""
    return [card.id for card in deck.cards if is_fresh(memories.get(card.id), days)]


def suspended(deck: Deck, memories: Memories) -> list[Card]:
    return [card for card in deck.cards if (memory := memories.get(card.id)) and memory.suspended]


def is_due(memory: Memory, days: Days) -> bool:
    """Whether it is time to ask the card again."""
    when = days.due(memory)
    return when is not None and when <= days.today and is_asked(memory, days)


def is_asked(memory: Memory, days: Days) -> bool:
    """Whether the person lets the card be asked today."""
    return not memory.suspended and (memory.buried is None or memory.buried <= days.today)


def is_fresh(memory: Memory | None, days: Days) -> bool:
    return memory is None or (not memory.log and is_asked(memory, days))


def new_left(memories: Memories, days: Days) -> int:
    """How many new cards may still be met today, in all decks together."""
    return max(0, NEW_A_DAY - met(memories, days))


def met(memories: Memories, days: Days) -> int:
    """How many cards were met for the first time today."""
    return sum(1 for one in memories.values() if one.log and days.of(one.log[0].moment) == days.today)
