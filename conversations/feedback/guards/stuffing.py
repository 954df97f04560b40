"""Stuffing: sentences of buzzwords with no act in them. A concrete sentence inside a stuffed answer still counts."""

from collections.abc import Iterable, Mapping, Sequence

from conversations.feedback.clauses import SELF, Clause
from conversations.feedback.guards.spans import span
from conversations.feedback.lexicon import Hit
from conversations.feedback.stems import is_number, is_past
from conversations.feedback.text import Text

_DENSITY = 0.2  # share of a sentence's words that are buzzwords
_FEWEST = 2
_SPREADS = 0.15  # share of the answer in such sentences from which vague sentences count as stuffing too
_NO_FACT = frozenset(["360"])  # a number that is a buzzword
_PERFECT = frozenset("i've we've have has".split())


def stuffed(text: Text, cut: Sequence[Clause], found: Mapping[str, Sequence[Hit]]) -> int:
    """The tokens of sentences dense with buzzwords; in an answer with several, of every sentence that tells no fact."""
    buzz = 0
    for hit in found.get("guard-buzzword", ()):
        buzz |= span(hit.start, hit.end)
    if buzz.bit_count() < _FEWEST:
        return 0
    habits = {hit.start for hit in found.get("guard-habit", ())}
    dense, vague = [], []
    for start, end in _sentences(cut):
        words = text.words[start:end]
        if any(is_number(word) and word not in _NO_FACT for word in words):
            continue
        buzzing = (buzz & span(start, end)).bit_count()
        if buzzing >= _FEWEST and buzzing >= _DENSITY * (end - start):
            dense.append(span(start, end))
        elif not _tells(words) and not any(start <= at < end for at in habits):
            vague.append(span(start, end))
    reached = sum(dense)
    if len(dense) >= _FEWEST and reached.bit_count() >= _SPREADS * len(text):
        reached += sum(vague)
    return reached


def _tells(words: list[str]) -> bool:
    """Whether the speaker tells of a single act in the past: "I ran", not "I've run" or "I run"."""
    return bool(SELF.intersection(words)) and not _PERFECT.intersection(words) and any(map(is_past, words))


def _sentences(cut: Sequence[Clause]) -> Iterable[tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for clause in cut:
        start, _ = bounds.get(clause.sentence, (clause.start, 0))
        bounds[clause.sentence] = (start, clause.end)
    return bounds.values()
