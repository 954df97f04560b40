"""One step of reviewing, and the page that a step asks for."""

from conversations.coaching.letters import PageAsked
from conversations.coaching.posting import send
from conversations.coaching.reviewing.bearings import draft_of
from conversations.coaching.reviewing.machine import MACHINE
from conversations.replies import Reply
from conversations.study.moving import move
from conversations.texts import reviewing as texts
from conversations.visit import Visit


def step(visit: Visit, trigger: str) -> None:
    """Raises `WrongMoment` when the table has no such step."""
    reviewing = visit.notebook.coaching.reviewing
    came_from = reviewing.state
    move(MACHINE, reviewing, trigger)
    if trigger in ("rate", "phrases"):
        reviewing.back = came_from
    reviewing.step += 1


def fetch(visit: Visit, place: int, exchange: int | None = None) -> Reply:
    """Asks the candidate's desk for a page; the one that was open goes."""
    reviewing, draft = visit.notebook.coaching.reviewing, draft_of(visit)
    step(visit, "fetch")
    reviewing.page, draft.place = None, place
    send(visit, draft.candidate, PageAsked(draft.interview, place, exchange))
    return Reply(texts.FETCHING, passing=True)
