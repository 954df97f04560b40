"""Marks inside a sentence: which words are bold, italic, a quotation or to be copied.

A sentence is an ordinary ``str``. A marked part stands between two control characters, so sentences can be joined and
formatted like any other text, and what a person typed can never be taken for a mark: control characters are removed
from it at the door (`clean`). An edge turns the marks into what it can show (entities, ANSI, HTML tags).
"""

import re
from typing import NamedTuple

BOLD, ITALIC, QUOTE, CODE = "\x01", "\x02", "\x03", "\x04"
END = "\x05"

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_MARKED = re.compile(f"([{BOLD}{ITALIC}{QUOTE}{CODE}{END}])")


class Span(NamedTuple):
    """One marked part of a plain text: ``start`` and ``end`` count characters of the plain text."""

    mark: str
    start: int
    end: int


def clean(text: str) -> str:
    """What a person typed, with line ends made ``\\n`` and without control characters and lone surrogates."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def bold(text: str) -> str:
    return f"{BOLD}{clean(text)}{END}"


def italic(text: str) -> str:
    return f"{ITALIC}{clean(text)}{END}"


def quote(text: str) -> str:
    """A person's own words, or a source's."""
    return f"{QUOTE}{clean(text)}{END}"


def code(text: str) -> str:
    """Something to type or tap as it stands."""
    return f"{CODE}{clean(text)}{END}"


def unmark(sentence: str) -> tuple[str, tuple[Span, ...]]:
    """The plain text of a sentence and its marked parts. Marks are not nested; an unfinished one runs to the end."""
    plain: list[str] = []
    spans: list[Span] = []
    length = 0
    open_mark, start = "", 0
    for part in _MARKED.split(sentence):
        if part == END or (part and part in BOLD + ITALIC + QUOTE + CODE):
            if open_mark and length > start:
                spans.append(Span(open_mark, start, length))
            open_mark, start = ("" if part == END else part), length
        else:
            plain.append(part)
            length += len(part)
    if open_mark and length > start:
        spans.append(Span(open_mark, start, length))
    return "".join(plain), tuple(spans)


def plain(sentence: str) -> str:
    """A sentence without its marks."""
    return unmark(sentence)[0]
