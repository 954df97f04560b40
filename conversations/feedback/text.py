"""What a person wrote, as tokens with offsets, and where sentences and clauses break."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conversations.feedback.stems import normal, stem

_LETTERS = r"[^\W\d_\u0000-\u0040\u0300-\u036f]"
_MARKS = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
_TOKEN = re.compile(
    rf"\d+(?:[.,:]\d+)*[a-z]{{0,2}}\b|\d+|{_LETTERS}(?:{_LETTERS}|[{_MARKS}])*(?:['’ʼ`´]{_LETTERS}+)*", re.IGNORECASE
)
SENTENCE, CLAUSE = 2, 1  # how strongly the text breaks before a token; 0 means not at all
_SENTENCE_MARKS = re.compile(r"[.!?;\n\r()\[\]•|>]")
_CLAUSE_MARKS = re.compile(r"[,:–—/→]| -+ ")


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
        for match in _TOKEN.finditer(written):
            start = match.start()
            word = normal(match[0])
            if not word:
                continue
            text.breaks.append(_break(written[end:start]) if end else SENTENCE)
            end = match.end()
            text.words.append(word)
            text.stems.append(stem(word))
            text.starts.append(start)
            text.ends.append(end)
            text.passage.append(number)
    return text


def _break(gap: str) -> int:
    if gap == " ":
        return 0
    if _SENTENCE_MARKS.search(gap):
        return SENTENCE
    return CLAUSE if _CLAUSE_MARKS.search(gap) else 0
