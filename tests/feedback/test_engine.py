"""Evidence, probes and hostile text."""

from dataclasses import replace

import pytest

from content.library import load
from content.model import Slot
from conversations.feedback import Engine, Passage, Verdict
from tests.feedback.conftest import BEHAVIOR, WROTE_GUIDE, Assess, behavior

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


def test_a_follow_up_can_take_back_the_last_sentence_before_it(assess: Assess) -> None:
    before = f"{START} In May I wrote a guide for the counter."
    assert behavior(assess(before, "It was nine pages long.")).verdict is Verdict.SHOWN
    assert behavior(assess(before, "Actually no, that was Tom from head office.")).verdict is Verdict.NOT_YET


def test_what_was_real_stays_told_in_a_follow_up(assess: Assess) -> None:
    """ "I'd" opens something imagined only where nothing real was told before."""
    told = "I'd write the guide once more for the new people, with the owner beside me."
    assert behavior(assess(f"{START} I looked after the counter.", told)).verdict is Verdict.SHOWN
    assert behavior(assess("For the counter we have nine shops.", told)).verdict is Verdict.NOT_YET


def test_an_outline_is_of_the_latest_passage_and_says_how_it_is_built(engine: Engine) -> None:
    first = Passage("What did you do?", f"{START} I wrote a guide and I taught the counter staff to use it.")
    second = Passage("What came of it?", "Mistakes fell by half within six weeks and it is still used today.")
    alone, after = (engine.outline("crm", "crm-l1-q1", passages) for passages in ((first,), (first, second)))
    assert alone.slots[Slot.ACTION] > 0.5 > alone.slots[Slot.REFLECTION]
    assert after.slots[Slot.RESULT] > 0.5 > after.slots[Slot.ACTION]
    whole = engine.assess("crm", 1, "crm-l1-q1", (first, second)).slots
    assert whole == {slot: max(alone.slots[slot], after.slots[slot]) for slot in Slot}


def test_a_short_follow_up_fills_its_slot_though_it_is_too_short_to_be_judged(engine: Engine) -> None:
    said = engine.outline("crm", "crm-l1-q1", (Passage("What came of it?", "It saved us 20 hours a week."),))
    assert said.reason == "too-short"
    assert said.slots[Slot.RESULT] > 0.5


def test_what_is_remembered_changes_nothing(engine: Engine) -> None:
    forgetful = Engine(replace(load(), cues={BEHAVIOR: (WROTE_GUIDE,)}, weights={}, slot_weights={}), remembered=0)
    answers = [Passage("", f"{START} In May I wrote a guide."), Passage("", "Actually no, that was Tom.")]
    for passages in (answers[:1], answers, answers[:1]):
        judged = engine.assess("crm", 1, "crm-l1-q1", passages)
        assert judged == engine.assess("crm", 1, "crm-l1-q1", passages)
        assert judged == forgetful.assess("crm", 1, "crm-l1-q1", passages)


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
