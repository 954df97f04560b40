"""What a terminal shows in place of a picture: the same figures as a table."""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from conversations.progress.chart import Chart, Line, Panel
from conversations.replies import Attachment
from conversations.texts import progress as texts

_WIDE, _LABEL = 3, 8  # characters of a square, and of a row's name
_NOT_YET = "."
_BARS = "▁▂▃▄▅▆▇█"
_LONGEST_LINE = 60  # bars; the latest answers


def progress(attachment: Attachment) -> str:
    """The heat maps as tables and the trend as bars, one for each answer."""
    chart = msgspec.json.decode(attachment.data, type=Chart)
    legend = ", ".join(f"{_sign(*cell)} {words}" for cell, words in texts.LEGEND)
    trend = [f"{texts.TREND}, {texts.span(chart.first, chart.last)}"]
    trend += [f"{bars(line, chart.full)}  {line.title}" for line in chart.lines]
    more = [texts.left_out(chart.left_out)] if chart.left_out else []
    parts = ["\n".join(_map(panel)) for panel in chart.panels]
    return "\n\n".join([*parts, legend, *more, "\n".join(trend)])


def bars(line: Line, full: int) -> str:
    """A bar for each place of the line, its height the points of ``full``."""
    top = len(_BARS) - 1
    return "".join(_BARS[round(top * points / full)] for points in line.points[-_LONGEST_LINE:])


def _map(panel: Panel) -> Iterator[str]:
    columns = max((len(row.cells) for row in panel.rows), default=0)
    yield panel.title
    yield " " * _LABEL + "".join(str(number).rjust(_WIDE) for number in range(1, columns + 1))
    for row in panel.rows:
        signs = "".join(_sign(cell.shown, cell.touched).rjust(_WIDE) for cell in row.cells)
        yield texts.level_label(row.level).ljust(_LABEL) + signs


def _sign(shown: int, touched: int) -> str:
    return texts.square(shown, touched) or _NOT_YET


TABLES: Mapping[str, Callable[[Attachment], str]] = {"progress": progress}
