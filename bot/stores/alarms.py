"""Who wants to be woken when: an index in memory, kept by a small append-only log beside the notebooks.

The log may say a moment too early after the death of a process, never one too late: an earlier moment is noted ahead of
the commit that brings it, a later one afterwards. Somebody woken too early has nothing to hear, and is noted anew.
"""

import heapq
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import structlog

from bot.stores.journal import Journal

log = structlog.get_logger(__name__)

_LINE = re.compile(r"([a-z0-9-]+) (?:([0-9]+(?:\.[0-9]+)?)|-)")


class Alarms:
    """The log ``path``: ``person moment`` is written at every change, ``person -`` when there is none any more.

    A moment is in seconds since 1970, UTC, as a decimal number.
    """

    def __init__(self, path: Path) -> None:
        self._journal = Journal(path)
        self._moments: dict[str, float] = {}
        self._queue: list[tuple[float, str]] = []  # a heap; what `_moments` does not say is out of date

    def start(self) -> bool:
        """Reads the log; False when there is none that can be read, and `fill` has to make it. Raises OSError."""
        lines = self._journal.read()
        if lines is None or not all(self._replay(line.decode(errors="replace")) for line in lines):
            return False
        self._sort()
        self._journal.resume()
        self._tidy()
        return True

    def fill(self, moments: Mapping[str, datetime]) -> None:
        """Sets everything at once. Raises OSError; the old log is then kept."""
        self._moments = {person: moment.timestamp() for person, moment in moments.items()}
        self._sort()
        self._compact()

    def stop(self) -> None:
        self._journal.stop()

    def before_commit(self, person: str, moment: datetime | None) -> None:
        """Notes what a commit is about to bring, if that is earlier. Raises OSError; nothing is then noted."""
        if moment is not None and moment.timestamp() < self._moments.get(person, float("inf")):
            self._journal.append(f"{person} {moment.timestamp()}".encode(), flushed=True)
            self._set(person, moment.timestamp())

    def after_commit(self, person: str, moment: datetime | None) -> None:
        """Notes what is committed. When the disk refuses, it is remembered until the process ends."""
        seconds = None if moment is None else moment.timestamp()
        if self._moments.get(person) == seconds:
            return
        try:
            self._journal.append(f"{person} {'-' if seconds is None else seconds}".encode())
        except OSError as fault:
            log.warning("alarm not noted, may ring too early after a restart", reason=fault.strerror)
        self._set(person, seconds)

    def due(self, now: datetime, limit: int) -> list[str]:
        """At most ``limit`` people whose moment has come, the earliest first."""
        found: list[tuple[float, str]] = []
        while self._queue and self._queue[0][0] <= now.timestamp() and len(found) < limit:
            entry = heapq.heappop(self._queue)
            if self._moments.get(entry[1]) == entry[0] and entry not in found[-1:]:
                found.append(entry)
        for entry in found:
            heapq.heappush(self._queue, entry)
        return [person for _, person in found]

    def forget(self, person: str) -> None:
        """Leaves no trace of a person. Raises OSError."""
        self._moments.pop(person, None)
        self._journal.blank(f"{person} ")

    def _set(self, person: str, seconds: float | None) -> None:
        if seconds is None:
            self._moments.pop(person, None)
        else:
            self._moments[person] = seconds
            heapq.heappush(self._queue, (seconds, person))
        if len(self._queue) > 2 * len(self._moments) + 1000:
            self._sort()
        self._tidy()

    def _sort(self) -> None:
        self._queue = [(seconds, person) for person, seconds in self._moments.items()]
        heapq.heapify(self._queue)

    def _tidy(self) -> None:
        if self._journal.outgrown(len(self._moments)):
            self._compact()

    def _compact(self) -> None:
        self._journal.rewrite(f"{person} {seconds}".encode() for person, seconds in self._moments.items())

    def _replay(self, line: str) -> bool:
        """Applies a line of the log. False when it cannot be read; a blanked one means nothing."""
        read = _LINE.fullmatch(line)
        if read is None:
            return not line.strip()
        person, seconds = read.groups()
        if seconds is None:
            self._moments.pop(person, None)
        else:
            self._moments[person] = float(seconds)
        return True
