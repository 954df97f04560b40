"""What an interview that is handed in came to, worked out at its candidate's desk and sent along with the progress."""

from collections import Counter

from content.model import Slot
from conversations.coaching.gate import lets_read
from conversations.coaching.learning.agreement import tabulated
from conversations.coaching.learning.verdicts import judged
from conversations.coaching.letters import Progressed
from conversations.coaching.posting import send
from conversations.coaching.record import Assignment, Outcome, Progress
from conversations.coaching.reviewing.record import Review
from conversations.interview.record import Interview
from conversations.notebook import Summary
from conversations.visit import Visit


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


def tell(visit: Visit, one: Assignment) -> None:
    """By letter on the coach's board: how far the candidate is; what came of it only if the coach may read that."""
    progress = one.progress
    if progress.outcome and not lets_read(visit.notebook, one.coach, progress.outcome.interview):
        progress = progress.with_outcome(None)
    send(visit, one.coach, Progressed(one.task.number, progress))
