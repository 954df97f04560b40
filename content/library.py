"""Everything that can be asked and listened for: the good packs, and the faults of the others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeVar

from content.decoding import decode
from content.faults import Fault, Finding
from content.judging import judge
from content.model import (
    Behavior,
    Competency,
    Cue,
    Cues,
    Deck,
    Definitions,
    DoubtWeights,
    Level,
    Lexicon,
    ModelAnswer,
    ModelAnswers,
    Pack,
    Probe,
    Question,
    Slot,
    SlotWeighing,
    SlotWeights,
    StarProbes,
    Weighing,
    WordWeights,
)
from content.reading import UnreadableError, pack_files, read_bytes
from content.shelf import ORDER, Shelf

BUILT_IN = "built-in "  # opens the name of a file that comes with the coach


@dataclass(frozen=True)
class Library:
    """The good packs, by id. A lookup of an id that is not there raises `KeyError`; ask the mappings when unsure."""

    competencies: Mapping[str, Competency]
    questions: Mapping[str, Question]
    behaviors: Mapping[str, Behavior]
    star_probes: tuple[Probe, ...]
    model_answers: Mapping[tuple[str, int], ModelAnswer]  # by question id and level
    decks: Mapping[str, Deck]
    definitions: Mapping[str, Definitions]
    lexicon: Mapping[str, tuple[str, ...]]  # the words of each concept, all lexicon packs merged
    cues: Mapping[str, tuple[Cue, ...]]  # by behavior id
    weights: Mapping[str, Weighing]  # by behavior id; a behavior may have none
    slot_weights: Mapping[Slot, SlotWeighing]  # a slot may have none
    doubt: Weighing  # without any pack of them, nothing is doubted
    faults: tuple[Fault, ...] = ()
    packs: Mapping[str, Pack] = field(default_factory=dict)  # as they were read, by file

    def competency(self, competency_id: str) -> Competency:
        """The competency with this id."""
        return self.competencies[competency_id]

    def level(self, competency: str, number: int) -> Level:
        """One level of a competency."""
        for level in self.competencies[competency].levels:
            if level.number == number:
                return level
        raise KeyError((competency, number))

    def question(self, question_id: str) -> Question:
        """The question with this id, whatever competency it belongs to."""
        return self.questions[question_id]

    def behavior(self, behavior_id: str) -> Behavior:
        """The behavior with this id."""
        return self.behaviors[behavior_id]

    def questions_for(self, competency: str, level: int) -> tuple[Question, ...]:
        """What can be asked at a level: its own questions, then those of every level. Never empty."""
        return self.level(competency, level).questions + self.competencies[competency].questions

    def probes_for(self, question: Question) -> tuple[Probe, ...]:
        """The question's own probes, or the shared STAR probes when it has none."""
        return question.probes or self.star_probes

    def model_answer(self, question: str, level: int) -> ModelAnswer | None:
        """Somebody else's good answer to the question at this level; None when nobody has written one."""
        return self.model_answers.get((question, level))


def load(*folders: Path) -> Library:
    """The built-in packs and those in ``folders``. Never raises for what is in a folder: see `Library.faults`.

    A pack with a fault is left out as a whole, and a pack that uses an id already taken never replaces the other.
    """
    with as_file(files("content") / "packs") as built_in:
        further = [folder for folder in dict.fromkeys(folders) if folder.resolve() != built_in.resolve()]
        return _assemble([*_read(built_in, BUILT_IN), *chain.from_iterable(map(_read, further))])


def load_only(*folders: Path) -> Library:
    """The packs in ``folders`` alone, those of earlier folders first."""
    return _assemble(chain.from_iterable(map(_read, folders)))


class _File(NamedTuple):
    name: str
    pack: Pack | None
    findings: list[Finding]


def _read(folder: Path, label: str = "") -> Iterator[_File]:
    try:
        paths = pack_files(folder)
    except UnreadableError as error:
        yield _File(str(folder), None, [error.finding])
        return
    for path in paths:
        name = f"{label}{path.name}" if label else str(path)
        try:
            yield _File(name, *decode(read_bytes(path)))
        except UnreadableError as error:
            yield _File(name, None, [error.finding])


def _assemble(found: Iterable[_File]) -> Library:
    shelf = Shelf()
    good: dict[str, Pack] = {}
    faults: list[Fault] = []
    for name, pack, misfits in sorted(found, key=lambda file: ORDER.index(type(file.pack)) if file.pack else -1):
        findings = misfits if pack is None else [*misfits, *judge(pack), *shelf.judge(pack)]
        if pack is not None and not findings:
            shelf.add(pack, name)
            good[name] = pack
        faults.extend(finding.in_file(name) for finding in findings)
    return _library(good, tuple(dict.fromkeys(sorted(faults))))


def _library(by_file: Mapping[str, Pack], faults: tuple[Fault, ...]) -> Library:
    packs = list(by_file.values())
    competencies = [pack for pack in packs if isinstance(pack, Competency)]
    levels = [level for competency in competencies for level in competency.levels]
    shared = (question for competency in competencies for question in competency.questions)
    answers = (answer for pack in packs if isinstance(pack, ModelAnswers) for answer in pack.answers)
    return Library(
        competencies=_by_id(competencies),
        questions=_by_id(chain((question for level in levels for question in level.questions), shared)),
        behaviors=_by_id(behavior for level in levels for behavior in level.behaviors),
        star_probes=tuple(probe for pack in packs if isinstance(pack, StarProbes) for probe in pack.probes),
        model_answers=MappingProxyType({(answer.question, answer.level): answer for answer in answers}),
        decks=_by_id(pack for pack in packs if isinstance(pack, Deck)),
        definitions=_by_id(pack for pack in packs if isinstance(pack, Definitions)),
        lexicon=_merged(pack.concepts for pack in packs if isinstance(pack, Lexicon)),
        cues=_merged(pack.behaviors for pack in packs if isinstance(pack, Cues)),
        weights=MappingProxyType(
            {key: each for pack in packs if isinstance(pack, WordWeights) for key, each in pack.behaviors.items()}
        ),
        slot_weights=MappingProxyType(
            {slot: each for pack in packs if isinstance(pack, SlotWeights) for slot, each in pack.slots.items()}
        ),
        doubt=next((pack.doubt for pack in packs if isinstance(pack, DoubtWeights)), Weighing(0.0, {})),
        faults=faults,
        packs=MappingProxyType(by_file),
    )


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_HasId)
_Entry = TypeVar("_Entry")


def _by_id(items: Iterable[_Item]) -> Mapping[str, _Item]:
    return MappingProxyType({item.id: item for item in items})


def _merged(parts: Iterable[Mapping[str, tuple[_Entry, ...]]]) -> Mapping[str, tuple[_Entry, ...]]:
    whole: dict[str, tuple[_Entry, ...]] = {}
    for part in parts:
        for name, entries in part.items():
            whole[name] = whole.get(name, ()) + entries
    return MappingProxyType(whole)
