"""Whole mocks, which are interviews in real mode: when the next one is due, and in what."""

from datetime import date
from typing import NamedTuple

from content.library import Library
from conversations.interview.record import Mode
from conversations.interview.rotation import NEVER
from conversations.notebook import Notebook, Summary
from conversations.study.days import Days

SHORT, LONG = 2, 4  # questions
LONG_FROM = 40.0  # minutes a day that leave room for a long one beside the cards
FIRST_HALF, SECOND_HALF = 2, 3  # days from one mock to the next, more often at first
RISE = 0.75  # a mean score from which the next mock is a level higher


class Mock(NamedTuple):
    """``length`` is the number of questions."""

    competency: str
    level: int
    length: int


def is_mock(summary: Summary) -> bool:
    return summary.complete and summary.mode == Mode.REAL.value


def due(library: Library, notebook: Notebook, days: Days, minutes: float) -> Mock | None:
    """The mock for today in the competency that was practiced least recently; None when it is too early for one."""
    if not library.competencies or not is_time(notebook, days):
        return None
    latest = {summary.competency: summary for summary in notebook.history if summary.results}
    competency = min(
        library.competencies, key=lambda one: latest[one].finished if one in latest else NEVER
    )  # the library's order decides between those never practiced
    level = level_for(library, notebook, competency)
    length = LONG if minutes >= LONG_FROM else SHORT
    return Mock(competency, level, min(length, len(library.questions_for(competency, level))))


def is_time(notebook: Notebook, days: Days) -> bool:
    """Whether the last mock of this plan was long enough ago."""
    plan = notebook.study.plan
    if plan.interview is None or plan.made is None:
        return False
    taken = [days.of(summary.finished) for summary in notebook.history if is_mock(summary)]
    last = max((day for day in taken if day >= plan.made), default=None)
    return last is None or (days.today - last).days >= gap(plan.made, days.today, plan.interview)


def gap(made: date, today: date, interview: date) -> int:
    """Days from one mock to the next."""
    return FIRST_HALF if (interview - today) * 2 >= interview - made else SECOND_HALF


def level_for(library: Library, notebook: Notebook, competency: str) -> int:
    """The level of the last interview, one more when it went well; that of another competency when it is the first."""
    levels = [level.number for level in library.competency(competency).levels]
    same = [summary for summary in notebook.history if summary.results and summary.competency == competency]
    any_ = same or [summary for summary in notebook.history if summary.results]
    if not any_:
        return levels[0]
    scores = [result.score for result in any_[-1].results if result.score is not None]
    well = bool(same) and bool(scores) and sum(scores) / len(scores) >= RISE
    wanted = any_[-1].level + well
    return max((number for number in levels if number <= wanted), default=levels[0])
