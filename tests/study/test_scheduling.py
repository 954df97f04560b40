"""The schedule of a card is the fsrs library's own, and its log alone is enough to rebuild it."""

from datetime import UTC, datetime, timedelta
from random import Random

import fsrs
import msgspec
import pytest

from conversations.study.record import Memory, Review, Study
from conversations.study.scheduling import RATINGS, next_memories, replayed, reviewed

NEW_YEAR = datetime(2026, 1, 1, 7, 30, tzinfo=UTC)
MEANINGS = {
    1: fsrs.Rating.Again,
    2: fsrs.Rating.Again,
    3: fsrs.Rating.Hard,
    4: fsrs.Rating.Good,
    5: fsrs.Rating.Easy,
}


def a_year(seed: int) -> list[tuple[int, datetime]]:
    """Ratings over a year: on the day a card is due, early, late, and several on one day."""
    random, moment, script = Random(seed), NEW_YEAR, []
    while moment < NEW_YEAR + timedelta(days=365):
        script.append((random.choice(RATINGS), moment))
        moment += timedelta(days=random.choice((0, 1, 1, 2, 5, 13, 40)), seconds=random.randrange(1, 80_000))
    return script


@pytest.mark.parametrize("seed", range(20))
def test_a_scripted_year_has_the_dates_of_the_library(seed: int) -> None:
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, memory = fsrs.Card(card_id=1, due=NEW_YEAR), Memory()
    for rating, moment in a_year(seed):
        promised = next_memories(memory, moment)[rating].due
        card, _ = scheduler.review_card(card, MEANINGS[rating], moment)
        memory = reviewed(memory, rating, moment)
        assert (memory.due, memory.stability, memory.difficulty) == (card.due, card.stability, card.difficulty)
        assert promised == memory.due


def test_a_schedule_is_rebuilt_from_its_stored_log_alone() -> None:
    memory = Memory()
    for rating, moment in a_year(3):
        memory = reviewed(memory, rating, moment)
    stored = msgspec.json.encode(memory.log)
    assert replayed(msgspec.json.decode(stored, type=tuple[Review, ...])) == memory


def test_a_year_of_reviews_takes_little_room() -> None:
    study = Study(memories={f"crm-flashcards-c{n}": replayed([Review(0, 4)] * 40) for n in range(100)})
    assert len(msgspec.json.encode(study)) < 80_000


def test_hard_moves_a_card_by_days_and_not_by_minutes() -> None:
    memory = reviewed(Memory(), 3, NEW_YEAR)
    assert memory.due == NEW_YEAR + timedelta(days=1)
