"""A home for stores of every kind, and stores started in it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.stores import Store
from tests.stores.homes import Folder, Home, Stores


@pytest.fixture(params=["a quick disk", "a slow disk"])
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    if request.param == "a slow disk":
        monkeypatch.setattr("bot.stores.tinydb.SLOW_FLUSH", -1)
    return Folder(tmp_path / "data")


@pytest.fixture
async def stores(home: Home) -> AsyncIterator[Stores]:
    stores = Stores(home)
    yield stores
    await stores.stop()


@pytest.fixture
async def store(stores: Stores) -> Store:
    return await stores.start()
