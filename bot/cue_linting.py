"""Advice about phrases and cues that takes the engine: what repeats others, and what fires on too many answers."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from content.concepts import REFERENCE
from content.faults import Fault, Finding
from content.library import Library
from content.linting import cues_of
from content.model import Cues, Lexicon
from conversations.feedback import Engine, Passage
from conversations.feedback.lexicon import PLAIN_WORDS, Way, ways

FEWEST_WRONG = 5  # answers that do not show the behavior, from which a cue that fires on them is worth a word
LIGHTEST = 0.05  # weight that is worth having a cue for
_NAMED = 6  # phrases that a finding names

_Known = tuple[str, tuple[str, ...], float]  # a cue as an explanation names it: behavior, groups, weight


class Labeled(Struct, frozen=True):
    """One answer, and which behaviors of its level a careful reader found in it or was not sure of.

    ``probe`` is the follow-up that it answers; None when it answers the question itself.
    """

    competency: str
    level: int
    question_id: str
    answer: str
    evidenced: frozenset[str]
    unsure: frozenset[str] = frozenset()
    probe: str | None = None


def repeated_phrases(library: Library, asked_by_name: Callable[[str], bool]) -> list[Fault]:
    """Phrases without which their concept would meet the same words, sorted by file and concept.

    Concepts that are asked for by name may be counted, so there only phrases that others equal are named.
    """
    found = []
    for file, pack in library.packs.items():
        if isinstance(pack, Lexicon):
            for concept, own in pack.concepts.items():
                said = () if concept == PLAIN_WORDS else repeated(library.lexicon[concept], asked_by_name(concept))
                listed = [(phrase, other) for phrase, other in said if phrase in own]
                if listed:
                    found.append(_on_phrases(concept, listed).in_file(file))
    return sorted(found)


def repeated(phrases: Sequence[str], whole: bool = False) -> list[tuple[str, str]]:
    """The phrases that the others leave nothing to meet, all of which can go at once, each with one that says it too.

    ``whole``: only what others meet word for word, not what holds a shorter phrase.
    """
    kept = {at: ways(phrase) for at, phrase in enumerate(phrases) if not phrase.startswith(REFERENCE)}
    owners: dict[Way, set[int]] = defaultdict(set)
    for at, own in kept.items():
        for way in own:
            owners[way].add(at)
    found = []
    for at in sorted(kept, reverse=True):
        others = [_met_by(way, owners, at, whole) for way in kept[at]]
        met = [other for other in others if other is not None]
        if len(met) == len(others):
            for way in kept[at]:
                owners[way].discard(at)
            found.append((phrases[at], phrases[min(met)]))
    return found[::-1]


def _met_by(way: Way, owners: dict[Way, set[int]], at: int, whole: bool) -> int | None:
    """Another phrase that meets the words of this way or some of them; None when there is none."""
    keys, denies = way
    stretches: Iterable[tuple[str, ...]] = [keys] if whole else _stretches(keys)
    return next((min(left) for part in stretches if (left := owners.get((part, denies), set()) - {at})), None)


def _stretches(keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All runs of keys, the longest first."""
    for size in range(len(keys), 0, -1):
        yield from (keys[start : start + size] for start in range(len(keys) - size + 1))


def _on_phrases(concept: str, said: Sequence[tuple[str, str]]) -> Finding:
    named = ", ".join(f"no “{phrase}” beside “{other}”" for phrase, other in said[:_NAMED])
    more = f", and {len(said) - _NAMED} more like these" if len(said) > _NAMED else ""
    return Finding(concept, "", f"needs {named}{more}", "Remove them" if len(said) > 1 else "Remove it")


def eager_cues(library: Library, answers: Iterable[Labeled]) -> list[Fault]:
    """Cues that promise more than the labeled answers keep, sorted by file and behavior.

    A cue's weight says how sure it is that the behavior was shown. It is named when it fires on at least
    ``FEWEST_WRONG`` answers that do not show the behavior, and on a smaller share of those that do than its weight.
    """
    right, wrong = _fired(library, answers)
    found = []
    for file, pack in library.packs.items():
        for behavior, place, cue in cues_of(pack) if isinstance(pack, Cues) else ():
            known = (behavior, cue.all, cue.weight)
            share = right[known] / max(1, right[known] + wrong[known])
            if wrong[known] >= FEWEST_WRONG and share < cue.weight:
                fired = right[known] + wrong[known]
                what = f"fires on {fired} labeled answers, of which {wrong[known]} do not show the behavior"
                lower = f"lower its weight from {cue.weight:g} to {max(share, LIGHTEST):.2f}"
                remedy = f"Narrow its groups or its window, or {lower}"
                found.append(Finding(behavior, place, what, remedy).in_file(file))
    return sorted(found)


def _fired(library: Library, answers: Iterable[Labeled]) -> tuple[Counter[_Known], Counter[_Known]]:
    """How often each cue was met in answers that show its behavior, and in answers that do not."""
    engine = Engine(library)
    right: Counter[_Known] = Counter()
    wrong: Counter[_Known] = Counter()
    for each in answers:
        prompt = each.probe or library.question(each.question_id).text
        explained = engine.explain(each.competency, each.level, each.question_id, (Passage(prompt, each.answer),))
        for said in explained.behaviors if explained.judged else ():
            behavior = said.verdict.behavior
            if behavior not in each.unsure:
                met = {(behavior, cue.groups, cue.weight) for cue in said.cues if cue.stopped_by is None}
                (right if behavior in each.evidenced else wrong).update(met)
    return right, wrong
