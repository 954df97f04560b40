"""A candidate asks a coach to review an interview that was done for no assignment of theirs."""

from conversations import buttons
from conversations.coaching.gate import is_linked
from conversations.coaching.letters import InterviewShared
from conversations.coaching.posting import send
from conversations.interview.machine import WrongMoment
from conversations.notebook import Summary
from conversations.replies import Choice, Reply
from conversations.texts import coaching as texts
from conversations.visit import Replies, Visit


def finished(visit: Visit, number: str) -> Summary | None:
    """The interview of that number, if it was finished with a report."""
    return next((one for one in visit.notebook.history if str(one.number) == number and one.complete), None)


def rows(visit: Visit, number: int) -> tuple[tuple[Choice, ...], ...]:
    """A button for each coach who neither reviewed the interview nor gets it by an assignment."""
    coaching, done = visit.notebook.coaching, finished(visit, str(number))
    return tuple(
        (buttons.button(buttons.SHARING, "review", coach, number, label=texts.ask_review(one.name)),)
        for coach, one in coaching.sharing.items()
        if done is not None
        and is_linked(coaching, coach)
        and coach not in done.reviewers
        and not (done.assignment or "").startswith(f"{coach}/")
    )


def ask_review(visit: Visit, coach: str, chosen: str) -> Replies:
    """Shares the interview with the coach, whatever else is shared later on; it is in their queue now."""
    done = finished(visit, chosen)
    if done is None or not is_linked(visit.notebook.coaching, coach):
        raise WrongMoment("no such interview to share")
    known = visit.notebook.coaching.sharing[coach]
    if done.number in known.withheld:
        known.withheld.remove(done.number)
    if done.number not in known.shared:
        known.shared.append(done.number)
    send(visit, coach, InterviewShared(done.number, done.competency, done.level))
    return [Reply(texts.review_asked(known.name, done.number))]
