"""Clauses: the stretches of words that guards act on, cut at punctuation and, when dictated, at spoken markers."""

from msgspec import Struct

from conversations.feedback.text import CLAUSE, SENTENCE, Text

SELF = frozenset("i i'd i've i'm i'll we we'd we've we're we'll myself ourselves".split())
_OPENERS = frozenset(
    "so but because cos cause then although though while whereas however until till unless instead".split()
)
_AFTER_AND = SELF | frozenset("he she they it there he'd she'd they'd then so what when if you nobody everyone".split())


class Clause(Struct, frozen=True, gc=False):
    """Tokens ``start`` to ``end`` (exclusive). ``sentence`` counts from 0; ``opens`` is true for its first clause."""

    start: int
    end: int
    sentence: int
    opens: bool


def clauses(text: Text) -> list[Clause]:
    """The clauses of a text in order; together they cover every token once."""
    found: list[Clause] = []
    words, size = text.words, len(text)
    start, sentence, opens = 0, -1, True
    for at in range(size):
        strength = text.breaks[at]
        if strength == SENTENCE or ((strength or _spoken_break(words, at, size)) and at > start):
            if at > start:
                found.append(Clause(start, at, sentence, opens))
            start, opens = at, strength == SENTENCE
            sentence += strength == SENTENCE
    if size > start:
        found.append(Clause(start, size, max(sentence, 0), opens))
    return found


def _spoken_break(words: list[str], at: int, size: int) -> int:
    word = words[at]
    if word in _OPENERS:
        return 0 if at and words[at - 1] in ("and", "or", "even", "not") else CLAUSE
    if word in ("and", "or") and at + 1 < size and words[at + 1] in (_AFTER_AND | _OPENERS):
        return CLAUSE
    return 0
