"""Lost connections: what counts as one, how often it is tried again, and what the operator is told in the end."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import psycopg
import structlog

from bot.stores import StoreError

log = structlog.get_logger(__name__)
Done = TypeVar("Done")

# A server that restarts or hands over to its standby; what is refused for other reasons would be refused again.
LOST = (psycopg.OperationalError, psycopg.InterfaceError, psycopg.errors.ReadOnlySqlTransaction)
DELAYS = (0.1, 0.2, 0.4, 0.8, 1.6, 3.0, 5.0)  # seconds; about as long as a person waits for a reply


async def patiently(attempt: Callable[[], Awaitable[Done]]) -> Done:
    """Tries until it works or `DELAYS` are used up; the last failure passes on."""
    for delay in DELAYS:
        try:
            return await attempt()
        except LOST as fault:
            log.warning("connection to the database lost, trying again", delay=delay, reason=_first_line(fault))
            await asyncio.sleep(delay)
    return await attempt()


@contextmanager
def explained() -> Iterator[None]:
    """Turns an error of the database into a `StoreError` that says what to do."""
    try:
        yield
    except psycopg.errors.UndefinedTable as fault:
        raise StoreError("The database holds no notebooks yet. Start the coach once; it makes its tables.") from fault
    except LOST as fault:
        raise StoreError(
            f"The database cannot be reached ({_first_line(fault)}). What was stored before is safe; check that it "
            "runs and that DATABASE_URL is right, and go on."
        ) from fault
    except psycopg.Error as fault:
        raise StoreError(f"The database refused ({_first_line(fault)}). What was stored before is safe.") from fault


def _first_line(fault: Exception) -> str:
    """What the server said, without the lines that quote the statement or the document."""
    return (str(fault).strip() or type(fault).__name__).splitlines()[0]
