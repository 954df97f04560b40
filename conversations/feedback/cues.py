"""Cues compiled against the lexicon, and met or not met by an answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from content.concepts import ANYBODY, REFERENCE, alternatives, members
from content.model import Cue
from conversations.feedback.guards.guarding import FREE, GUARDS, UNREAL, Guarded
from conversations.feedback.lexicon import Hit
from conversations.feedback.matching import mask, meeting, spread

INLINE = "'"  # opens the name of an inline phrase, so that none replaces the concept of the same name


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """What can fill one place of a cue: names of concepts (an inline phrase is a concept named after its own text).

    ``guards`` name those that keep a word from counting here.

    Compared by identity, which is quick: cues that write a group alike share it.
    """

    concepts: tuple[str, ...]
    guards: tuple[str, ...]


class CompiledCue(NamedTuple):
    """A cue with its groups taken apart."""

    cue: Cue
    groups: tuple[Group, ...]
    none: tuple[Group, ...]


class Compiler:
    """Takes cues apart; groups written alike become one."""

    def __init__(self, concepts: Mapping[str, Sequence[str]]) -> None:
        """``concepts`` are the lexicon's own, without inline phrases."""
        self._concepts = concepts
        self._groups: dict[tuple[str, tuple[str, ...]], Group] = {}

    def compiled(self, cue: Cue) -> CompiledCue:
        """The cue with its groups taken apart; a concept brings those that it refers to."""
        groups = [self._group(written, FREE if written.startswith(ANYBODY) else GUARDS) for written in cue.all]
        if not any(group.guards for group in groups):  # nobody's act, but it must be told as real
            groups[0] = self._group(cue.all[0], UNREAL)
        none = [self._group(written, FREE if written.startswith(ANYBODY) else GUARDS) for written in cue.none]
        return CompiledCue(cue, tuple(groups), tuple(none))

    def _group(self, written: str, guards: tuple[str, ...]) -> Group:
        group = self._groups.get((written, guards))
        if group is None:
            names = dict.fromkeys(name for part in alternatives(written) for name in self._names(part))
            group = self._groups[written, guards] = Group(tuple(names), guards)
        return group

    def _names(self, part: str) -> tuple[str, ...]:
        return members(self._concepts, part[1:]) if part.startswith(REFERENCE) else (INLINE + part,)


def inline_phrases(cues: Iterable[CompiledCue]) -> dict[str, tuple[str, ...]]:
    """The phrases that stand in the cues themselves, as concepts for the lexicon."""
    parts = (part for cue in cues for written in (*cue.cue.all, *cue.cue.none) for part in alternatives(written))
    return {INLINE + part: (part,) for part in parts if not part.startswith(REFERENCE)}


def concepts_of(cues: Iterable[CompiledCue]) -> set[str]:
    """The names of all concepts that the cues ask for."""
    return {name for cue in cues for group in (*cue.groups, *cue.none) for name in group.concepts}


class Answer:
    """The concepts met by one answer; hits, masks and windows of a group are worked out once, when a cue first asks."""

    def __init__(self, found: Mapping[str, Sequence[Hit]], guarded: Guarded) -> None:
        """``found`` as the lexicon found it; ``guarded`` decides what counts."""
        self._found = found
        self._guarded = guarded
        self._hits: dict[Group, list[Hit]] = {}
        self._masks: dict[Group, int] = {}
        self._windows: dict[tuple[Group, int], int] = {}

    def hits(self, group: Group) -> list[Hit]:
        """The hits that count for a group, sorted."""
        hits = self._hits.get(group)
        if hits is None:
            hits = [hit for concept in group.concepts for hit in self._found.get(concept, ())]
            if group.guards:
                hits = [hit for hit in hits if not self._guarded.stops(hit, group.guards)]
            hits.sort()
            self._hits[group] = hits
            self._masks[group] = mask(hits)
        return hits

    def meets(self, cue: CompiledCue, stretch: float = 1.0) -> tuple[Hit, ...] | None:
        """One hit for each group of the cue within its window (times ``stretch``), or None."""
        groups = cue.groups
        for group in groups:
            if not self.hits(group):
                return None
        within = int(cue.cue.within * stretch)
        candidates = self._masks[groups[0]]
        for group in groups[1:]:
            candidates &= self._window(group, within)
            if not candidates:
                return None
        met = meeting([self._hits[group] for group in groups], candidates, within)
        if met and cue.none:
            around = spread(mask(met), within)
            if any(mask(self.hits(group)) & around for group in cue.none):
                return None
        return met

    def _window(self, group: Group, within: int) -> int:
        window = self._windows.get((group, within))
        if window is None:
            window = self._windows[group, within] = spread(self._masks[group], within)
        return window
