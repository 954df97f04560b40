"""The trend: for each competency a line of the points in its answers, told apart by dash and marker too."""

from typing import Any

from bot.exports.charts.colors import DASHES, MARKERS
from bot.exports.charts.lettering import BOLD, fitted
from bot.exports.charts.sheet import INNER, MARGIN, SMALL, TITLE, WORDS, Sheet
from conversations.progress.chart import Chart
from conversations.texts import progress as texts
from conversations.texts.records import day

_SPACE, _HEADING, _KEY_LINE, _PLOT, _FOOT = 8, 22, 17, 92, 22
_LABELS = 20  # left of the lines
_INSET = 8  # so that a marker at an end stands within
_KEY = 34
_MOST_MARKERS = 10  # on a line


def height(chart: Chart) -> float:
    """What the trend needs, in pixels."""
    return _SPACE + _HEADING + len(chart.lines) * _KEY_LINE + _INSET + _PLOT + _FOOT


def draw(sheet: Sheet, chart: Chart, top: float) -> None:
    top += _SPACE
    sheet.write(texts.TREND, MARGIN, top + _HEADING / 2, TITLE, font=BOLD)
    top += _HEADING
    for number, line in enumerate(chart.lines):
        middle = top + _KEY_LINE / 2
        sheet.line([MARGIN, MARGIN + _KEY / 2, MARGIN + _KEY], [middle] * 3, markevery=[1], **_style(sheet, number))
        sheet.write(fitted(line.title, INNER - _KEY - 8, WORDS), MARGIN + _KEY + 8, middle, WORDS)
        top += _KEY_LINE
    top += _INSET
    _scale(sheet, chart, top)
    left, wide = MARGIN + _LABELS + _INSET, INNER - _LABELS - 2 * _INSET
    apart = wide / max(chart.answers - 1, 1)
    for number, line in enumerate(chart.lines):
        xs = [left + place * apart for place in line.places]
        ys = [top + _PLOT * (1 - points / chart.full) for points in line.points]
        sheet.line(xs, ys, markevery=max(1, -(-len(xs) // _MOST_MARKERS)), **_style(sheet, number))


def _scale(sheet: Sheet, chart: Chart, top: float) -> None:
    """The points at the left, and from when to when at the foot."""
    right = MARGIN + INNER
    for points in range(chart.full + 1):
        y = top + _PLOT * (1 - points / chart.full)
        sheet.write(str(points), MARGIN + _LABELS - 8, y, SMALL, color=sheet.colors.faint, at="right")
        sheet.line([MARGIN + _LABELS, right], [y, y], color=sheet.colors.frame, linewidth=0.6)
    y = top + _PLOT + _FOOT / 2 + 2
    first, last = day(chart.first), day(chart.last)
    sheet.write(first, MARGIN + _LABELS, y, SMALL, color=sheet.colors.faint)
    if last != first:
        sheet.write(last, right, y, SMALL, color=sheet.colors.faint, at="right")


def _style(sheet: Sheet, number: int) -> dict[str, Any]:
    place = number % len(MARKERS)
    color = sheet.colors.lines[place]
    return {"color": color, "linestyle": DASHES[place], "marker": MARKERS[place], "linewidth": 1.8, "markersize": 5}
