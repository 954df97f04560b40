"""Letting go of drafts: released to their candidate at once or as a batch, finished for later, or thrown away."""

from msgspec.structs import replace

from conversations import buttons
from conversations.coaching.letters import Released, ReviewsReleased
from conversations.coaching.posting import send
from conversations.coaching.reviewing import ending, queue
from conversations.coaching.reviewing.bearings import candidate_name, draft_of, tap
from conversations.coaching.reviewing.draft import Draft, State
from conversations.coaching.reviewing.opening import show_queue
from conversations.coaching.reviewing.reading_screens import onward
from conversations.coaching.reviewing.record import Review
from conversations.coaching.reviewing.screens import screen
from conversations.coaching.reviewing.stepping import step
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.texts import reviewing as texts
from conversations.visit import Visit


def release(visit: Visit, value: str = "") -> Reply:
    """Sends the open draft to its candidate."""
    draft = draft_of(visit)
    if not draft.review.says_something:
        raise WrongMoment("nothing to release")
    hand_over(visit, [draft])
    return noted(texts.released(candidate_name(visit, draft.candidate)), show_queue(visit))


def batch(visit: Visit, value: str) -> Reply:
    """Sends all finished drafts of an assignment; whoever gets several is told once."""
    keys = queue.ready(visit).get(buttons.number(value) or None, [])
    if not keys:
        raise WrongMoment("no such batch")
    drafts = [visit.notebook.coaching.reviewing.drafts[key] for key in keys]
    hand_over(visit, drafts)
    return noted(texts.released_batch(len(drafts)), show_queue(visit))


def hand_over(visit: Visit, drafts: list[Draft]) -> None:
    """One letter for each candidate. The drafts stay until the candidate's desk has taken them."""
    by_candidate: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_candidate.setdefault(draft.candidate, []).append(draft)
    for candidate, theirs in by_candidate.items():
        reviews = tuple(Released(draft.interview, final(draft.review)) for draft in theirs)
        send(visit, candidate, ReviewsReleased(reviews))
        for draft in theirs:
            draft.sent = True


def final(review: Review) -> Review:
    """The review as its candidate gets it: without what only the coach's chat knows."""
    return replace(review, comments=[replace(comment, message=None) for comment in review.comments])


def finish(visit: Visit, value: str = "") -> Reply:
    """Marks the open draft as finished, to be released with the others of its assignment, or as not finished."""
    draft = draft_of(visit)
    if not draft.review.says_something:
        raise WrongMoment("nothing to finish")
    draft.finished = not draft.finished
    return noted(texts.FINISHED if draft.finished else texts.UNFINISHED, show_queue(visit))


def discard(visit: Visit, value: str) -> Reply:
    """Asks, as nothing brings it back; a second tap throws the draft away."""
    draft = draft_of(visit)
    if value != "yes":
        yes = tap(visit, "discard", "yes", label=texts.REALLY_DISCARD)
        return Reply(texts.DISCARD_ASK, ((yes, tap(visit, "sum", label=texts.KEEP)),), replace=True)
    ending.drop(visit, draft.key)
    return noted(texts.DISCARDED, show_queue(visit))


def uncomment(visit: Visit, value: str = "") -> Reply:
    """Takes the latest comment out of the draft."""
    draft = draft_of(visit)
    if not draft.review.comments:
        raise WrongMoment("no comment to take back")
    latest = max(draft.review.comments, key=lambda one: one.number)
    draft.review.comments.remove(latest)
    draft.finished = False
    step(visit, "stay")
    is_reading = visit.notebook.coaching.reviewing.state is State.READING
    return onward(visit, texts.TAKEN_BACK) if is_reading else noted(texts.TAKEN_BACK, screen(visit))
