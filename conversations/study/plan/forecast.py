"""When somebody will be through with what there is to learn: an estimate of the work, and of nothing else.

A new card is met once and seen three times more, one that is known but not for weeks yet is seen twice more, a weak
question is answered twice more. Mocks take their share of each day. Cards are met a few a day and questions come back
after days, so more minutes do not make it faster than that.
"""

from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from conversations.study import decks as shelf
from conversations.study import questions
from conversations.study.days import Days, days_of
from conversations.study.plan.agenda import CARD, NEW_CARD, QUESTION
from conversations.study.plan.mocks import LONG, LONG_FROM, SECOND_HALF, SHORT
from conversations.study.record import Memory
from conversations.study.scheduling import mastered
from conversations.study.standing import NEW_A_DAY, is_fresh
from conversations.visit import Visit

FRESH = NEW_CARD + 3 * CARD  # minutes of work in each
SHAKY = 2 * CARD
WEAK = 2 * QUESTION
SETTLING = 3  # days that the last new card, or a weak question, needs to come back
LEAST_SHARE = 1 / 3  # of a day, left beside the mocks
OFFERED = (10, 15, 20, 30, 45, 60, 90)  # minutes a day


class Work(NamedTuple):
    """What is left: cards never met, cards not known for weeks yet, weak questions. ``tried`` counts all questions that
    were answered so far."""

    fresh: int
    shaky: int
    weak: int
    tried: int

    @property
    def minutes(self) -> float:
        return self.fresh * FRESH + self.shaky * SHAKY + self.weak * WEAK


class Forecast(NamedTuple):
    """``ready`` is the day on which the work is done. ``enough`` are the minutes a day that would do it in time, None
    when the plan's own do, or none would."""

    work: Work
    ready: date
    in_time: bool
    enough: int | None


def forecast(visit: Visit) -> Forecast:
    """The forecast for a whole plan. Raises ValueError when there is none."""
    plan, days = visit.notebook.study.plan, days_of(visit)
    if plan.interview is None or not plan.minutes:
        raise ValueError("There is no plan to forecast.")
    work, last = work_left(visit, days), plan.interview - timedelta(days=1)
    ready = days.today + needed(work, plan.minutes)
    more = [minutes for minutes in OFFERED if minutes > plan.minutes]
    enough = next((minutes for minutes in more if days.today + needed(work, minutes) <= last), None)
    in_time = ready <= last or not work.minutes
    return Forecast(work, ready, in_time, None if in_time else enough)


def work_left(visit: Visit, days: Days) -> Work:
    memories = visit.notebook.study.memories
    cards = [memories.get(card) for card in shelf.cards_of(shelf.decks(visit))]
    answered = list(questions.known(visit.library, visit.notebook))
    return Work(
        fresh=sum(is_fresh(memory, days) for memory in cards),
        shaky=sum(is_shaky(memory) for memory in cards if memory),
        weak=sum(one.weak for one in answered),
        tried=len(answered),
    )


def is_shaky(memory: Memory) -> bool:
    """Whether a card was met and is not known for weeks yet."""
    return bool(memory.log) and not memory.suspended and not mastered(memory)


def needed(work: Work, minutes: int) -> timedelta:
    """How many days the work takes at so many minutes a day."""
    mocks = (LONG if minutes >= LONG_FROM else SHORT) * QUESTION / SECOND_HALF
    by_minutes = ceil(work.minutes / max(minutes - mocks, minutes * LEAST_SHARE))
    by_nature = ceil(work.fresh / NEW_A_DAY) + SETTLING * bool(work.fresh or work.weak)
    return timedelta(days=max(by_minutes, by_nature))
