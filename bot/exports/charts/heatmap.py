"""The heat map of a competency: a row for each level, a square for each behavior with how often it was shown."""

from bot.exports.charts.lettering import BOLD, folded
from bot.exports.charts.sheet import INNER, MARGIN, SMALL, TITLE, WORDS, Sheet
from conversations.progress.chart import Cell, Panel
from conversations.texts import progress as texts

_TITLE_LINE, _NUMBERS, _ROW, _FOOT = 18, 16, 23, 12
_LABELS = 56  # left of the squares
_GAP = 2
_WIDEST = 50
_MOST_COLUMNS = 16  # a phone shows no more; the page of a level has all
_KEY = 17
_NARROW, _SMALLER = 24, 9.0  # squares that are narrower take smaller signs
LEGEND = 24  # the height of the legend, in pixels


def height(panel: Panel) -> float:
    """What the map needs, in pixels."""
    return len(_title(panel)) * _TITLE_LINE + _NUMBERS + len(panel.rows) * _ROW + _FOOT


def draw(sheet: Sheet, panel: Panel, top: float) -> None:
    for line in _title(panel):
        sheet.write(line, MARGIN, top + _TITLE_LINE / 2, TITLE, font=BOLD)
        top += _TITLE_LINE
    columns = min(_MOST_COLUMNS, max((len(row.cells) for row in panel.rows), default=0))
    wide = min(_WIDEST, (INNER - _LABELS) / max(columns, 1))
    lefts = [MARGIN + _LABELS + column * wide for column in range(columns)]
    for number, left in enumerate(lefts, start=1):
        sheet.write(str(number), left + wide / 2, top + _NUMBERS / 2, SMALL, color=sheet.colors.faint, at="center")
    top += _NUMBERS
    for row in panel.rows:
        sheet.write(texts.level_label(row.level), MARGIN, top + (_ROW - _GAP) / 2, WORDS)
        for left, cell in zip(lefts, row.cells, strict=False):
            _square(sheet, cell, left, top, wide - _GAP, _ROW - _GAP)
        top += _ROW


def legend(sheet: Sheet, top: float) -> None:
    """What the squares mean, in one line."""
    left = float(MARGIN)
    step = INNER / len(texts.LEGEND)
    for cell, words in texts.LEGEND:
        _square(sheet, Cell(*cell), left, top, _KEY, _KEY)
        sheet.write(words, left + _KEY + 4, top + _KEY / 2, SMALL)
        left += step


def _title(panel: Panel) -> list[str]:
    return folded(panel.title, INNER, TITLE, BOLD)


def _square(sheet: Sheet, cell: Cell, left: float, top: float, width: float, height: float) -> None:
    strength = min(cell.shown, 2) + 1 if cell.shown else min(cell.touched, 1)
    sheet.square(left, top, width, height, sheet.colors.squares[strength])
    sign, color = texts.square(cell.shown, cell.touched), sheet.colors.signs[strength]
    size = WORDS if width >= _NARROW else _SMALLER
    sheet.write(sign, left + width / 2, top + height / 2, size, font=BOLD, color=color, at="center")
