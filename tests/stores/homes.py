"""Places that stores live in: real folders and real databases, with ways to look behind the store's back."""

from pathlib import Path
from typing import Any, Protocol

import msgspec
import psycopg
from psycopg.types.json import Jsonb

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
        """Makes the stored notebook unreadable; for a folder, after its store was stopped."""

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


class Database:
    """The home of a PostgreSQL store: a schema of its own in the server ``url``."""

    def __init__(self, url: str, schema: str) -> None:
        self._url = url
        self._schema = schema
        self.target = f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{schema}&application_name={schema}"
        self.ask(f"create schema {schema}")

    def ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Runs a statement behind the store's back and commits it."""
        with psycopg.connect(self.target, autocommit=True) as connection:
            cursor = connection.execute(statement.encode(), values)
            return cursor.fetchall() if cursor.description else []

    def plant(self, person: str, document: dict[str, Any]) -> None:
        self.ask("insert into notebooks values (%s, %s, 1)", person, Jsonb(document))

    def damage(self, person: str) -> None:
        self.ask("update notebooks set document = document - 'created' where person = %s", person)

    def everything(self) -> str:
        tables = ("notebooks", "interviews", "deliveries", "letters", "damaged")
        return "\n".join(str(row) for table in tables for row in self.ask(f"select * from {table} order by 1, 2"))  # noqa: S608

    def cut_connections(self) -> None:
        """Ends every connection to the tests' schema, as a server does that restarts."""
        self.ask(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = %s "
            "and pid <> pg_backend_pid()",
            self._schema,
        )

    def remove(self) -> None:
        self.ask(f"drop schema {self._schema} cascade")


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
