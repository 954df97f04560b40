"""The verdicts that coaches confirmed or overruled in an interview, each beside the machine's."""

from collections.abc import Iterator
from typing import NamedTuple

from conversations.coaching.gate import lets_read
from conversations.coaching.learning.agreement import Pair
from conversations.coaching.reviewing.record import Review
from conversations.feedback import Assessment, Verdict
from conversations.interview.record import Exchange, Interview
from conversations.notebook import Notebook


class Judged(NamedTuple):
    """A behavior on which one coach ruled, in an exchange (its place, from 0) that the machine judged."""

    exchange: int
    behavior: str
    pair: Pair

    @property
    def overruled(self) -> bool:
        return self.pair.machine is not self.pair.coach


def judged(interview: Interview, review: Review) -> Iterator[Judged]:
    """All rulings of a review on verdicts that the machine gave; the machine's yes is "shown" alone."""
    for one in review.rulings:
        exchange = interview.exchanges[one.exchange] if one.exchange < len(interview.exchanges) else None
        said = machine_said(exchange, one.behavior)
        if said is not None:
            yield Judged(one.exchange, one.behavior, Pair(said, one.heard))


def machine_said(exchange: Exchange | None, behavior: str) -> bool | None:
    """Whether the machine found the behavior shown; None when it gave no verdict."""
    assessment: Assessment | None = exchange.assessment if exchange else None
    if assessment is None or not assessment.judged:
        return None
    return next((one.verdict is Verdict.SHOWN for one in assessment.behaviors if one.behavior == behavior), None)


def counted(notebook: Notebook, interview: Interview) -> list[Review]:
    """The reviews that count: of coaches with whom the candidate shares the interview now."""
    return [review for review in interview.reviews if lets_read(notebook, review.coach, interview.number)]
