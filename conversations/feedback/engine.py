"""The feedback engine: compiled once from the library, it judges answers, lists and definitions."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from content.library import Library
from content.model import Competency, Slot, Weighing
from conversations.feedback.assessment import Assessment, BehaviorVerdict, Outline, Passage, Verdict
from conversations.feedback.cues import Answer, CompiledCue, Compiler, concepts_of, inline_phrases
from conversations.feedback.doubt import loudest, telling_terms
from conversations.feedback.explanation import (
    BehaviorExplanation,
    DoubtExplanation,
    Explanation,
    WordsExplanation,
    explain_cues,
    guarded_stretches,
    words,
)
from conversations.feedback.guards.judgeable import TOO_SHORT, refused
from conversations.feedback.guards.pasted import vocabulary
from conversations.feedback.lexicon import Hit, Lexicon, plain_words
from conversations.feedback.pieces import Piece
from conversations.feedback.quoting import apart, evidence, quoted
from conversations.feedback.reading import Reader, Reading
from conversations.feedback.recall import Recall, Recaller
from conversations.feedback.structure import ownership, specifics
from conversations.feedback.text import read
from conversations.feedback.verdicts import convinced, level_read, met_cues, settled, strength, verdict
from conversations.feedback.weighing import Scales, Weighed

REMEMBERED = 256  # passages of each competency, some 40 KB each
_READ_ANYWAY = ("guard-", "slot-", "tool")  # concepts that guards and structure ask for
_LOUDEST = 8  # terms that an explanation names
_MOST_EVIDENCE = 3  # pieces of evidence kept per behavior


class _Target(NamedTuple):
    """A behavior with its level and compiled cues."""

    behavior: str
    level: int
    cues: tuple[CompiledCue, ...]


class _Judge(NamedTuple):
    """What the answers to one competency's questions are judged by."""

    targets: tuple[_Target, ...]
    lexicon: Lexicon
    scales: Scales
    reader: Reader


