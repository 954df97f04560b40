"""The picture: drawn from any chart, in light and dark, beside the event loop, for all kinds of color vision."""

import asyncio
import struct
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.exports import making, render
from bot.exports.charts.colors import DARK, DASHES, LIGHT, MARKERS, Colors
from bot.exports.charts.lettering import fitted, folded
from conversations.progress.chart import Cell, Chart, Line, Panel, Row, attached
from tests.progress.histories import MONDAY

CELLS = st.builds(Cell, st.integers(0, 10_000), st.integers(0, 50))
ROWS = st.builds(Row, st.integers(1, 5), st.lists(CELLS, max_size=20).map(tuple))
PANELS = st.builds(Panel, st.text(min_size=1, max_size=64), st.lists(ROWS, max_size=5).map(tuple))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    panels = tuple(draw(st.lists(PANELS, max_size=4)))
    lengths = [draw(st.integers(0, 40)) for _ in panels]
    points = st.floats(0, 2)
    lines = tuple(
        Line(panel.title, tuple(range(length)), tuple(draw(points) for _ in range(length)))
        for panel, length in zip(panels, lengths, strict=True)
    )
    answers = max(lengths, default=0)
    return Chart(panels, lines, answers, MONDAY, MONDAY, left_out=draw(st.integers(0, 9)), dark=draw(st.booleans()))


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@settings(max_examples=20, deadline=None, derandomize=True)
@given(charts())
def test_any_chart_becomes_a_picture_that_telegram_takes(chart: Chart) -> None:
    width, height = size(render(attached(chart)))
    assert width == 780
    assert 0 < height < 20 * width
    assert width + height <= 10_000


@pytest.mark.parametrize(
    "words", ["Customer Service", "W" * 64, "long " * 12 + "name", "顧客 管理 🙂", "$x^2$ \\alpha", ""]
)
def test_names_are_cut_to_what_fits(words: str) -> None:
    assert len(folded(words, 362, 13)) <= 2
    line = fitted(words, 120, 12)
    assert len(line) <= 24
    assert line == words or line.endswith("…") or "□" in line


def test_no_reply_waits_while_a_file_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is done only after the loop has gone on; on the loop itself it would never be."""
    gone_on = threading.Event()

    def drawing(_: object) -> bytes:
        assert gone_on.wait(30)
        return b"drawn"

    monkeypatch.setattr(making, "render", drawing)

    async def both() -> bytes:
        task = asyncio.create_task(making.made(attached(Chart((), (), 0, MONDAY, MONDAY))))
        await asyncio.sleep(0)
        gone_on.set()
        return await task

    assert asyncio.run(both()) == b"drawn"


def test_no_two_files_are_made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: set[int] = set()
    monkeypatch.setattr(making, "render", lambda _: threads.add(threading.get_ident()) or b"x")

    async def many() -> None:
        await asyncio.gather(*(making.made(attached(Chart((), (), 0, MONDAY, MONDAY))) for _ in range(8)))

    asyncio.run(many())
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_matplotlib_is_loaded_by_the_first_picture_alone_and_pyplot_never() -> None:
    program = """
import sys
from datetime import UTC, datetime
import bot.subcommands, bot.telegram.application, bot.terminal.application, bot.exports.making
from conversations.progress.chart import Chart, attached
assert "matplotlib" not in sys.modules
bot.exports.render(attached(Chart((), (), 0, datetime.now(UTC), datetime.now(UTC))))
assert "matplotlib" in sys.modules and "matplotlib.pyplot" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[2])


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
class TestColors:
    def test_words_can_be_read_on_what_they_stand_on(self, colors: Colors) -> None:
        pairs = [(colors.words, colors.ground), (colors.faint, colors.ground)]
        pairs += list(zip(colors.signs, colors.squares, strict=True))
        assert all(contrast(*pair) >= 4.5 for pair in pairs)

    def test_lines_stand_out_from_the_ground(self, colors: Colors) -> None:
        assert all(contrast(line, colors.ground) >= 3 for line in colors.lines)

    def test_the_order_of_squares_is_seen_without_hues(self, colors: Colors) -> None:
        lights = [luminance(square) for square in colors.squares]
        assert lights == sorted(lights, reverse=colors is LIGHT)
        assert all(contrast(one, other) >= 1.25 for one, other in pairwise(colors.squares))

    def test_lines_differ_without_color(self, colors: Colors) -> None:
        assert len(set(DASHES)) == len(set(MARKERS)) == len(colors.lines)


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 to 1."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
