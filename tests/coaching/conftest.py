"""One desk for all of these tests, and people who know each other."""

import pytest

from content.library import load
from conversations.desk import Desk
from conversations.feedback import Engine
from tests.coaching.reviews import handed_in
from tests.coaching.town import Neighbor, Town, joined


@pytest.fixture(scope="session")
def desk() -> Desk:
    library = load()
    return Desk(library, Engine(library))


@pytest.fixture
def town(desk: Desk) -> Town:
    return Town(desk, coaches=("Bea", "Carl"), operators=("Olga",))


@pytest.fixture
def bea(town: Town) -> Neighbor:
    return town.person("Bea")


@pytest.fixture
def carl(town: Town) -> Neighbor:
    return town.person("Carl")


@pytest.fixture
def ada(town: Town) -> Neighbor:
    return town.person("Ada")


@pytest.fixture
def olga(town: Town) -> Neighbor:
    return town.person("Olga")


@pytest.fixture
def acquainted(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada, "spring")


@pytest.fixture
def handed_in_by_ada(acquainted: None, bea: Neighbor, ada: Neighbor) -> None:
    handed_in(bea, ada)
