"""What an interview that is handed in came to, worked out at its candidate's desk and sent along with the progress."""

from collections import Counter

from content.model import Slot
from conversations.coaching.learning.agreement import tabulated
from conversations.coaching.learning.verdicts import judged
from conversations.coaching.record import Outcome, Progress
from conversations.coaching.reviewing.record import Review
from conversations.interview.record import Interview
from conversations.notebook import Summary


def outcome(done: Summary) -> Outcome:
    """From the line of the history."""
    answers = [one for one in done.results if one.score is not None]
    shown = dict.fromkeys(behavior for one in answers for behavior in one.shown)
    missing = Counter(slot.value for one in answers for slot in Slot if slot.value not in one.slots)
    return Outcome.of(done.number, len(answers), shown, missing)


def with_verdicts(progress: Progress, interview: Interview, review: Review) -> Progress:
    """After a review was released: with its verdicts beside the machine's, if it is of the latest interview."""
    known = progress.outcome
    if known is None or known.interview != interview.number:
        return progress
    return progress.with_outcome(known.with_ruled(tabulated(one.pair for one in judged(interview, review))))
