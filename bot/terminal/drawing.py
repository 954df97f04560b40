"""Replies as rich draws them: headers, marked sentences, quotations, points, labeled lines, numbered choices."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.terminal.choices import Screen
from conversations.markup import BOLD, CODE, ITALIC, QUOTE, Span, unmark

STYLES = {BOLD: "bold", ITALIC: "italic", QUOTE: "italic", CODE: "cyan"}
BAR = "┃ "
_POINT = re.compile(r"\s*(?:[•·–—✓✗→-]|\d{1,2}[.)])\s+")
_LABEL = re.compile(r"\S(?:.{0,18}\S)?(?=  +\S)")  # "Level 1" of "Level 1  Applies the competency …"
_NUMBER = re.compile(r"(?m)(?:^|(?<= {3}))\d+\.?(?= |$)")


class _Line(NamedTuple):
    """``first`` stands before ``rest`` alone, also when that wraps. Neighbors of the same ``kind`` are aligned."""

    kind: str
    first: Text
    rest: Text


def header(where: str) -> Rule:
    return Rule(Text(where), align="left", style="dim")


def sentence(marked: str) -> RenderableType:
    """A text with its marks as styles. Points, quotations and labeled lines keep their indent when they wrap."""
    words, spans = unmark(marked)
    text = Text(words)
    for mark, start, end in spans:
        text.stylize(STYLES[mark], start, end)
    groups = groupby(_lines(text, spans), key=lambda line: line.kind)
    return Group(*(_aligned(list(lines)) for _, lines in groups))


def said(words: str, label: str) -> RenderableType:
    """What was typed, and the choice that it pressed, if any."""
    typed = Text(words)
    if label and label.casefold() != words.strip().casefold():
        typed.append(f"  {label}", "dim")
    return _aligned([_Line("said", Text("> ", "bold cyan"), line) for line in typed.split("\n", allow_blank=True)])


def choices(screen: Screen, width: int) -> Text:
    """The numbered list of choices, the numbers in bold."""
    text = Text("\n".join(screen.lines(width)))
    for number in _NUMBER.finditer(text.plain):
        text.stylize("bold cyan", *number.span())
    return text


def _lines(text: Text, spans: tuple[Span, ...]) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n", allow_blank=True):
        end = start + len(line)
        marks = [span for span in spans if span.start <= start < span.end]
        if any(span.mark == QUOTE and end <= span.end for span in marks):
            yield _Line("quote", Text(BAR, "dim"), line)
        elif point := _POINT.match(line.plain):
            yield _Line(f"point {point.end()}", line[: point.end()], line[point.end() :])
        elif (label := _LABEL.match(line.plain)) and (marks or line.plain.startswith("/")):
            rest = line[label.end() :]
            yield _Line("label", line[: label.end()], rest[len(rest) - len(rest.plain.lstrip()) :])
        else:
            yield _Line("", Text(), line)
        start = end + 1


def _aligned(lines: list[_Line]) -> RenderableType:
    if not lines[0].first:
        return Group(*(line.rest for line in lines))
    row = Table.grid(padding=(0, 2 if lines[0].kind == "label" else 0, 0, 0))
    row.add_column(no_wrap=True, min_width=max(line.first.cell_len for line in lines))
    row.add_column()
    for line in lines:
        row.add_row(line.first, line.rest)
    return row
