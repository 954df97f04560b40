"""From cues met to a verdict: noisy-or of the weights, two thresholds, and the level that an answer reads like."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import structs

from conversations.feedback.assessment import BehaviorVerdict, Verdict
from conversations.feedback.cues import Answer, CompiledCue
from conversations.feedback.lexicon import Hit
from conversations.feedback.weighing import by_odds

SHOWN, TOUCHED = 0.5, 0.2  # least strength, 0 to 1
STRAY = 0.6  # share of the weightiest level's weight below which another level's signs are stray
SHOWN_ELSEWHERE = 0.8  # least strength of a behavior of a level that was not asked
ELSEWHERE = 0.75  # what a behavior of a level that was not asked weighs, against one of the level asked
CUES_SAY, SHY = 2.0, 0.4  # log-odds: what cues of full strength add to the words', and how much these say too little
NEAR_MISS = 0.45  # what a cue is worth when its groups meet only in a window twice as wide


class Met(NamedTuple):
    """A cue that was met, by which hits, and what it is worth here, 0 to 1."""

    cue: CompiledCue
    hits: tuple[Hit, ...]
    weight: float


def met_cues(answer: Answer, cues: Sequence[CompiledCue], by_words: float | None = None) -> list[Met]:
    """The cues that an answer meets, the weightiest first; when there are none, those met in a window twice as wide.

    ``by_words`` are the log-odds of the word weights, None without any: where they make it impossible that cues tip
    the verdict, none is looked for, which saves most of the work.
    """
    if by_words is not None and convinced(1.0, by_words) < TOUCHED:
        return []
    met = [Met(cue, hits, cue.cue.weight) for cue in cues if (hits := answer.meets(cue))]
    if not met and (by_words is None or convinced(NEAR_MISS, by_words) >= TOUCHED):
        wide = ((cue, answer.meets(cue, stretch=2.0)) for cue in cues if len(cue.groups) > 1)
        met = [Met(cue, hits, cue.cue.weight * NEAR_MISS) for cue, hits in wide if hits][:1]
    return sorted(met, key=lambda each: -each.weight)


def strength(met: Sequence[Met]) -> float:
    """How strongly the cues together say that it happened, 0 to 1: noisy-or, each stretch counted once."""
    doubt = 1.0
    spent: set[int] = set()
    for each in met:
        anchors = {hit.start for hit in each.hits}
        if not anchors <= spent:
            spent |= anchors
            doubt *= 1.0 - each.weight
    return 1.0 - doubt


def convinced(by_cues: float, by_words: float) -> float:
    """How strongly cues (0 to 1) and word weights (log-odds) together say that it happened, 0 to 1.

    The two numbers were chosen on answers that the weights were not learned from.
    """
    return by_odds(by_words + CUES_SAY * by_cues + SHY)


def verdict(said: float) -> Verdict:
    """The verdict for a strength of 0 to 1."""
    if said >= SHOWN:
        return Verdict.SHOWN
    return Verdict.TOUCHED if said >= TOUCHED else Verdict.NOT_YET


def settled(verdicts: Sequence[BehaviorVerdict], asked: int) -> tuple[BehaviorVerdict, ...]:
    """The verdicts seen together: what is shown of a level that the answer is not about, or weakly of one that was not
    asked, only touches."""
    weights = _level_weights(verdicts)
    strongest = max(weights.values(), default=0.0)

    def stands(each: BehaviorVerdict) -> bool:
        least = SHOWN if each.level == asked else SHOWN_ELSEWHERE
        return weights[each.level] >= STRAY * strongest and each.strength >= least

    return tuple(
        structs.replace(each, verdict=Verdict.TOUCHED) if each.verdict is Verdict.SHOWN and not stands(each) else each
        for each in verdicts
    )


def level_read(verdicts: Iterable[BehaviorVerdict], asked: int) -> int | None:
    """The level whose shown behaviors weigh most; of equals the one asked, then the higher; None without any.

    Other levels than the one asked weigh less: most answers are labeled for that one alone, so verdicts there are less
    sure.
    """
    weights = _level_weights(verdicts)
    fair = {level: round(weight if level == asked else ELSEWHERE * weight, 1) for level, weight in weights.items()}
    return max(fair, key=lambda level: (fair[level], level == asked, level), default=None)


def _level_weights(verdicts: Iterable[BehaviorVerdict]) -> dict[int, float]:
    weights: dict[int, float] = {}
    for each in verdicts:
        if each.verdict is Verdict.SHOWN:
            weights[each.level] = weights.get(each.level, 0.0) + each.strength
    return weights
