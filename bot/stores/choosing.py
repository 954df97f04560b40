"""Chooses the store: PostgreSQL by its URL, else TinyDB files in a folder."""

from pathlib import Path

from bot.stores import Store


def make_store(target: str | Path) -> Store:
    """A store, not started yet. ``target`` is ``postgresql://…`` or the path of a folder."""
    if str(target).startswith(("postgresql://", "postgres://")):
        from bot.stores.postgres.store import PostgresStore  # its driver takes half a second to import

        return PostgresStore(str(target))
    from bot.stores.tinydb import TinyDBStore

    return TinyDBStore(Path(target))
