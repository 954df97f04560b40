"""The command /cohort and its screen."""

from conversations import buttons
from conversations.coaching import board, roster
from conversations.coaching.cohort.exporting import FORMS, exported
from conversations.coaching.cohort.figures import figures
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply
from conversations.texts import cohort as texts
from conversations.visit import Replies, Visit

WEAKEST = 5  # behaviors
MISSED = 3  # parts of an answer


def cohort(visit: Visit, argument: str = "") -> Replies:
    """The command /cohort, with the name of a group if only that one is wanted."""
    wanted = argument.strip().lower()
    known = [(str(place), one) for place, one in enumerate(roster.cohorts(visit))]
    found = [place for place, one in known if wanted and one.lower() == wanted]
    if wanted and not found:
        return [Reply(texts.no_such_group(wanted, [one for _, one in known if one]))]
    return [screen(visit, found[0] if found else board.ALL)]


def screen(visit: Visit, place: str) -> Reply:
    """The figures of the group at a place among the roster's, or of everybody."""
    coaching = visit.notebook.coaching
    if not coaching.given:
        return Reply(texts.NOTHING_GIVEN, replace=True)
    group = board.cohort_at(visit, place)
    whole = figures(coaching, visit.library, group, visit.now)
    parts = [texts.heading(group)]
    if whole.completion is None:
        parts.append(texts.TOO_FEW)
    else:
        parts.append(texts.completion(whole.completion))
        parts += [texts.weakest(whole.weakest[:WEAKEST])] if whole.weakest else [texts.TOO_FEW_JUDGED]
        parts += [texts.missed(whole.missed[:MISSED])] if whole.missed else []
        parts += [texts.agreement(whole.agreement)] if whole.agreement else []
    files = tuple(board.tap("file", place, form, label=texts.FILES[form]) for form in FORMS)
    others = board.groups(visit, place, "cohort")
    rows = (others, files, (board.tap("all", place, 0, label=texts.BOARD),))
    return Reply("\n\n".join(parts), tuple(row for row in rows if row), replace=True)


def file(visit: Visit, place: str, form: str) -> Reply:
    """The group as a file. Raises `WrongMoment` for a form that does not exist, or when nothing was assigned."""
    if form not in FORMS or not visit.notebook.coaching.given:
        raise WrongMoment("no such file")
    group = board.cohort_at(visit, place)
    rows = ((buttons.command("board", texts.BOARD),),)
    return Reply(texts.file(group), rows, exported(visit, group, form))
