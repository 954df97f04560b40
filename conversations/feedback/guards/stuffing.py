"""Stuffing: sentences of buzzwords with no act in them. A concrete sentence inside a stuffed answer still counts."""

from collections.abc import Mapping, Sequence

from conversations.feedback.clauses import Clause
from conversations.feedback.guards.spans import span
from conversations.feedback.lexicon import Hit
from conversations.feedback.stems import is_number
from conversations.feedback.text import Text

_DENSITY = 0.2  # share of a sentence's words that are buzzwords
_FEWEST = 2


def stuffed(text: Text, cut: Sequence[Clause], found: Mapping[str, Sequence[Hit]]) -> int:
    """The tokens of sentences dense with buzzwords and without a number."""
    buzz = 0
    for hit in found.get("guard-buzzword", ()):
        buzz |= span(hit.start, hit.end)
    if buzz.bit_count() < _FEWEST:
        return 0
    reached = 0
    bounds: dict[int, tuple[int, int]] = {}
    for clause in cut:
        start, _ = bounds.get(clause.sentence, (clause.start, 0))
        bounds[clause.sentence] = (start, clause.end)
    for start, end in bounds.values():
        dense = (buzz & span(start, end)).bit_count()
        if dense >= _FEWEST and dense >= _DENSITY * (end - start) and not any(map(is_number, text.words[start:end])):
            reached |= span(start, end)
    return reached
