"""The desk and a person of the conversation tests, and somebody who has begun with a deck."""

import pytest

from tests.conversations.conftest import ada, desk, library
from tests.conversations.person import Person

__all__ = ["ada", "desk", "library"]


@pytest.fixture
def at_first_card(ada: Person) -> Person:
    """Ada before the first card of the seed's deck."""
    ada.say("/cards CRM flashcards")
    ada.tap("Start")
    return ada
