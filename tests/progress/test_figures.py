"""What interviews add up to: what was shown, the trend, the weakest part, ratings against reports."""

import pytest
from hypothesis import given, settings

from content.model import Slot
from conversations.notebook import QuestionResult, Summary
from conversations.progress.chart import MOST_ANSWERS, MOST_PANELS, chart
from conversations.progress.figures import Mark, Trend, View, calibration, judged, level_figures, practiced, trend
from conversations.texts import progress as texts
from tests.progress.histories import LIBRARY, histories, summary


def result(score: float | None = 0.5, **fields: object) -> QuestionResult:
    return QuestionResult("crm-l1-q1", score=score, **fields)  # type: ignore[arg-type]


def crm(*results: QuestionResult, level: int = 1) -> list[Summary]:
    return [summary(number, "crm", level, (one,)) for number, one in enumerate(results, start=1)]


def figures(history: list[Summary], level: int = 1):
    return level_figures(LIBRARY, list(judged(history, LIBRARY)), "crm")[level - 1]


def test_a_behavior_counts_wherever_it_was_shown() -> None:
    history = crm(result(shown=("crm-l1-b2",), touched=("crm-l1-b1",)), result(shown=("crm-l1-b2",)))
    history += crm(result(beyond=("crm-l1-b1",)), level=2)
    found = figures(history)
    assert found.marks["crm-l1-b1"] == Mark(1, 1)
    assert found.marks["crm-l1-b2"] == Mark(2, 0)
    assert found.shown == 2
    assert found.scores == (0.5, 0.5)


def test_answers_that_were_not_judged_and_levels_that_are_gone_count_for_nothing() -> None:
    history = [*crm(result(None, rating=5)), *crm(result(), level=9), summary(3, "gone", 1, (result(),))]
    assert list(judged(history, LIBRARY)) == []


def test_the_weakest_part_is_the_one_that_was_missing_most_often() -> None:
    everything = tuple(slot.value for slot in Slot)
    no_result = tuple(slot for slot in everything if slot != "result")
    found = figures(crm(result(slots=everything), result(slots=no_result), result(slots=no_result)))
    assert found.weakest is Slot.RESULT
    assert found.missing[Slot.RESULT] == 2
    assert figures(crm(result(slots=everything))).weakest is None


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((), Trend.UNKNOWN),
        ((0.0, 0.5, 1.0), Trend.UNKNOWN),
        ((0.0, 0.0, 1.0, 1.0), Trend.UP),
        ((1.0, 1.0, 0.0, 0.0), Trend.DOWN),
        ((0.5, 0.5, 0.5, 0.5), Trend.STEADY),
        ((1.0, 1.0, 0.0, 0.0, 0.5, 0.5, 0.5, 0.5), Trend.UP),
    ],
)
def test_the_trend_holds_the_latest_answers_against_those_before_them(
    scores: tuple[float, ...], expected: Trend
) -> None:
    assert trend(scores) is expected


@pytest.mark.parametrize(
    ("ratings", "score", "expected"),
    [
        ((5, 5), 0.0, View.UNKNOWN),
        ((5, 5, 5), 0.0, View.HIGHER),
        ((1, 1, 2), 1.0, View.LOWER),
        ((3, 3, 3), 0.5, View.SAME),
        ((None, None, None), 0.5, View.UNKNOWN),
    ],
)
def test_own_ratings_are_held_against_the_reports(
    ratings: tuple[int | None, ...], score: float, expected: View
) -> None:
    answers = judged(crm(*(result(score, rating=rating) for rating in ratings)), LIBRARY)
    assert calibration(answers).view is expected


@pytest.mark.parametrize(("score", "words"), [(0, "0"), (0.25, "½"), (0.5, "1"), (0.75, "1½"), (1, "2"), (0.1, "0")])
def test_points_are_told_in_halves(score: float, words: str) -> None:
    assert texts.points(score) == words


@settings(max_examples=150, deadline=None, derandomize=True)
@given(histories())
def test_any_history_gives_figures_within_bounds_and_a_chart(history: list[Summary]) -> None:
    answers = list(judged(history, LIBRARY))
    for competency in practiced(answers):
        for level in level_figures(LIBRARY, answers, competency):
            assert 0 <= level.shown <= len(level.marks)
            assert level.missing.total() <= len(Slot) * len(level.scores)
    if answers:
        drawn = chart(LIBRARY, answers)
        assert 1 <= len(drawn.panels) == len(drawn.lines) <= MOST_PANELS
        assert drawn.answers <= MOST_ANSWERS
        assert all(0 <= points <= drawn.full for line in drawn.lines for points in line.points)
        assert sorted(place for line in drawn.lines for place in line.places) == list(range(drawn.answers))