class Engine:
    """Assesses answers to questions, recalled lists and definitions against the library's cues. Safe to share.

    What it says depends on its arguments alone. It remembers the latest passages that it read, because an answer is
    judged again with each of its follow-ups.
    """

    def __init__(self, library: Library, remembered: int = REMEMBERED) -> None:
        """Compile the library's lexicon and cues. ``remembered`` passages of each competency are not read again."""
        with _no_garbage():
            self._compile(library, remembered)

    def _compile(self, library: Library, remembered: int) -> None:
        compiler, plain = Compiler(library.lexicon), plain_words(library.lexicon)
        self._doubting = library.doubt
        for_slots = {slot.value: Weighing(each.bias, each.terms) for slot, each in library.slot_weights.items()}
        self._judges = {}
        for competency in library.competencies.values():
            targets = _targets(competency, library, compiler)
            lexicon = _lexicon(library, [cue for target in targets for cue in target.cues], plain)
            weights = {
                each.behavior: library.weights[each.behavior] for each in targets if each.behavior in library.weights
            }
            scales = Scales(weights, for_slots)
            reader = Reader(lexicon, scales, library.slot_weights, library.doubt, _sources(competency), remembered)
            self._judges[competency.id] = _Judge(targets, lexicon, scales, reader)
        self._refusals = Lexicon(_concepts(library, ("guard-refusal", "guard-filler")), plain)
        self._questions = {question.id: vocabulary(question.text) for question in library.questions.values()}
        cards = [card for deck in library.decks.values() for card in deck.cards]
        self._recaller = Recaller(cards, library.definitions.values(), library.lexicon, plain)

    def assess(self, competency_id: str, level: int, question_id: str, passages: Sequence[Passage]) -> Assessment:
        """Judge an answer together with its probes' answers, at least one passage, against all levels of the
        competency.

        ``level`` is where it was asked; behaviors of the others need clearer signs.
        Raises ``KeyError`` for a competency that the library does not hold.
        """
        reading = self._read(competency_id, question_id, passages)
        if reason := reading.reason:
            return Assessment(False, reason)
        verdicts = self._verdicts(competency_id, level, reading)
        return Assessment(
            judged=True,
            behaviors=verdicts,
            slots=_rounded(reading),
            ownership=ownership(reading.text.words),
            specifics=specifics(reading.text, reading.found),
            reads_like=level_read(verdicts, level),
        )

    def outline(self, competency_id: str, question_id: str, passages: Sequence[Passage]) -> Outline:
        """How the last of the passages is built, by itself. Costs no more than reading it. Raises as `assess` does."""
        reading = self._judges[competency_id].reader.latest(self._asked(question_id), passages)
        reason = reading.reason
        return Outline(reason, _rounded(reading) if reason in (None, TOO_SHORT) else {})

    def explain(self, competency_id: str, level: int, question_id: str, passages: Sequence[Passage]) -> Explanation:
        """Why ``assess`` says what it says for ``level``: cues met or stopped, the words that met them, the guards."""
        reading = self._read(competency_id, question_id, passages)
        answer = Answer(reading.found, reading.guarded)
        targets = self._judges[competency_id].targets
        behaviors = tuple(
            BehaviorExplanation(
                said,
                tuple(explain_cues(reading.text, answer, reading.guarded, target.cues)),
                self._explain_words(competency_id, target.behavior, reading),
            )
            for target, said in zip(targets, self._verdicts(competency_id, level, reading), strict=True)
            if target.level == level
        )
        guarded = tuple(guarded_stretches(reading.text, reading.guarded))
        doubts = tuple(
            self._explain_doubt(competency_id, passage.text, said)
            for passage, said in zip(passages, reading.doubts, strict=True)
        )
        return Explanation(reading.reason is None, reading.reason, behaviors, guarded, doubts)

    def _explain_doubt(self, competency_id: str, passage: str, doubted: float) -> DoubtExplanation:
        terms = self.told(competency_id, passage)
        return DoubtExplanation(round(doubted, 2), tuple(loudest(terms, self._doubting.terms, _LOUDEST)))

    def _explain_words(self, competency_id: str, behavior: str, reading: Reading) -> WordsExplanation | None:
        weighed = reading.weighed.get(behavior)
        if weighed is None:
            return None
        piece = reading.pieces[weighed.heaviest]
        terms = self._judges[competency_id].scales.speaking(behavior, reading.pieces, weighed, _LOUDEST)
        stretch = words(reading.text, Hit(piece.start, piece.end, denies=False))
        return WordsExplanation(round(weighed.odds, 2), stretch, tuple(terms))

    def recall(self, card_id: str, text: str) -> Recall:
        """Which items of a flashcard's list the text names, and what it names wrongly. Raises ``KeyError``."""
        return self._recaller.recall(card_id, text)

    def ideas(self, definitions_id: str, text: str) -> tuple[str, ...]:
        """The ids of a definition's ideas that the text holds. Raises ``KeyError``."""
        return self._recaller.ideas(definitions_id, text)

    def refusal(self, text: str) -> bool:
        """Whether the text declines to answer ("I can't think of one", "skip") rather than answers."""
        written = read([text])
        return refused(written, self._refusals.find(written))

    def heard(self, competency_id: str, question_id: str, passages: Sequence[Passage]) -> list[Piece]:
        """What the word weights see of an answer, piece by piece; for learning them. Raises ``KeyError``."""
        return self._read(competency_id, question_id, passages).pieces

    def told(self, competency_id: str, passage: str) -> frozenset[str]:
        """The terms that say how a passage is told; for learning what to doubt. Raises ``KeyError``."""
        text = read([passage])
        return telling_terms(text, self._judges[competency_id].lexicon.find(text))

    def _verdicts(self, competency_id: str, level: int, reading: Reading) -> tuple[BehaviorVerdict, ...]:
        answer = Answer(reading.found, reading.guarded)
        return settled([_verdict(each, reading, answer) for each in self._judges[competency_id].targets], level)

    def _read(self, competency_id: str, question_id: str, passages: Sequence[Passage]) -> Reading:
        return self._judges[competency_id].reader.read(self._asked(question_id), passages)

    def _asked(self, question_id: str) -> frozenset[str]:
        return self._questions.get(question_id, frozenset())


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Spares Python looking for garbage among tens of thousands of things that are made to stay, a quarter of the
    time that they take."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _verdict(target: _Target, reading: Reading, answer: Answer) -> BehaviorVerdict:
    weighed = reading.weighed.get(target.behavior)
    by_words = _by_words(reading, weighed) if weighed else None
    met = met_cues(answer, target.cues, by_words)
    said = strength(met) if by_words is None else convinced(strength(met), by_words)
    judged = verdict(said)
    if judged is Verdict.NOT_YET:
        return BehaviorVerdict(target.behavior, target.level, judged, round(said, 3))
    quotes = [evidence(target.behavior, each, reading.text, reading.cut) for each in met[:_MOST_EVIDENCE]]
    if weighed:  # what says most as a whole reads better than the words that a cue happened to meet
        piece = reading.pieces[weighed.heaviest]
        quotes.insert(0, quoted(target.behavior, said, piece.start, piece.end, reading.text))
    return BehaviorVerdict(target.behavior, target.level, judged, round(said, 3), apart(quotes))


def _by_words(reading: Reading, weighed: Weighed) -> float:
    """What the words say, less what there is to doubt about the passage in which they say it."""
    return weighed.odds - reading.doubts[reading.text.passage[reading.pieces[weighed.heaviest].start]]


def _rounded(reading: Reading) -> dict[Slot, float]:
    return {slot: round(value, 2) for slot, value in reading.slots.items()}


def _targets(competency: Competency, library: Library, compiler: Compiler) -> tuple[_Target, ...]:
    return tuple(
        _Target(behavior.id, level.number, tuple(map(compiler.compiled, library.cues.get(behavior.id, ()))))
        for level in competency.levels
        for behavior in level.behaviors
    )


def _lexicon(library: Library, cues: Sequence[CompiledCue], plain: frozenset[str]) -> Lexicon:
    """What the answers to one competency's questions are searched for, so that the others cost them nothing."""
    asked = concepts_of(cues) | {name for name in library.lexicon if name.startswith(_READ_ANYWAY)}
    return Lexicon({**_concepts(library, sorted(asked)), **inline_phrases(cues)}, plain)


def _concepts(library: Library, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return {name: library.lexicon[name] for name in names if name in library.lexicon}


def _sources(competency: Competency) -> tuple[frozenset[str], ...]:
    return tuple(vocabulary(behavior.text) for level in competency.levels for behavior in level.behaviors)
