"""Which words speak for new cues: those of answers in which coaches heard what the machine missed."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

from msgspec import Struct

from conversations.feedback.text import Text, read

FEWEST = 2  # answers that hold a word, unless a coach's reason names it
TELLING = 1.5  # log odds from which a word speaks for the behavior
MOST = 12  # words for a behavior
PAIRED = 4  # letters; a pair with a shorter word, such as "a tally", says no more than the other alone


class Word(Struct, frozen=True):
    """A word, or two in a row, as it is written most often; ``missed`` counts the answers with it in which the machine
    missed the behavior, ``others`` those without the behavior. ``named``: a coach's reason has it."""

    word: str
    missed: int
    others: int
    named: bool = False


def speaking(missed: Sequence[str], others: Sequence[str], reasons: Sequence[str]) -> tuple[Word, ...]:
    """The words that stand in the missed answers far more often than in others, the most telling first.

    Ranked by the log odds ratio with a half added to each count (J. B. S. Haldane, "The Estimation and Significance of
    the Logarithm of a Ratio of Frequencies", Annals of Human Genetics 20, 1956).
    """
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    within = tally(missed, spelled)
    without = tally(others, defaultdict(Counter))
    named = set(tally(reasons, defaultdict(Counter)))

    def odds(term: str) -> float:
        inside = log((within[term] + 0.5) / (len(missed) - within[term] + 0.5))
        return inside - log((without[term] + 0.5) / (len(others) - without[term] + 0.5))

    telling = [term for term in within if (within[term] >= FEWEST or term in named) and odds(term) >= TELLING]
    telling.sort(key=lambda term: (-odds(term), -within[term], term))
    return tuple(
        Word(spelled[term].most_common(1)[0][0], within[term], without[term], term in named) for term in telling[:MOST]
    )


def tally(texts: Sequence[str], spelled: dict[str, Counter[str]]) -> Counter[str]:
    """In how many texts each term stands; ``spelled`` learns how it is written."""
    found: Counter[str] = Counter()
    for text in texts:
        own = list(terms(read((text,))))
        found.update({term for term, _ in own})
        for term, written in own:
            spelled[term][written] += 1
    return found


def terms(text: Text) -> Iterator[tuple[str, str]]:
    """Every word, and every two longer ones that no punctuation parts, as stems and as written."""
    yield from zip(text.stems, text.words, strict=True)
    for first, second in pairwise(range(len(text))):
        if not text.breaks[second] and min(len(text.words[first]), len(text.words[second])) >= PAIRED:
            yield f"{text.stems[first]} {text.stems[second]}", f"{text.words[first]} {text.words[second]}"
