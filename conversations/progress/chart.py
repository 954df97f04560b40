"""The chart of a person's progress as a value: what a picture or a table is made from."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import Struct

from content.library import Library
from conversations.interview.digest import FULL_ANSWER
from conversations.progress.figures import Judged, level_figures, mean, practiced
from conversations.replies import Attachment

MOST_PANELS = 4  # more do not fit a phone
MOST_ANSWERS = 120  # in the trend
SMOOTHED = 5  # answers that each place of a trend line is the mean of


class Cell(Struct, frozen=True, array_like=True):
    """One behavior: how many answers showed it, and how many only touched on it."""

    shown: int
    touched: int


class Row(Struct, frozen=True):
    """One level; ``cells`` are its behaviors in the order of the source."""

    level: int
    cells: tuple[Cell, ...]


class Panel(Struct, frozen=True):
    """The heat map of one competency."""

    title: str
    rows: tuple[Row, ...]


class Line(Struct, frozen=True):
    """How a competency went: places among the answers of the chart, from 0, and smoothed points, 0 to 2."""

    title: str
    places: tuple[int, ...]
    points: tuple[float, ...]


class Chart(Struct, frozen=True):
    """``answers`` are those of the trend, from ``first`` to ``last``. ``left_out`` counts competencies that did not
    fit; ``lines`` belong to ``panels``, place by place. ``dark``: light on dark."""

    panels: tuple[Panel, ...]
    lines: tuple[Line, ...]
    answers: int
    first: datetime
    last: datetime
    full: int = FULL_ANSWER
    left_out: int = 0
    dark: bool = False


def chart(library: Library, answers: Sequence[Judged], *, only: str = "", dark: bool = False) -> Chart:
    """Of the competencies practiced last, or of ``only`` one. ``answers`` hold at least one of it."""
    found = [only] if only else practiced(answers)
    names = found[:MOST_PANELS]
    charted = [answer for answer in answers if answer.competency in names][-MOST_ANSWERS:]
    return Chart(
        tuple(panel(library, answers, name) for name in names),
        tuple(line(library, charted, name) for name in names),
        len(charted),
        charted[0].interview.finished,
        charted[-1].interview.finished,
        left_out=len(found) - len(names),
        dark=dark,
    )


def panel(library: Library, answers: Sequence[Judged], competency: str) -> Panel:
    rows = tuple(
        Row(level.number, tuple(Cell(*mark) for mark in level.marks.values()))
        for level in level_figures(library, answers, competency)
    )
    return Panel(library.competency(competency).name, rows)


def line(library: Library, charted: Sequence[Judged], competency: str) -> Line:
    own = [(place, answer.score) for place, answer in enumerate(charted) if answer.competency == competency]
    scores = [score for _, score in own]
    smooth = [mean(scores[max(0, end - SMOOTHED) : end]) for end in range(1, len(scores) + 1)]
    return Line(
        library.competency(competency).name,
        tuple(place for place, _ in own),
        tuple(round(FULL_ANSWER * score, 2) for score in smooth),
    )


def attached(drawn: Chart) -> Attachment:
    """The chart as a picture."""
    return Attachment("progress", "png", "progress.png", msgspec.json.encode(drawn))
