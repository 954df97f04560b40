"""What becomes of drafts when an interview is not shared any more: they go, and the coach keeps their own words."""

from conversations import buttons
from conversations.coaching.reviewing.draft import Draft
from conversations.coaching.reviewing.machine import MACHINE
from conversations.replies import Reply
from conversations.study.moving import move
from conversations.texts import reviewing as texts
from conversations.visit import Replies, Visit

TALK = "reviewing"


def end(visit: Visit, candidate: str, interviews: tuple[int, ...] | None = None) -> Replies:
    """Ends the drafts about a candidate, or about some of their interviews (None: all), and says so kindly."""
    reviewing = visit.notebook.coaching.reviewing

    def concerned(key: str) -> bool:
        person, _, number = key.rpartition("/")
        return person == candidate and (interviews is None or int(number) in interviews)

    for key in [key for key in reviewing.shared if concerned(key)]:
        del reviewing.shared[key]
    ended = [drop(visit, key) for key in [key for key in reviewing.drafts if concerned(key)]]
    if not ended:
        return []
    known = visit.notebook.coaching.roster.get(candidate)
    name = known.name if known else texts.THE_CANDIDATE
    return [Reply(texts.ended(name, [(draft.interview, own_words(draft)) for draft in ended]))]


def own_words(draft: Draft) -> list[str]:
    """What the coach wrote, without anything that the candidate said."""
    return [*(one.text for one in draft.review.comments), *(one.reason for one in draft.review.rulings if one.reason)]


def drop(visit: Visit, key: str) -> Draft:
    """Takes a draft away; if it was open, its page goes and the coach stands outside."""
    notebook = visit.notebook
    reviewing = notebook.coaching.reviewing
    if reviewing.draft == key:
        reviewing.draft, reviewing.page = "", None
        notebook.outbox = [parcel for parcel in notebook.outbox if not is_screen(parcel.reply)]
        step_out(visit)
    return reviewing.drafts.pop(key)


def is_screen(reply: Reply) -> bool:
    """Whether a reply shows the review that is open; one that waits to be delivered may quote the candidate."""
    return any(choice.startswith(f"{buttons.REVIEW}:") for choice in reply.choice_ids())


def step_out(visit: Visit) -> None:
    """The coach is in no review any more; nothing is waited for."""
    reviewing = visit.notebook.coaching.reviewing
    move(MACHINE, reviewing, "leave")
    reviewing.step += 1
    if visit.notebook.foreground == TALK:
        visit.notebook.foreground = ""
