"""Word weights: how strongly the words of an answer, taken together, speak for each behavior.

A linear classifier over short windows, learned with multiple-instance labels: an answer shows a behavior if its best
window does (Andrews, Tsochantaridis and Hofmann, "Support Vector Machines for Multiple-Instance Learning", NIPS 2002,
here with logistic loss). Which words weigh how much stands in the packs; ``tests/evaluation/learning.py`` learns them.
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from content.model import Weighing
from conversations.feedback.pieces import Piece

WINDOW = 3  # pieces that may tell one thing together
DAMPING = 0.3  # a window of n known terms is divided by n to this power, so that length alone convinces nobody
FEWEST = 4  # terms, below which a window counts as having so many


class Weighed(NamedTuple):
    """The window that speaks most for a behavior: ``odds`` in log-odds, pieces ``first`` to ``last`` (inclusive).

    ``heaviest`` is the piece among them that says most.
    """

    odds: float
    first: int
    last: int
    heaviest: int


class Scales:
    """The weights of one competency's behaviors, ready to weigh answers. Behaviors without weights are left out."""

    def __init__(self, weights: Mapping[str, Weighing]) -> None:
        self.behaviors = tuple(weights)
        self._biases = np.array([each.bias for each in weights.values()])
        terms = dict.fromkeys(term for each in weights.values() for term in each.terms)
        self._places = {term: at for at, term in enumerate(terms)}
        self._weights = np.zeros((len(terms), len(self.behaviors)))  # a row per term
        for column, each in enumerate(weights.values()):
            self._weights[[self._places[term] for term in each.terms], column] = list(each.terms.values())

    def weigh(self, pieces: Sequence[Piece]) -> dict[str, Weighed]:
        """For each behavior the window that says most; empty when there is no piece."""
        if not pieces or not self.behaviors:
            return {}
        known = [self._known(piece) for piece in pieces]
        sums = np.array([self._weights.take(rows, axis=0).sum(0) for rows in known])
        sizes = np.array([len(rows) for rows in known], np.float64)
        spans = [
            (first, last) for first in range(len(pieces)) for last in range(first, min(first + WINDOW, len(pieces)))
        ]
        said = _per_window(sums, spans) * np.maximum(_per_window(sizes, spans), FEWEST)[:, None] ** -DAMPING
        odds = (said.max(0) + self._biases).tolist()
        weighed = {}
        for behavior, of_behavior, best, own in zip(
            self.behaviors, odds, said.argmax(0).tolist(), sums.T.tolist(), strict=True
        ):
            first, last = spans[best]
            heaviest = max(range(first, last + 1), key=own.__getitem__)
            weighed[behavior] = Weighed(of_behavior, first, last, heaviest)
        return weighed

    def _known(self, piece: Piece) -> list[int]:
        """The rows of the terms that weigh anything, in an order that does not change what they add up to."""
        places = self._places
        return sorted([places[term] for term in piece.terms if term in places])

    def speaking(self, behavior: str, pieces: Sequence[Piece], weighed: Weighed, most: int) -> list[tuple[str, float]]:
        """The ``most`` terms of the window that speak loudest for or against a behavior, with their weights."""
        column = self.behaviors.index(behavior)
        terms = {term for piece in pieces[weighed.first : weighed.last + 1] for term in piece.terms}
        said = [(term, float(self._weights[self._places[term], column])) for term in terms if term in self._places]
        return sorted((each for each in said if each[1]), key=lambda each: (-abs(each[1]), each[0]))[:most]


def by_odds(log_odds: float) -> float:
    """The probability, 0 to 1, that log-odds stand for."""
    return 1.0 / (1.0 + exp(-log_odds))


def _per_window(of_pieces: NDArray[np.float64], spans: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Sums over the pieces of each window, from the running total."""
    running = np.concatenate([np.zeros((1, *of_pieces.shape[1:])), of_pieces.cumsum(0)])
    first, last = np.array(spans).T
    windows: NDArray[np.float64] = running[last + 1] - running[first]
    return windows
