"""Where a person's files stand below the data folder."""

import zlib
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from bot.stores.disk import name_when_damaged, sync_folder
from bot.stores.keys import checked

NOTEBOOK = "notebook.json"


class Layout:
    """``people/3f2/telegram-12345/`` holds a notebook and its interviews, ``commits/`` what is not there yet.

    The 4,096 folders in between keep every folder small: a million people make 244 in each.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.people = root / "people"
        self.commits = root / "commits"
        self.aside = root / "aside"
        self.forgotten = root / "forgotten"
        self.deliveries = root / "deliveries.log"
        self.letters = root / "letters.log"
        self.marks = root / "marks.json"
        self.alarms = root / "alarms.log"
        self.lock = root / "in-use.lock"

    def make(self) -> None:
        """Makes the folders, readable for the coach's user alone."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        for folder in (self.people, self.commits, self.aside, self.forgotten):
            folder.mkdir(exist_ok=True, mode=0o700)
        sync_folder(self.root)

    def person(self, person: str) -> Path:
        """The person's folder, existing or not. Raises `StoreError` when the key is not one."""
        return _place(self.people, person)

    def notebook(self, person: str) -> Path:
        return self.person(person) / NOTEBOOK

    def interview(self, person: str, number: int) -> Path:
        return self.person(person) / f"interview-{number}.json"

    def make_person(self, person: str) -> None:
        """Makes the person's folder and lets its name survive a power cut. A vanished ``people/`` is not made again."""
        folder = self.person(person)
        for new in (folder.parent, folder):
            if not new.exists():
                new.mkdir(mode=0o700, exist_ok=True)
                sync_folder(new.parent)

    def set_aside(self, path: Path, now: datetime) -> Path:
        """Renames a damaged file so that it stays for the operator to look at; gives its new name."""
        name = name_when_damaged(path, now)
        path.replace(name)
        sync_folder(path.parent)
        return name

    def numbers(self, person: str) -> Iterator[int]:
        """The numbers of the archived interviews of a person, in no order."""
        for path in self.person(person).glob("interview-*.json"):
            if (number := path.stem.removeprefix("interview-")).isdecimal():
                yield int(number)


@lru_cache(maxsize=2_048)  # asked for several times in a turn; taking a path apart costs more than what is done with it
def _place(people: Path, person: str) -> Path:
    shard = zlib.crc32(checked(person).encode()) % 4096
    return people / f"{shard:03x}" / person
