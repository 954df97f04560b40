"""The command /today: what there is to do now, with a button for each."""

from collections.abc import Sequence

from conversations import buttons
from conversations.coaching import assignments
from conversations.coaching.record import Assignment
from conversations.history import name_of
from conversations.replies import Choice, Reply
from conversations.study.days import days_of
from conversations.study.plan.agenda import Agenda, agenda
from conversations.texts import plan as texts
from conversations.texts import study as study_texts
from conversations.visit import Replies, Visit

Rows = tuple[tuple[Choice, ...], ...]
MOST_ASSIGNMENTS = 2  # on the list; /assignments has them all


def today(visit: Visit, argument: str = "") -> Replies:
    """The command /today."""
    found, assigned = agenda(visit), waiting(visit)
    resume = ((buttons.command("resume", texts.RESUME),),) if visit.notebook.interview else ()
    handed = tuple((assignments.start_button(one, assignment_label(visit, one)),) for one in assigned)
    rows = (*resume, *handed, *starts(visit, found))
    if found.left is None:
        rows = (*rows, (buttons.command("plan", texts.MAKE_PLAN),))
    elif not rows:
        rows = ((buttons.command("practice", texts.PRACTICE),),)
    return [Reply(text(visit, found, assigned), rows)]


def waiting(visit: Visit) -> list[Assignment]:
    """A coach's assignments that were not handed in, what is due first on top."""
    every = visit.notebook.coaching.assignments.values()
    left = [one for one in every if not one.progress.interviews]
    return sorted(left, key=lambda one: (one.task.due is None, one.task.due or visit.now))[:MOST_ASSIGNMENTS]


def text(visit: Visit, found: Agenda, assigned: Sequence[Assignment] = ()) -> str:
    """The list in words."""
    lines = [texts.line(assignment_label(visit, one)) for one in assigned]
    lines += [texts.line(texts.cards(len(found.due), len(found.new)))] if found.due or found.new else []
    lines += [texts.question_line(one.question.text, one.rating) for one in found.questions]
    if found.mock:
        competency, level, length = found.mock
        lines.append(texts.line(texts.mock(name_of(visit, competency), level, length)))
    parts = [texts.heading(found.left, found.minutes), "\n".join(lines)]
    if not lines:
        parts.append(texts.NOTHING_DUE if found.left is None else texts.ALL_DONE)
    elif found.left is not None:
        parts.append(texts.SHORT_DAYS.get(found.left, ""))
    if found.done.cards or found.done.questions:
        parts.append(texts.done(found.done.cards, found.done.questions))
    if found.later and found.left != 0:
        parts.append(texts.later(found.later))
    return "\n\n".join(part for part in parts if part)


def starts(visit: Visit, found: Agenda) -> Rows:
    """A button for each thing on the list. They start it on any later day as well."""
    rows: list[tuple[Choice, ...]] = []
    if found.due or found.new:
        rows.append((button("cards", label=texts.cards(len(found.due), len(found.new))),))
    rows += [(button("ask", one.key, label=texts.question(one.question.text)),) for one in found.questions]
    if found.mock:
        rows.append((button("mock", *found.mock, label=texts.start_mock(found.mock.length)),))
    return tuple(rows)


def assignment_label(visit: Visit, one: Assignment) -> str:
    days, task = days_of(visit), one.task
    due = study_texts.day(days.of(task.due), days.today) if task.due else ""
    return texts.assignment(one.name, name_of(visit, task.competency), task.level, due)


def button(verb: str, *rest: object, label: str) -> Choice:
    return buttons.button(buttons.TODAY, verb, *rest, label=label)
