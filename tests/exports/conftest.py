"""The real packs and the real engine, loaded once."""

import pytest

from content.library import Library, load
from conversations.feedback import Engine


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture(scope="session")
def engine(library: Library) -> Engine:
    return Engine(library)
