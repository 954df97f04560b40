"""Puts good packs beside each other, and says when one does not go with those already there."""

import re
from collections.abc import Iterable, Iterator

from content.faults import Finding
from content.model import (
    Competency,
    Cue,
    Cues,
    Deck,
    Definitions,
    DoubtWeights,
    Lexicon,
    ModelAnswers,
    Pack,
    Question,
    SlotWeights,
    StarProbes,
    WordWeights,
)

# What is referred to stands before what refers to it.
ORDER: tuple[type[Pack], ...] = (
    Lexicon, StarProbes, Competency, Deck, Definitions, ModelAnswers, Cues, WordWeights, SlotWeights,
    DoubtWeights,
)  # fmt: skip
_CONCEPT = re.compile(r"@([a-z0-9-]+)")


class Shelf:
    """The packs accepted so far, and the ids they use."""

    def __init__(self) -> None:
        self._file_of: dict[str, str] = {}
        self._competencies: dict[str, Competency] = {}
        self._concepts: set[str] = set()
        self._star_probes = False
        self._answered: set[tuple[str, int]] = set()

    def judge(self, pack: Pack) -> list[Finding]:
        """What speaks against this pack beside the others: an id that is taken, or one that leads nowhere."""
        findings = [
            Finding(
                key, "id", f"is already used by {self._file_of[key]}", "Choose another id; that pack stays as it is"
            )
            for key in _ids(pack)
            if key in self._file_of
        ]
        match pack:
            case Competency():
                findings += self._unprobed(pack)
            case ModelAnswers():
                findings += self._model_answers(pack)
            case Cues():
                findings += self._behaviors(pack)
                for behavior, cues in pack.behaviors.items():
                    findings += self._concepts_of(behavior, cues)
            case WordWeights():
                findings += self._behaviors(pack)
            case Deck():
                for card in pack.cards:
                    findings += self._concepts_of(card.id, (cue for item in card.items for cue in item.cues))
            case Definitions():
                for idea in pack.ideas:
                    findings += self._concepts_of(idea.id, idea.cues)
        return findings

    def add(self, pack: Pack, file: str) -> None:
        """Take a pack that was judged good."""
        self._file_of.update(dict.fromkeys(_ids(pack), file))
        match pack:
            case Competency():
                self._competencies[pack.id] = pack
            case Lexicon():
                self._concepts.update(pack.concepts)
            case StarProbes():
                self._star_probes = True
            case ModelAnswers():
                self._answered.update((answer.question, answer.level) for answer in pack.answers)

    def _unprobed(self, pack: Competency) -> Iterator[Finding]:
        if not self._star_probes:
            for question in _questions(pack):
                if not question.probes:
                    yield Finding(question.id, "probes", "is empty, and there are no shared STAR probes", "Add probes")

    def _model_answers(self, pack: ModelAnswers) -> Iterator[Finding]:
        competency = self._competencies.get(pack.competency)
        if competency is None:
            yield self._no_competency(pack.id, pack.competency)
            return
        asked = {
            (question.id, level.number)
            for level in competency.levels
            for question in (*level.questions, *competency.questions)
        }
        for answer in pack.answers:
            place = (answer.question, answer.level)
            if place not in asked:
                what = f"is not asked at level {answer.level} of {competency.id}"
                yield Finding(answer.question, "answers question", what, "Correct the question or the level")
            elif place in self._answered:
                what = f"has a model answer at level {answer.level} in another pack"
                yield Finding(answer.question, "answers question", what, "Remove this one")

    def _behaviors(self, pack: Cues | WordWeights) -> Iterator[Finding]:
        competency = self._competencies.get(pack.competency)
        if competency is None:
            yield self._no_competency(pack.id, pack.competency)
            return
        known = {behavior.id for level in competency.levels for behavior in level.behaviors}
        for key in pack.behaviors:
            if key not in known:
                what = f"there is no behavior {key} in {competency.id}"
                yield Finding(pack.id, f"behaviors {key}", what, "Correct the id or remove the entry")

    def _concepts_of(self, owner: str, cues: Iterable[Cue]) -> Iterator[Finding]:
        named = {name for cue in cues for group in (*cue.all, *cue.none) for name in _CONCEPT.findall(group)}
        for name in sorted(named - self._concepts):
            yield Finding(owner, "cues", f"there is no concept @{name}", "Correct its name or add it to a lexicon")

    def _no_competency(self, owner: str, named: str) -> Finding:
        known = ", ".join(sorted(self._competencies)) or "none"
        what = f"there is no good pack of the competency {named}"
        return Finding(owner, "competency", what, f"Mend that pack first, or use one of these: {known}")


def _questions(pack: Competency) -> list[Question]:
    return [*(question for level in pack.levels for question in level.questions), *pack.questions]


def _ids(pack: Pack) -> set[str]:
    ids = {pack.id}
    match pack:
        case Competency():
            questions = _questions(pack)
            ids.update(behavior.id for level in pack.levels for behavior in level.behaviors)
            ids.update(question.id for question in questions)
            ids.update(probe.id for question in questions for probe in question.probes)
        case StarProbes():
            ids.update(probe.id for probe in pack.probes)
        case Deck():
            ids.update(card.id for card in pack.cards)
        case Definitions():
            ids.update(definition.id for definition in pack.definitions)
            ids.update(idea.id for idea in pack.ideas)
    return ids
