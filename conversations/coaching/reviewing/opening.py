"""Opening an interview to review it: a draft of its own, and the page that was open last."""

from conversations.coaching.reviewing import queue
from conversations.coaching.reviewing.draft import Draft
from conversations.coaching.reviewing.ending import TALK
from conversations.coaching.reviewing.record import Review
from conversations.coaching.reviewing.screens import screen
from conversations.coaching.reviewing.stepping import fetch, step
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply
from conversations.study.bearings import come_forward
from conversations.visit import Visit

MOST_FOUND = 100  # interviews that the queue shows at a time; the rest comes up when these are done


def show_queue(visit: Visit, words: str = "") -> Reply:
    """The queue as it is now, only people or groups of that name if one is given. A draft that was open stays as it
    is; its page goes."""
    reviewing = visit.notebook.coaching.reviewing
    reviewing.draft, reviewing.page, reviewing.turned = "", None, 0
    waiting = [entry for entry in queue.entries(visit) if queue.is_named(visit, entry, words)]
    reviewing.found = [entry.key for entry in waiting[:MOST_FOUND]]
    step(visit, "queue")
    come_forward(visit, TALK)
    return screen(visit)


def open_(visit: Visit, key: str) -> Reply:
    """Opens an interview. Raises `WrongMoment` when it does not wait any more."""
    reviewing = visit.notebook.coaching.reviewing
    entry = queue.find(visit, key)
    draft = reviewing.drafts.get(key)
    if entry is None or entry.candidate not in visit.notebook.coaching.roster or (draft and draft.sent):
        raise WrongMoment("nothing to review")
    if draft is None:
        person = visit.notebook
        draft = Draft(
            entry.candidate,
            entry.interview,
            Review(person.person, person.name or person.person),
            visit.now,
            entry.competency,
            entry.level,
            entry.task,
            reviewing.blind_first,
        )
        reviewing.drafts[key] = draft
    reviewing.draft = key
    come_forward(visit, TALK)
    return fetch(visit, draft.place)
