"""Any text at all: nothing raises, noise is not praised, quotes are the writer's words, and work grows as the text."""

import random
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import load
from conversations.feedback import Assessment, Engine, Passage, Verdict

LIBRARY = load()
ENGINE = Engine(LIBRARY, remembered=0)
TOLD = [answer.text for answer in LIBRARY.model_answers.values()]
CARDS = [card.id for deck in LIBRARY.decks.values() for card in deck.cards]

SENTENCES = st.sampled_from([sentence for text in TOLD for sentence in text.split(". ")])
ODD = st.sampled_from(
    ["\u200b", "\u202e", "e\u0301", "🙂", "\x00", "’", "\r\n", "...", " never ", " I'd ", " was by Tom "]
)
STORIES = st.lists(st.one_of(SENTENCES, ODD, st.text(max_size=12)), max_size=12).map("".join)


def assessed(*texts: str) -> Assessment:
    return ENGINE.assess("crm", 2, "crm-l2-q1", tuple(Passage("What?", text) for text in texts))


def praised(said: Assessment) -> list[str]:
    return [each.behavior for each in said.behaviors if each.verdict is Verdict.SHOWN]


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_noise_is_neither_praised_nor_an_error(written: str) -> None:
    assert praised(assessed(written)) == []
    ENGINE.explain("crm", 2, "crm-l2-q1", (Passage("", written),))
    ENGINE.recall(CARDS[0], written)
    ENGINE.ideas(next(iter(LIBRARY.definitions)), written)
    assert not ENGINE.refusal(written) or len(written.split()) < 60


@pytest.mark.parametrize("glue", [" and I ", " ", ". I "])
@pytest.mark.parametrize("size", [150, 2_000, 20_000])
def test_words_of_the_lexicon_in_any_order_hardly_show_anything(size: int, glue: str) -> None:
    """The longer such a text is, the more looks like something in one of its places; nobody may be praised for that."""
    chosen = random.Random(f"{size}{glue}")
    phrases = [each for phrases in LIBRARY.lexicon.values() for each in phrases if not set("@/=#*") & set(each)]
    words = "I "
    while len(words) < size:
        words += chosen.choice(phrases) + glue
    assert len(praised(assessed(words))) <= 2


@given(st.lists(STORIES, min_size=1, max_size=3))
@settings(max_examples=80, deadline=None)
def test_quotes_lie_inside_what_was_written_and_are_its_words(texts: list[str]) -> None:
    said = assessed(*texts)
    for behavior in said.behaviors:
        assert (behavior.verdict is Verdict.NOT_YET) >= (not behavior.evidence)
        for part in behavior.evidence:
            assert 0 <= part.start < part.end <= len(texts[part.passage])
            words = texts[part.passage][part.start : part.end]
            assert words == words.strip()
            assert words[0].isalnum()
    explained = ENGINE.explain("crm", 2, "crm-l2-q1", tuple(Passage("What?", text) for text in texts))
    met = [words for each in explained.behaviors for cue in each.cues for words in cue.words]
    for words in [*met, *(words for _, words in explained.guarded)]:
        assert texts[words.passage][words.start : words.end] == words.text


STORY = " ".join(TOLD[:9])
KINDS = {
    "a story": STORY,
    "dictated": "".join(letter for letter in STORY if letter.isalnum() or letter == " ").lower(),
    "short sentences": "I asked them. No. ",
    "credit given away": "I wrote it, actually no that was Tom ",
    "watched": "I only watched him and she did it ",
    "imagined": "if I had the choice then I would ",
    "denied": "never not no nobody didn't ",
    "buzzwords": "synergy leverage best-in-class stakeholder alignment ",
    "lines": "a\n",
    "a list": "1. survey; 2. feedback; ",
    "bait": "(a+)+$ \\d+([a-z]+)*\\w ",
    "one word": "customer",
    "apostrophes": "a'a'",
    "digits": "1,2.3:4",
    "marks": "e\u0300\u0301\u200b",
    "right to left": "\u202eאבג דהו ",
    "emoji": "🙂👩\u200d👩\u200d👧 ",
    "punctuation": ". , ; : ! ? ",
}


def of_length(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def lines_run(work: Callable[[], Any]) -> int:
    """How many lines of Python the work runs."""
    count = 0

    def step(_frame: FrameType, event: str, _argument: Any) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_twice_as_long_a_text_takes_about_twice_the_work(kind: str) -> None:
    short, long = (of_length(KINDS[kind], size) for size in (3_000, 6_000))
    for work in (assessed, lambda text: ENGINE.recall(CARDS[0], text)):
        for text in (short, long):
            work(text)  # fills the caches of stems and spellings
        assert lines_run(lambda: work(long)) <= 2.3 * lines_run(lambda: work(short)) + 2_000  # noqa: B023


@pytest.mark.parametrize("kind", list(KINDS)[2:])
def test_a_hundred_thousand_characters_of_noise_are_not_praised(kind: str) -> None:
    assert praised(assessed(of_length(KINDS[kind], 100_000))) == []
