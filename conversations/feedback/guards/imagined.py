"""Imagined and future acts: "if I were", "I would", "the plan is"; but not the habit in "every Friday I'd ring"."""

from collections.abc import Mapping, Sequence

from conversations.feedback.clauses import SELF, Clause
from conversations.feedback.guards.spans import span
from conversations.feedback.lexicon import Hit
from conversations.feedback.stems import is_past
from conversations.feedback.text import Text

_FULL, _SHORT, _WEAK, _NONE = 3, 2, 1, 0  # "I would"; "I'd", "it would"; "could", "we'll"; no modal at all
_WOULD = frozenset("would wouldn't should might".split())
_SHORT_WOULD = frozenset(["i'd", "we'd"])
_OTHERS_WOULD = frozenset(["you'd", "they'd", "it'd", "he'd", "she'd", "could", "i'll", "we'll", "it'll", "they'll"])
_NOT_BASE = frozenset("been had already better rather say".split())  # "I'd say", "I'd rather" are turns of phrase
_BETWEEN = frozenset("also then always just probably usually never first maybe even still".split())
_PERFECT = frozenset("have has i've we've they've having".split())
_SHORT_SENTENCE = 12  # words
_LONG_SENTENCE = 45  # words; beyond it a text is dictated, and an imagined frame reaches only forward


def imagined(text: Text, cut: Sequence[Clause], found: Mapping[str, Sequence[Hit]], *, told: bool = False) -> int:
    """The tokens told as imagined or still to come. ``told``: something real was told before this text.

    An imagined frame opens with words such as "if I had" or "ideally", with "I would", or with "I'd" before anything
    real has been told; a habit's time words ("every Friday I'd") keep it shut. It lasts, sentence by sentence, as long
    as the person keeps saying would, and lets out only clauses in which the speaker really did something.
    """
    frames, habits, futures = (_starts(found, f"guard-{name}") for name in ("imagined", "habit", "future"))
    reached = 0
    in_frame = habitual = False
    for sentence in _sentences(cut):
        start, end = sentence[0].start, sentence[-1].end
        modals = [_modal(text.words, clause) for clause in sentence]
        framed = [_any_in(frames, clause.start, clause.end) for clause in sentence]
        real = [_real(text.words, clause) and not modal for clause, modal in zip(sentence, modals, strict=True)]
        habitual = not in_frame and (_any_in(habits, start, end) or (habitual and any(modals)))
        opens = any(framed) or (not habitual and max(modals) >= (_FULL if told else _SHORT))
        in_frame = opens or (in_frame and (any(modals) or _bare(text.words[start:end])))
        if in_frame:
            reached |= _framed(
                sentence, modals, framed, real, opens and end - start <= _LONG_SENTENCE and not any(real)
            )
        told = told or any(real) or (not in_frame and _narrates(text.words[start:end]))
        for clause in sentence:
            future = [at for at in futures if clause.start <= at < clause.end]
            if future:
                reached |= span(min(future), clause.end)
    return reached


def _framed(
    sentence: Sequence[Clause], modals: Sequence[int], framed: Sequence[bool], real: Sequence[bool], whole: bool
) -> int:
    """The clauses of a sentence that its frame reaches: ``whole`` when also those before the first modal."""
    reached = 0
    carried = whole
    for clause, modal, frame, happened in zip(sentence, modals, framed, real, strict=True):
        carried = bool(modal) or frame or (carried and not happened)
        if carried:
            reached |= span(clause.start, clause.end)
    return reached


def _modal(words: list[str], clause: Clause) -> int:
    """How strongly a clause says would; "I'd written" and "I'd say" do not."""
    strongest = _NONE
    for at in range(clause.start, clause.end):
        word = words[at]
        if word in _SHORT_WOULD and _is_base(words, at + 1):
            strongest = max(strongest, _SHORT)
        elif word in _WOULD:
            mine = at > 0 and words[at - 1] in ("i", "we")
            strongest = max(strongest, _FULL if mine else _SHORT if word == "would" else _WEAK)
        elif word in _OTHERS_WOULD:
            strongest = max(strongest, _WEAK)
    return strongest


def _is_base(words: list[str], at: int) -> bool:
    """Whether the verb after "I'd" is a base form: no participle, so "I'd" stands for "I would"."""
    while at < len(words) and words[at] in _BETWEEN:
        at += 1
    return at < len(words) and words[at] not in _NOT_BASE and not is_past(words[at])


def _real(words: list[str], clause: Clause) -> bool:
    """Whether the speaker tells of something that happened; "if I got" does not."""
    own = words[clause.start : clause.end]
    return own[0] != "if" and any(word in SELF for word in own) and any(map(is_past, own))


def _bare(own: list[str]) -> bool:
    """Whether a short sentence has neither the speaker nor a past in it: "my plan would be simple: write a guide"."""
    return len(own) <= _SHORT_SENTENCE and not SELF.intersection(own) and not any(map(is_past, own))


def _narrates(own: list[str]) -> bool:
    """Whether a sentence without the speaker's act tells of the past."""
    return "if" not in own and not _PERFECT.intersection(own) and sum(map(is_past, own)) > 1


def _any_in(starts: set[int], start: int, end: int) -> bool:
    return any(start <= at < end for at in starts)


def _starts(found: Mapping[str, Sequence[Hit]], concept: str) -> set[int]:
    return {hit.start for hit in found.get(concept, ())}


def _sentences(cut: Sequence[Clause]) -> list[list[Clause]]:
    grouped: list[list[Clause]] = []
    for clause in cut:
        if not grouped or clause.opens or grouped[-1][0].sentence != clause.sentence:
            grouped.append([])
        grouped[-1].append(clause)
    return grouped
