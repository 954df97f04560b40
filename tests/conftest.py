"""Sets the tests apart from the machine's own settings."""

import tests.effort as effort

__all__ = ["effort"]  # takes DATABASE_URL out of the environment, before a program under test takes it for its own
