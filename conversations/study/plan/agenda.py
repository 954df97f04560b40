"""What there is to do today: cards, questions that come back, and a whole mock, in the minutes that the person has.

A plan begins full and ends light. New cards are met from its first day on; a mock is due every second day in its first
half and every third day in its second. The day before the interview has half the minutes, at most one question, no mock
and nothing new; the day itself has a few cards to warm up. Without a plan, all that is due is on the list, and no more.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from conversations.notebook import Notebook
from conversations.study import decks as shelf
from conversations.study import questions, standing
from conversations.study.days import Days, days_of
from conversations.study.plan import mocks
from conversations.study.plan.mocks import Mock
from conversations.study.questions import Asked
from conversations.study.record import Plan
from conversations.visit import Visit

CARD, NEW_CARD, QUESTION = 0.75, 1.25, 6.0  # minutes: seen again; read, typed and rated; answered with its follow-ups
SLACK = 1.25  # a day may take so much longer than planned before something is left for tomorrow
WARM_UP = 5.0  # minutes on the day itself
FEW = 5  # cards, when nothing else fits into the day
MOST_QUESTIONS = 3  # in a day; more on one list only frighten
QUESTIONS_BEFORE = {0: 0, 1: 1}  # so many days before the interview

Thing = TypeVar("Thing")


class Done(NamedTuple):
    """What was done today. ``cards`` are ratings, ``met`` those of new cards among them."""

    cards: int
    met: int
    questions: int

    @property
    def minutes(self) -> float:
        return (self.cards - self.met) * CARD + self.met * NEW_CARD + self.questions * QUESTION


class Agenda(NamedTuple):
    """``due`` and ``new`` are ids of cards, ``later`` counts the due cards and questions that wait for another day.

    ``left`` are days until the interview, 0 on its day, None without a plan.
    """

    due: tuple[str, ...]
    new: tuple[str, ...]
    questions: tuple[Asked, ...]
    mock: Mock | None
    done: Done
    later: int
    left: int | None

    @property
    def empty(self) -> bool:
        return not (self.due or self.new or self.questions or self.mock)

    @property
    def minutes(self) -> int:
        """How long all of it takes, about."""
        speaking = len(self.questions) + (self.mock.length if self.mock else 0)
        return round(len(self.due) * CARD + len(self.new) * NEW_CARD + speaking * QUESTION)


class Budget:
    """The minutes that are left of a day."""

    def __init__(self, minutes: float) -> None:
        self.left = max(0.0, minutes)

    def take(self, things: Sequence[Thing], each: float, *, share: float = 1.0) -> tuple[Thing, ...]:
        """As many as fit into that share of what is left, at so many minutes each."""
        taken = tuple(things[: int(self.left * share / each)])
        self.left = max(0.0, self.left - len(taken) * each)
        return taken


def agenda(visit: Visit) -> Agenda:
    """What is left to do today."""
    notebook, days = visit.notebook, days_of(visit)
    plan, memories, found = notebook.study.plan, notebook.study.memories, shelf.decks(visit)
    due = standing.due(found.values(), memories, days)
    back = questions.due(visit.library, notebook, days)
    done, left = done_today(notebook, days), days_left(plan, days)
    if left is None:
        asked = tuple(back[:MOST_QUESTIONS])
        return Agenda(tuple(due), (), asked, None, done, len(back) - len(asked), None)
    budget = Budget(minutes_on(plan, left) - done.minutes)
    next_mock = mocks.due(visit.library, notebook, days, plan.minutes) if left > 1 else None
    mock = budget.take([next_mock], next_mock.length * QUESTION, share=SLACK) if next_mock else ()
    waiting = back[: QUESTIONS_BEFORE.get(left, MOST_QUESTIONS)]
    reviewed = budget.take(due, CARD, share=0.5 if waiting else 1.0)
    asked = budget.take(waiting, QUESTION, share=SLACK)
    fresh = [card for deck in found.values() for card in standing.fresh(deck, memories, days)]
    new = budget.take(fresh[: standing.new_left(memories, days)] if left > 1 else [], NEW_CARD)
    if not (mock or asked or reviewed or new or done.minutes):
        reviewed = tuple(due[:FEW])
    later = len(due) - len(reviewed) + len(back) - len(asked)
    return Agenda(reviewed, new, asked, mock[0] if mock else None, done, later, left)


def days_left(plan: Plan, days: Days) -> int | None:
    """Days until the interview, 0 on its day; None without a plan, and when the interview is over."""
    if plan.interview is None or not plan.is_whole() or plan.is_over(days.today):
        return None
    return (plan.interview - days.today).days


def minutes_on(plan: Plan, left: int) -> float:
    """The minutes of the day that is so many days before the interview."""
    if left == 0:
        return min(WARM_UP, plan.minutes)
    return plan.minutes / 2 if left == 1 else plan.minutes


def done_today(notebook: Notebook, days: Days) -> Done:
    """What the notebook says about today."""
    memories = notebook.study.memories
    cards = sum(days.of(review.moment) == days.today for memory in memories.values() for review in memory.log)
    asked = sum(len(one.results) for one in notebook.history if days.of(one.finished) == days.today)
    return Done(cards, standing.met(memories, days), asked)
