"""A Bot API server and a database for the programs that are mistreated here."""

from tests.stores.conftest import database, postgres
from tests.telegram.conftest import server

__all__ = ["database", "postgres", "server"]
