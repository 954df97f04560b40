"""Learns the weights of words in the packs from the labelled answers and tellings: ``make learn``.

One logistic regression per behavior, or per slot, all fitted at once, with multiple-instance labels: of an answer that
shows a behavior only its best window counts as telling it, of one that does not its most tempting windows count as
not telling it. Which window is best is decided by the weights of the round before (see ``weighing.py``).
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from content.library import Library, load
from content.model import Slot, SlotWeighing, Weighing
from conversations.feedback import Engine, Passage
from conversations.feedback.doubt import damping
from conversations.feedback.weighing import DAMPING, FEWEST, WINDOW
from tests.evaluation.labelled import FOLDS, Row, answers, fold, tellings

SOURCE = "learned from the labeled answers and tellings in tests/evaluation by make learn"
PACKS = Path(__file__).parents[2] / "content" / "packs"
ROUNDS = 3
STEPS = 120  # of the optimizer, at most, in a round
STRICTNESS = 0.2  # how much a weight costs (ridge)
RAREST = 2  # texts that must hold a term
TEMPTING = 3  # windows of an answer that are shown as not telling a behavior
TOLD, ANSWERED, OTHERWISE = 0.3, 2.0, 1.0  # what a positive telling, a positive window, a negative one counts
ANY = 0.3  # what each window of an answer counts while nothing is known of which is best
KEPT = 600  # terms per behavior or slot, the weightiest

# Answers of these kinds that show nothing sound unreal, those of the others real; what an unreal one counts.
UNREAL = frozenset(["others-work", "hypothetical", "negated"])
REAL = frozenset(["strong", "typos", "non-native", "dictated", "partial", "task-stated"])
UNREAL_COUNTS = 2.0
PARTS = (1, 2, 4)  # in how many parts an answer is heard; all parts of a kind together count less the smaller they are
TELLING_COUNTS = 0.2
STRICTNESS_OF_DOUBT, RAREST_TOLD, FAINT = 0.5, 4, 0.1
# Log-odds below which an answer sounds as real as most, and how much what is above counts against it. Chosen on answers
# that it was not learned from: one in seventeen that show nothing is praised, and no fewer behaviors are found for it.
USUAL, DOUBT_SAYS = 1.86, 2.9

# Per slot what words and rules must overcome together, and what rules of full strength say, in log-odds; and what share
# of their own log-odds the words say. Logistic regressions on answers that the words were not learned from gave them.
WORDS_SAY = 0.45
_STAR = {
    "S": (Slot.SITUATION, 1.4, 2.1),
    "T": (Slot.TASK, 1.1, 2.4),
    "A": (Slot.ACTION, 0.95, 0.7),
    "R": (Slot.RESULT, 0.85, 1.6),
}


Judge = Callable[[Row, str], bool | None]  # whether an answer tells what is named; None when nobody knows
Text = list[frozenset[str]]  # the terms of an answer, piece by piece


class Instances(NamedTuple):
    """What weights are learned from: a row per window, a column per term. ``names`` are what windows may tell.

    ``told`` are the tellings, the first rows, one each; ``spans`` the rows of each answer of ``answered``.
    """

    names: list[str]
    terms: list[str]
    rows: sparse.csr_matrix
    told: list[Row]
    answered: list[Row]
    spans: list[tuple[int, int]]


def learn(engine: Engine, library: Library, competency: str, answered: Sequence[Row]) -> dict[str, Weighing]:
    """The weights of a competency's behaviors, from all tellings and the given answers, always the same."""
    names = [each.id for level in library.competencies[competency].levels for each in level.behaviors]
    asked = {level.number: {each.id for each in level.behaviors} for level in library.competencies[competency].levels}
    told = list(tellings(competency))
    texts = [[frozenset().union(*_heard(engine, competency, "", (Passage("", row["text"]),)))] for row in told]
    texts += [_heard(engine, competency, row["question_id"], passages(row, library)) for row in answered]

    def judge(row: Row, behavior: str) -> bool | None:
        if behavior in row["evidenced"] or behavior in row.get("elsewhere", ()):
            return True
        unknown = behavior not in asked[row["level"]] and "elsewhere" not in row
        return None if unknown or behavior in row["unsure"] else False

    terms, weights = _learned(names, texts, told, answered, judge)
    return {name: _weighing(terms, weights[:, at]) for at, name in enumerate(names)}


def learn_slots(engine: Engine, library: Library, answered: Sequence[Row]) -> dict[Slot, SlotWeighing]:
    """The weights of the slots of an answer, from the answers of all competencies, always the same.

    Answers that coaches ruled on say nothing here: their slots are the engine's own findings.
    """
    answered = [row for row in answered if row["kind"] != "coach"]
    own = tuple(f"@{competency}-" for competency in library.competencies)  # concepts that only one competency asks for
    texts = [
        [frozenset(term for term in piece if not term.startswith(own)) for piece in
         _heard(engine, row["competency"], row["question_id"], passages(row, library))]
        for row in answered
    ]  # fmt: skip
    terms, weights = _learned(list(_STAR), texts, [], answered, lambda row, letter: letter in row["star"])
    return {
        slot: _slot_weighing(_weighing(terms, weights[:, at]), doubt, structure)
        for at, (slot, doubt, structure) in enumerate(_STAR.values())
    }


