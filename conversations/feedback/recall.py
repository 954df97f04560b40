"""Typed recall by the same cues: which items of a list, or ideas of a definition, a person has named."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from content.model import Card, Cue, Definitions
from conversations.feedback.cues import Answer, CompiledCue, Compiler, concepts_of, inline_phrases
from conversations.feedback.guards.guarding import Guarded
from conversations.feedback.guards.pasted import vocabulary
from conversations.feedback.lexicon import Lexicon
from conversations.feedback.text import read

TALK = "recall-talk"  # the concept of talking about the list instead of naming an item
_UNGUARDED = Guarded(0, 0, 0, 0, 0)
_SEPARATORS = (re.compile(r"[;\n]"), re.compile(r"[.!?](?:\s|$)"), re.compile(r"[,:]|\s(?:and|or)\s"))
_LONGEST_WRONG = 9  # words; a longer stretch is talk about the list rather than an item
_SHARE = 0.6  # of an item's own words, for an item whose author wrote no cues


class Recall(Struct, frozen=True):
    """``recalled``: the positions named, from 1, once each, ascending. ``wrong``: what was given but is no item."""

    recalled: tuple[int, ...] = ()
    wrong: tuple[str, ...] = ()


class Item:
    """Something to be recalled, with its cues, or its own words when it has none."""

    def __init__(self, cues: Iterable[Cue], text: str, compiler: Compiler) -> None:
        """Compile the cues."""
        self.cues: tuple[CompiledCue, ...] = tuple(map(compiler.compiled, cues))
        self.own = vocabulary(text)

    def named(self, answer: Answer, stems: Sequence[str]) -> bool:
        """Whether the answer names it."""
        if self.cues:
            return any(answer.meets(cue) is not None for cue in self.cues)
        return bool(self.own) and len(self.own.intersection(stems)) >= _SHARE * len(self.own)


class Recaller:
    """The items of some cards and the ideas of some definitions, ready to be found in typed answers."""

    def __init__(
        self,
        cards: Iterable[Card],
        definitions: Iterable[Definitions],
        concepts: Mapping[str, Sequence[str]],
        plain: frozenset[str],
    ) -> None:
        """Compile their cues against the concepts; ``plain`` are words that are right as they are written."""
        compiler = Compiler(concepts)
        self._cards = {card.id: [Item(item.cues, item.text, compiler) for item in card.items] for card in cards}
        self._ideas = {
            each.id: {idea.id: Item(idea.cues, idea.text, compiler) for idea in each.ideas} for each in definitions
        }
        items = [item for listed in self._cards.values() for item in listed]
        items += [item for named in self._ideas.values() for item in named.values()]
        cues = [cue for item in items for cue in item.cues]
        wanted = {name: concepts[name] for name in concepts_of(cues) | {TALK} if name in concepts}
        self._lexicon = Lexicon({**wanted, **inline_phrases(cues)}, plain)

    def recall(self, card_id: str, written: str) -> Recall:
        """Which items of a card are named. Raises ``KeyError`` for a card that is not known."""
        items = self._cards[card_id]
        answer, stems = self._read(written)
        recalled = tuple(number for number, item in enumerate(items, 1) if item.named(answer, stems))
        return Recall(recalled, tuple(part for part in _parts(written) if self._is_wrong(items, part)))

    def ideas(self, definitions_id: str, written: str) -> tuple[str, ...]:
        """The ids of the ideas that are there. Raises ``KeyError`` for definitions that are not known."""
        answer, stems = self._read(written)
        return tuple(name for name, item in self._ideas[definitions_id].items() if item.named(answer, stems))

    def _read(self, written: str) -> tuple[Answer, list[str]]:
        text = read([written])
        return Answer(self._lexicon.find(text), _UNGUARDED), text.stems

    def _is_wrong(self, items: Sequence[Item], part: str) -> bool:
        text = read([part])
        found = self._lexicon.find(text)
        if not 0 < len(text) <= _LONGEST_WRONG or TALK in found or not vocabulary(part):
            return False
        answer = Answer(found, _UNGUARDED)
        return not any(item.named(answer, text.stems) for item in items)


def _parts(written: str) -> list[str]:
    """The answer cut into the things that it lists, at the strongest separator that cuts it into three or more."""
    parts: list[str] = [written]
    for separator in _SEPARATORS:
        parts = [part.strip(" \t-–•*()\"'") for part in separator.split(written)]
        parts = [part for part in parts if part]
        if len(parts) >= 3:
            break
    return parts
