"""Denial: "never", "didn't get to", "nobody asked me to", and how far it reaches."""

from conversations.feedback.clauses import SELF, Clause
from conversations.feedback.guards.spans import span
from conversations.feedback.stems import is_past
from conversations.feedback.text import Text

_NEGATORS = frozenset("not never nobody none nor neither cannot".split())
_SHORT_REACH = {"no": 3, "without": 4}  # words that deny only what follows closely
_NO_PERSON = frozenset(["nobody", "none"])
_NO_DENIAL_AFTER = frozenset(
    "just only merely simply even least long sure surprisingly exactly until till yet bad".split()
)
_NO_DENIAL_BEFORE = frozenset(["if", "or", "why", "whether", "what"])
_ENDS_DENIAL = frozenset("but so because until till unless instead except however though although cos".split())
_REACH = 24  # words; in dictated text nothing else may end it


def denied(text: Text, cut: list[Clause]) -> int:
    """The tokens that a negation reaches: to the end of its clause and on over a list, not past a new subject."""
    reached = 0
    words = text.words
    for number, clause in enumerate(cut):
        for at in range(clause.start, clause.end):
            word = words[at]
            if word in _SHORT_REACH:
                if words[at + 1 : at + 2] not in (["longer"], ["matter"], ["problem"]):
                    reached |= span(at, min(at + 1 + _SHORT_REACH[word], clause.end))
            elif (word in _NEGATORS or word.endswith("n't")) and not _harmless(words, at):
                if at + 1 == clause.end:  # "birth dates never, …": said of what precedes
                    reached |= span(clause.start, clause.end)
                else:
                    reached |= span(at, _end(words, cut, number, at))
                break
    return reached


def _harmless(words: list[str], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    return after in _NO_DENIAL_AFTER or (before in _NO_DENIAL_BEFORE and words[at] == "not")


def _end(words: list[str], cut: list[Clause], number: int, negator: int) -> int:
    end, furthest = cut[number].end, negator + _REACH
    if words[negator] in _NO_PERSON:  # "because nobody answered I wrote …"
        end = next((at for at in range(negator + 2, end) if words[at] in ("i", "we")), end)
    after_auxiliary = words[negator] == "not" or words[negator].endswith("n't")
    if after_auxiliary:  # "wasn't allowed to and called my supervisor"
        own = range(negator + 2, end - 1)
        end = next((at for at in own if words[at] == "and" and is_past(words[at + 1])), end)
    if end < cut[number].end:
        return end
    for clause in (cut[later] for later in range(number + 1, len(cut))):
        opening = words[clause.start : min(clause.start + 3, clause.end)]
        if end >= furthest or clause.sentence != cut[number].sentence:
            break
        if opening[0] in _ENDS_DENIAL or _has_subject(opening):
            break
        if after_auxiliary and any(map(is_past, opening)):  # "didn't wait, wrote it": a denied verb has no past form
            break
        end = clause.end
    return min(end, furthest)


def _has_subject(opening: list[str]) -> bool:
    return any(word in SELF or word in ("he", "she", "they", "it", "you", "that", "this") for word in opening)
