"""Evidence, probes and hostile text."""

import pytest

from conversations.feedback import Verdict
from tests.feedback.conftest import BEHAVIOR, Assess, behavior

START = "At the bakery in Leeds we had nine shops and about sixty people."


def test_evidence_quotes_a_readable_clause_of_what_was_written(assess: Assess) -> None:
    written = f"{START} In May I wrote a guide for the counter. Sales went up."
    evidence = behavior(assess(written)).evidence[0]
    assert evidence.behavior == BEHAVIOR
    assert written[evidence.start : evidence.end] == "In May I wrote a guide for the counter"


def test_a_probes_answer_completes_what_the_answer_half_said(assess: Assess) -> None:
    whole = assess(f"{START} I wrote something for them.", "It was a guide, nine pages.")
    assert behavior(whole).verdict is Verdict.SHOWN
    assert behavior(assess(f"{START} I wrote something for them.")).verdict is Verdict.NOT_YET


def test_the_same_answer_is_judged_the_same_again(assess: Assess) -> None:
    assert assess(f"{START} I wrote a guide.") == assess(f"{START} I wrote a guide.")


HOSTILE = [
    "​‌‍" * 30_000,
    "‮" + "אבג דהו " * 12_000,
    "e" + "̀" * 99_999,
    "(((((" * 20_000,
    "a" * 100_000,
    ". , ; : ! ?" * 9_000,
    "\\d+(a+)+$ " * 10_000,
    "guide " * 16_000,
    "never not no nobody didn't " * 3_700,
    "wrote " * 5_000,
    "I'd he she boss " * 6_000,
    "\x00\x01\x02" * 30_000,
    "🙂" * 50_000,
]


@pytest.mark.parametrize("written", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_neither_praised_nor_an_error(assess: Assess, written: str) -> None:
    assert all(each.verdict is not Verdict.SHOWN for each in assess(written).behaviors)
