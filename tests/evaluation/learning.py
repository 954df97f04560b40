"""Learns the word weights of the packs from the labelled answers and tellings: ``make learn``.

One logistic regression per behavior, all of a competency fitted at once, with multiple-instance labels: of an answer
that shows a behavior only its best window counts as telling it, of one that does not its most tempting windows count
as not telling it. Which window is best is decided by the weights of the round before (see ``weighing.py``).
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from content.library import Library, load
from content.model import Weighing
from conversations.feedback import Engine, Passage
from conversations.feedback.weighing import DAMPING, FEWEST, WINDOW
from tests.evaluation.labelled import FOLDS, Row, answers, fold, tellings

PACKS = Path(__file__).parents[2] / "content" / "packs"
ROUNDS = 3
STEPS = 120  # of the optimizer, at most, in a round
STRICTNESS = 0.1  # how much a weight costs (ridge)
RAREST = 2  # texts that must hold a term
TEMPTING = 3  # windows of an answer that are shown as not telling a behavior
TOLD, ANSWERED, OTHERWISE = 2.0, 2.0, 1.0  # what a positive telling, a positive window, a negative one counts
KEPT = 600  # terms per behavior, the weightiest


class Instances(NamedTuple):
    """What a competency's weights are learned from. ``spans`` are the rows of each answer's windows."""

    behaviors: list[str]
    terms: list[str]
    rows: sparse.csr_matrix
    told: list[Row]
    answered: list[Row]
    spans: list[tuple[int, int]]


def learn(engine: Engine, library: Library, competency: str, answered: Sequence[Row]) -> dict[str, Weighing]:
    """The weights of a competency's behaviors, from all tellings and the given answers, always the same."""
    behaviors = [each.id for level in library.competencies[competency].levels for each in level.behaviors]
    instances = _instances(engine, library, competency, behaviors, answered)
    weights: np.ndarray | None = None
    for _ in range(ROUNDS):
        weights = _fitted(instances, *_labels(instances, library, weights), weights)
    return {behavior: _weighing(instances.terms, weights[:, at]) for at, behavior in enumerate(behaviors)}


def _instances(
    engine: Engine, library: Library, competency: str, behaviors: list[str], answered: Sequence[Row]
) -> Instances:
    told = list(tellings(competency))
    heard = [engine.heard(competency, "", (Passage("", row["text"]),)) for row in told]
    texts = [[frozenset().union(*(piece.terms for piece in pieces))] for pieces in heard]
    texts += [[piece.terms for piece in engine.heard(competency, row["question_id"], passages(row, library))]
              for row in answered]  # fmt: skip
    times = Counter(term for text in texts for term in frozenset().union(*text))
    terms = sorted(term for term, count in times.items() if count >= RAREST)
    place = {term: at for at, term in enumerate(terms)}
    windows = [_windows(text, place) for text in texts]
    ends = np.cumsum([each.shape[0] for each in windows]).tolist()
    spans = list(zip([0, *ends[:-1]], ends, strict=True))[len(told) :]
    return Instances(behaviors, terms, sparse.vstack(windows).tocsr(), told, list(answered), spans)


def passages(row: Row, library: Library) -> tuple[Passage, ...]:
    """A labelled answer as the engine takes it."""
    return (Passage(row["probe"] or library.questions[row["question_id"]].text, row["answer"]),)


def _windows(text: Sequence[frozenset[str]], place: dict[str, int]) -> sparse.csr_matrix:
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


def _labels(instances: Instances, library: Library, weights: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
    """For every row and behavior, whether it tells it, and how much that counts; 0 where nobody knows."""
    shape = (instances.rows.shape[0], len(instances.behaviors))
    tells, counts = np.zeros(shape), np.zeros(shape)
    column = {behavior: at for at, behavior in enumerate(instances.behaviors)}
    for row, telling in enumerate(instances.told):
        at = column[telling["behavior"]]
        if telling["shown"]:
            counts[row, :] = OTHERWISE
            tells[row, at] = 1
        counts[row, at] = TOLD if telling["shown"] else OTHERWISE
    if weights is None:
        return tells, counts
    said = instances.rows @ weights[:-1]
    for (first, end), answer in zip(instances.spans, instances.answered, strict=True):
        for behavior in library.level(answer["competency"], answer["level"]).behaviors:
            at = column[behavior.id]
            most = first + np.argsort(-said[first:end, at], kind="stable")
            if behavior.id in answer["evidenced"]:
                tells[most[0], at], counts[most[0], at] = 1, ANSWERED
            elif behavior.id not in answer["unsure"]:
                counts[most[:TEMPTING], at] = OTHERWISE
    return tells, counts


def _fitted(instances: Instances, tells: np.ndarray, counts: np.ndarray, start: np.ndarray | None) -> np.ndarray:
    """Weights, a column per behavior; the last row holds the biases, which cost nothing."""
    shape = (len(instances.terms) + 1, tells.shape[1])
    across = instances.rows.T.tocsr()

    def cost(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(shape)
        odds = instances.rows @ weights[:-1] + weights[-1]
        missed, wrong = np.logaddexp(0, -odds), np.logaddexp(0, odds)
        loss = (counts * (tells * missed + (1 - tells) * wrong)).sum() + STRICTNESS / 2 * (weights[:-1] ** 2).sum()
        slope = counts * (np.exp(-missed) - tells)
        return loss, np.vstack([across @ slope + STRICTNESS * weights[:-1], slope.sum(0)]).ravel()

    begin = np.zeros(shape) if start is None else start
    done = minimize(cost, begin.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "ftol": 1e-5})
    return done.x.reshape(shape)


def _weighing(terms: Sequence[str], column: np.ndarray) -> Weighing:
    weightiest = sorted(zip(terms, column[:-1].tolist(), strict=True), key=lambda each: (-abs(each[1]), each[0]))[:KEPT]
    return Weighing(round(float(column[-1]), 2), {term: round(weight, 2) for term, weight in weightiest})


def engines_by_fold(library: Library, competencies: Sequence[str]) -> list[Engine]:
    """Per fold an engine whose weights were learned from the answers of the other folds, for honest measuring."""
    plain = Engine(replace(library, weights={}))
    rows = [row for competency in competencies for row in answers(competency)]
    engines = []
    for number in range(FOLDS):
        weights: dict[str, Weighing] = {}
        for competency in competencies:
            others = [row for row in rows if row["competency"] == competency and fold(row) != number]
            weights |= learn(plain, library, competency, others)
        engines.append(Engine(replace(library, weights=weights)))
    return engines


def write(competency: str, weights: dict[str, Weighing]) -> None:
    """Writes a competency's weights into the built-in packs, one behavior a line."""
    lines = [
        f"  {json.dumps(behavior)}: " + json.dumps({"bias": each.bias, "terms": each.terms}, ensure_ascii=False)
        for behavior, each in weights.items()
    ]
    head = json.dumps(
        {
            "kind": "word-weights",
            "id": f"{competency}-word-weights",
            "competency": competency,
            "source": "learned from the labeled answers and tellings in tests/evaluation by make learn",
        },
        indent=1,
    )
    body = head.removesuffix("\n}") + ',\n "behaviors": {\n' + ",\n".join(lines) + "\n }\n}\n"
    (PACKS / f"{competency}-word-weights.json").write_text(body, encoding="utf-8")


def main() -> int:
    """Learn from everything and write the packs."""
    library = load()
    engine = Engine(library)
    for competency in library.competencies:
        write(competency, learn(engine, library, competency, list(answers(competency))))
        print(f"{competency}-word-weights.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
