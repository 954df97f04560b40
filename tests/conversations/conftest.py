"""One desk for all conversation tests (compiling the cues takes a moment), and a new person for each."""

import pytest

from content.library import Library, load
from conversations.desk import Desk
from conversations.feedback import Engine
from tests.conversations.person import Person


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture(scope="session")
def desk(library: Library) -> Desk:
    return Desk(library, Engine(library))


@pytest.fixture
def ada(desk: Desk) -> Person:
    return Person(desk)
