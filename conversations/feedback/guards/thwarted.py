"""What was only meant or asked for: "I meant to write a guide", "I asked for the figures, and head office refused"."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from conversations.feedback.clauses import SELF, Clause
from conversations.feedback.guards.spans import span
from conversations.feedback.lexicon import Hit
from conversations.feedback.stems import is_past
from conversations.feedback.text import Text

_FURTHEST = 45  # words from an intention to what stopped it; dictated text has no sentences


def thwarted(text: Text, cut: Sequence[Clause], found: Mapping[str, Sequence[Hit]], denied: int) -> int:
    """The tokens of intentions, and of requests that came to nothing, up to what stopped them.

    What stops them stands in the same sentence or the next one, before anything that the speaker did do: a phrase of
    the concept ``guard-thwarted``, or a denial (``denied`` is the mask of these). An intention alone is no act either,
    a request ("I asked for a list") may have been granted.
    """
    starts = [clause.start for clause in cut]
    stops = {hit.start for hit in found.get("guard-thwarted", ())}
    reached = 0
    for concept in ("guard-intended", "guard-requested"):
        for hit in found.get(concept, ()):
            number = bisect_right(starts, hit.start) - 1
            end = _stopped(text.words, cut, number, hit, stops, denied)
            if end is None and concept == "guard-intended":
                end = cut[number].end
            reached |= span(hit.start, end or 0)
    return reached


def _stopped(
    words: list[str], cut: Sequence[Clause], number: int, hit: Hit, stops: set[int], denied: int
) -> int | None:
    """The end of the clause in which something stops what began at the hit; None when nothing does."""
    for clause in cut[number:]:
        if clause.sentence > cut[number].sentence + 1 or clause.start - hit.start > _FURTHEST:
            return None
        own = range(max(clause.start, hit.end), clause.end)
        if any(at in stops or denied >> at & 1 for at in own):
            return clause.end
        if clause.start > hit.start and _acts(words[clause.start : clause.end]):
            return None
    return None


def _acts(own: Sequence[str]) -> bool:
    return bool(SELF.intersection(own[:3])) and any(map(is_past, own))
