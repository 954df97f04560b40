"""The structure of an answer: which of situation, task, action, result, reason and reflection are really there."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from content.model import Slot, SlotWeighing
from conversations.feedback.assessment import Ownership, Specifics
from conversations.feedback.clauses import SELF, Clause
from conversations.feedback.guards.guarding import Guarded
from conversations.feedback.guards.spans import span
from conversations.feedback.lexicon import Hit
from conversations.feedback.stems import is_number, is_past
from conversations.feedback.text import SENTENCE, Text
from conversations.feedback.weighing import Weighed, by_odds

_I = frozenset("i i'd i've i'm i'll me my mine myself".split())
_WE = frozenset("we we'd we've we're we'll us our ours ourselves".split())
_NOT_ACTS = frozenset(
    "was were had been thought knew felt believed wanted liked heard saw said got needed used loved hated happened "
    "seemed meant understood agreed attended watched noticed joined left went came lived".split()
)
_NO_ACT_NOW = frozenset(
    "am are think thought believe know knew feel like love want need have mean guess suppose hope see understand would "
    "could should might can will must may do don't work and or the a who that was were get say prefer agree learn "
    "remember live wish expect imagine reckon".split()
) | frozenset([""])
_ADVERBS = frozenset("also then always just usually still now even only often really personally regularly".split())
_MOSTLY = 0.4  # share of an answer that is imagined, pasted or stuffed, from which the rest needs to say more
_FULL_SITUATION = 3.0  # points of context (where, when, who, how many) at which a situation is certainly there


def slots(text: Text, cut: Sequence[Clause], found: Mapping[str, Sequence[Hit]], guarded: Guarded) -> dict[Slot, float]:
    """Each slot's strength, 0 to 1; 0.5 and more means that it is there."""
    unreal = guarded.imagined | guarded.pasted | guarded.stuffed
    real = ~unreal
    acts = _acts(text, cut, guarded.reach | guarded.denied)
    doubt = 0.5 if unreal.bit_count() > _MOSTLY * len(text) else 1.0
    return {
        Slot.SITUATION: _situation(text, found, real),
        Slot.TASK: _any(found, "slot-task", real & ~guarded.denied),
        Slot.ACTION: min(1.0, doubt * acts / 2),
        Slot.RESULT: doubt * _any(found, "slot-result", real),
        Slot.REASON: _any(found, "slot-reason", real),
        Slot.REFLECTION: _any(found, "slot-reflection", ~(guarded.pasted | guarded.stuffed)),  # "next time I would"
    }


def heard_slots(
    by_rules: Mapping[Slot, float], weighed: Mapping[str, Weighed], weights: Mapping[Slot, SlotWeighing]
) -> dict[Slot, float]:
    """The strength of each slot by rules and words together, 0 to 1; by rules alone where no word is known."""
    return {
        slot: by_odds(weighed[slot.value].odds + weights[slot].structure * value) if slot.value in weighed else value
        for slot, value in by_rules.items()
    }


def _any(found: Mapping[str, Sequence[Hit]], concept: str, real: int) -> float:
    """Noisy-or of the concept's hits; those of its "-hint" count half."""
    doubt = 1.0
    for name, left in ((concept, 0.4), (f"{concept}-hint", 0.65)):
        doubt *= left ** sum(1 for hit in found.get(name, ()) if span(hit.start, hit.end) & real)
    return 1.0 - doubt


def _acts(text: Text, cut: Iterable[Clause], blocked: int) -> float:
    """Clauses in which the speaker did something that no guard reaches; told in the present, each counts half."""
    return sum(_act(text.words, clause) for clause in cut if not blocked & span(clause.start, clause.start + 1))


def _act(words: list[str], clause: Clause) -> float:
    """1 for an act told in the past, 0.5 for one told in the present ("I check", "I go and ask"), else 0."""
    own = words[clause.start : clause.end]
    mine = any(word in SELF for word in own) or own[0] in ("and", "then") or (clause.opens and is_past(own[0]))
    if not mine:
        return 0.0
    if any(is_past(word) and word not in _NOT_ACTS for word in own):
        return 1.0
    return 0.5 if any(_acts_now(own, at) for at, word in enumerate(own) if word in ("i", "we")) else 0.0


def _acts_now(own: list[str], at: int) -> bool:
    following = next((word for word in own[at + 1 : at + 4] if word not in _ADVERBS), "")
    return following.isalpha() and not is_past(following) and following not in _NO_ACT_NOW


def _situation(text: Text, found: Mapping[str, Sequence[Hit]], real: int) -> float:
    points = sum(1.0 for hit in found.get("slot-situation", ()) if span(hit.start, hit.end) & real)
    numbers = sum(is_number(word) for at, word in enumerate(text.words) if real >> at & 1)
    points += min(1.0, numbers / 2) + min(1.0, len(_names(text)) / 2)
    return min(1.0, points / _FULL_SITUATION)


def ownership(words: Iterable[str]) -> Ownership:
    """How often the speaker says I and we."""
    listed = list(words)
    return Ownership(sum(word in _I for word in listed), sum(word in _WE for word in listed))


def specifics(text: Text, found: Mapping[str, Sequence[Hit]]) -> Specifics:
    """Numbers, proper names and named tools."""
    numbers = sum(is_number(word) for word in text.words)
    return Specifics(numbers, len(_names(text)), len({text.stems[hit.start] for hit in found.get("tool", ())}))


def _names(text: Text) -> set[str]:
    """Words with a capital inside a sentence."""
    return {
        text.words[at]
        for (before, at) in pairwise(range(len(text)))
        if text.breaks[at] != SENTENCE
        and text.passages[text.passage[at]][text.starts[at]].isupper()
        and text.words[at] not in _I
        and text.ends[before] <= text.starts[at]
    }
