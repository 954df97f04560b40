"""Which parcels are still to be delivered, or letters to be carried: a small append-only log beside the notebooks.

For parcels it must survive the death of the process, not a power cut, so it is not flushed: what a power cut takes from
it, the messenger sends again or the person asks for with /resume. Nobody asks for a letter, so theirs is flushed.
"""

import os
from pathlib import Path
from typing import NamedTuple

import structlog

from bot.stores.disk import sync_folder, write_all

log = structlog.get_logger(__name__)

LARGE = 1 << 20  # bytes; compacted when it grows beyond this and holds mostly what is done


class Pending(NamedTuple):
    """The last parcel posted to a person and the last one delivered, by number."""

    posted: int
    delivered: int


class Deliveries:
    """The log ``path``: ``+person number`` is written when parcels are posted, ``-person number`` when delivered."""

    def __init__(self, path: Path, *, flushed: bool = False) -> None:
        self._path = path
        self._flushed = flushed
        self._pending: dict[str, Pending] = {}
        self._handle = -1
        self._size = 0

    def start(self) -> None:
        """Reads what is pending and compacts the log. Raises OSError."""
        if self._path.exists():
            for line in self._path.read_text(errors="replace").splitlines():
                self._replay(line)
        self.compact()

    def stop(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1

    def post(self, person: str, first: int, last: int) -> None:
        """Notes that these parcels are about to be posted. Raises OSError; nothing is then noted."""
        before = self._pending.get(person)
        pending = Pending(last, before.delivered if before else first - 1)
        self._append(f"+{person} {pending.posted} {pending.delivered}\n")
        if self._flushed:
            os.fsync(self._handle)
        self._pending[person] = pending
        if self._size > LARGE and self._size > 100 * len(self._pending):
            self.compact()

    def delivered(self, person: str, number: int) -> None:
        """Notes a delivery. When the disk refuses, it is remembered until the process ends."""
        if person not in self._pending:
            return
        try:
            self._append(f"-{person} {number}\n")
        except OSError as fault:
            log.warning("delivery not noted, may be repeated after a restart", reason=fault.strerror)
        self._note(person, number)

    def last_delivered(self, person: str) -> int | None:
        """The number of the last parcel delivered; None when nothing is pending."""
        pending = self._pending.get(person)
        return pending.delivered if pending else None

    def people(self) -> list[str]:
        """Everybody with something pending, first come first."""
        return list(self._pending)

    def forget(self, person: str) -> None:
        """Leaves no trace of a person in the log. Raises OSError."""
        self._pending.pop(person, None)
        self.compact()

    def compact(self) -> None:
        """Writes the log anew with what is pending alone. Raises OSError; the old log is then kept."""
        aside = self._path.with_suffix(".new")
        lines = "".join(f"+{person} {posted} {delivered}\n" for person, (posted, delivered) in self._pending.items())
        aside.write_text(lines)
        handle = os.open(aside, os.O_WRONLY | os.O_APPEND)
        aside.replace(self._path)
        sync_folder(self._path.parent)
        self.stop()
        self._handle, self._size = handle, len(lines)

    def _append(self, line: str) -> None:
        raw = line.encode()
        try:
            write_all(self._handle, raw)
        except OSError:
            os.ftruncate(self._handle, self._size)  # half a line would spoil the next one
            raise
        self._size += len(raw)

    def _replay(self, line: str) -> None:
        match [line[:1], *line[1:].split(" ")]:
            case ["+", person, posted, delivered] if posted.isdecimal() and delivered.isdecimal():
                self._pending[person] = Pending(int(posted), int(delivered))
            case ["-", person, number] if person in self._pending and number.isdecimal():
                self._note(person, int(number))

    def _note(self, person: str, number: int) -> None:
        posted, delivered = self._pending.pop(person)
        if number < posted:
            self._pending[person] = Pending(posted, max(number, delivered))
