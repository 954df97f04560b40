"""Doubt: an answer that sounds like others' work or plans needs to say more before it is believed."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.library import Library, load
from content.model import Weighing
from conversations.feedback import Engine, Passage, Verdict
from conversations.feedback.doubt import FEWEST, USUAL_PIECES, by_chance, damping, doubt, loudest, telling_terms
from conversations.feedback.text import read

BEHAVIOR = "crm-l1-b3"
TOLD = "We moved all our orders to the new list by hand in a week. It is a bakery in Leeds with nine shops."
HEARD = f"{TOLD} Sandra had the idea, and Sandra got a voucher for it."


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def engine(library: Library, doubting: Weighing) -> Engine:
    """One behavior that "order" speaks for, and these doubts."""
    weights = {BEHAVIOR: Weighing(-1.0, {"order": 4.0, "list": 2.0})}
    return Engine(replace(library, cues={}, weights=weights, slot_weights={}, doubt=doubting))


def judged(engine: Engine, *written: str) -> Verdict:
    behaviors = engine.assess("crm", 1, "crm-l1-q1", [Passage("", text) for text in written]).behaviors
    return next(each.verdict for each in behaviors if each.behavior == BEHAVIOR)


def test_what_is_in_doubt_is_not_shown_and_what_is_not_is_as_before(library: Library) -> None:
    doubting = engine(library, Weighing(-1.0, {"sandra": 40.0}))
    assert judged(doubting, TOLD) is Verdict.SHOWN
    assert judged(doubting, HEARD) is not Verdict.SHOWN
    assert judged(engine(library, Weighing(0.0, {})), HEARD) is Verdict.SHOWN


def test_doubt_about_one_passage_is_none_about_another(library: Library) -> None:
    doubting = engine(library, Weighing(-1.0, {"sandra": 40.0}))
    assert judged(doubting, TOLD, "Sandra thinks so too, ask Sandra, she has been here for ever.") is Verdict.SHOWN


def test_the_terms_are_stems_pairs_and_how_it_is_told() -> None:
    terms = telling_terms(read(["Sandra wrote it."]), ["guard-imagined", "crm-ask", "slot-result"])
    assert terms == {"sandra", "write", "it", "sandra write", "write it", "@guard-imagined", "@slot-result"}


def test_doubt_is_never_below_nothing_and_length_alone_says_nothing() -> None:
    weighing = Weighing(-1.0, {"she": 12.0, "i": -30.0})
    few, many = frozenset(["she"]), frozenset(["she", *map(str, range(399))])
    assert doubt(few, weighing) == pytest.approx(12.0 / FEWEST**0.5 - 1.0)
    assert doubt(many, weighing) == 0.0
    assert damping(many) == 20.0
    assert doubt(frozenset(["i"]), weighing) == 0.0


def test_of_many_pieces_the_best_says_less() -> None:
    assert by_chance(5) == by_chance(USUAL_PIECES) == 0.0
    assert by_chance(10 * USUAL_PIECES) > by_chance(2 * USUAL_PIECES) > 1.0


def test_the_terms_that_raise_it_most_are_named() -> None:
    weights = {"she": 3.0, "would": 5.0, "i": -4.0, "they": 1.0}
    assert loudest(frozenset(["she", "would", "i", "they", "so"]), weights, 2) == [("would", 5.0), ("she", 3.0)]


def test_an_explanation_says_how_real_each_passage_sounds(library: Library) -> None:
    doubting = engine(library, Weighing(-1.0, {"sandra": 40.0}))
    explained = doubting.explain("crm", 1, "crm-l1-q1", [Passage("", TOLD), Passage("", HEARD)])
    assert [each.doubt > 0 for each in explained.doubts] == [False, True]
    assert explained.doubts[1].terms == (("sandra", 40.0),)


def test_the_built_in_weights_know_a_plan_and_anothers_work_from_a_story(library: Library) -> None:
    assert Path("content/packs/doubt-weights.json").stat().st_size < 1_000_000  # bytes
    built_in = Engine(library)

    def doubted(*written: str) -> float:
        return sum(
            each.doubt for each in built_in.explain("crm", 1, "", [Passage("", text) for text in written]).doubts
        )

    plan = "I would ring each of them, I'd write down what they say, and then I would put it into the system for all."
    anothers = (
        "That was Sandra's, she was in charge of it. She rang each of them and wrote down what they said, and her boss "
        "put it into the system. I was there, I made the coffee, and it was a good project. She got a prize for it."
    )
    story = (
        "I rang each of them, wrote down what they said and put it into the system before the weekend. It took a day."
    )
    assert min(doubted(plan), doubted(anothers)) > 0.5 > doubted(story)


def test_a_sentence_or_two_to_a_follow_up_is_not_in_doubt_for_being_short(library: Library) -> None:
    built_in = Engine(library)
    for told in (
        "I rang a friend in the depot who knows the routes.",
        "We put the list by the till and she signed it.",
    ):
        assert built_in.explain("crm", 1, "", [Passage("", told)]).doubts[0].doubt < 0.5
