"""The queue: every interview that waits for a review, those that were not opened yet first."""

from datetime import datetime
from typing import NamedTuple

from conversations import buttons
from conversations.coaching.record import Given, Progress
from conversations.coaching.reviewing.draft import draft_key
from conversations.visit import Visit


class Entry(NamedTuple):
    """One interview of one candidate. ``task`` is the number of the assignment, None for one shared by itself."""

    candidate: str
    interview: int
    competency: str
    level: int
    at: datetime
    task: int | None = None

    @property
    def key(self) -> str:
        return draft_key(self.candidate, self.interview)


def entries(visit: Visit) -> list[Entry]:
    """All that waits: unseen first, then begun drafts, then finished ones, each by when it was handed in."""
    drafts = visit.notebook.coaching.reviewing.drafts

    def rank(entry: Entry) -> tuple[int, datetime]:
        draft = drafts.get(entry.key)
        return (0 if draft is None else 2 if draft.finished else 1), entry.at

    waiting = (entry for entry in everything(visit) if not (entry.key in drafts and drafts[entry.key].sent))
    return sorted(waiting, key=rank)


def everything(visit: Visit) -> list[Entry]:
    """What was handed in and not reviewed yet, what was shared by itself, and what there is a draft about."""
    coaching = visit.notebook.coaching
    found = {
        (candidate, number): submitted(given, candidate, progress, number)
        for given in coaching.given
        for candidate, progress in given.progress.items()
        if progress.interviews and candidate in coaching.roster
        for number in progress.interviews
        if number not in progress.reviewed
    }
    others = [*coaching.reviewing.shared, *coaching.reviewing.drafts]
    kept = (find(visit, key) for key in others)
    return list({**found, **{(one.candidate, one.interview): one for one in kept if one}}.values())


def submitted(given: Given, candidate: str, progress: Progress, interview: int) -> Entry:
    task = given.task
    return Entry(candidate, interview, task.competency, task.level, progress.at or given.at, task.number)


def find(visit: Visit, key: str) -> Entry | None:
    """The interview of that key, reviewed or not; None when it was neither handed in nor shared by itself."""
    coaching = visit.notebook.coaching
    candidate, _, written = key.rpartition("/")
    interview = buttons.number(written)
    for given in coaching.given:
        progress = given.progress.get(candidate)
        if progress is not None and interview in progress.interviews:
            return submitted(given, candidate, progress, interview)
    if one := coaching.reviewing.shared.get(key):
        return Entry(candidate, interview, one.competency, one.level, one.at)
    if draft := coaching.reviewing.drafts.get(key):
        return Entry(candidate, interview, draft.competency, draft.level, draft.opened, draft.task)
    return None


def waits(visit: Visit, key: str) -> bool:
    """Whether an interview of the queue still waits: it was not released meanwhile."""
    coaching = visit.notebook.coaching
    draft, entry = coaching.reviewing.drafts.get(key), find(visit, key)
    if draft is not None or entry is None:
        return draft is not None and not draft.sent
    is_reviewed = any(
        entry.interview in progress.reviewed
        for given in coaching.given
        if (progress := given.progress.get(entry.candidate)) is not None
    )
    return not is_reviewed or key in coaching.reviewing.shared


def is_named(visit: Visit, entry: Entry, words: str) -> bool:
    """Whether the words are part of the candidate's name, or name the group; no words name everybody."""
    known = visit.notebook.coaching.roster.get(entry.candidate)
    wanted = words.strip().casefold()
    return not wanted or (known is not None and (wanted in known.name.casefold() or wanted == known.cohort.casefold()))


def beside(visit: Visit, key: str, step: int) -> str:
    """The interview before (-1) or after (1) this one in the queue as it was shown; "" when there is none."""
    order = [one for one in visit.notebook.coaching.reviewing.found if one == key or waits(visit, one)]
    place = order.index(key) + step if key in order else 0 if order else -1
    return order[place] if 0 <= place < len(order) else ""


def ready(visit: Visit) -> dict[int | None, list[str]]:
    """The keys of the finished drafts by assignment; None for interviews without one."""
    found: dict[int | None, list[str]] = {}
    for key, draft in visit.notebook.coaching.reviewing.drafts.items():
        if draft.finished and not draft.sent:
            found.setdefault(draft.task, []).append(key)
    return found
