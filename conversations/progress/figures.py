"""What a person's interviews add up to, from the index in the notebook alone: figures, no sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from content.library import Library
from content.model import Slot
from conversations.notebook import QuestionResult, Summary

FEWEST_FOR_TREND = 4  # judged answers below which a rise or fall is chance
MOST_COMPARED = 3  # answers on either side of a trend
NOTICEABLE = 0.125  # of a score: a quarter of a point on average
FEWEST_FOR_CALIBRATION = 3  # rated answers
RATING_STEPS = 4  # from 1 to 5
SAME_VIEW = 0.75  # rating steps within which two views count as the same


class Trend(Enum):
    """Where the latest answers lead, against those before them."""

    UP = "up"
    STEADY = "steady"
    DOWN = "down"
    UNKNOWN = "unknown"


class View(Enum):
    """How a person rates their answers, held against the report."""

    HIGHER = "higher"
    SAME = "same"
    LOWER = "lower"
    UNKNOWN = "unknown"


class Mark(NamedTuple):
    """How many answers showed a behavior, and how many only touched on it."""

    shown: int = 0
    touched: int = 0


class Judged(NamedTuple):
    """One judged answer. ``score`` is 0 to 1."""

    competency: str
    level: int
    score: float
    result: QuestionResult
    interview: Summary


class Calibration(NamedTuple):
    """Own ratings against the report's view on the same scale, 1 to 5, as averages over ``answers``."""

    answers: int
    own: float
    report: float

    @property
    def view(self) -> View:
        difference = self.own - self.report
        if self.answers < FEWEST_FOR_CALIBRATION:
            return View.UNKNOWN
        if abs(difference) < SAME_VIEW:
            return View.SAME
        return View.HIGHER if difference > 0 else View.LOWER


class LevelFigures(NamedTuple):
    """One level of a competency. ``marks`` are by behavior id, in the order of the source, from answers at any level;
    everything else is of the answers at this level alone, ``scores`` oldest first. ``missing`` counts the answers
    without a part of a STAR answer."""

    number: int
    marks: dict[str, Mark]
    scores: tuple[float, ...]
    missing: Counter[Slot]
    calibration: Calibration

    @property
    def shown(self) -> int:
        """How many behaviors were shown at least once."""
        return sum(mark.shown > 0 for mark in self.marks.values())

    @property
    def is_known(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.scores) or any(mark != Mark() for mark in self.marks.values())

    @property
    def trend(self) -> Trend:
        return trend(self.scores)

    @property
    def weakest(self) -> Slot | None:
        """The part that was missing most often; between equals the earlier of `Slot`. None when none ever was."""
        return max(Slot, key=lambda slot: self.missing[slot]) if self.missing.total() else None


def judged(history: Iterable[Summary], library: Library) -> Iterator[Judged]:
    """The judged answers at levels that the library still holds, oldest first; interviews left early count too."""
    levels = {(one.id, level.number) for one in library.competencies.values() for level in one.levels}
    for summary in history:
        if (summary.competency, summary.level) in levels:
            for result in summary.results:
                if result.score is not None:
                    yield Judged(summary.competency, summary.level, result.score, result, summary)


def level_figures(library: Library, answers: Sequence[Judged], competency: str) -> list[LevelFigures]:
    """All levels of a competency, from all judged answers of the person."""
    own = [answer for answer in answers if answer.competency == competency]
    shown = Counter(one for answer in own for one in (*answer.result.shown, *answer.result.beyond))
    touched = Counter(one for answer in own for one in answer.result.touched)
    found = []
    for level in library.competency(competency).levels:
        here = [answer for answer in own if answer.level == level.number]
        marks = {one.id: Mark(shown[one.id], touched[one.id]) for one in level.behaviors}
        missing = Counter(slot for answer in here for slot in Slot if slot.value not in answer.result.slots)
        scores = tuple(answer.score for answer in here)
        found.append(LevelFigures(level.number, marks, scores, missing, calibration(here)))
    return found


def practiced(answers: Iterable[Judged]) -> list[str]:
    """The competencies with a judged answer, the one practiced last first."""
    return list(dict.fromkeys(answer.competency for answer in reversed(list(answers))))


def trend(scores: Sequence[float]) -> Trend:
    """The latest scores against as many before them, at most three on either side."""
    if len(scores) < FEWEST_FOR_TREND:
        return Trend.UNKNOWN
    count = min(MOST_COMPARED, len(scores) // 2)
    difference = mean(scores[-count:]) - mean(scores[-2 * count : -count])
    if abs(difference) < NOTICEABLE:
        return Trend.STEADY
    return Trend.UP if difference > 0 else Trend.DOWN


def calibration(answers: Iterable[Judged]) -> Calibration:
    """Of the answers that the person rated; a score of 0 counts as a rating of 1, a score of 1 as a 5."""
    rated = [(answer.result.rating, answer.score) for answer in answers if answer.result.rating is not None]
    if not rated:
        return Calibration(0, 0.0, 0.0)
    return Calibration(
        len(rated), mean([float(own) for own, _ in rated]), mean([1 + RATING_STEPS * score for _, score in rated])
    )


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
