"""The lexicon compiled: every phrase of every concept in one tree of stems that is walked once per answer."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any, NamedTuple

from conversations.feedback.spelling import Spelling
from conversations.feedback.stems import NUMBER, is_number, stem
from conversations.feedback.text import Text, read

GAP = "*"
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


class Lexicon:
    """Concepts by name, found in a text in one walk. Holds nothing of any answer."""

    def __init__(self, concepts: Mapping[str, Iterable[str]]) -> None:
        """Compile the concepts; a reference ``@other`` to a concept that does not exist adds nothing."""
        self._concepts = {name: tuple(phrases) for name, phrases in concepts.items() if name != PLAIN_WORDS}
        self._root: Node = {}
        self._exact: set[str] = set()
        self._forms: set[str] = set()
        for name in self._concepts:
            for phrase in self.phrases(name):
                self._add(name, phrase)
        plain = (word for line in concepts.get(PLAIN_WORDS, ()) for word in line.split())
        self._spelling = Spelling(self._forms, plain)

    def phrases(self, name: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
        """The phrases of a concept, references followed."""
        for phrase in self._concepts.get(name, ()):
            if not phrase.startswith("@"):
                yield phrase
            elif phrase[1:] not in seen:
                yield from self.phrases(phrase[1:], seen | {name})

    def _add(self, concept: str, phrase: str) -> None:
        for keys in product(*(self._keys(element) for element in phrase.split())):
            node = self._root
            for key in (key for part in keys for key in part):
                node = node.setdefault(key, {})
            denies = any(key.lstrip("=") in _DENYING or "n't" in key for part in keys for key in part)
            node.setdefault(_ENDS, []).append((concept, denies))

    def _keys(self, element: str) -> list[tuple[str, ...]]:
        """The alternatives of one element, each as one or more keys (``self-service`` is two words)."""
        if element in (GAP, NUMBER):
            return [(element,)]
        alternatives = []
        for alternative in element.split("/"):
            exact = alternative.startswith("=")
            words = read([alternative]).words
            if exact:
                self._exact.update(words)
            self._forms.update(words)
            alternatives.append(tuple(f"={word}" if exact else stem(word) for word in words))
        return alternatives

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
            keys += (f"={word}",)
        if stemmed != NUMBER and is_number(word):
            keys += (NUMBER,)
        return keys


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
