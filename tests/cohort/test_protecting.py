"""No figure and no difference of figures is about fewer than five people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.coaching.cohort.protecting import FEWEST, told

SIZES = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 12))


@pytest.mark.parametrize(
    ("sizes", "everybody"),
    [
        ({"fall": 6, "spring": 5}, {"fall", "spring"}),
        ({"fall": 6, "spring": 1}, {"fall"}),  # 7 less 6 would tell about the one in spring
        ({"fall": 6, "spring": 4, "": 1}, {"fall", "spring", ""}),  # the difference is about five
        ({"fall": 3, "spring": 3}, {"fall", "spring"}),
        ({"fall": 3, "spring": 1}, set()),
        ({}, set()),
    ],
)
def test_everybody_takes_small_groups_in_only_when_they_are_five_together(
    sizes: dict[str, int], everybody: set[str]
) -> None:
    assert told(sizes) == everybody


def test_a_group_is_told_from_five_on() -> None:
    sizes = {"fall": 5, "spring": 4}
    assert told(sizes, "fall") == {"fall"}
    assert told(sizes, "spring") == told(sizes, "summer") == frozenset()


@given(SIZES)
def test_everybody_less_any_groups_that_are_told_is_nobody_or_five(sizes: dict[str, int]) -> None:
    everybody = told(sizes)
    alone = {group for group in sizes if told(sizes, group)}
    assert alone <= everybody
    rest = sum(sizes[group] for group in everybody - alone)
    assert rest == 0 or rest >= FEWEST
