"""An answer as the feedback engine sees it: each passage is read by itself, once, and then they are joined."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from content.model import Slot, SlotWeighing, Weighing
from conversations.feedback.assessment import Passage
from conversations.feedback.clauses import Clause, clauses
from conversations.feedback.doubt import by_chance, doubt, telling_terms
from conversations.feedback.guards.credit import takes_back
from conversations.feedback.guards.guarding import Guarded, guard
from conversations.feedback.guards.judgeable import nothing_real, reason_not_to_judge
from conversations.feedback.guards.pasted import vocabulary
from conversations.feedback.lexicon import Hit, Lexicon
from conversations.feedback.pieces import Piece, pieces
from conversations.feedback.structure import heard_slots, slots
from conversations.feedback.text import Text, joined_text, read
from conversations.feedback.weighing import Scales, Weighed

LONGEST_REMEMBERED = 4_000  # characters


class Reading(NamedTuple):
    """What one or more passages say; places are tokens of ``text``.

    ``weighed`` are behaviors and slots by the words, ``slots`` by words and rules together. ``acts``: the speaker tells
    of something that they really did. ``doubts`` are log-odds, one for each passage, to be taken from what words say
    there.
    """

    text: Text
    cut: list[Clause]
    found: Mapping[str, Sequence[Hit]]
    guarded: Guarded
    pieces: list[Piece]
    weighed: Mapping[str, Weighed]
    slots: Mapping[Slot, float]
    acts: bool
    doubts: tuple[float, ...]

    @property
    def reason(self) -> str | None:
        """Why it cannot be judged, None when it can."""
        return reason_not_to_judge(self.text, self.found) or nothing_real(self.text, self.guarded)


class Reader:
    """Reads answers to one competency's questions. The latest ``remembered`` passages are not read again."""

    def __init__(
        self,
        lexicon: Lexicon,
        scales: Scales,
        slot_weights: Mapping[Slot, SlotWeighing],
        doubting: Weighing,
        sources: Iterable[frozenset[str]],
        remembered: int,
    ) -> None:
        """``sources`` are vocabularies of what a person may have pasted, besides the question."""
        self._lexicon = lexicon
        self._scales = scales
        self._slot_weights = slot_weights
        self._doubting = doubting
        self._sources = tuple(sources)
        self._remembered = lru_cache(maxsize=remembered)(self._afresh)

    def read(self, asked: frozenset[str], passages: Sequence[Passage]) -> Reading:
        """The passages, at least one, as one answer to the question whose vocabulary is ``asked``.

        A passage knows of the others only whether something real was told before it, and whether the next one takes
        its last sentence back.
        """
        readings = self._one_by_one(asked, passages)
        return joined(readings, self._scales) if len(readings) > 1 else readings[0]

    def latest(self, asked: frozenset[str], passages: Sequence[Passage]) -> Reading:
        """The last of the passages by itself, as it is heard after the others."""
        return self._one_by_one(asked, passages)[-1]

    def _one_by_one(self, asked: frozenset[str], passages: Sequence[Passage]) -> list[Reading]:
        readings: list[Reading] = []
        told = told_before = False
        for passage in passages:
            reading = self._read(asked, passage, told, taken_back=False)
            if readings and takes_back(reading.cut, reading.found):
                readings[-1] = self._read(asked, passages[len(readings) - 1], told_before, taken_back=True)
            readings.append(reading)
            told_before, told = told, told or reading.acts
        return readings

    def _read(self, asked: frozenset[str], passage: Passage, told: bool, *, taken_back: bool) -> Reading:
        read_it = self._remembered if len(passage.text) <= LONGEST_REMEMBERED else self._afresh
        return read_it(asked, passage, told, taken_back)

    def _afresh(self, asked: frozenset[str], passage: Passage, told: bool, taken_back: bool) -> Reading:
        text = read([passage.text])
        cut = clauses(text)
        found = self._lexicon.find(text)
        sources = [*self._sources, asked, vocabulary(passage.prompt)]
        guarded = guard(text, cut, found, sources, told=told, taken_back=taken_back)
        heard = pieces(text, cut, found, guarded.reach | guarded.denied)
        weighed = self._scales.weigh(heard)
        by_rules = slots(text, cut, found, guarded)
        filled = heard_slots(by_rules, weighed, self._slot_weights)
        doubts = (doubt(telling_terms(text, found), self._doubting) + by_chance(len(heard)),)
        return Reading(text, cut, found, guarded, heard, weighed, filled, by_rules[Slot.ACTION] > 0, doubts)


def joined(readings: Sequence[Reading], scales: Scales) -> Reading:
    """Several passages as one: words weigh together across them, so that a follow-up completes what was half said; each
    slot is as strong as in the passage that fills it best."""
    text = joined_text([each.text for each in readings])
    cut: list[Clause] = []
    found: dict[str, list[Hit]] = {}
    heard: list[Piece] = []
    masks = [0] * len(Guarded._fields)
    starts = accumulate((len(each.text) for each in readings), initial=0)
    for start, reading in zip(starts, readings, strict=False):
        sentence = cut[-1].sentence + 1 if cut else 0
        cut += [Clause(at.start + start, at.end + start, at.sentence + sentence, at.opens) for at in reading.cut]
        for concept, hits in reading.found.items():
            found.setdefault(concept, []).extend([Hit(hit.start + start, hit.end + start, hit.denies) for hit in hits])
        heard += [Piece(piece.start + start, piece.end + start, piece.terms) for piece in reading.pieces]
        masks = [mask | reached << start for mask, reached in zip(masks, reading.guarded, strict=True)]
    filled = {slot: max(reading.slots[slot] for reading in readings) for slot in readings[0].slots}
    acts = any(reading.acts for reading in readings)
    doubts = tuple(each for reading in readings for each in reading.doubts)
    return Reading(text, cut, found, Guarded(*masks), heard, scales.weigh(heard), filled, acts, doubts)
