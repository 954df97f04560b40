"""The bot as a process: its event loop, and signals that come early."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import uvloop

from bot import assembly
from bot.settings import Settings
from bot.telegram import process
from bot.telegram.process import fast_loop, serve_telegram
from tests.telegram.state import TOKEN


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_while_it_starts_it_ends_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    @asynccontextmanager
    async def interrupted(settings: Settings, desks: int) -> AsyncIterator[assembly.Coach]:
        os.kill(os.getpid(), number)
        async with assembly.assembled(settings, desks=desks) as coach:
            yield coach

    monkeypatch.setattr(process, "assembled", interrupted)
    nowhere = "http://127.0.0.1:9"
    assert serve_telegram(Settings(TOKEN, nowhere, data_dir=tmp_path / "data")) == 0


def test_it_runs_on_uvloop() -> None:
    make_loop = fast_loop()
    assert make_loop is not None
    with asyncio.Runner(loop_factory=make_loop) as runner:
        assert isinstance(runner.get_loop(), uvloop.Loop)
