"""Where notebooks and archived interviews are kept; one contract for every store."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from conversations.coaching.letters import Letter
from conversations.interview.record import Interview
from conversations.notebook import Notebook, Parcel


class StoreError(Exception):
    """The store cannot be used; the message says what happened and what to do, for the operator."""


class InUseError(StoreError):
    """Another coach has the folder."""


class DamagedError(StoreError):
    """What is stored under this name cannot be read; it is left as it is."""


class Store(Protocol):
    """A store of notebooks.

    ``person`` is a key such as ``terminal`` or ``telegram-12345``: lower-case letters, digits and hyphens. Every
    method raises `StoreError` when the store cannot be used (a full disk, a lost connection) or the key is not one;
    what was committed before is then untouched. `read`, `archived` and `people` also work without `start`, beside the
    process that has the store open.
    """

    async def start(self) -> None:
        """Makes the store ready. Raises `StoreError` with a clear line when it cannot be used."""

    async def stop(self) -> None:
        """Lets go of files, locks and connections."""

    def open(self, person: str, now: datetime) -> AbstractAsyncContextManager[Notebook]:
        """The person's notebook (a new one for a new person), for one change at a time.

        Leaving the block commits atomically and durably: the notebook is stored and ``notebook.finished`` archived
        (each interview under its number, an earlier one with that number replaced). When ``notebook.forgotten`` is set,
        everything about the person is deleted instead (as `forget`). An exception leaves everything as it was and
        passes on. An unchanged notebook is not written. Others' notebooks are opened in parallel.

        Parcels that were delivered have left the outbox (`Notebook.prune`), letters that were handled are gone
        (`Notebook.prune_letters`). When the stored notebook cannot be read, it is set aside and logged, and a new one
        with ``began_anew`` is given; archived interviews stay.
        """
        ...

    async def read(self, person: str) -> Notebook | None:
        """The committed notebook, without waiting for whoever has it open; None when there is none.

        Raises `DamagedError` when it cannot be read.
        """

    async def archived(self, person: str, number: int) -> Interview | None:
        """A finished interview; None when there is none of that number. Raises `DamagedError` if it cannot be read."""

    def people(self) -> AsyncIterator[str]:
        """The keys of all notebooks, in no order."""
        ...

    async def forget(self, person: str) -> None:
        """Deletes the notebook, its archive and every trace in indexes. Does nothing for an unknown person."""

    async def delivered(self, person: str, number: int, *, first: int = 1) -> None:
        """Notes that the person's parcels from ``first`` to ``number`` were delivered; survives the process.

        While one before ``first`` still waits, perhaps left behind by another replica, nothing is noted: it is then
        delivered with all that follow it.
        """

    async def undelivered(self) -> dict[str, list[Parcel]]:
        """The parcels not delivered yet, in order, by person; costs what is pending, not what is stored."""

    async def letters(self, person: str) -> list[Letter]:
        """The person's letters that may not have been handled yet, in the order in which they were written."""

    async def carried(self, person: str, number: int) -> None:
        """Notes that the person's letters up to ``number`` were handled. Survives the death of the process."""

    async def senders(self) -> list[str]:
        """Everybody with letters that may not have been handled; costs what is pending, not what is stored."""

    async def mark(self, name: str, value: str) -> None:
        """Notes something about the store as a whole, instead of what was noted under that name before."""

    async def marked(self, name: str) -> str:
        """What was noted under a name; "" for nothing."""

    async def due(self, now: datetime, limit: int) -> list[str]:
        """At most ``limit`` people whose ``notebook.alarm`` is not later than ``now`` (aware, UTC), the earliest first;
        costs what is due, not what is stored. After the death of a process somebody may be among them too early, until
        their notebook was opened."""
