"""Sittings over the real assembly, in a folder of their own: by pipe and by keyboard."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path
from random import Random

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.assembly import Coach, assembled
from bot.settings import Settings
from bot.terminal.interactive import InteractiveTerminal
from bot.terminal.plain import PlainTerminal
from bot.terminal.seat import Terminal
from bot.terminal.session import Session

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

Sitting = Callable[[str | bytes], Awaitable[str]]


@pytest.fixture
async def coach(tmp_path: Path) -> AsyncIterator[Coach]:
    async with assembled(Settings(data_dir=tmp_path / "data"), clock=lambda: MONDAY, random=Random(7)) as coach:
        yield coach


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    return tmp_path / "data" / "exports"


@pytest.fixture
def sit(coach: Coach, exports: Path) -> Callable[[Terminal], Awaitable[None]]:
    async def sit(terminal: Terminal) -> None:
        await Session(terminal, coach.reception, coach.store, lambda: MONDAY, exports, "make run").run()

    return sit


@pytest.fixture
def piped(sit: Callable[[Terminal], Awaitable[None]]) -> Sitting:
    """What is printed when these lines are piped in."""

    async def piped(lines: str | bytes) -> str:
        source = lines.encode() if isinstance(lines, str) else lines
        out = StringIO()
        await sit(PlainTerminal(BytesIO(source), out))
        return out.getvalue()

    return piped


@pytest.fixture
def typed(sit: Callable[[Terminal], Awaitable[None]]) -> Sitting:
    """What is on the screen, 60 columns wide, after these keys were pressed."""

    async def typed(keys: str | bytes) -> str:
        assert isinstance(keys, str)
        screen = StringIO()
        with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
            keyboard.send_text(keys)
            await sit(InteractiveTerminal(Console(file=screen, width=60, highlight=False, markup=False, emoji=False)))
        return screen.getvalue()

    return typed
