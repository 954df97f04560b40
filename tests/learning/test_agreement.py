"""Agreement and kappa, held against numbers worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.coaching.learning.agreement import Pair, Table, tabulated


@pytest.mark.parametrize(
    ("table", "agreement", "kappa"),
    [
        # Together 35 of 50; by chance 0.5 x 0.6 + 0.5 x 0.4 = 0.5, so kappa is 0.2 / 0.5.
        (Table(20, 10, 5, 15), 0.7, 0.4),
        # Together 4 of 10; by chance 0.5 x 0.5 + 0.5 x 0.5 = 0.5, so kappa is -0.1 / 0.5.
        (Table(2, 3, 3, 2), 0.4, -0.2),
        (Table(3, 0, 0, 2), 1.0, 1.0),
        (Table(0, 2, 2, 0), 0.0, -1.0),
        # The coach always hears it, the machine in 3 of 4: by chance 0.75, as often as they agree.
        (Table(3, 1, 0, 0), 0.75, 0.0),
    ],
)
def test_agreement_and_kappa_are_those_worked_out_by_hand(table: Table, agreement: float, kappa: float) -> None:
    assert table.agreement == pytest.approx(agreement)
    assert table.kappa == pytest.approx(kappa)


@pytest.mark.parametrize(("table", "agreement"), [(Table(), None), (Table(both=4), 1.0), (Table(neither=2), 1.0)])
def test_kappa_is_undefined_where_chance_always_agrees(table: Table, agreement: float | None) -> None:
    assert table.agreement == agreement
    assert table.kappa is None


def test_pairs_are_counted_by_who_found_the_behavior() -> None:
    pairs = [Pair(True, True), Pair(True, False), Pair(False, True), Pair(False, True), Pair(False, False)]
    assert tabulated(pairs) == Table(both=1, coach_alone=2, machine_alone=1, neither=1)
    assert tabulated(pairs).plus(Table(both=2)) == Table(3, 2, 1, 1)


@given(st.lists(st.builds(Pair, st.booleans(), st.booleans())))
def test_kappa_stays_in_its_range_and_does_not_care_who_is_who(pairs: list[Pair]) -> None:
    table, turned = tabulated(pairs), tabulated([Pair(one.coach, one.machine) for one in pairs])
    assert table.pairs == len(pairs)
    if table.kappa is not None:
        assert -1 <= table.kappa <= 1
        assert turned.kappa == pytest.approx(table.kappa)
