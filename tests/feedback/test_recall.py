"""Lists recalled in people's own words: what counts as which item, what is wrong, and decks without cues."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.library import load
from conversations.feedback import Engine

PARAPHRASES = json.loads(Path(__file__).with_name("paraphrases.json").read_text(encoding="utf-8"))


def _sayings() -> Iterator[tuple[str, int, str]]:
    for card, items in PARAPHRASES.items():
        for number, sayings in items.items():
            yield from ((card, int(number), said) for said in sayings)


@pytest.fixture(scope="module")
def built_in() -> Engine:
    """The engine over the built-in packs."""
    return Engine(load())


@pytest.mark.parametrize(("card", "number", "said"), list(_sayings()))
def test_an_item_is_recalled_in_any_wording(built_in: Engine, card: str, number: int, said: str) -> None:
    recall = built_in.recall(card, said)
    assert recall.recalled == (number,)
    assert recall.wrong == ()
