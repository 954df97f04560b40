"""Word weights: how strongly the words of an answer, taken together, speak for each behavior.

A linear classifier over short windows, learned with multiple-instance labels: an answer shows a behavior if its best
window does (Andrews, Tsochantaridis and Hofmann, "Support Vector Machines for Multiple-Instance Learning", NIPS 2002,
here with logistic loss). Which words weigh how much stands in the packs; ``tests/evaluation/learning.py`` learns them.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from content.model import Weighing
from conversations.feedback.pieces import Piece

WINDOW = 3  # pieces that may tell one thing together
DAMPING = 0.3  # a window of n known terms is divided by n to this power, so that length alone convinces nobody
FEWEST = 4  # terms, below which a window counts as having so many
_STEPS = np.arange(WINDOW)[:, None]


class Weighed(Struct, frozen=True, gc=False):
    """The window that speaks most for a behavior: ``odds`` in log-odds, pieces ``first`` to ``last`` (inclusive).

    ``heaviest`` is the piece among them that says most.
    """

    odds: float
    first: int
    last: int
    heaviest: int


class Scales:
    """Weights ready to weigh answers. Each group of them (behaviors, slots) is damped by the terms that it knows."""

    def __init__(self, *groups: Mapping[str, Weighing]) -> None:
        self.names = tuple(name for group in groups for name in group)
        weighings = [each for group in groups for each in group.values()]
        self._biases = np.array([each.bias for each in weighings])
        self._group = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
        terms = dict.fromkeys(term for each in weighings for term in each.terms)
        self._places = {term: at for at, term in enumerate(terms)}
        self._weights = np.zeros((len(terms), len(weighings)))  # a row per term
        self._known = np.zeros((len(terms), len(groups)))  # 1 where a group knows the term
        for column, each in enumerate(weighings):
            rows = [self._places[term] for term in each.terms]
            self._weights[rows, column] = list(each.terms.values())
            self._known[rows, self._group[column]] = 1.0

    def weigh(self, pieces: Sequence[Piece]) -> dict[str, Weighed]:
        """For each name the window that says most; empty when there is no piece."""
        if not pieces or not self.names:
            return {}
        rows, ends = self._rows(pieces)
        first, last = _windows(len(pieces))
        sums, sizes = _running(self._weights, rows), _running(self._known, rows)
        damped = np.maximum(sizes[ends[last + 1]] - sizes[ends[first]], FEWEST) ** -DAMPING
        said = (sums[ends[last + 1]] - sums[ends[first]]) * damped[:, self._group]
        best, columns = said.argmax(0), np.arange(len(self.names))
        first, last = first[best], last[best]
        within = np.minimum(first + _STEPS, last)  # the pieces of each best window, the last repeated in short ones
        own = sums[ends[within + 1], columns] - sums[ends[within], columns]
        heaviest = within[own.argmax(0), columns]
        odds = said[best, columns] + self._biases
        found = zip(odds.tolist(), first.tolist(), last.tolist(), heaviest.tolist(), strict=True)
        return {name: Weighed(*each) for name, each in zip(self.names, found, strict=True)}

    def _rows(self, pieces: Sequence[Piece]) -> tuple[list[int], NDArray[np.int64]]:
        """The rows of all terms that weigh anything, piece after piece, and where each piece ends among them."""
        places = self._places
        rows: list[int] = []
        ends = [0]
        for piece in pieces:
            rows += [places[term] for term in piece.terms if term in places]
            ends.append(len(rows))
        return rows, np.array(ends)

    def speaking(self, name: str, pieces: Sequence[Piece], weighed: Weighed, most: int) -> list[tuple[str, float]]:
        """The ``most`` terms of the window that speak loudest for or against a name, with their weights."""
        column = self.names.index(name)
        terms = {term for piece in pieces[weighed.first : weighed.last + 1] for term in piece.terms}
        said = [(term, float(self._weights[self._places[term], column])) for term in terms if term in self._places]
        return sorted((each for each in said if each[1]), key=lambda each: (-abs(each[1]), each[0]))[:most]


def by_odds(log_odds: float) -> float:
    """The probability, 0 to 1, that log-odds stand for."""
    return 1.0 / (1.0 + exp(-log_odds))


def _running(table: NDArray[np.float64], rows: Sequence[int]) -> NDArray[np.float64]:
    """The sums of the rows so far, before the first and after each."""
    sums = np.zeros((len(rows) + 1, table.shape[1]))
    if rows:
        table.take(rows, axis=0).cumsum(0, out=sums[1:])
    return sums


@lru_cache(maxsize=256)
def _windows(pieces: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The first and the last piece of every window over so many pieces, the short windows first."""
    widths = [np.arange(pieces - width) for width in range(min(WINDOW, pieces))]
    return np.concatenate(widths), np.concatenate([firsts + width for width, firsts in enumerate(widths)])
