"""The lexicon compiled: every phrase of every concept in one tree of stems that is walked once per answer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from content.concepts import REFERENCE
from conversations.feedback.spelling import Spelling
from conversations.feedback.stems import NUMBER, is_number, normal, stem
from conversations.feedback.text import Text, read

GAP = "*"
EXACT = "="  # opens a word that is wanted in this very form
PLAIN_WORDS = "plain-words"  # a concept that is not looked for: words that are right as they are, many to a line
LONGEST_GAP = 3  # words that a ``*`` lets pass
_MOST_REMEMBERED = 20_000  # words
_DENYING = frozenset("not no never nobody none nothing without nor neither".split())

Ending = tuple[str, bool]  # a concept, and whether the phrase itself holds a negation
Way = tuple[tuple[str, ...], bool]  # keys in the order in which they are met, and whether a negation is among them


class Hit(Struct, frozen=True, order=True, gc=False):
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

    A phrase is a path, its keys joined by blanks: ``_ends`` says what is met there, ``_longer`` by which keys the paths
    that go on do so, and where that leads. Tables of strings, because a tree of objects takes twice as long to build.
    """

    def __init__(self, concepts: Mapping[str, Iterable[str]], plain: frozenset[str]) -> None:
        """Compile the phrases of the concepts; references to others are left to whoever asks.

        ``plain`` are words that are right as they are written, see ``plain_words``.
        """
        self._ends: dict[str, tuple[Ending, ...]] = {}
        self._longer: dict[str, dict[str, str]] = {}
        self._exact: set[str] = set()
        forms: set[str] = set()
        for name, phrases in concepts.items():
            for phrase in phrases:
                if not phrase.startswith(REFERENCE):
                    self._add(name, [_element(part) for part in phrase.split()], forms)
        self._spelling = Spelling(forms, plain)
        self._keys: dict[str, tuple[str, ...]] = {}

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
                        end = self._path(end, key) if end else key
                    longer.append((end, denied or denying))
            paths = longer
        for path, denies in paths:
            self._ends[path] = (*self._ends.get(path, ()), (concept, denies))

    def _path(self, begun: str, key: str) -> str:
        """The path that goes on with the key."""
        onward = self._longer.setdefault(begun, {})
        if key not in onward:
            onward[key] = f"{begun} {key}"
        return onward[key]

    def find(self, text: Text) -> dict[str, list[Hit]]:
        """Every concept met, with its hits in order of their first token."""
        keys = [
            self._keys.get(word) or self._looked_up(word, stemmed)
            for word, stemmed in zip(text.words, text.stems, strict=True)
        ]
        found: dict[str, list[Hit]] = defaultdict(list)
        ends, longer, size = self._ends, self._longer, len(keys)
        pending = [(key, start, start + 1) for start, here in enumerate(keys) for key in here]
        pending.reverse()  # the first token's come off first, each with all that it leads to
        while pending:
            path, start, at = pending.pop()
            if path in ends:
                for concept, denies in ends[path]:
                    found[concept].append(Hit(start, at, denies))
            onward = longer.get(path)
            if onward is None or at == size:
                continue
            for key in keys[at]:
                if key in onward:
                    pending.append((onward[key], start, at + 1))  # noqa: PERF401 - a list made for mostly none costs more
            if GAP in onward:
                beyond = longer.get(onward[GAP], {})
                for later in range(at, min(at + LONGEST_GAP + 1, size)):
                    for key in keys[later]:
                        if key in beyond:
                            pending.append((beyond[key], start, later + 1))  # noqa: PERF401
        return found

    def _looked_up(self, word: str, stemmed: str) -> tuple[str, ...]:
        """What a token may stand for in a phrase; remembered, because people use the same words."""
        keys: tuple[str, ...] = (self._spelling.mended(word, stemmed),)
        if word in self._exact:
            keys += (f"{EXACT}{word}",)
        if stemmed != NUMBER and is_number(word):
            keys += (NUMBER,)
        if len(self._keys) < _MOST_REMEMBERED:
            self._keys[word] = keys
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
