"""A group on its way out: a line for each person and assignment, as a table or with the figures as JSON."""

import re

import msgspec
from msgspec import Struct

from conversations.coaching import board
from conversations.coaching.cohort.figures import figures, standings
from conversations.coaching.cohort.record import Figures
from conversations.coaching.posting import audit
from conversations.history import name_of
from conversations.replies import Attachment
from conversations.visit import Visit

FORMS = ("csv", "json")


class Line(Struct, frozen=True):
    """One person and one assignment. Moments are in UTC, as in 2026-03-05T17:00:00Z, "" for none.

    ``interviews`` counts what was handed in; ``judged`` answers and behaviors ``shown`` are those of the latest.
    """

    name: str
    group: str
    assignment: int
    competency: str
    level: int
    due: str
    status: str
    overdue: bool
    interviews: int
    changed: str
    judged: int
    shown: int


class Exported(Struct, frozen=True):
    """All of a group. ``figures`` hold nothing of fewer than five people."""

    figures: Figures
    lines: tuple[Line, ...]


def exported(visit: Visit, group: str | None, form: str) -> Attachment:
    """The group as a file; ``form`` is one of `FORMS`, ``group`` None for everybody. Noted in the audit log."""
    coaching = visit.notebook.coaching
    lines = tuple(lines_of(visit, group))
    whole = Exported(figures(coaching, visit.library, group, visit.now), lines)
    name = re.sub(r"[^a-z0-9]+", "-", (group or "").lower()).strip("-") or "everybody"
    audit(visit, "exported the progress kept by", visit.notebook.person)
    return Attachment("cohort", form, f"{name}.{form}", msgspec.json.encode(whole))


def lines_of(visit: Visit, group: str | None) -> list[Line]:
    """Sorted by name, then by assignment."""
    roster = visit.notebook.coaching.roster
    made = []
    for one in standings(visit.notebook.coaching):
        if group is not None and one.group != group:
            continue
        task, progress, outcome = one.given.task, one.progress, one.outcome
        made.append(
            Line(
                roster[one.person].name,
                one.group,
                task.number,
                name_of(visit, task.competency),
                task.level,
                f"{task.due:%Y-%m-%dT%H:%M:%SZ}" if task.due else "",
                progress.status.value,
                board.is_overdue(one.given, progress, visit.now),
                len(progress.interviews),
                f"{progress.at:%Y-%m-%dT%H:%M:%SZ}" if progress.at else "",
                outcome.answers if outcome else 0,
                len(outcome.shown) if outcome else 0,
            )
        )
    return sorted(made, key=lambda line: (line.name.casefold(), line.name, line.assignment))
