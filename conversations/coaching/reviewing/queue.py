"""The queue: every interview that waits for a review, those that were not opened yet first."""

from datetime import datetime
from typing import NamedTuple

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


def everything(visit: Visit, *, released: bool = False) -> list[Entry]:
    """What was handed in, what was shared by itself, and what there is a draft about; ``released``: also what was
    reviewed already."""
    coaching = visit.notebook.coaching
    found = {
        entry.key: entry
        for given in coaching.given
        for candidate, progress in given.progress.items()
        if progress.interviews and candidate in coaching.roster
        for entry in submitted(given, candidate, progress)
        if released or entry.interview not in progress.reviewed
    }
    for key, one in coaching.reviewing.shared.items():
        candidate, _, number = key.rpartition("/")
        found.setdefault(key, Entry(candidate, int(number), one.competency, one.level, one.at))
    for key, draft in coaching.reviewing.drafts.items():
        entry = Entry(draft.candidate, draft.interview, draft.competency, draft.level, draft.opened, draft.task)
        found.setdefault(key, entry)
    return list(found.values())


def submitted(given: Given, candidate: str, progress: Progress) -> list[Entry]:
    task = given.task
    at = progress.at or given.at
    return [Entry(candidate, number, task.competency, task.level, at, task.number) for number in progress.interviews]


def find(visit: Visit, key: str) -> Entry | None:
    """The interview of that key, reviewed or not; None when it was neither handed in nor shared by itself."""
    return next((entry for entry in everything(visit, released=True) if entry.key == key), None)


def is_named(visit: Visit, entry: Entry, words: str) -> bool:
    """Whether the words are part of the candidate's name, or name the group; no words name everybody."""
    known = visit.notebook.coaching.roster.get(entry.candidate)
    wanted = words.strip().casefold()
    return not wanted or (known is not None and (wanted in known.name.casefold() or wanted == known.cohort.casefold()))


def beside(visit: Visit, key: str, step: int) -> str:
    """The interview before (-1) or after (1) this one in the queue as it was shown; "" when there is none."""
    waiting = {entry.key for entry in entries(visit)}
    order = [one for one in visit.notebook.coaching.reviewing.found if one in waiting or one == key]
    place = order.index(key) + step if key in order else 0 if order else -1
    return order[place] if 0 <= place < len(order) else ""


def ready(visit: Visit) -> dict[int | None, list[str]]:
    """The keys of the finished drafts by assignment; None for interviews without one."""
    found: dict[int | None, list[str]] = {}
    for key, draft in visit.notebook.coaching.reviewing.drafts.items():
        if draft.finished and not draft.sent:
            found.setdefault(draft.task, []).append(key)
    return found
