"""Evidence, probes and hostile text."""

from dataclasses import replace

import pytest

from content.library import load
from content.model import Cue
from conversations.feedback import Engine, Passage, Verdict
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


def test_a_phrase_that_runs_into_a_probes_answer_is_quoted_from_where_it_begins() -> None:
    cue = Cue(all=("write * guide",), weight=0.7)
    engine = Engine(replace(load(), cues={BEHAVIOR: (cue,)}, weights={}))
    passages = (Passage("", f"{START} In May I wrote a"), Passage("", "guide for the counter people."))
    (evidence,) = behavior(engine.assess("crm", 1, "crm-l1-q1", passages)).evidence
    assert (evidence.passage, passages[0].text[evidence.start : evidence.end]) == (0, "In May I wrote a")


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
