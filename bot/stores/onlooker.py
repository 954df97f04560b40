"""Reads the log of commits beside the process that writes it."""

from pathlib import Path
from typing import NamedTuple

from bot.stores.segments import commit, segments


class Place(NamedTuple):
    """Where a line stands: its first byte and its length, without its end."""

    path: Path
    begins: int
    length: int


class Onlooker:
    """Looks through the log in ``folder`` once and then only at what was added; remembers places, not what people say.

    Raises OSError. What the log does not have (any more) stands in small files, which are to be looked at afterwards.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[Path, int] = {}  # the bytes of each segment that were looked through
        self._places: dict[str, Place] = {}

    def get(self, person: str) -> bytes | None:
        """The newest notebook, encoded; None when the log has none of that person."""
        self._look()
        for _ in range(2):
            place = self._places.get(person)
            if place is None:
                return None
            if (found := commit(_read(*place))) and found[0] == person:
                return found[1]
            self._look_anew()  # forgotten, gone into a small file, or never acknowledged
        return None

    def people(self) -> set[str]:
        self._look()
        return {person for person in list(self._places) if self.get(person) is not None}

    def _look_anew(self) -> None:
        self._seen, self._places = {}, {}
        self._look()

    def _look(self) -> None:
        paths = segments(self._folder)
        if not self._seen.keys() <= set(paths):
            self._seen, self._places = {}, {}
        for path in paths:
            begins = self._seen.get(path, 0)
            for each in _read(path, begins).split(b"\n")[:-1]:
                if found := commit(each):
                    self._places[found[0]] = Place(path, begins, len(each))
                begins += len(each) + 1
            self._seen[path] = begins


def _read(path: Path, begins: int, length: int = -1) -> bytes:
    try:
        with path.open("rb", buffering=0) as file:
            file.seek(begins)
            return file.read(length)
    except FileNotFoundError:  # everything in it stands in small files now
        return b""
