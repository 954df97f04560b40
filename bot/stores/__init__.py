"""Where notebooks and archived interviews are kept; one contract for every store."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from conversations.interview.record import Interview
from conversations.notebook import Notebook


class StoreError(Exception):
    """The store cannot be used; the message says what happened and what to do, for the operator."""


class Damaged(StoreError):
    """What is stored about a person cannot be read; it was set aside, untouched."""


class Store(Protocol):
    """A store of notebooks.

    ``person`` is a key such as ``terminal`` or ``telegram-12345``: lower-case letters, digits and hyphens.
    """

    async def start(self) -> None:
        """Makes the store ready. Raises `StoreError` with a clear line when it cannot be used."""

    async def stop(self) -> None:
        """Lets go of files, locks and connections."""

    def open(self, person: str, now: datetime) -> AbstractAsyncContextManager[Notebook]:
        """The person's notebook (a new one for a new person), for one change at a time.

        Leaving the block commits atomically and durably: first ``notebook.finished`` is archived (each interview under
        its number, an earlier one with the same number replaced) and emptied, then the notebook is stored. When
        ``notebook.forgotten`` is set, everything about the person is deleted instead (as `forget`). An exception
        leaves everything as it was and passes on. An unchanged notebook is not written. Others' notebooks are opened in parallel.
        """
        ...

    async def read(self, person: str) -> Notebook | None:
        """The committed notebook, without waiting for whoever has it open; None when there is none."""

    async def archived(self, person: str, number: int) -> Interview | None:
        """A finished interview; None when there is none of that number."""

    def people(self) -> AsyncIterator[str]:
        """The keys of all notebooks, in no order."""
        ...

    async def forget(self, person: str) -> None:
        """Deletes the notebook, its archive and every trace in indexes. Does nothing for an unknown person."""

    async def delivered(self, person: str, number: int) -> None:
        """Notes that the person's parcels up to ``number`` were delivered. Survives the death of the process."""

    async def undelivered(self) -> list[str]:
        """The people whose outbox holds parcels that were not delivered when the last process ended."""
