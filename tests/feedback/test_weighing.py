"""Word weights: which window speaks for a behavior, what guards keep out of it, and how that adds to the cues."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.library import Library, load
from content.model import Slot, SlotWeighing, Weighing
from conversations.feedback import Engine, Passage, Verdict
from conversations.feedback.pieces import Piece
from conversations.feedback.weighing import DAMPING, FEWEST, Scales

BEHAVIOR = "crm-l1-b3"
REST = "It is a bakery in Leeds with nine shops and about sixty people."


def a_piece(*terms: str, at: int = 0) -> Piece:
    return Piece(at, at + len(terms), terms)


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.fixture(scope="module")
def engine(library: Library) -> Engine:
    """No cues, and one behavior that "migrate" speaks for strongly."""
    return Engine(replace(library, cues={}, weights={BEHAVIOR: Weighing(-2.0, {"migrat": 9.0, "bakeri": 0.1})}))


def judged(engine: Engine, *written: str) -> Verdict:
    passages = tuple(Passage("What did you do?", text) for text in written)
    behaviors = engine.assess("crm", 1, "crm-l1-q1", passages).behaviors
    return next(each.verdict for each in behaviors if each.behavior == BEHAVIOR)


def test_the_best_neighboring_pieces_speak_for_a_behavior() -> None:
    scales = Scales({"b1": Weighing(-1.0, {"ask": 2.0, "form": 3.0, "rain": -4.0})})
    pieces = [a_piece("rain"), a_piece("ask"), a_piece("form", "said"), a_piece("rain")]
    weighed = scales.weigh(pieces)["b1"]
    assert (weighed.first, weighed.last, weighed.heaviest) == (1, 2, 2)
    assert weighed.odds == pytest.approx(5.0 * FEWEST**-DAMPING - 1.0, abs=1e-6)


def test_words_far_apart_do_not_add_up() -> None:
    scales = Scales({"b1": Weighing(0.0, {"ask": 2.0, "form": 3.0})})
    near = scales.weigh([a_piece("ask"), a_piece("form")])["b1"]
    far = scales.weigh([a_piece("ask"), a_piece("so"), a_piece("then"), a_piece("form")])["b1"]
    assert near.odds > far.odds == pytest.approx(3.0 * FEWEST**-DAMPING, abs=1e-6)


def test_many_known_words_are_needed_in_a_long_window() -> None:
    scales = Scales({"b1": Weighing(0.0, {"ask": 2.0, **{f"w{number}": 0.0001 for number in range(40)}})})
    short = scales.weigh([a_piece("ask")])["b1"]
    long = scales.weigh([a_piece("ask", *(f"w{number}" for number in range(40)))])["b1"]
    assert short.odds > long.odds


def test_nothing_said_and_nothing_learned_weigh_nothing() -> None:
    assert Scales({"b1": Weighing(0.0, {"ask": 1.0})}).weigh([]) == {}
    assert Scales({}).weigh([a_piece("ask")]) == {}


def test_the_loudest_terms_are_named_for_and_against() -> None:
    scales = Scales({"b1": Weighing(0.0, {"ask": 2.0, "form": -3.0, "so": 0.1}), "b2": Weighing(0.0, {"rain": 9.0})})
    pieces = [a_piece("ask", "form", "so", "rain")]
    assert scales.speaking("b1", pieces, scales.weigh(pieces)["b1"], most=2) == [("form", -3.0), ("ask", 2.0)]


def test_learned_words_alone_can_show_a_behavior(engine: Engine) -> None:
    assert judged(engine, "I migrated all our orders by hand in a week. " + REST) is Verdict.SHOWN
    assert judged(engine, "I carried all our orders by hand in a week. " + REST) is Verdict.NOT_YET


@pytest.mark.parametrize(
    "said",
    [
        "I never migrated all our orders.",
        "I would migrate all our orders by hand.",
        "My colleague migrated all our orders.",
    ],
)
def test_words_that_a_guard_reaches_weigh_nothing(engine: Engine, said: str) -> None:
    assert judged(engine, f"{said} {REST}") is Verdict.NOT_YET


def test_a_probes_answer_speaks_too(engine: Engine) -> None:
    assert judged(engine, "I looked after the orders. " + REST, "I migrated them by hand.") is Verdict.SHOWN


def test_a_probes_answer_completes_what_words_half_said(library: Library) -> None:
    halves = Engine(replace(library, cues={}, weights={BEHAVIOR: Weighing(-4.0, {"migrat": 4.0, "order": 4.0})}))
    assert judged(halves, REST, "I migrated them by hand.") is not Verdict.SHOWN
    assert judged(halves, f"{REST} I kept all the orders.", "I migrated them by hand.") is Verdict.SHOWN


def test_the_quote_is_the_piece_that_says_most(engine: Engine) -> None:
    written = f"{REST} I migrated all our orders by hand. The weather was fine all the time."
    found = engine.assess("crm", 1, "crm-l1-q1", (Passage("", written),)).behaviors
    evidence = next(each.evidence for each in found if each.behavior == BEHAVIOR)
    assert [written[part.start : part.end] for part in evidence] == ["I migrated all our orders by hand"]


def test_an_explanation_names_the_terms_with_their_weights(engine: Engine) -> None:
    passages = (Passage("", "I migrated all our orders by hand. " + REST),)
    explained = engine.explain("crm", 1, "crm-l1-q1", passages).behaviors
    weighed = next(each.weighed for each in explained if each.verdict.behavior == BEHAVIOR)
    assert weighed is not None
    assert weighed.words.text == "I migrated all our orders by hand"
    assert weighed.terms[0] == ("migrat", 9.0)


def test_words_and_rules_together_fill_a_slot(library: Library) -> None:
    known = Engine(replace(library, slot_weights={Slot.RESULT: SlotWeighing(-2.0, 1.0, {"halv": 9.0})}))
    by_rules = Engine(replace(library, slot_weights={}))
    told = "I looked after the orders of the bakery in Leeds and I wrote every one of them down. Breakages halved."

    def filled(engine: Engine, slot: Slot) -> float:
        return engine.assess("crm", 1, "crm-l1-q1", (Passage("", told),)).slots[slot]

    assert filled(known, Slot.RESULT) > 0.9
    assert filled(known, Slot.ACTION) == filled(by_rules, Slot.ACTION)


def test_every_built_in_behavior_has_weights_and_no_file_is_large(library: Library) -> None:
    assert set(library.weights) == set(library.behaviors)
    sizes = [path.stat().st_size for path in Path("content/packs").glob("*-word-weights.json")]
    assert len(sizes) == len(library.competencies)
    assert max(sizes) < 1_000_000  # bytes
