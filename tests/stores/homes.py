"""Places that stores live in: real folders and real databases, with ways to look behind the store's back."""

from pathlib import Path
from typing import Any, Protocol

import msgspec

from bot.stores import Store
from bot.stores.choosing import make_store
from bot.stores.disk import put
from bot.stores.layout import Layout


class Home(Protocol):
    """Where a store lives; it outlives the stores that are started in it. ``target`` is what `make_store` takes."""

    target: str

    def plant(self, person: str, document: dict[str, Any]) -> None:
        """Stores a notebook document as an earlier or later version of the coach would have."""

    def damage(self, person: str) -> None:
        """Makes the stored notebook unreadable."""

    def everything(self) -> str:
        """All that is stored, names included, as text."""


class Folder:
    """The home of a TinyDB store."""

    def __init__(self, folder: Path) -> None:
        self.target = str(folder)
        self.layout = Layout(folder)

    def plant(self, person: str, document: dict[str, Any]) -> None:
        self.layout.make()
        self.layout.make_person(person)
        put(self.layout.notebook(person), self.layout.aside, "notebook", document)

    def damage(self, person: str) -> None:
        path = self.layout.notebook(person)
        path.write_bytes(path.read_bytes()[:-40])

    def everything(self) -> str:
        files = sorted(path for path in self.layout.root.rglob("*") if path.is_file())
        names = [str(path) for path in self.layout.root.rglob("*")]
        return "\n".join(names + [path.read_bytes().decode(errors="replace") for path in files])


class Stores:
    """Starts stores in one home and stops them at the end of a test."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self._started: list[Store] = []

    async def start(self) -> Store:
        store = make_store(self.home.target)
        await store.start()
        self._started.append(store)
        return store

    async def restart(self) -> Store:
        """Another store in the same home, after the others have let go."""
        await self.stop()
        return await self.start()

    async def stop(self) -> None:
        for store in self._started:
            await store.stop()
        self._started = []


def form(name: str) -> dict[str, Any]:
    """One of the kept stored forms, such as ``notebook-1``."""
    document: dict[str, Any] = msgspec.json.decode((Path(__file__).parent / "forms" / f"{name}.json").read_bytes())
    return document
