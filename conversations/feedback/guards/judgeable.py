"""Answers that cannot be judged at all: too short, mashed keys, another language, a refusal."""

from collections.abc import Mapping, Sequence

from conversations.feedback.guards.guarding import Guarded
from conversations.feedback.guards.spans import span
from conversations.feedback.lexicon import Hit
from conversations.feedback.text import Text

FEWEST_WORDS = 12
TOO_SHORT = "too-short"
_FUNCTION_WORDS = frozenset(
    "the a an i and to of in it we my was for on that with so they is but he she you me at as this our be by them "
    "not from what had have when or then one all up if out their his her were are do did just about no because "
    "which who how there more i'd i've it's don't didn't u im ive been has into after before can would could where "
    "your us its than each every".split()
)
_FOREIGN_WORDS = frozenset(
    "el la los las que y en un una por para con se lo como mi muy pero le les des et une est dans pour je nous vous "
    "pas sur avec der die das und ich nicht ein eine mit zu den von wir ist auf dem het een ik niet van voor dat "
    "zijn maar met wij il che di per non sono ho abbiamo nel della o os uma não com eu nós foi w na nie się że jest "
    "do jak og det som jeg vi på till".split()
)
_LEAST_FUNCTION = 0.12  # share of English function words; even bulleted answers have more
_LONGEST_REFUSAL = 40  # words
_SAID_BEFORE, _SAID_AFTER = 5, 8  # other words that may come with a refusal, when it comes late or opens the text
_NEARLY_ALL = 0.8  # share of the words
_LEAST_VARIETY = 0.2  # different words to words


def reason_not_to_judge(text: Text, found: Mapping[str, Sequence[Hit]]) -> str | None:
    """Why the answer is not judged ("refused", "too-short", "other-language", "gibberish"), or None when it is."""
    size = len(text)
    if refused(text, found):
        return "refused"
    if not _mostly_latin(text):
        return "other-language"
    if size < FEWEST_WORDS:
        return TOO_SHORT
    share = sum(word in _FUNCTION_WORDS for word in text.words) / size
    if share < _LEAST_FUNCTION:
        foreign = sum(word in _FOREIGN_WORDS for word in text.words) / size
        return "other-language" if foreign >= _LEAST_FUNCTION else "gibberish"
    if len(set(text.stems)) < _LEAST_VARIETY * min(size, 200):
        return "gibberish"
    return None


def nothing_real(text: Text, guarded: Guarded) -> str | None:
    """ "pasted" or "stuffed" when that is nearly all there is, else None."""
    for reason, reached in (("pasted", guarded.pasted), ("stuffed", guarded.stuffed)):
        if reached.bit_count() >= _NEARLY_ALL * len(text):
            return reason
    return None


def refused(text: Text, found: Mapping[str, Sequence[Hit]]) -> bool:
    """Whether the person declines to answer: a refusal, and little else said."""
    hits = found.get("guard-refusal", ())
    if not hits or len(text) > _LONGEST_REFUSAL:
        return False
    empty = 0
    for hit in (*hits, *found.get("guard-filler", ())):
        empty |= span(hit.start, hit.end)
    return len(text) - empty.bit_count() <= (_SAID_AFTER if hits[0].start <= 3 else _SAID_BEFORE)


def _mostly_latin(text: Text) -> bool:
    return sum(word.isascii() for word in text.words) >= len(text) / 2
