"""Any history that a notebook may hold: also of levels, behaviors and parts that nobody knows any more."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from content.library import load
from conversations.notebook import QuestionResult, Summary

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LIBRARY = load()
BEHAVIORS = st.lists(st.sampled_from([*LIBRARY.behaviors, "gone"]), max_size=4, unique=True).map(tuple)

RESULTS = st.builds(
    QuestionResult,
    st.sampled_from([*list(LIBRARY.questions)[:5], "gone"]),
    st.integers(1, 3),
    st.none() | st.floats(0, 1),
    BEHAVIORS,
    BEHAVIORS,
    st.lists(st.sampled_from(["situation", "action", "result", "gone"]), unique=True).map(tuple),
    st.none() | st.integers(1, 5),
    st.none() | st.integers(1, 5),
    BEHAVIORS,
)


def summary(number: int, competency: str, level: int, results: tuple[QuestionResult, ...]) -> Summary:
    day = MONDAY + timedelta(days=number)
    return Summary(number, competency, level, "practice", day, day, complete=True, results=results)


def histories() -> st.SearchStrategy[list[Summary]]:
    parts = st.tuples(
        st.sampled_from([*LIBRARY.competencies, "gone"]), st.integers(0, 6), st.lists(RESULTS, max_size=3).map(tuple)
    )
    return st.lists(parts, max_size=12).map(
        lambda found: [summary(number, *part) for number, part in enumerate(found, start=1)]
    )
