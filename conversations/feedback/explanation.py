"""Why a verdict is what it is: per behavior the cues, the words that met them, and the guard that stopped them."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from conversations.feedback.assessment import BehaviorVerdict
from conversations.feedback.cues import Answer, CompiledCue, Group
from conversations.feedback.guards.guarding import FREE, Guarded
from conversations.feedback.lexicon import Hit
from conversations.feedback.text import Text


class Words(Struct, frozen=True):
    """Words of the answer: ``passages[passage][start:end]``."""

    passage: int
    start: int
    end: int
    text: str


class CueExplanation(Struct, frozen=True):
    """One cue. ``groups`` are as the author wrote them; ``words`` what met them, in the same order.

    ``stopped_by`` names the guard without which the cue would have been met; None when it was met.
    """

    groups: tuple[str, ...]
    words: tuple[Words, ...]
    weight: float
    stopped_by: str | None = None


class WordsExplanation(Struct, frozen=True):
    """What the word weights say: ``odds`` in log-odds, the stretch that they are about, its weightiest terms."""

    odds: float
    words: Words
    terms: tuple[tuple[str, float], ...]


class BehaviorExplanation(Struct, frozen=True):
    """A behavior's verdict with every cue that was met or stopped; ``weighed`` is None without word weights."""

    verdict: BehaviorVerdict
    cues: tuple[CueExplanation, ...]
    weighed: WordsExplanation | None = None


class DoubtExplanation(Struct, frozen=True):
    """How much a passage reads like others' work or plans, in log-odds, 0 for not at all; the terms that say so most,
    with their weights, which are divided by the root of how many terms there are."""

    doubt: float
    terms: tuple[tuple[str, float], ...]


class Explanation(Struct, frozen=True):
    """The whole answer explained; ``reason`` as in an assessment. ``guarded`` are stretches that guards reach,
    ``doubts`` say of each passage how real it sounds."""

    judged: bool
    reason: str | None
    behaviors: tuple[BehaviorExplanation, ...]
    guarded: tuple[tuple[str, Words], ...]
    doubts: tuple[DoubtExplanation, ...]


def explain_cues(text: Text, answer: Answer, guarded: Guarded, cues: Iterable[CompiledCue]) -> Iterator[CueExplanation]:
    """The cues that were met, and those that only a guard stopped."""
    for cue in cues:
        hits = answer.meets(cue)
        if hits:
            yield CueExplanation(cue.cue.all, tuple(words(text, hit) for hit in hits), cue.cue.weight)
            continue
        free = cue._replace(groups=tuple(Group(group.concepts, FREE) for group in cue.groups))
        hits = answer.meets(free)
        guards = (guarded.stops(hit, group.guards) for hit, group in zip(hits or (), cue.groups, strict=False))
        stopper = next(filter(None, guards), None)
        if hits and stopper:
            yield CueExplanation(cue.cue.all, tuple(words(text, hit) for hit in hits), cue.cue.weight, stopper)


def guarded_stretches(text: Text, guarded: Guarded) -> Iterator[tuple[str, Words]]:
    """Each guard's name with the stretches that it reaches."""
    for name, reached in zip(guarded._fields, guarded, strict=True):
        start: int | None = None
        for at in range(len(text) + 1):
            inside = bool(reached >> at & 1) and at < len(text)
            if inside and start is None:
                start = at
            elif not inside and start is not None:
                yield name, words(text, Hit(start, at, denies=False))
                start = None


def words(text: Text, hit: Hit) -> Words:
    """The written words of a hit; where it runs into another passage, its words in the first."""
    passage = text.passage[hit.start]
    last = max(at for at in range(hit.start, hit.end) if text.passage[at] == passage)
    start, end = text.starts[hit.start], text.ends[last]
    return Words(passage, start, end, text.passages[passage][start:end])
