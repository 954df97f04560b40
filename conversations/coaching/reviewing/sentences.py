"""Where the sentences of an answer are, which of its words somebody quotes, and how both are told apart on a screen."""

import re
from typing import NamedTuple

# Neither after an abbreviation nor where a quoted sentence goes on: “Really?” she said.
_ENDS = re.compile(
    r"(?<!e\.g)(?<!i\.e)(?<!\bMr)(?<!Mrs)(?<!\bMs)(?<!\bDr)[.!?…]+(?:[\"'”’)\]]+\s+(?![a-z])|\s+)|\s*\n\s*"
)
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NUMBERS = re.compile(f"(?<!\\S)[{_DIGITS}]+\\s")
_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "`": "'", "–": "-", "—": "-"})


class Span(NamedTuple):
    """Words of a text: ``text[start:end]``."""

    start: int
    end: int


def sentences(text: str) -> list[Span]:
    """The sentences in order, white space around them left out; none for a text without words."""
    found: list[Span] = []
    begun = 0
    for end in [*(match.end() for match in _ENDS.finditer(text)), len(text)]:
        words = text[begun:end]
        start = begun + len(words) - len(words.lstrip())
        if words.strip():
            found.append(Span(start, start + len(words.strip())))
        begun = end
    return found


def numbered(text: str) -> str:
    """The text with a small number before each sentence, from 1."""
    parts: list[str] = []
    begun = 0
    for number, (start, _) in enumerate(sentences(text), start=1):
        parts += [text[begun:start], "".join(_DIGITS[int(digit)] for digit in str(number)), " "]
        begun = start
    return "".join([*parts, text[begun:]])


def unnumbered(shown: str) -> str:
    """What `numbered` made of a text, or words copied from it, without the numbers."""
    return _NUMBERS.sub("", shown)


def find(words: str, text: str) -> Span | None:
    """Where the words stand in a text, whatever its white space, case and kind of quotation marks; None when they do
    not."""
    wanted = unnumbered(words).strip().strip("…").translate(_SAME).split()
    if not wanted:
        return None
    pattern = r"\s+".join(re.escape(word) for word in wanted)
    match = re.search(pattern, text.translate(_SAME), re.IGNORECASE)
    return Span(match.start(), match.end()) if match else None
