"""One thing to be recalled: found by its cues or, where its author wrote none, by its own words and their synonyms."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from conversations.feedback.cues import Answer, CompiledCue
from conversations.feedback.guards.pasted import vocabulary
from conversations.feedback.lexicon import Hit

_SHARE = 0.34  # of an item's own words that were said
_SEVERAL = 3  # items of a list that share a word before the word says nothing about which one is meant

Found = Mapping[str, Sequence[Hit]]


def own_words(front: str, texts: Sequence[str]) -> list[frozenset[str]]:
    """Per item the stems that tell it from the others: not those of the question, nor those that many items share."""
    asked = vocabulary(front)
    listed = [vocabulary(text) for text in texts]
    common = {word for word, times in Counter(word for words in listed for word in words).items() if times >= _SEVERAL}
    return [(words - asked - common) or words for words in listed]


class Item:
    """An item of a list or an idea of a definition."""

    def __init__(
        self, cues: Iterable[CompiledCue], own: frozenset[str], synonyms: Mapping[str, frozenset[str]]
    ) -> None:
        """``own`` are the stems that tell the item from others; ``synonyms`` gives the concepts that a stem is in."""
        self.cues = tuple(cues)
        self._own = {word: synonyms.get(word, frozenset()) for word in sorted(own)}

    def named(self, answer: Answer, stems: Sequence[str], found: Found) -> float:
        """How surely the answer names it, 0 to 1; 0 when it does not."""
        if self.cues:
            return float(any(answer.meets(cue) is not None for cue in self.cues))
        share = self._said(stems, found) / max(1, len(self._own))
        return share if share >= _SHARE else 0.0

    def holds(self, said: int, stems: Sequence[str], found: Found) -> bool:
        """Whether it covers half of the ``said`` words that mean something: half remembered, so not wrong either."""
        return 2 * self._said(stems, found) >= said

    def _said(self, stems: Sequence[str], found: Found) -> int:
        return sum(word in stems or not concepts.isdisjoint(found) for word, concepts in self._own.items())