def _slot_weighing(learned: Weighing, doubt: float, structure: float) -> SlotWeighing:
    terms = {term: round(weight * WORDS_SAY, 2) for term, weight in learned.terms.items()}
    return SlotWeighing(round(learned.bias * WORDS_SAY - doubt, 2), structure, terms)


def learn_doubt(engine: Engine, answered: Sequence[Row]) -> Weighing:
    """What says that an answer tells of others' work, of plans, or of what never came about, always the same.

    Learned from whole answers, halves and quarters of them, and tellings, because a follow-up is answered in a sentence
    or two.
    """
    rows = [row for row in answered if row["kind"] in REAL or (row["kind"] in UNREAL and not _may_show(row))]
    parts = [(row, part, size) for row in rows for size in PARTS for part in _parts(row["answer"], size)]
    told = [_told(engine, row["competency"], part) for row, part, _ in parts]
    unreal = [row["kind"] in UNREAL for row, *_ in parts]
    counts = [(UNREAL_COUNTS if row["kind"] in UNREAL else 1.0) / size**2 for row, _, size in parts]
    for competency in sorted({row["competency"] for row in rows}):
        real = [_told(engine, competency, row["text"]) for row in tellings(competency) if row["shown"]]
        told, unreal, counts = told + real, unreal + [False] * len(real), counts + [TELLING_COUNTS] * len(real)
    times = Counter(term for terms in told for term in terms)
    terms = sorted(term for term, count in times.items() if count >= RAREST_TOLD)
    place = {term: at for at, term in enumerate(terms)}
    found = [[place[term] for term in sorted(each) if term in place] for each in told]
    values = np.concatenate([np.full(len(places), 1 / damping(each)) for places, each in zip(found, told, strict=True)])
    starts = np.cumsum([0, *map(len, found)])
    table = sparse.csr_matrix((values, np.concatenate(found), starts), shape=(len(told), len(terms)))
    column = np.array(unreal, dtype=float)[:, None]
    start = np.zeros((len(terms) + 1, 1))
    weights = _fitted(table, column, np.array(counts)[:, None], start, STRICTNESS_OF_DOUBT)[:, 0]
    kept = {term: round(DOUBT_SAYS * weight, 2) for term, weight in zip(terms, weights[:-1].tolist(), strict=True)}
    bias = DOUBT_SAYS * (float(weights[-1]) + USUAL)
    return Weighing(round(bias, 2), {term: weight for term, weight in kept.items() if abs(weight) >= FAINT})


@cache
def _told(engine: Engine, competency: str, text: str) -> frozenset[str]:
    return engine.told(competency, text)


def _parts(text: str, number: int) -> list[str]:
    """The text in so many parts of as many words each."""
    words = text.split()
    bounds = [round(at * len(words) / number) for at in range(number + 1)]
    return [" ".join(words[first:last]) for first, last in pairwise(bounds)]


def _may_show(row: Row) -> bool:
    return bool(row["evidenced"] or row["unsure"])


def _heard(engine: Engine, competency: str, question: str, written: tuple[Passage, ...]) -> Text:
    return [piece.terms for piece in engine.heard(competency, question, written)]


def _learned(
    names: list[str], texts: Sequence[Text], told: list[Row], answered: Sequence[Row], judge: Judge
) -> tuple[list[str], np.ndarray]:
    """Terms, and their weights, a column per name."""
    instances = _instances(names, texts, told, answered)
    weights: np.ndarray | None = None
    for _ in range(ROUNDS):
        tells, counts = _labels(instances, judge, weights)
        start = np.zeros((len(instances.terms) + 1, len(names))) if weights is None else weights
        weights = _fitted(instances.rows, tells, counts, start, STRICTNESS)
    return instances.terms, weights


def _instances(names: list[str], texts: Sequence[Text], told: list[Row], answered: Sequence[Row]) -> Instances:
    times = Counter(term for text in texts for term in frozenset().union(*text))
    terms = sorted(term for term, count in times.items() if count >= RAREST)
    place = {term: at for at, term in enumerate(terms)}
    windows = [_windows(text, place) for text in texts]
    ends = np.cumsum([each.shape[0] for each in windows]).tolist()
    spans = list(zip([0, *ends[:-1]], ends, strict=True))[len(told) :]
    return Instances(names, terms, sparse.vstack(windows).tocsr(), told, list(answered), spans)


def passages(row: Row, library: Library) -> tuple[Passage, ...]:
    """A labelled answer as the engine takes it."""
    return (Passage(row["probe"] or library.questions[row["question_id"]].text, row["answer"]),)


