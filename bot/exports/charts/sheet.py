"""A sheet as wide as a phone to draw on, measured in the phone's pixels from its upper left corner."""

import io
from collections.abc import Sequence
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from bot.exports.charts.colors import Colors
from bot.exports.charts.lettering import PLAIN, drawable, lettering

WIDTH = 390
MARGIN = 14
INNER = WIDTH - 2 * MARGIN
TITLE, WORDS, SMALL = 13.0, 11.5, 10.5  # sizes of letters
_DENSITY = 2  # pixels of the picture to one of the phone
_PER_INCH = 72


class Sheet:
    """``height`` in pixels. Sheets share no state, but matplotlib's fonts are not made for two threads at a time."""

    def __init__(self, height: float, colors: Colors) -> None:
        self.colors = colors
        self._figure = Figure((WIDTH / _PER_INCH, height / _PER_INCH), _DENSITY * _PER_INCH)
        FigureCanvasAgg(self._figure)
        self._axes = self._figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
        self._axes.set_axis_off()

    def write(
        self, words: str, x: float, y: float, size: float, *, font: str = PLAIN, color: str = "", at: str = "left"
    ) -> None:
        """One line of words. ``y`` is its middle; ``at`` says which end of it ``x`` is: "left", "center" or "right"."""
        self._axes.text(
            x,
            y,
            drawable(words, font),
            fontproperties=lettering(size, font),
            color=color or self.colors.words,
            horizontalalignment=at,
            verticalalignment="center_baseline",
            parse_math=False,
        )

    def square(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """A filled square with a thin frame, ``x`` and ``y`` its upper left corner."""
        self._axes.add_patch(
            Rectangle((x, y), width, height, facecolor=color, edgecolor=self.colors.frame, linewidth=0.8)
        )

    def line(self, xs: Sequence[float], ys: Sequence[float], **style: Any) -> None:
        self._axes.add_line(Line2D(xs, ys, **style))

    def png(self) -> bytes:
        out = io.BytesIO()
        self._figure.savefig(out, format="png", facecolor=self.colors.ground)
        return out.getvalue()
