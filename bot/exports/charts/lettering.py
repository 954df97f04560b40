"""Words in a picture: one font that matplotlib brings along, measured, so that nothing runs over an edge."""

from functools import cache
from pathlib import Path

import matplotlib
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font

PLAIN, BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
_NO_SIGN = "□"  # for what the font has no sign for
_UNITS = 64  # to a pixel, in what the font measures
_LARGER = 10  # so that no sign is rounded to whole pixels when it is measured


def lettering(size: float, name: str = PLAIN) -> FontProperties:
    """The font in a size in pixels."""
    return FontProperties(fname=path(name), size=size)


def drawable(words: str, name: str = PLAIN) -> str:
    """The words on one line, what the font cannot draw replaced."""
    known = _known(name)
    return "".join(sign if ord(sign) in known else _NO_SIGN for sign in " ".join(words.split()))


def fitted(words: str, width: float, size: float, name: str = PLAIN) -> str:
    """As much of the words as fits ``width`` pixels, with an ellipsis where something is left out."""
    words = drawable(words, name)
    if _width(words, size, name) <= width:
        return words
    while words and _width(f"{words}…", size, name) > width:
        words = words[:-1].rstrip()
    return f"{words}…"


def folded(words: str, width: float, size: float, name: str = PLAIN) -> list[str]:
    """The words in one or two lines, cut where two are not enough."""
    first: list[str] = []
    rest = drawable(words, name).split(" ")
    while rest and _width(" ".join([*first, rest[0]]), size, name) <= width:
        first.append(rest.pop(0))
    lines = [" ".join(first), fitted(" ".join(rest), width, size, name) if rest else ""]
    return [line for line in lines if line]


def _width(words: str, size: float, name: str) -> float:
    font = FT2Font(path(name))
    font.set_size(size * _LARGER, 72)
    font.set_text(words, 0.0)
    return float(font.get_width_height()[0]) / _UNITS / _LARGER


@cache
def _known(name: str) -> frozenset[int]:
    return frozenset(FT2Font(path(name)).get_charmap())


def path(name: str) -> str:
    """Where the font's file is."""
    return str(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / name)
