"""The same people as in the tests of coaching."""

from tests.coaching.conftest import ada, bea, carl, desk, olga, town

__all__ = ["ada", "bea", "carl", "desk", "olga", "town"]
