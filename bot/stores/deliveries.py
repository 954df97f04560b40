"""Which parcels are still to be delivered, or letters to be carried: a small append-only log beside the notebooks.

For parcels it must survive the death of the process, not a power cut, so it is not flushed: what a power cut takes from
it, the messenger sends again or the person asks for with /resume. Nobody asks for a letter, so theirs is flushed.
"""

from pathlib import Path
from typing import NamedTuple

import structlog

from bot.stores.journal import Journal

log = structlog.get_logger(__name__)


class Pending(NamedTuple):
    """The last parcel posted to a person and the last one delivered, by number."""

    posted: int
    delivered: int


class Deliveries:
    """The log ``path``: ``+person number`` is written when parcels are posted, ``-person number`` when delivered."""

    def __init__(self, path: Path, *, flushed: bool = False) -> None:
        self._journal = Journal(path)
        self._flushed = flushed
        self._pending: dict[str, Pending] = {}

    def start(self) -> None:
        """Reads what is pending and compacts the log. Raises OSError."""
        for line in self._journal.read() or ():
            self._replay(line.decode(errors="replace"))
        self.compact()

    def stop(self) -> None:
        self._journal.stop()

    def post(self, person: str, first: int, last: int) -> None:
        """Notes that these parcels are about to be posted. Raises OSError; nothing is then noted."""
        before = self._pending.get(person)
        pending = Pending(last, before.delivered if before else first - 1)
        self._journal.append(f"+{person} {pending.posted} {pending.delivered}".encode(), flushed=self._flushed)
        self._pending[person] = pending
        if self._journal.outgrown(len(self._pending)):
            self.compact()

    def delivered(self, person: str, number: int, *, first: int = 1) -> None:
        """Notes the delivery of ``first`` to ``number``, unless an earlier one still waits. When the disk refuses, it
        is remembered until the process ends."""
        if person not in self._pending or self._pending[person].delivered < first - 1:
            return
        try:
            self._journal.append(f"-{person} {number}".encode())
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
        self._journal.rewrite(
            f"+{person} {posted} {delivered}".encode() for person, (posted, delivered) in self._pending.items()
        )

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
