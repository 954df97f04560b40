"""Pieces: stretches of an answer short enough to tell one thing, and the terms that word weights find in them."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from content.concepts import REFERENCE
from conversations.feedback.clauses import Clause
from conversations.feedback.cues import INLINE
from conversations.feedback.lexicon import Hit
from conversations.feedback.text import Text

LONGEST = 28  # words; a longer sentence, or dictation without any, is cut where a clause ends


class Piece(Struct, frozen=True, gc=False):
    """Tokens ``start`` to ``end`` (exclusive) and the terms in them, each once: stems, pairs of stems, concepts."""

    start: int
    end: int
    terms: tuple[str, ...]


def pieces(text: Text, cut: Sequence[Clause], found: Mapping[str, Sequence[Hit]], unheard: int) -> list[Piece]:
    """The answer piece by piece. ``unheard`` is the mask of tokens that a guard reaches; they hold no terms."""
    concepts: dict[int, list[str]] = {}
    for name, hits in found.items():
        if not name.startswith(INLINE):
            for hit in hits:
                concepts.setdefault(hit.start, []).append(REFERENCE + name)
    return [Piece(start, end, _terms(text.stems, start, end, concepts, unheard)) for start, end in _stretches(cut)]


def _stretches(cut: Sequence[Clause]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for clause in cut:
        if found and not clause.opens and clause.end - found[-1][0] <= LONGEST:
            found[-1] = (found[-1][0], clause.end)
        else:
            found.append((clause.start, clause.end))
    return found


def _terms(
    stems: Sequence[str], start: int, end: int, concepts: Mapping[int, Sequence[str]], unheard: int
) -> tuple[str, ...]:
    terms: list[str] = []
    before = ""
    for at in range(start, end):
        if unheard >> at & 1:
            before = ""
            continue
        stem = stems[at]
        terms.append(stem)
        if before:
            terms.append(f"{before} {stem}")
        before = stem
        if at in concepts:
            terms += concepts[at]
    return tuple(dict.fromkeys(terms))
