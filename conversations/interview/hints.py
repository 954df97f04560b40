"""What a hint names: first the shape of a strong answer, then, one at a time, what an interviewer listens for."""

from content.library import Library
from conversations.feedback import Assessment, Verdict
from conversations.interview.record import Interview

SHAPE = "shape"


def next_hint(library: Library, interview: Interview, assessment: Assessment | None) -> str | None:
    """``SHAPE`` or the id of a behavior of the level that no hint on this question named yet; None when all were.

    On a follow-up the shape is of no help any more, so behaviors come at once, and those that the answer so far shows,
    by its ``assessment``, are left out.
    """
    exchange = interview.current
    taken = {hint for answer in exchange.answers for hint in answer.hints}
    if SHAPE not in taken and len(exchange.answers) == 1:
        return SHAPE
    if assessment is not None:
        taken |= {each.behavior for each in assessment.behaviors if each.verdict is Verdict.SHOWN}
    for behavior in library.level(interview.competency, interview.level).behaviors:
        if behavior.id not in taken and behavior.listens_for:
            return behavior.id
    return None
