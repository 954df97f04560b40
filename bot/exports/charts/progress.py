"""The picture of a person's progress: a heat map for each competency, what its squares mean, and the trend."""

from bot.exports.charts import heatmap, trendline
from bot.exports.charts.colors import DARK, LIGHT
from bot.exports.charts.sheet import MARGIN, SMALL, Sheet
from conversations.progress.chart import Chart
from conversations.texts import progress as texts

_TOP, _FOOT, _NOTE = 12, 6, 18


def picture(chart: Chart) -> bytes:
    """A PNG, 780 pixels wide. One at a time, in any thread."""
    note = _NOTE if chart.left_out else 0
    maps = sum(heatmap.height(panel) for panel in chart.panels)
    height = _TOP + maps + heatmap.LEGEND + note + trendline.height(chart) + _FOOT
    sheet = Sheet(height, DARK if chart.dark else LIGHT)
    top: float = _TOP
    for panel in chart.panels:
        heatmap.draw(sheet, panel, top)
        top += heatmap.height(panel)
    heatmap.legend(sheet, top)
    top += heatmap.LEGEND
    if chart.left_out:
        sheet.write(texts.left_out(chart.left_out), MARGIN, top + _NOTE / 2, SMALL, color=sheet.colors.faint)
        top += _NOTE
    trendline.draw(sheet, chart, top)
    return sheet.png()
