"""The lexicon compiled: every phrase of every concept in one tree of stems that is walked once per answer."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from conversations.feedback.spelling import Spelling
from conversations.feedback.stems import NUMBER, is_number, normal, stem
from conversations.feedback.text import Text, read

GAP = "*"
REFERENCE = "@"  # opens a phrase that takes in another concept
EXACT = "="  # opens a word that is wanted in this very form
PLAIN_WORDS = "plain-words"  # a concept that is not looked for: words that are right as they are, many to a line
LONGEST_GAP = 3  # words that a ``*`` lets pass
_ENDS = ""  # the key under which a node keeps what ends there
_DENYING = frozenset("not no never nobody none nothing without nor neither".split())

Node = dict[str, Any]


class Hit(NamedTuple):
    """A concept met by the tokens ``start`` to ``end`` (exclusive). ``denies``: the phrase itself holds a negation."""

    start: int
    end: int
    denies: bool


class Element(NamedTuple):
    """One place of a phrase: each alternative is one or more keys (``self-service`` is two words)."""

    alternatives: tuple[tuple[str, ...], ...]
    forms: frozenset[str]
    exact: frozenset[str]


class Lexicon:
    """Concepts by name, found in a text in one walk. Holds nothing of any answer."""

    def __init__(self, concepts: Mapping[str, Iterable[str]], plain: frozenset[str]) -> None:
        """Compile the phrases of the concepts; references to others are left to whoever asks (see ``members``).

        ``plain`` are words that are right as they are written, see ``plain_words``.
        """
        self._root: Node = {}
        self._exact: set[str] = set()
        forms: set[str] = set()
        for name, phrases in concepts.items():
            for phrase in phrases:
                if not phrase.startswith(REFERENCE):
                    self._add(name, [_element(part) for part in phrase.split()], forms)
        self._spelling = Spelling(forms, plain)

    def _add(self, concept: str, elements: list[Element], forms: set[str]) -> None:
        for element in elements:
            forms |= element.forms
            self._exact |= element.exact
        for keys in product(*(element.alternatives for element in elements)):
            node = self._root
            denies = False
            for key in (key for part in keys for key in part):
                node = node.setdefault(key, {})
                denies = denies or key.lstrip(EXACT) in _DENYING or "n't" in key
            node.setdefault(_ENDS, []).append((concept, denies))

    def find(self, text: Text) -> dict[str, list[Hit]]:
        """Every concept met, with its hits in order of their first token."""
        found: dict[str, list[Hit]] = {}
        keys = [self._token_keys(word, stemmed) for word, stemmed in zip(text.words, text.stems, strict=True)]
        root = self._root
        for start, here in enumerate(keys):
            for key in here:
                node = root.get(key)
                if node is not None:
                    _walk(node, keys, start, found)
        return found

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
        return Element(((written,),), frozenset(), frozenset())
    alternatives, forms, exact = [], set[str](), set[str]()
    for alternative in written.split("/"):
        words = [normal(alternative)] if alternative.isalpha() and alternative.isascii() else read([alternative]).words
        if alternative.startswith(EXACT):
            exact.update(words)
        forms.update(words)
        alternatives.append(tuple(f"{EXACT}{word}" if alternative.startswith(EXACT) else stem(word) for word in words))
    return Element(tuple(alternatives), frozenset(forms), frozenset(exact))


def members(concepts: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    """A concept and those that it refers to by ``@other``, directly or through another; () for an unknown name."""
    found: dict[str, None] = {}
    pending = [name]
    while pending:
        each = pending.pop()
        if each in concepts and each not in found:
            found[each] = None
            pending.extend(phrase[1:] for phrase in concepts[each] if phrase.startswith(REFERENCE))
    return tuple(found)


def plain_words(concepts: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The words of the concept ``plain-words``."""
    return frozenset(word for line in concepts.get(PLAIN_WORDS, ()) for word in line.split())


def _walk(node: Node, keys: list[tuple[str, ...]], start: int, found: dict[str, list[Hit]]) -> None:
    pending = [(node, start + 1)]
    while pending:
        node, at = pending.pop()
        for concept, denies in node.get(_ENDS, ()):
            hits = found.setdefault(concept, [])
            hits.append(Hit(start, at, denies))
        if len(node) == 1 and _ENDS in node:
            continue
        gap = node.get(GAP)
        if gap is not None:
            reach = range(at, min(at + LONGEST_GAP + 1, len(keys)))
            pending.extend((gap[key], later + 1) for later in reach for key in keys[later] if key in gap)
        if at < len(keys):
            pending.extend((node[key], at + 1) for key in keys[at] if key in node)
