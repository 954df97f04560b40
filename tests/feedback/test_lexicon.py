"""The notation of phrases, and typing slips forgiven in longer words."""

import pytest

from content.concepts import alternatives, members
from conversations.feedback.lexicon import Lexicon
from conversations.feedback.spelling import Spelling
from conversations.feedback.text import read


def meets(phrase: str, written: str) -> bool:
    return bool(Lexicon({"it": [phrase]}, frozenset()).find(read([written])))


@pytest.mark.parametrize(
    ("phrase", "met", "missed"),
    [
        ("ring", ["I rang", "ringing", "RING!"], ["a rink"]),
        ("ring/call/phone", ["we called", "phoned"], ["asked"]),
        ("ring/call up", ["called up", "rang up"], ["called him up", "up call"]),
        (
            "talk * through",
            ["talk through", "talk the new team through"],
            ["talk a b c d through"],
        ),
        ("=leads", ["our leads"], ["I lead", "leading"]),
        ("for # years", ["for 3 years", "for ten years", "for 1,000 years"], ["for many years"]),
        ("self-service", ["self service", "self-service"], ["service self"]),
        ("organise", ["organized", "organising"], ["organ"]),
        ("don't know", ["dont know", "don’t know"], ["do know"]),
        ("survey", ["survay", "suvrey", "surveys"], ["surplus"]),
    ],
)
def test_a_phrase_meets(phrase: str, met: list[str], missed: list[str]) -> None:
    assert [written for written in met if not meets(phrase, written)] == []
    assert [written for written in missed if meets(phrase, written)] == []


def test_a_concept_takes_in_others_also_round_about() -> None:
    concepts = {"a": ("x", "@b"), "b": ("y", "@c"), "c": ("@a",)}
    assert set(members(concepts, "a")) == {"a", "b", "c"}
    assert members(concepts, "none") == ()


def test_a_group_is_taken_apart() -> None:
    assert alternatives("~@ask | ring up|phone") == ["@ask", "ring up", "phone"]


@pytest.mark.parametrize(
    ("word", "mended"),
    [
        ("custmer", "customer"),
        ("csutomer", "customer"),
        ("customerr", "customer"),
        ("custamer", "customer"),
        ("custmr", "custmr"),  # two slips
        ("vustomer", "vustomer"),  # another first letter
        ("tine", "tine"),  # too short to tell
        ("costumer", "costumer"),  # a word of its own
        ("custom'r", "custom'r"),
    ],
)
def test_one_slip_in_a_longer_word_is_forgiven(word: str, mended: str) -> None:
    assert Spelling(["customer", "time"], frozenset(["costumer"])).mended(word, word) == mended