def _windows(text: Text, place: dict[str, int]) -> sparse.csr_matrix:
    """One row per window of up to `WINDOW` pieces, damped as the engine does."""
    found = [[place[term] for term in sorted(piece) if term in place] for piece in text] or [[]]
    rows = [
        [at for piece in found[first : last + 1] for at in piece]
        for first in range(len(found))
        for last in range(first, min(first + WINDOW, len(found)))
    ]
    sizes = np.array([len(row) for row in rows])
    values = np.repeat(np.maximum(sizes, FEWEST) ** -DAMPING, sizes)
    columns = np.array([at for row in rows for at in row], dtype=int)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    return sparse.csr_matrix((values, columns, starts), shape=(len(rows), len(place)))


def _labels(instances: Instances, judge: Judge, weights: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
    """For every row and name, whether it tells it, and how much that counts; 0 where nobody knows."""
    shape = (instances.rows.shape[0], len(instances.names))
    tells, counts = np.zeros(shape), np.zeros(shape)
    column = {name: at for at, name in enumerate(instances.names)}
    for row, telling in enumerate(instances.told):
        at = column[telling["behavior"]]
        if telling["shown"]:
            counts[row, :] = OTHERWISE
            tells[row, at] = 1
        counts[row, at] = TOLD if telling["shown"] else OTHERWISE
    if weights is None and instances.told:
        return tells, counts
    said = None if weights is None else instances.rows @ weights[:-1]
    for (first, end), answer in zip(instances.spans, instances.answered, strict=True):
        for name, at in column.items():
            truth = judge(answer, name)
            if truth is None:
                continue
            if said is None:  # nothing is known yet: any window may be the one
                tells[first:end, at], counts[first:end, at] = truth, ANY
                continue
            most = first + np.argsort(-said[first:end, at], kind="stable")
            if truth:
                tells[most[0], at], counts[most[0], at] = 1, ANSWERED
            else:
                counts[most[:TEMPTING], at] = OTHERWISE
    return tells, counts


def _fitted(
    rows: sparse.csr_matrix, tells: np.ndarray, counts: np.ndarray, start: np.ndarray, strictness: float
) -> np.ndarray:
    """Weights, a column per name; the last row holds the biases, which cost nothing."""
    across = rows.T.tocsr()

    def cost(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(start.shape)
        odds = rows @ weights[:-1] + weights[-1]
        missed, wrong = np.logaddexp(0, -odds), np.logaddexp(0, odds)
        loss = (counts * (tells * missed + (1 - tells) * wrong)).sum() + strictness / 2 * (weights[:-1] ** 2).sum()
        slope = counts * (np.exp(-missed) - tells)
        return loss, np.vstack([across @ slope + strictness * weights[:-1], slope.sum(0)]).ravel()

    done = minimize(cost, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "ftol": 1e-5})
    return done.x.reshape(start.shape)


def _weighing(terms: Sequence[str], column: np.ndarray) -> Weighing:
    weightiest = sorted(zip(terms, column[:-1].tolist(), strict=True), key=lambda each: (-abs(each[1]), each[0]))[:KEPT]
    return Weighing(round(float(column[-1]), 2), {term: round(weight, 2) for term, weight in weightiest})


def engines_by_fold(library: Library, competencies: Sequence[str]) -> list[Engine]:
    """Per fold an engine whose weights were learned from the answers of the other folds, for honest measuring."""
    plain = Engine(replace(library, weights={}, slot_weights={}))
    rows = [row for competency in competencies for row in answers(competency)]
    engines = []
    for number in range(FOLDS):
        weights: dict[str, Weighing] = {}
        for competency in competencies:
            others = [row for row in rows if row["competency"] == competency and fold(row) != number]
            weights |= learn(plain, library, competency, others)
        others = [row for row in rows if fold(row) != number]
        slots, doubt = learn_slots(plain, library, others), learn_doubt(plain, others)
        engines.append(Engine(replace(library, weights=weights, slot_weights=slots, doubt=doubt)))
    return engines


def write(name: str, head: dict[str, str], field: str, weights: Mapping[str, Weighing | SlotWeighing]) -> None:
    """Writes a pack of weights among the built-in ones, a line per behavior or slot."""
    lines = ",\n".join(f"  {json.dumps(key)}: {msgspec.json.encode(each).decode()}" for key, each in weights.items())
    opening = json.dumps(head | {"source": SOURCE}, indent=1).removesuffix("\n}")
    text = f'{opening},\n "{field}": {{\n{lines}\n }}\n}}\n'
    (PACKS / f"{name}.json").write_text(text, encoding="utf-8")
    print(f"{name}.json")


def main() -> int:
    """Learn from everything and write the packs."""
    library = load()
    engine = Engine(library)
    for competency in library.competencies:
        name = f"{competency}-word-weights"
        weights = learn(engine, library, competency, list(answers(competency)))
        write(name, {"kind": "word-weights", "id": name, "competency": competency}, "behaviors", weights)
    slots = {slot.value: each for slot, each in learn_slots(engine, library, list(answers())).items()}
    write("slot-weights", {"kind": "slot-weights", "id": "slot-weights"}, "slots", slots)
    doubt = learn_doubt(engine, list(answers()))
    head = {"kind": "doubt-weights", "id": "doubt-weights", "source": SOURCE, "doubt": msgspec.to_builtins(doubt)}
    (PACKS / "doubt-weights.json").write_text(json.dumps(head, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
