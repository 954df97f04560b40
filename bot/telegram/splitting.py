"""Cuts a long text with marked parts into messages that Telegram takes, at borders where a reader would pause."""

import re
from collections.abc import Iterator, Sequence

from conversations.markup import Span

MAXIMUM_UNITS = 4096

# Where to cut, best first: between paragraphs, lines, sentences, words.
_BORDERS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])[\"'”’)]*\s"), re.compile(r"\s"))


def units(text: str) -> int:
    """The length as Telegram counts it: UTF-16 code units, two for most emoji."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, spans: Sequence[Span], limit: int = MAXIMUM_UNITS) -> Iterator[tuple[str, list[Span]]]:
    """Parts of at most ``limit`` UTF-16 units, without blanks at their ends, each with its share of the spans.

    Nothing but white space at the borders is left out. A text of white space alone has no parts.
    """
    start = 0
    while start < len(text):
        end = _cut(text, start, limit)
        part = text[start:end]
        stripped = part.strip()
        if stripped:
            first = start + len(part) - len(part.lstrip())
            yield stripped, list(_share(spans, first, first + len(stripped)))
        start = end


def _cut(text: str, start: int, limit: int) -> int:
    """Where the part that begins at ``start`` ends."""
    end = _reach(text, start, limit)
    if end == len(text):
        return end
    middle = start + (end - start) // 2
    for border in _BORDERS:
        # A border in the first half would leave a stub; a lesser border further on reads better.
        cuts = [found.end() for found in border.finditer(text, middle, end)]
        if cuts:
            return cuts[-1]
    return end


def _reach(text: str, start: int, limit: int) -> int:
    """The furthest end such that the part has at most ``limit`` units."""
    end = min(len(text), start + limit)
    # Every character beyond the first plane counts twice, so the reach shrinks until it fits.
    while (excess := units(text[start:end]) - limit) > 0:
        end -= (excess + 1) // 2
    return end


def _share(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    for mark, opens, closes in spans:
        opens, closes = max(opens, start), min(closes, end)
        if opens < closes:
            yield Span(mark, opens - start, closes - start)
