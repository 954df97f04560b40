"""A Bot API server on loopback and the edge against it, for every test of this folder."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.coach import Coach, a_coach


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer() as server:
        yield server


@pytest.fixture
async def coach(server: BotApiServer, tmp_path: Path) -> AsyncIterator[Coach]:
    """The edge, polling."""
    async with a_coach(server, tmp_path) as coach:
        coach.start()
        yield coach
