"""Replies as rich draws them: headers, marked sentences, quotations, bullet points, numbered choices."""

import re

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.terminal.choices import Screen
from conversations.markup import BOLD, CODE, ITALIC, QUOTE, unmark

STYLES = {BOLD: "bold", ITALIC: "italic", QUOTE: "italic", CODE: "cyan"}
BAR = "┃ "
_BULLET = re.compile(r"\s*(?:[•·–—✓✗→-]|\d{1,2}[.)])\s+")
_NUMBER = re.compile(r"\d+\.?")


def header(where: str) -> Rule:
    return Rule(Text(where), align="left", style="dim")


def sentence(marked: str) -> RenderableType:
    """A text with its marks as styles, wrapped to the width; points and quotations keep their indent when they wrap."""
    words, spans = unmark(marked)
    text = Text(words)
    quoted: list[tuple[int, int]] = []
    for mark, start, end in spans:
        text.stylize(STYLES[mark], start, end)
        if mark == QUOTE:
            quoted.append((start, end))
    lines, start = [], 0
    for line in text.split("\n", allow_blank=True):
        end = start + len(line)
        lines.append(_line(line, quoted=any(first <= start and end <= last and line.plain for first, last in quoted)))
        start = end + 1
    return Group(*lines)


def choices(screen: Screen, width: int) -> Text:
    """The numbered list of choices, the numbers in bold."""
    text = Text("\n".join(screen.lines(width)))
    for line in re.finditer(r"(?m)(?:^|(?<= {3}))\d+\.?(?= |$)", text.plain):
        text.stylize("bold cyan", *line.span())
    return text


def _line(line: Text, quoted: bool) -> RenderableType:
    if quoted:
        return _indented(Text(BAR, style="dim"), line)
    bullet = _BULLET.match(line.plain)
    return _indented(line[: bullet.end()], line[bullet.end() :]) if bullet else line


def _indented(first: Text, rest: Text) -> Table:
    row = Table.grid()
    row.add_column(no_wrap=True, width=first.cell_len)
    row.add_column()
    row.add_row(first, rest)
    return row
