"""The one place where real parts are chosen; the command line and the tests both call it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple

import structlog

from bot.beside import beside
from bot.hatch import FOLDER, Hatch
from bot.reception import Reception
from bot.settings import Settings
from bot.stores import Store
from bot.stores.choosing import make_store
from content.library import Library, load
from conversations.coaching.roles import Appointed
from conversations.desk import Desk
from conversations.feedback import Engine

log = structlog.get_logger(__name__)


class Coach(NamedTuple):
    """The parts of a running coach. ``store`` is started."""

    library: Library
    store: Store
    reception: Reception


def now() -> datetime:
    return datetime.now(UTC)


def load_library(settings: Settings) -> Library:
    """The built-in packs and those of CONTENT_DIR; what is left out is logged, one line for each fault."""
    library = load(*[settings.content_dir] if settings.content_dir else [])
    for fault in library.faults:
        log.warning("content left out", fault=str(fault))
    return library


def appointed(settings: Settings) -> Appointed:
    """Those whom the settings make coaches and operators, by the keys of their notebooks."""
    return Appointed(
        frozenset(f"telegram-{number}" for number in settings.coach_ids),
        frozenset(f"telegram-{number}" for number in settings.operator_ids),
    )


@asynccontextmanager
async def assembled(
    settings: Settings, *, clock: Callable[[], datetime] = now, random: Random | None = None
) -> AsyncIterator[Coach]:
    """A coach, ready to receive events; its store is stopped at the end. Raises `StoreError` when it cannot be used."""
    library = load_library(settings)
    store = make_store(settings.database_url or settings.data_dir)
    await store.start()
    try:
        desk = Desk(library, Engine(library), appointed(settings), settings.retention_days)
        reception = Reception(desk, store, clock, random or Random())  # noqa: S311 - which question comes next is no secret
        await reception.courier.start()
        hatch = [] if settings.database_url else [Hatch(settings.data_dir / FOLDER, store).run()]
        try:
            async with beside(*hatch):
                yield Coach(library, store, reception)
        finally:
            await reception.courier.stop()
    finally:
        await store.stop()
