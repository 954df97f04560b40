"""What a person wrote, as tokens with offsets, and where sentences and clauses break."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from conversations.feedback.stems import normal, stem

_LETTERS = r"[^\W\d_\u0000-\u0040\u0300-\u036f]"
_MARKS = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
_LETTER = rf"[a-zA-Z]++|{_LETTERS}"  # most words are one run of plain letters, taken at once
_TOKEN = re.compile(
    rf"(?:{_LETTER})(?:{_LETTER}|[{_MARKS}])*+(?:['’ʼ`´](?:{_LETTER})++)*+|\d+(?:[.,:]\d+)*[a-zA-Z]{{0,2}}\b|\d+"
)
LONGEST_WORD = (
    60  # letters; what is longer is no word and is known by its beginning, so that what is remembered is small
)
SENTENCE, CLAUSE = 2, 1  # how strongly the text breaks before a token; 0 means not at all
_SENTENCE_MARKS = re.compile(r"[.!?;\n\r()\[\]•|>]")
_CLAUSE_MARKS = re.compile(r"[,:–—/→]| -+ ")
_USUAL_BREAKS = {" ": 0, ", ": CLAUSE, ". ": SENTENCE}


@dataclass(frozen=True, slots=True)
class Text:
    """Tokens of one or more passages in parallel lists; ``starts`` and ``ends`` are offsets into their passage."""

    passages: tuple[str, ...]
    words: list[str]
    stems: list[str]
    starts: list[int]
    ends: list[int]
    passage: list[int]
    breaks: list[int]

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.words)


def read(passages: Sequence[str]) -> Text:
    """Tokenize the passages in order, as one text; each passage starts a new sentence. Never raises."""
    text = Text(tuple(passages), [], [], [], [], [], [])
    for number, written in enumerate(text.passages):
        end = 0
        for start, stop in [match.span() for match in _TOKEN.finditer(written)]:
            word, stemmed = _forms(written[start : min(stop, start + LONGEST_WORD)])
            if not word:
                continue
            text.breaks.append(_break(written[end:start]) if end else SENTENCE)
            text.words.append(word)
            text.stems.append(stemmed)
            text.starts.append(start)
            text.ends.append(stop)
            end = stop
        text.passage.extend([number] * (len(text.words) - len(text.passage)))
    return text


def joined_text(texts: Sequence[Text]) -> Text:
    """Texts of one passage each as one text, as if they had been read together."""
    return Text(
        tuple(each.passages[0] for each in texts),
        [word for each in texts for word in each.words],
        [stemmed for each in texts for stemmed in each.stems],
        [start for each in texts for start in each.starts],
        [end for each in texts for end in each.ends],
        [number for number, each in enumerate(texts) for _ in each.words],
        [strength for each in texts for strength in each.breaks],
    )


@lru_cache(maxsize=50_000)
def _forms(written: str) -> tuple[str, str]:
    """The normal word and its stem; both empty when there are only marks."""
    word = normal(written)
    return word, stem(word)


def _break(gap: str) -> int:
    usual = _USUAL_BREAKS.get(gap)
    if usual is not None:
        return usual
    if _SENTENCE_MARKS.search(gap):
        return SENTENCE
    return CLAUSE if _CLAUSE_MARKS.search(gap) else 0
