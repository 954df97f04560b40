"""The desk and a person of the conversation tests."""

from tests.conversations.conftest import ada, desk, library

__all__ = ["ada", "desk", "library"]
