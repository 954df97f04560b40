"""What a typed line presses, and what is only said."""

import pytest

from bot.terminal.choices import Screen, unquoted
from conversations.replies import Choice, Reply


def screen(*rows: tuple[str, ...]) -> Screen:
    return Screen([Reply("Which?", tuple(tuple(Choice(f"id:{label}", label) for label in row) for row in rows))])


QUESTION = screen(("Hint", "Skip", "Pause"), ("Stop", "See the report"))
RATING = screen(("1", "2", "3", "4", "5"), ("Skip the rating",))
LENGTHS = screen(("Practice, 1 question", "Practice, 3 questions"), ("3 in a row", "Back"))


def pressed(on: Screen, typed: str) -> str | None:
    choice = on.meant(typed)
    return choice.label if choice else None


@pytest.mark.parametrize(
    ("on", "typed", "label"),
    [
        (QUESTION, "2", "Skip"),
        (QUESTION, " 5 ", "See the report"),
        (QUESTION, "hint", "Hint"),
        (QUESTION, "PAUSE", "Pause"),
        (QUESTION, "see", "See the report"),
        (RATING, "4", "4"),
        (RATING, "6", "Skip the rating"),
        (LENGTHS, "3", "3 in a row"),
        (LENGTHS, "practice, 1", "Practice, 1 question"),
        (screen(("▶ Go on",)), "go on", "▶ Go on"),
    ],
)
def test_a_number_a_label_or_the_beginning_of_one_presses_the_choice(on: Screen, typed: str, label: str) -> None:
    assert pressed(on, typed) == label


@pytest.mark.parametrize(
    ("on", "typed"),
    [
        (QUESTION, "7"),
        (QUESTION, "0"),
        (QUESTION, "s"),  # Skip, Stop or See the report?
        (QUESTION, "I would skip it"),
        (QUESTION, ""),
        (QUESTION, "²"),
        (LENGTHS, "practice"),
        (Screen(), "1"),
    ],
)
def test_anything_else_is_said_as_text(on: Screen, typed: str) -> None:
    assert pressed(on, typed) is None


def test_a_quotation_mark_says_what_would_press_a_choice() -> None:
    assert unquoted('"2', QUESTION) == "2"
    assert unquoted('"2"', QUESTION) == "2"
    assert unquoted('"Skip"', QUESTION) == "Skip"


def test_quotation_marks_of_an_answer_stay() -> None:
    assert unquoted('"Sorry" is what I said first.', QUESTION) is None
    assert unquoted('"42', QUESTION) is None


def test_labels_that_are_numbers_keep_their_own_number() -> None:
    assert RATING.lines(80) == ["1   2   3   4   5", "6. Skip the rating"]


def test_a_row_too_long_for_the_window_is_broken_into_lines() -> None:
    assert QUESTION.lines(30) == ["1. Hint   2. Skip   3. Pause", "4. Stop   5. See the report"]
    assert QUESTION.lines(20) == ["1. Hint", "2. Skip", "3. Pause", "4. Stop", "5. See the report"]


def test_choices_of_several_replies_are_numbered_on() -> None:
    both = Screen([Reply("First", ((Choice("a", "Add"),),)), Reply("Then", ((Choice("b", "Begin"),),))])
    assert [both.number(choice) for choice in both.choices()] == [1, 2]
    assert pressed(both, "2") == "Begin"
