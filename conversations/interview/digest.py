"""The few things of an assessment worth a person's attention: what landed, two gaps, the level, one next step."""

from enum import Enum
from typing import NamedTuple

from content.library import Library
from content.model import Behavior, Slot
from conversations.feedback import Assessment, BehaviorVerdict, Passage, Verdict
from conversations.interview.record import Exchange, Interview

MOST_LANDED = 3
MOST_GAPS = 2
THIN = 0.5  # a slot under this strength counts as missing
TEAM_TALK = 2  # so many times more "we" than "I" hides the speaker
FULL_ANSWER = 2  # behaviors shown that make one answer complete; nobody shows five in two minutes


class NextStep(Enum):
    """The one thing to change in the next answer, most urgent first."""

    RESULT = "result"
    OWN_PART = "own part"
    SITUATION = "situation"
    ACTION = "action"
    SPECIFICS = "specifics"
    DEEPEN = "deepen"
    NEXT_LEVEL = "next level"


class Landed(NamedTuple):
    """A behavior that was shown and the person's words that showed it."""

    behavior: Behavior
    quote: str


class Gap(NamedTuple):
    """A behavior of the level that was touched on (with the words) or not there yet (quote is empty)."""

    behavior: Behavior
    quote: str


class Digest(NamedTuple):
    """``reads_like`` is None when no level fits; ``next_level`` is a behavior that the next rung would add, or None."""

    landed: tuple[Landed, ...]
    gaps: tuple[Gap, ...]
    reads_like: int | None
    next_level: tuple[int, Behavior] | None
    next_step: NextStep


def digest(library: Library, interview: Interview, exchange: Exchange, assessment: Assessment) -> Digest:
    """What to tell about a judged answer."""
    passages = exchange.passages()
    own = [verdict for verdict in assessment.behaviors if verdict.level == interview.level]
    shown = [verdict for verdict in own if verdict.verdict is Verdict.SHOWN]
    strongest = sorted(shown, key=lambda verdict: -verdict.strength)[:MOST_LANDED]
    landed = tuple(
        Landed(library.behavior(verdict.behavior), words)
        for verdict, words in zip(strongest, quotes(strongest, passages), strict=True)
    )
    missed = sorted((verdict for verdict in own if verdict.verdict is not Verdict.SHOWN), key=lambda v: -v.strength)
    enough = len(shown) >= FULL_ANSWER
    touched = [verdict for verdict in missed if verdict.verdict is Verdict.TOUCHED]
    nearest = (touched if enough else missed)[:MOST_GAPS]
    gaps = tuple(
        Gap(library.behavior(verdict.behavior), words)
        for verdict, words in zip(nearest, quotes(nearest, passages), strict=True)
    )
    return Digest(
        landed,
        gaps,
        assessment.reads_like,
        next_level(library, interview, assessment),
        next_step(assessment, bool(gaps)),
    )


def quotes(verdicts: list[BehaviorVerdict], passages: tuple[Passage, ...]) -> list[str]:
    """The best words for each verdict, and other words for the next where it has some: nobody likes to read the same
    sentence twice."""
    found: list[str] = []
    for verdict in verdicts:
        evidence = sorted(verdict.evidence, key=lambda evidence: -evidence.strength)
        words = [passages[one.passage].text[one.start : one.end].strip() for one in evidence]
        found.append(next((one for one in words if one not in found), words[0] if words else ""))
    return found


def next_level(library: Library, interview: Interview, assessment: Assessment) -> tuple[int, Behavior] | None:
    """The rung above the one the answer reads like, and the behavior of it that is nearest."""
    above = max(assessment.reads_like or 0, min(interview.level - 1, assessment.reads_like or 0)) + 1
    candidates = [v for v in assessment.behaviors if v.level == above and v.verdict is not Verdict.SHOWN]
    if assessment.reads_like is None or not candidates:
        return None
    nearest = max(candidates, key=lambda verdict: verdict.strength)
    return above, library.behavior(nearest.behavior)


def next_step(assessment: Assessment, has_gap: bool) -> NextStep:
    """The first thing that is missing, in the order in which it costs people the job."""
    thin = {slot for slot in Slot if assessment.slots.get(slot, 0.0) < THIN}
    if Slot.ACTION in thin:
        return NextStep.ACTION
    if Slot.RESULT in thin:
        return NextStep.RESULT
    if assessment.ownership.we > TEAM_TALK * max(1, assessment.ownership.i):
        return NextStep.OWN_PART
    if Slot.SITUATION in thin:
        return NextStep.SITUATION
    if not (assessment.specifics.numbers or assessment.specifics.names or assessment.specifics.tools):
        return NextStep.SPECIFICS
    return NextStep.DEEPEN if has_gap else NextStep.NEXT_LEVEL


def score(assessment: Assessment | None, level: int) -> float | None:
    """How complete an answer is, 0 to 1: behaviors of the level shown (touched ones half) against a full answer's.

    None when it was not judged.
    """
    if assessment is None or not assessment.judged:
        return None
    points = {Verdict.SHOWN: 1.0, Verdict.TOUCHED: 0.5, Verdict.NOT_YET: 0.0}
    total = sum(points[verdict.verdict] for verdict in assessment.behaviors if verdict.level == level)
    return min(1.0, total / FULL_ANSWER)
