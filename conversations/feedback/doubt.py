"""Doubt: how much a passage reads like others' work, plans, or what never came about, by all of its words together.

Guards need the very phrase that gives it away; this is a logistic regression on the words of whole answers, learned
from answers that were written to deceive and those that were not. It takes from whatever the passage seems to show.
"""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import log, sqrt

from content.concepts import REFERENCE
from content.model import Weighing
from conversations.feedback.text import Text

USUAL_PIECES = 30  # some 400 words; of a passage that is longer, its best window says less
CHANCE = 2.0  # log-odds for each time that it is longer by e
FEWEST = 80  # terms, below which a passage counts as having so many
_TELLING = ("guard-", "slot-")  # concepts that say how something is told, not what


def telling_terms(text: Text, found: Iterable[str]) -> frozenset[str]:
    """The terms that say how a passage is told: its stems, pairs of stems, and concepts of guards and structure."""
    pairs = (f"{one} {other}" for one, other in pairwise(text.stems))
    concepts = (REFERENCE + name for name in found if name.startswith(_TELLING))
    return frozenset((*text.stems, *pairs, *concepts))


def doubt(terms: frozenset[str], weighing: Weighing) -> float:
    """How much there is to doubt, in log-odds; 0 for a passage that reads as real as most do."""
    known = weighing.terms
    said = sorted(known[term] for term in terms if term in known)  # an order that does not change what they add up to
    return max(0.0, weighing.bias + sum(said) / damping(terms))


def by_chance(pieces: int) -> float:
    """What the best of so many pieces comes to by chance, in log-odds: of random words, the best window sounds the
    better the more there are. 0 for a passage of usual length."""
    return CHANCE * log(max(1.0, pieces / USUAL_PIECES))


def damping(terms: frozenset[str]) -> float:
    """What the weights of so many terms are divided by, so that length alone says nothing."""
    return sqrt(max(len(terms), FEWEST))


def loudest(terms: frozenset[str], weights: Mapping[str, float], most: int) -> list[tuple[str, float]]:
    """The ``most`` terms that raise the doubt most, with their weights."""
    said = [(term, weights[term]) for term in terms if weights.get(term, 0.0) > 0]
    return sorted(said, key=lambda each: (-each[1], each[0]))[:most]
