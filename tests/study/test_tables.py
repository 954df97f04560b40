"""The tables of the study and the coaching conversations: every state can be reached, left and shown."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, NamedTuple

import pytest

from conversations.coaching import responding, reviewing
from conversations.coaching.responding import machine as responding_machine
from conversations.coaching.responding import screens as responding_screens
from conversations.coaching.responding.record import Responding
from conversations.coaching.reviewing import machine as reviewing_machine
from conversations.coaching.reviewing import screens as reviewing_screens
from conversations.coaching.reviewing.draft import Reviewing
from conversations.study import define, flashcards, own, plan, quiz, stories
from conversations.study.define import machine as define_machine
from conversations.study.define import screens as define_screens
from conversations.study.flashcards import machine as card_machine
from conversations.study.flashcards import screens as card_screens
from conversations.study.own import machine as own_machine
from conversations.study.own import screens as own_screens
from conversations.study.plan import machine as plan_machine
from conversations.study.plan import screens as plan_screens
from conversations.study.quiz import machine as quiz_machine
from conversations.study.quiz import screens as quiz_screens
from conversations.study.record import Plan, Quiz, Reading, Sitting, Writing
from conversations.study.stories import machine as story_machine
from conversations.study.stories import screens as story_screens
from conversations.study.stories.record import Bank


class Table(NamedTuple):
    states: type[Enum]
    rows: list[dict[str, Any]]
    screens: Mapping[Any, Any]
    record: type


TABLES = [
    pytest.param(
        Table(card_machine.State, card_machine.TRANSITIONS, card_screens.SCREENS, Sitting), id=flashcards.__name__
    ),
    pytest.param(Table(own_machine.State, own_machine.TRANSITIONS, own_screens.SCREENS, Writing), id=own.__name__),
    pytest.param(
        Table(define_machine.State, define_machine.TRANSITIONS, define_screens.SCREENS, Reading), id=define.__name__
    ),
    pytest.param(Table(plan_machine.State, plan_machine.TRANSITIONS, plan_screens.SCREENS, Plan), id=plan.__name__),
    pytest.param(
        Table(story_machine.State, story_machine.TRANSITIONS, story_screens.SCREENS, Bank), id=stories.__name__
    ),
    pytest.param(Table(quiz_machine.State, quiz_machine.TRANSITIONS, quiz_screens.SCREENS, Quiz), id=quiz.__name__),
    pytest.param(
        Table(reviewing_machine.State, reviewing_machine.TRANSITIONS, reviewing_screens.SCREENS, Reviewing),
        id=reviewing.__name__,
    ),
    pytest.param(
        Table(responding_machine.State, responding_machine.TRANSITIONS, responding_screens.SCREENS, Responding),
        id=responding.__name__,
    ),
]


def sources(row: dict[str, Any]) -> list[Enum]:
    return row["source"] if isinstance(row["source"], list) else [row["source"]]


@pytest.mark.parametrize("table", TABLES)
def test_every_state_has_one_screen(table: Table) -> None:
    assert set(table.screens) == set(table.states)


@pytest.mark.parametrize("table", TABLES)
def test_every_state_can_be_reached_and_left(table: Table) -> None:
    reached = {table.record().state}
    while True:
        further = {row["dest"] for row in table.rows if reached.intersection(sources(row))} - reached - {"="}
        if not further:
            break
        reached |= further
    assert reached == set(table.states)
    assert {state for row in table.rows for state in sources(row)} == set(table.states)


@pytest.mark.parametrize("table", TABLES)
def test_every_condition_exists_and_no_row_hides_another(table: Table) -> None:
    unconditional: set[tuple[str, Enum]] = set()
    for row in table.rows:
        condition = row.get("conditions")
        assert condition is None or callable(getattr(table.record, condition))
        for source in sources(row):
            assert (row["trigger"], source) not in unconditional
            if condition is None:
                unconditional.add((row["trigger"], source))
