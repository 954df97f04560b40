"""Who wants to be woken when: an index in memory, kept by a small append-only log beside the notebooks.

The log may say a moment too early after the death of a process, never one too late: an earlier moment is noted ahead of
the commit that brings it, a later one afterwards. Somebody woken too early has nothing to hear, and is noted anew.
"""

import heapq
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import structlog

from bot.stores.journal import Journal

log = structlog.get_logger(__name__)

NEVER = "-"


class Alarms:
    """The log ``path``: ``person moment`` is written at every change, ``person -`` when there is none any more."""

    def __init__(self, path: Path) -> None:
        self._journal = Journal(path)
        self._moments: dict[str, datetime] = {}
        self._queue: list[tuple[datetime, str]] = []  # a heap; what `_moments` does not say is out of date

    def start(self) -> bool:
        """Reads the log; False when there is none, and `fill` has to make it. Raises OSError."""
        lines = self._journal.read()
        if lines is None:
            return False
        moments: dict[str, datetime] = {}
        for line in lines:
            _replay(line, moments)
        self.fill(moments)
        return True

    def fill(self, moments: Mapping[str, datetime]) -> None:
        """Sets everything at once. Raises OSError; the old log is then kept."""
        self._moments = dict(moments)
        self._sort()
        self._compact()

    def stop(self) -> None:
        self._journal.stop()

    def before_commit(self, person: str, moment: datetime | None) -> None:
        """Notes what a commit is about to bring, if that is earlier. Raises OSError; nothing is then noted."""
        known = self._moments.get(person)
        if moment is not None and (known is None or moment < known):
            self._journal.append(f"{person} {moment.isoformat()}", flushed=True)
            self._set(person, moment)

    def after_commit(self, person: str, moment: datetime | None) -> None:
        """Notes what is committed. When the disk refuses, it is remembered until the process ends."""
        if self._moments.get(person) == moment:
            return
        try:
            self._journal.append(f"{person} {moment.isoformat() if moment else NEVER}")
        except OSError as fault:
            log.warning("alarm not noted, may ring too early after a restart", reason=fault.strerror)
        self._set(person, moment)

    def due(self, now: datetime, limit: int) -> list[str]:
        """At most ``limit`` people whose moment has come, the earliest first."""
        found: list[tuple[datetime, str]] = []
        while self._queue and self._queue[0][0] <= now and len(found) < limit:
            moment, person = heapq.heappop(self._queue)
            if self._moments.get(person) == moment and (moment, person) not in found[-1:]:
                found.append((moment, person))
        for entry in found:
            heapq.heappush(self._queue, entry)
        return [person for _, person in found]

    def forget(self, person: str) -> None:
        """Leaves no trace of a person. Raises OSError."""
        self._moments.pop(person, None)
        self._compact()

    def _set(self, person: str, moment: datetime | None) -> None:
        if moment is None:
            self._moments.pop(person, None)
        else:
            self._moments[person] = moment
            heapq.heappush(self._queue, (moment, person))
        if len(self._queue) > 2 * len(self._moments) + 1000:
            self._sort()
        if self._journal.outgrown(len(self._moments)):
            self._compact()

    def _sort(self) -> None:
        self._queue = [(moment, person) for person, moment in self._moments.items()]
        heapq.heapify(self._queue)

    def _compact(self) -> None:
        self._journal.rewrite(f"{person} {moment.isoformat()}" for person, moment in self._moments.items())


def _replay(line: str, moments: dict[str, datetime]) -> None:
    """Applies a line of the log; half a line, which a killed process leaves, means nothing."""
    person, _, written = line.partition(" ")
    if written == NEVER:
        moments.pop(person, None)
        return
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return
    if moment.tzinfo is not None:
        moments[person] = moment
