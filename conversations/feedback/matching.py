"""Groups of concepts that must meet within a window of words, decided on bit masks so that most cues cost nothing."""

from bisect import bisect_left
from collections.abc import Sequence

from conversations.feedback.lexicon import Hit

_CANDIDATES = 16  # places where a cue may begin that are looked at closely


def mask(hits: Sequence[Hit]) -> int:
    """A number whose bits are the first tokens of the hits."""
    bits = 0
    for hit in hits:
        bits |= 1 << hit.start
    return bits


def spread(bits: int, reach: int) -> int:
    """The bits with everything within ``reach`` tokens of them on both sides."""
    width = 0
    wide = bits
    while width < reach:
        step = min(width + 1, reach - width)
        wide |= wide << step
        width += step
    return wide | (wide >> reach) if reach else wide


def meeting(groups: Sequence[Sequence[Hit]], candidates: int, within: int) -> tuple[Hit, ...] | None:
    """One hit per group, none sharing a token, all beginning within ``within`` tokens; None when there is none.

    ``groups`` are sorted by first token and not empty; ``candidates`` are the bits where a hit of the first may begin.
    """
    starts = [[hit.start for hit in hits] for hits in groups]
    tried = 0
    for first in groups[0]:
        if not candidates >> first.start & 1:
            continue
        chosen = _around(first, groups, starts, within)
        if chosen:
            return chosen
        tried += 1
        if tried == _CANDIDATES:
            return None
    return None


def _around(
    first: Hit, groups: Sequence[Sequence[Hit]], starts: Sequence[Sequence[int]], within: int
) -> tuple[Hit, ...] | None:
    chosen = [first]
    low = high = first.start
    for hits, begins in zip(groups[1:], starts[1:], strict=True):
        best: Hit | None = None
        left = bisect_left(begins, high - within)
        for hit in hits[left:]:
            if hit.start - low > within:
                break
            if any(_share_a_word(hit, other) for other in chosen):
                continue
            if best is None or abs(hit.start - first.start) < abs(best.start - first.start):
                best = hit
        if best is None:
            return None
        chosen.append(best)
        low, high = min(low, best.start), max(high, best.start)
    return tuple(chosen)


def _share_a_word(one: Hit, other: Hit) -> bool:
    """Whether two hits overlap; one that lies inside the other ("talk *the team* through") fills its gap."""
    if (one.start > other.start and one.end < other.end) or (other.start > one.start and other.end < one.end):
        return False
    return one.start < other.end and other.start < one.end
