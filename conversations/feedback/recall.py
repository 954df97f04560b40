"""Typed recall by the same cues: which items of a list, or ideas of a definition, a person has named."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from content.model import Card, Definitions, Idea, ListItem
from conversations.feedback.cues import Answer, Compiler, concepts_of, inline_phrases
from conversations.feedback.guards.guarding import Guarded
from conversations.feedback.guards.pasted import vocabulary
from conversations.feedback.items import Item, own_words
from conversations.feedback.lexicon import Lexicon
from conversations.feedback.listing import lines, pieces, things
from conversations.feedback.text import read

TALK = "recall-talk"  # the concept of talking about the list instead of naming an item
SAME = "same-"  # opens the names of concepts whose words may stand for each other in any item
_NEARLY_AS_SURE = 0.7  # share of the best item's, for a second item that shares its words
_UNGUARDED = Guarded(0, 0, 0, 0, 0)


class Recall(Struct, frozen=True):
    """``recalled``: the positions named, from 1, once each, ascending. ``wrong``: what was given but is no item."""

    recalled: tuple[int, ...] = ()
    wrong: tuple[str, ...] = ()


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
        cards, definitions = list(cards), list(definitions)
        compiler = Compiler(concepts)
        cues = [compiler.compiled(cue) for card in cards for item in card.items for cue in item.cues]
        cues += [compiler.compiled(cue) for each in definitions for idea in each.ideas for cue in idea.cues]
        wanted = {name: concepts[name] for name in sorted(concepts_of(cues) | {TALK}) if name in concepts}
        same = {name: phrases for name, phrases in concepts.items() if name.startswith(SAME)}
        self._lexicon = Lexicon({**wanted, **same, **inline_phrases(cues)}, plain)
        self._cards = {card.id: self._items(card.front, card.items, compiler) for card in cards}
        self._ideas = {
            each.id: dict(zip((idea.id for idea in each.ideas), self._items("", each.ideas, compiler), strict=True))
            for each in definitions
        }

    def _items(self, front: str, listed: Sequence[ListItem | Idea], compiler: Compiler) -> list[Item]:
        synonyms = telling_apart([self._synonyms(each.text) for each in listed])
        return [
            Item(map(compiler.compiled, each.cues), own, same)
            for each, own, same in zip(listed, own_words(front, [each.text for each in listed]), synonyms, strict=True)
        ]

    def recall(self, card_id: str, written: str) -> Recall:
        """Which items of a card are named. Raises ``KeyError`` for a card that is not known."""
        items = self._cards[card_id]
        named = {number for line in dict.fromkeys(lines(written)) for number in self._named(items, line)}
        unknown = []
        for thing in dict.fromkeys(things(written)):  # alone, too: its neighbors in the list must not speak against it
            of_thing = self._named(items, thing)
            named.update(of_thing)
            if not of_thing:
                unknown.append(thing)
        wrong = (piece for thing in unknown for piece in pieces(thing) if self._is_wrong(items, piece))
        return Recall(tuple(sorted(named)), tuple(wrong))

    def ideas(self, definitions_id: str, written: str) -> tuple[str, ...]:
        """The ids of the ideas that are there. Raises ``KeyError`` for definitions that are not known."""
        ideas = self._ideas[definitions_id]
        named = set(self._named(list(ideas.values()), written))
        return tuple(name for number, name in enumerate(ideas, 1) if number in named)

    def _named(self, items: Sequence[Item], written: str) -> list[int]:
        text = read([written])
        found = self._lexicon.find(text)
        answer = Answer(found, _UNGUARDED)
        sure = [item.named(answer, text.stems, found) for item in items]
        least = _NEARLY_AS_SURE * max(sure, default=0.0)
        return [number for number, each in enumerate(sure, 1) if each and each >= least]

    def _is_wrong(self, items: Sequence[Item], thing: str) -> bool:
        """Whether a listed thing is no item, nor a part of one, nor talk about the list."""
        text = read([thing])
        found = self._lexicon.find(text)
        said = len(vocabulary(thing))
        if TALK in found or not said:
            return False
        answer = Answer(found, _UNGUARDED)
        return not any(item.named(answer, text.stems, found) or item.holds(said, text.stems, found) for item in items)

    def _synonyms(self, text: str) -> dict[str, frozenset[str]]:
        """Per stem of a text the concepts of everyday synonyms that it belongs to."""
        written = read([text])
        found = self._lexicon.find(written)
        concepts: dict[str, set[str]] = {stem: set() for stem in written.stems}
        for name, hits in found.items():
            if name.startswith(SAME):
                for hit in hits:
                    if hit.end == hit.start + 1:
                        concepts[written.stems[hit.start]].add(name)
        return {stem: frozenset(names) for stem, names in concepts.items()}


def telling_apart(synonyms: Sequence[Mapping[str, frozenset[str]]]) -> list[dict[str, frozenset[str]]]:
    """The synonyms of each item without those that two items share by different words: where both goals and objectives
    are asked for, one must not stand for the other."""
    stems: dict[str, set[str]] = {}
    for item in synonyms:
        for stem, names in item.items():
            for name in names:
                stems.setdefault(name, set()).add(stem)
    ambiguous = {name for name, meant in stems.items() if len(meant) > 1}
    return [{stem: names - ambiguous for stem, names in item.items()} for item in synonyms]
