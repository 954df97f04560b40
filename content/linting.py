"""Advice about good packs: what the coach takes as it stands, but an author hardly meant."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, groupby

from content.concepts import REFERENCE, alternatives, members
from content.faults import Fault, Finding
from content.library import Library
from content.model import Competency, Cue, Cues, Deck, Definitions, Lexicon, Pack

ALIKE = 0.75  # share of the phrases of two groups that are in both, from which they count as the same group

_Owned = tuple[str, str, Cue]  # a cue, the item that it is for, and what it is called there


def lint(library: Library, asked_by_name: Callable[[str], bool]) -> list[Fault]:
    """Everything to think about in the good packs, sorted by file and item.

    ``asked_by_name`` tells which concepts are looked for whatever the cues ask for.
    """
    used = _used(library)
    found: list[Fault] = []
    for file, pack in library.packs.items():
        match pack:
            case Competency():
                findings = [*_behaviors(pack, library), *_questions(pack, library)]
            case Lexicon():
                findings = [_unused(name) for name in pack.concepts if name not in used and not asked_by_name(name)]
            case _:
                findings = []
        found.extend(finding.in_file(file) for finding in findings)
    return sorted([*found, *_near_duplicates(library)])


def cues_of(pack: Pack) -> Iterator[_Owned]:
    """Every cue of a pack with its owner's id and its place there, such as "cue 2" or "item 3 cue 1"."""
    match pack:
        case Cues():
            for key, cues in pack.behaviors.items():
                yield from ((key, f"cue {number}", cue) for number, cue in enumerate(cues, 1))
        case Deck():
            for card in pack.cards:
                for at, item in enumerate(card.items, 1):
                    yield from ((card.id, f"item {at} cue {number}", cue) for number, cue in enumerate(item.cues, 1))
        case Definitions():
            for idea in pack.ideas:
                yield from ((idea.id, f"cue {number}", cue) for number, cue in enumerate(idea.cues, 1))


def _behaviors(pack: Competency, library: Library) -> Iterator[Finding]:
    for level in pack.levels:
        for behavior in level.behaviors:
            if not library.cues.get(behavior.id):
                remedy = "Write cues for it in a pack of the kind cues"
                yield Finding(behavior.id, "", "has no cues", remedy)
            if not behavior.listens_for:
                remedy = "Say in everyday words what an interviewer listens for"
                yield Finding(behavior.id, "listens_for", "is empty", remedy)


def _questions(pack: Competency, library: Library) -> Iterator[Finding]:
    for level in pack.levels:
        for question in (*level.questions, *pack.questions):
            if library.model_answer(question.id, level.number) is None:
                what = f"has no model answer at level {level.number}"
                yield Finding(question.id, "", what, "Write one in a pack of the kind model-answers")


def _unused(concept: str) -> Finding:
    return Finding(concept, "", "is used by no cue", f"Remove the concept, or use {REFERENCE}{concept} in a cue")


def _used(library: Library) -> set[str]:
    """The concepts that cues ask for, and those that they take in."""
    cues = (cue for pack in library.packs.values() for *_, cue in cues_of(pack))
    parts = {part for cue in cues for group in (*cue.all, *cue.none) for part in alternatives(group)}
    named = {part[1:] for part in parts if part.startswith(REFERENCE)}
    return {each for name in named for each in members(library.lexicon, name)}


def _near_duplicates(library: Library) -> Iterator[Fault]:
    """Cues that ask for nearly the same as another, for behaviors of one competency or items of one card."""
    for file, pack in library.packs.items():
        for _, rivals in groupby(cues_of(pack), key=lambda owned: owned[0] if isinstance(pack, Deck) else ""):
            asked = [(owner, place, _phrases(cue, library.lexicon)) for owner, place, cue in rivals]
            for (first, first_place, first_asks), (owner, place, asks) in combinations(asked, 2):
                if _alike(first_asks, asks):
                    there = first_place if first == owner else f"{first_place} of {first}"
                    what = f"asks for nearly the same as {there}"
                    yield Finding(owner, place, what, "Keep one of them").in_file(file)


def _phrases(cue: Cue, concepts: Mapping[str, Sequence[str]]) -> list[frozenset[str]]:
    """Per group the phrases that fill it, as written."""
    return [
        frozenset(phrase for part in alternatives(group) for phrase in _filling(part, concepts)) for group in cue.all
    ]


def _filling(part: str, concepts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if not part.startswith(REFERENCE):
        yield part
        return
    for name in members(concepts, part[1:]):
        yield from (phrase for phrase in concepts[name] if not phrase.startswith(REFERENCE))


def _alike(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    """Whether each group of one cue has a group of its own in the other that is nearly the same."""
    if len(one) != len(other):
        return False
    left = list(other)
    for group in one:
        closest = max(left, key=lambda each: _overlap(group, each))
        if _overlap(group, closest) < ALIKE:
            return False
        left.remove(closest)
    return True


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
