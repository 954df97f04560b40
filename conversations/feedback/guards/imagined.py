"""Imagined and future acts: "if I were", "I would", "the plan is"; but not the habit in "every Friday I'd ring"."""

from collections.abc import Mapping, Sequence

from conversations.feedback.clauses import Clause
from conversations.feedback.guards.spans import span
from conversations.feedback.lexicon import Hit
from conversations.feedback.stems import is_irregular_form
from conversations.feedback.text import Text

_WOULD = frozenset("would wouldn't could might should".split())
_SHORT_WOULD = frozenset(["i'd", "we'd"])
_WILL = frozenset(["i'll", "we'll"])
_NOT_BASE = frozenset(["been", "had", "already", "better"])
_SUBJECTS = frozenset("i we they you he she it i'd we'd who that which".split())


def imagined(text: Text, cut: Sequence[Clause], found: Mapping[str, Sequence[Hit]]) -> int:
    """The tokens told as imagined or still to come.

    An imagined frame ("if I had", "ideally", "in that role I'd") lasts, sentence by sentence, as long as the person
    keeps saying would; outside a frame, "I'd ring them" is a habit and "I would ring them" needs a habit's time words.
    """
    frames = _starts(found, "guard-imagined")
    habits = _starts(found, "guard-habit")
    futures = _starts(found, "guard-future")
    reached = 0
    in_frame = False
    habitual = False
    for sentence in _sentences(cut):
        start, end = sentence[0].start, sentence[-1].end
        here = set(range(start, end))
        framed = bool(frames & here)
        modal = [_modal(text.words, clause) for clause in sentence]
        in_frame = framed or (in_frame and any(modal))
        if not in_frame:
            habitual = bool(habits & here) or (habitual and any(modal))
        carried = framed
        for clause, strength in zip(sentence, modal, strict=True):
            future = futures & set(range(clause.start, clause.end))
            if future:
                reached |= span(min(future), clause.end)
            if in_frame:
                carried = strength > 0 or (carried and not _finite(text.words, clause))
                if carried or frames & set(range(clause.start, clause.end)):
                    reached |= span(clause.start, clause.end)
            elif strength == 2 and not habitual:
                reached |= span(clause.start, clause.end)
    return reached


def _modal(words: list[str], clause: Clause) -> int:
    """2 for a full "would" of the speaker, 1 for "I'd" or another would, 0 for none; "I'd written" is no would."""
    for at in range(clause.start, clause.end):
        word = words[at]
        if word in _SHORT_WOULD and _is_base(words, at + 1):
            return 1
        if word in _WOULD:
            mine = at > 0 and words[at - 1] in ("i", "we")
            return 2 if mine and word in ("would", "might", "should") else 1
        if word in _WILL:
            return 1
    return 0


def _is_base(words: list[str], at: int) -> bool:
    """Whether the verb after "I'd" is a base form: no participle, so "I'd" stands for "I would"."""
    while at < len(words) and words[at] in ("also", "then", "always", "just", "probably", "usually", "never", "first"):
        at += 1
    if at >= len(words):
        return False
    word = words[at]
    return word not in _NOT_BASE and not word.endswith("ed") and not is_irregular_form(word)


def _finite(words: list[str], clause: Clause) -> bool:
    return any(word in _SUBJECTS for word in words[clause.start : min(clause.start + 3, clause.end)])


def _starts(found: Mapping[str, Sequence[Hit]], concept: str) -> set[int]:
    return {hit.start for hit in found.get(concept, ())}


def _sentences(cut: Sequence[Clause]) -> list[list[Clause]]:
    grouped: list[list[Clause]] = []
    for clause in cut:
        if not grouped or clause.opens or grouped[-1][0].sentence != clause.sentence:
            grouped.append([])
        grouped[-1].append(clause)
    return grouped
