"""When a card comes back: the FSRS algorithm (free spaced repetition scheduler), as the fsrs library computes it.

Cards come back after whole days: the scheduler has no learning steps, and its random spread of intervals is off, so
that a log replayed gives the same schedule again.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.study.record import Memory, Review

if TYPE_CHECKING:
    from fsrs import Scheduler

RATINGS = (1, 2, 3, 4, 5)
_FORGOTTEN = 2  # the highest rating that means "not known"
_MEANINGS = {1: 1, 2: 1, 3: 2, 4: 3, 5: 4}  # the five ratings as Again, Hard, Good and Easy
MASTERED = 21.0  # days of stability from which a card counts as mastered; the field calls such cards mature


def forgotten(rating: int) -> bool:
    """Whether a rating, 1 to 5, says that the card was not known."""
    return rating <= _FORGOTTEN


def reviewed(memory: Memory, rating: int, now: datetime) -> Memory:
    """What is known of a card after a rating, 1 to 5. ``now`` is aware, UTC; fractions of its second are dropped."""
    return _reviewed(memory, Review(int(now.timestamp()), rating))


def replayed(log: Iterable[Review]) -> Memory:
    """The schedule that a log of reviews leads to, as if each had just been given."""
    memory = Memory()
    for review in log:
        memory = _reviewed(memory, review)
    return memory


def next_memories(memory: Memory, now: datetime) -> dict[int, Memory]:
    """For each rating, what would be known of the card after it."""
    return {rating: reviewed(memory, rating, now) for rating in RATINGS}


def mastered(memory: Memory | None) -> bool:
    """Whether the card is known for weeks."""
    return memory is not None and memory.stability is not None and memory.stability >= MASTERED


def _reviewed(memory: Memory, review: Review) -> Memory:
    from fsrs import Card, Rating, State  # only those who study need it

    now = review.moment
    if memory.log:
        last = memory.log[-1].moment
        card = Card(1, State.Review, None, memory.stability, memory.difficulty, memory.due, last)
    else:
        card = Card(1, due=now)
    card, _ = _scheduler().review_card(card, Rating(_MEANINGS[review.rating]), now)
    log = (*memory.log, review)
    return replace(memory, log=log, due=card.due, stability=card.stability, difficulty=card.difficulty, buried=None)


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
