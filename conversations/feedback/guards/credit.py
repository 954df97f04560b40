"""Credit given away: "that was Tom", "it was our publisher who", "was done by Bram", "I only watched"."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from conversations.feedback.clauses import SELF, Clause
from conversations.feedback.guards.spans import span
from conversations.feedback.lexicon import Hit
from conversations.feedback.stems import is_number, is_past
from conversations.feedback.text import Text

_LONG_SENTENCE, _JUST_BEFORE = 45, 15  # words
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday christmas easter i".split()
)


def credited_to_others(text: Text, cut: Sequence[Clause], found: Mapping[str, Sequence[Hit]]) -> int:
    """The tokens of what the speaker says was somebody else's doing, or only watched."""
    starts = [clause.start for clause in cut]
    reached = _handed_over(cut, starts, found)
    for hit in found.get("guard-watched", ()):
        number = bisect_right(starts, hit.start) - 1
        reached |= span(cut[number].start, _until_speaker(text.words, cut, number, hit.end))
    persons = {hit.start for hit in found.get("guard-other-person", ())}
    tools = {hit.start for hit in found.get("tool", ())}
    for number, clause in enumerate(cut):
        for at in range(clause.start + 1, clause.end):
            if text.words[at - 1] in ("was", "were", "is", "by") and (
                at in persons or (at not in tools and _is_name(text, at))
            ):
                reached |= _named(text.words, cut, number, at)
    return reached


def takes_back(cut: Sequence[Clause], found: Mapping[str, Sequence[Hit]]) -> bool:
    """Whether the first sentence corrects what was said before it: "actually no, that was Tom"."""
    first = next((clause.end for clause in reversed(cut) if clause.sentence == cut[0].sentence), 0)
    return any(hit.start < first for hit in found.get("guard-correction", ()))


def _handed_over(cut: Sequence[Clause], starts: Sequence[int], found: Mapping[str, Sequence[Hit]]) -> int:
    """ "That was Tom", "wasn't my job", "was run by the CMO": the sentence so far and the clause, not what precedes it.

    A correction ("actually no, that was Tom") also takes back the sentence before.
    """
    sentences = {clause.sentence: clause.start for clause in reversed(cut)}
    taken = 0
    for concept, sentences_back in (("guard-handed-over", 0), ("guard-correction", 1)):
        for hit in found.get(concept, ()):
            clause = cut[bisect_right(starts, hit.start) - 1]
            start = sentences[max(clause.sentence - sentences_back, 0)]
            if hit.start - start > _LONG_SENTENCE:  # dictated without a stop: only what was said just before
                start = hit.start - _JUST_BEFORE
            taken |= span(start, max(hit.end, clause.end))
    return taken


def _named(words: list[str], cut: Sequence[Clause], number: int, at: int) -> int:
    """What the person at ``at`` is credited with: "was done by Bram", "was Kemal's", "it was our publisher who"."""
    clause = cut[number]
    after = words[at + 1 : min(at + 9, len(words))]
    if words[at - 1] == "by":
        if any(map(is_past, words[max(clause.start, at - 4) : at - 1])) and not _with_speaker(after):
            return span(_without_speaker(words, cut, number), clause.end)
        return 0
    if words[at].endswith("'s"):
        return span(_sentence_start(cut, number), clause.end)
    if any(word in ("who", "who'd", "that") for word in after[:7]) and words[at - 2] in ("it", "that", "who", "did"):
        return span(max(clause.start, at - 2), _until_speaker(words, cut, number, at))
    told_by_role = any(
        word in ("who", "person", "one") for word in words[max(_sentence_start(cut, number), at - 20) : at]
    )
    if told_by_role and words[at - 1] == "was":
        return span(_sentence_start(cut, number), clause.end)
    return 0


def _with_speaker(after: Sequence[str]) -> bool:
    return bool(after) and (after[:2] == ["and", "me"] or after[:2] == ["and", "i"])


def _until_speaker(words: list[str], cut: Sequence[Clause], number: int, at: int) -> int:
    """The end of what follows in the sentence without a new "I" or "we"."""
    end, furthest = cut[number].end, at + _LONG_SENTENCE
    for later in range(number + 1, min(number + 1 + _LONG_SENTENCE, len(cut))):  # a clause has a word at least
        clause = cut[later]
        if clause.sentence != cut[number].sentence or SELF.intersection(
            words[clause.start : min(clause.start + 3, clause.end)]
        ):
            break
        end = clause.end
    return min(end, furthest)


def _without_speaker(words: list[str], cut: Sequence[Clause], number: int) -> int:
    """Where the clauses of the sentence before, in which the speaker is not named, begin."""
    while not cut[number].opens and number and not SELF.intersection(words[cut[number - 1].start : cut[number].start]):
        number -= 1
    return cut[number].start


def _sentence_start(cut: Sequence[Clause], number: int) -> int:
    while number and not cut[number].opens:
        number -= 1
    return cut[number].start


def _is_name(text: Text, at: int) -> bool:
    """A capitalized word inside a sentence that is no day, month, number or abbreviation."""
    written = text.passages[text.passage[at]][text.starts[at] : text.ends[at]]
    word = text.words[at]
    return (
        written[:1].isupper()
        and not written.isupper()
        and word not in _NO_NAMES
        and not is_number(word)
        and text.breaks[at] == 0
    )
