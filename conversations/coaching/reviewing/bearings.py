"""Where a coach stands within a review: the draft and page that are open, whose they are, the buttons' ids."""

from conversations import buttons
from conversations.coaching.reviewing.draft import Draft, Page
from conversations.history import name_of
from conversations.interview.machine import WrongMoment
from conversations.replies import Choice
from conversations.texts import reviewing as texts
from conversations.visit import Visit

PAGE = 6  # interviews, or phrases, on a page
ANYTIME = "-"  # stands for the step in buttons that stay good, under notices


def draft_of(visit: Visit) -> Draft:
    """The open draft. Raises `WrongMoment` when there is none."""
    draft = visit.notebook.coaching.reviewing.current
    if draft is None:
        raise WrongMoment("no review is open")
    return draft


def tap(visit: Visit, verb: str, *rest: object, label: str) -> Choice:
    """A button of the present screen."""
    return buttons.button(buttons.REVIEW, visit.notebook.coaching.reviewing.step, verb, *rest, label=label)


def open_button(key: str, label: str = texts.OPEN) -> Choice:
    """Opens the review of an interview for as long as it waits."""
    return buttons.button(buttons.REVIEW, ANYTIME, "open", key, label=label)


def present(visit: Visit) -> tuple[Draft, Page]:
    """The open draft and its open page; `screen` makes sure that both are there."""
    reviewing = visit.notebook.coaching.reviewing
    if reviewing.current is None or reviewing.page is None:
        raise LookupError("no page is open")
    return reviewing.current, reviewing.page


def candidate_name(visit: Visit, candidate: str) -> str:
    known = visit.notebook.coaching.roster.get(candidate)
    return known.name if known else texts.THE_CANDIDATE


def heading(visit: Visit, draft: Draft) -> str:
    name = candidate_name(visit, draft.candidate)
    return texts.whose(name, draft.interview, name_of(visit, draft.competency), draft.level)


def turns(visit: Visit, number: int, total: int) -> tuple[Choice, ...]:
    """Buttons to the page before and after, of ``total`` things."""
    newer = (tap(visit, "turn", number - 1, label=texts.FEWER),) if number else ()
    older = (tap(visit, "turn", number + 1, label=texts.MORE),) if (number + 1) * PAGE < total else ()
    return (*newer, *older)


def full(rows: tuple[tuple[Choice, ...], ...]) -> tuple[tuple[Choice, ...], ...]:
    return tuple(row for row in rows if row)
