"""In a terminal nothing comes by itself: what is due is told when the person opens it."""

from datetime import datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path

from bot.assembly import assembled
from bot.settings import Settings
from bot.terminal.plain import PlainTerminal
from bot.terminal.session import Session
from tests.terminal.conftest import MONDAY


async def sitting(folder: Path, now: datetime, lines: str = "") -> str:
    """What is printed in a sitting at that time."""
    out = StringIO()
    async with assembled(Settings(data_dir=folder), clock=lambda: now) as coach:
        terminal = PlainTerminal(BytesIO(lines.encode()), out)
        await Session(terminal, coach.reception, coach.store, lambda: now, folder, "make run").run()
    return out.getvalue()


async def test_what_is_due_stands_above_the_first_screen_once(tmp_path: Path) -> None:
    await sitting(tmp_path, MONDAY, "/plan 2026-03-20 20\n18:00\nUTC is right\n")
    printed = await sitting(tmp_path, MONDAY + timedelta(days=3))
    assert printed.index("Today, 15 days to go") < printed.index("Hello.")
    assert printed.count("Today, 15 days to go") == 1
    assert "days to go" not in await sitting(tmp_path, MONDAY + timedelta(days=3, minutes=5))


async def test_its_choices_can_be_typed_at_once(tmp_path: Path) -> None:
    await sitting(tmp_path, MONDAY, "/plan 2026-03-20 20\n18:00\nUTC is right\n")
    printed = await sitting(tmp_path, MONDAY + timedelta(days=1), "1\n")
    assert "6 cards left" in printed
