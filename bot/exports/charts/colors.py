"""The colors of the pictures, light and dark.

The squares go from pale to strong in one hue, so that every kind of color vision sees their order; the lines take hues
from Okabe and Ito's palette for all kinds of color vision (2008), and differ in dash and marker too.
"""

from typing import NamedTuple


class Colors(NamedTuple):
    """``frame`` is for the edges of squares and the lines of a scale. ``squares`` are not yet, touched on, shown once,
    shown more often, and ``signs`` the colors of what stands in them. ``lines`` go with `DASHES` and `MARKERS`."""

    ground: str
    words: str
    faint: str
    frame: str
    squares: tuple[str, str, str, str]
    signs: tuple[str, str, str, str]
    lines: tuple[str, str, str, str]


LIGHT = Colors(
    ground="#ffffff",
    words="#1b1f24",
    faint="#57606a",
    frame="#c4ccd4",
    squares=("#ffffff", "#d6e6f5", "#6aaed6", "#08519c"),
    signs=("#57606a", "#1b1f24", "#1b1f24", "#ffffff"),
    lines=("#0072b2", "#b34700", "#007a5a", "#a3428a"),
)
DARK = Colors(
    ground="#17212b",
    words="#f0f3f6",
    faint="#9aa7b4",
    frame="#3d4c5a",
    squares=("#17212b", "#23415c", "#4292c6", "#c6dbef"),
    signs=("#9aa7b4", "#f0f3f6", "#0b1118", "#0b1118"),
    lines=("#56b4e9", "#e69f00", "#2fc79a", "#d98cc0"),
)
DASHES = ("solid", (0, (5, 2)), (0, (1, 1.5)), (0, (6, 2, 1, 2)))
MARKERS = ("o", "s", "^", "D")
