"""Other people's work: who does what a clause tells, and what the speaker hands to somebody else afterwards."""

from collections.abc import Mapping, Sequence

from conversations.feedback.clauses import SELF, Clause
from conversations.feedback.guards.credit import credited_to_others
from conversations.feedback.guards.spans import span
from conversations.feedback.lexicon import Hit
from conversations.feedback.stems import is_number, is_past
from conversations.feedback.text import Text

_PERSONS = frozenset("he she he'd she'd he's she's".split())
_NOT_SUBJECT_AFTER = frozenset(
    "with for to from of by at in on about like than when between beside behind near".split()
)
_LEAD_INS = frozenset(
    "and so then but because when while also as after before where which that since later now well though although if "
    "basically actually anyway meanwhile fortunately sadly eventually finally next um uh erm".split()
)
_NEUTRAL = frozenset(
    "it there this these those what you nobody everyone everybody they they'd they'll customers people".split()
)
_CARRIED = 20  # words that a doer is still meant by clauses that name none; dictated text has no stops
_DOES = frozenset("is was has does runs makes owns handles decides writes says keeps wants".split())


def others(text: Text, cut: Sequence[Clause], found: Mapping[str, Sequence[Hit]]) -> int:
    """The tokens of clauses done by a colleague, boss, supplier, he or she, and of sentences handed to such a person.

    "We", "my team and I" and "me and Tom" are the speaker's; a clause without a doer goes on with the one before it in
    the sentence.
    """
    persons = {hit.start for hit in found.get("guard-other-person", ())}
    teams = {hit.start for hit in found.get("guard-own-team", ())}
    reached = 0
    someone_else = False
    since = 0
    for clause in cut:
        if clause.opens or clause.start - since > _CARRIED:
            someone_else = False
        doer = _somebody_else_does(text, clause, persons, teams)
        if doer is not None:
            someone_else, since = doer, clause.start
        if someone_else:
            reached |= span(clause.start, clause.end)
    return reached | credited_to_others(text, cut, found)


def _somebody_else_does(text: Text, clause: Clause, persons: set[int], teams: set[int]) -> bool | None:
    """True when the clause names somebody else as doer, False when the speaker or a thing, None when nobody."""
    words = text.words
    leading = True
    for at in range(clause.start, clause.end):
        word = words[at]
        if word in SELF or at in teams:
            return False
        if word in _PERSONS and (leading or words[at - 1] not in _NOT_SUBJECT_AFTER):
            return True
        if leading:
            if word in _NEUTRAL:
                return False
            if at in persons or _is_name(text, at):
                return None if _with_speaker(words, at, clause) else _acts(words, at, clause)
            leading = word in _LEAD_INS
    return None


def _with_speaker(words: list[str], at: int, clause: Clause) -> bool:
    """Whether the speaker follows: "Tom and I", but also "my boss asked me to" and "with finance I"."""
    if words[clause.end : clause.end + 2] in (["and", "i"], ["and", "me"]) and not _acts(words, at, clause):
        return True
    return any(
        words[later] in SELF or (words[later] in ("me", "us") and words[later - 1] not in ("for", "to", "from"))
        for later in range(at + 1, min(at + 8, clause.end))
    )


def _acts(words: list[str], at: int, clause: Clause) -> bool | None:
    """True when a verb follows the person; None for a person who only stands in a list."""
    following = words[at + 1 : min(at + 8, clause.end)]
    does = any(is_past(word) or word in _DOES for word in following)
    return True if does else None


def _is_name(text: Text, at: int) -> bool:
    """A capitalized word followed by a past verb: "Kofi crunched", "Tom did"."""
    word = text.words[at]
    written = text.passages[text.passage[at]][text.starts[at]]
    if not written.isupper() or is_number(word) or word in _LEAD_INS or word.endswith(("s", "ing", "ion")):
        return False
    if is_past(word) or at + 1 >= len(text) or text.breaks[at + 1]:
        return False
    return is_past(text.words[at + 1])
