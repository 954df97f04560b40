"""The words that carry a verdict, cut so that a person can read them: whole clauses, never a lone word."""

from bisect import bisect_right
from collections.abc import Sequence

from conversations.feedback.assessment import Evidence
from conversations.feedback.clauses import Clause
from conversations.feedback.text import Text
from conversations.feedback.verdicts import Met

_LONGEST = 40  # words in a quote
_SHORTEST = 4


def evidence(behavior: str, met: Met, text: Text, cut: Sequence[Clause]) -> Evidence:
    """The clauses around a cue's first hit, with the clauses of its other hits as far as the quote stays short."""
    starts = [clause.start for clause in cut]
    anchor = met.hits[0]
    passage = text.passage[anchor.start]
    first = last = bisect_right(starts, anchor.start) - 1
    for hit in sorted(met.hits, key=lambda hit: abs(hit.start - anchor.start)):
        at = bisect_right(starts, hit.start) - 1
        low, high = min(first, at), max(last, bisect_right(starts, hit.end - 1) - 1)
        if text.passage[hit.start] == passage and cut[high].end - cut[low].start <= _LONGEST:
            first, last = low, high
    start, end = cut[first].start, cut[last].end
    if end - start < _SHORTEST and last + 1 < len(cut) and text.passage[cut[last + 1].end - 1] == passage:
        end = cut[last + 1].end
    if end - start > _LONGEST:  # a dictated clause without end
        start = max(start, anchor.start - _LONGEST // 3)
    return quoted(behavior, met.weight, start, end, text)


def quoted(behavior: str, strength: float, start: int, end: int, text: Text) -> Evidence:
    """The tokens ``start`` to ``end`` (exclusive) of the first's passage, or as many of them as a quote may hold."""
    passage = text.passage[start]
    end = min(end, start + _LONGEST, bisect_right(text.passage, passage))
    return Evidence(behavior, round(strength, 3), passage, text.starts[start], text.ends[end - 1])


def apart(quotes: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The quotes in order, without those that repeat words of an earlier one."""
    kept: list[Evidence] = []
    for each in quotes:
        if not any(each.passage == one.passage and each.start < one.end and one.start < each.end for one in kept):
            kept.append(each)
    return tuple(kept)
