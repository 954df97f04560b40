"""The lexicon compiled: every phrase of every concept in one tree of stems that is walked once per answer."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from content.concepts import REFERENCE
from conversations.feedback.spelling import Spelling
from conversations.feedback.stems import NUMBER, is_number, normal, stem
from conversations.feedback.text import Text, read

GAP = "*"
EXACT = "="  # opens a word that is wanted in this very form
PLAIN_WORDS = "plain-words"  # a concept that is not looked for: words that are right as they are, many to a line
LONGEST_GAP = 3  # words that a ``*`` lets pass
_DENYING = frozenset("not no never nobody none nothing without nor neither".split())

Ending = tuple[str, bool]  # a concept, and whether the phrase itself holds a negation
Way = tuple[tuple[str, ...], bool]  # keys in the order in which they are met, and whether a negation is among them


class Hit(NamedTuple):
    """A concept met by the tokens ``start`` to ``end`` (exclusive). ``denies``: the phrase itself holds a negation."""

    start: int
    end: int
    denies: bool


class Element(NamedTuple):
    """One place of a phrase: each alternative is one or more keys (``self-service`` is two words), and may deny."""

    alternatives: tuple[tuple[tuple[str, ...], bool], ...]
    forms: frozenset[str]
    exact: frozenset[str]


class Lexicon:
    """Concepts by name, found in a text in one walk. Holds nothing of any answer.

    A phrase is a path, its keys joined by blanks: ``_ends`` says what is met there, ``_longer`` holds the paths that go
    on. Flat tables of strings, because a tree of small dictionaries takes twice as long to build.
    """

    def __init__(self, concepts: Mapping[str, Iterable[str]], plain: frozenset[str]) -> None:
        """Compile the phrases of the concepts; references to others are left to whoever asks.

        ``plain`` are words that are right as they are written, see ``plain_words``.
        """
        self._ends: dict[str, tuple[Ending, ...]] = {}
        self._longer: set[str] = set()
        self._exact: set[str] = set()
        forms: set[str] = set()
        for name, phrases in concepts.items():
            for phrase in phrases:
                if not phrase.startswith(REFERENCE):
                    self._add(name, [_element(part) for part in phrase.split()], forms)
        self._spelling = Spelling(forms, plain)

    def _add(self, concept: str, elements: list[Element], forms: set[str]) -> None:
        paths = [("", False)]
        for element in elements:
            forms |= element.forms
            self._exact |= element.exact
            longer = []
            for path, denied in paths:
                for keys, denying in element.alternatives:
                    end = path
                    for key in keys:
                        if end:
                            self._longer.add(end)
                            end = f"{end} {key}"
                        else:
                            end = key
                    longer.append((end, denied or denying))
            paths = longer
        for path, denies in paths:
            self._ends[path] = (*self._ends.get(path, ()), (concept, denies))

    def find(self, text: Text) -> dict[str, list[Hit]]:
        """Every concept met, with its hits in order of their first token."""
        found: dict[str, list[Hit]] = {}
        keys = [self._token_keys(word, stemmed) for word, stemmed in zip(text.words, text.stems, strict=True)]
        ends, longer = self._ends, self._longer
        for start, here in enumerate(keys):
            for key in here:
                if key in longer:
                    self._follow(key, keys, start, found)
                elif key in ends:
                    _note(ends[key], start, start + 1, found)
        return found

    def _follow(self, first: str, keys: list[tuple[str, ...]], start: int, found: dict[str, list[Hit]]) -> None:
        """Note the phrases that begin at ``start`` with the key ``first``."""
        ends, longer = self._ends, self._longer
        pending = [(first, start + 1)]
        while pending:
            path, at = pending.pop()
            met = ends.get(path)
            if met:
                _note(met, start, at, found)
            if path not in longer or at == len(keys):
                continue
            for key in keys[at]:
                following = f"{path} {key}"
                if following in longer or following in ends:
                    pending.append((following, at + 1))
            gap = f"{path} {GAP}"
            if gap in longer:
                for later in range(at, min(at + LONGEST_GAP + 1, len(keys))):
                    for key in keys[later]:
                        following = f"{gap} {key}"
                        if following in longer or following in ends:
                            pending.append((following, later + 1))

    def _token_keys(self, word: str, stemmed: str) -> tuple[str, ...]:
        keys: tuple[str, ...] = (self._spelling.mended(word, stemmed),)
        if word in self._exact:
            keys += (f"{EXACT}{word}",)
        if stemmed != NUMBER and is_number(word):
            keys += (NUMBER,)
        return keys


@lru_cache(maxsize=50_000)
def _element(written: str) -> Element:
    if written in (GAP, NUMBER):
        return Element((((written,), False),), frozenset(), frozenset())
    alternatives, forms, exact = [], set[str](), set[str]()
    for alternative in written.split("/"):
        words = [normal(alternative)] if alternative.isalpha() and alternative.isascii() else read([alternative]).words
        if alternative.startswith(EXACT):
            exact.update(words)
        forms.update(words)
        keys = tuple(f"{EXACT}{word}" if alternative.startswith(EXACT) else stem(word) for word in words)
        alternatives.append((keys, any(word in _DENYING or "n't" in word for word in words)))
    return Element(tuple(alternatives), frozenset(forms), frozenset(exact))


def ways(phrase: str) -> frozenset[Way]:
    """All ways through a phrase in the lexicon's notation."""
    found: list[Way] = [((), False)]
    for element in map(_element, phrase.split()):
        found = [(path + keys, denied or denies) for path, denied in found for keys, denies in element.alternatives]
    return frozenset(found)


def plain_words(concepts: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The words of the concept ``plain-words``."""
    return frozenset(word for line in concepts.get(PLAIN_WORDS, ()) for word in line.split())


def _note(met: tuple[Ending, ...], start: int, end: int, found: dict[str, list[Hit]]) -> None:
    for concept, denies in met:
        hit = Hit(start, end, denies)
        if concept in found:
            found[concept].append(hit)
        else:
            found[concept] = [hit]
