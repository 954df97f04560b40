"""The one place where real parts are chosen; the command line and the tests both call it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple

import structlog

from bot.beside import beside
from bot.desks.making import make_desk
from bot.desks.pool import Desks
from bot.hatch import FOLDER, Hatch
from bot.reception import Reception
from bot.settings import Settings
from bot.stores import Store
from bot.stores.choosing import make_store
from content.library import Library, load

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


@asynccontextmanager
async def assembled(
    settings: Settings, *, clock: Callable[[], datetime] = now, random: Random | None = None, desks: int = 0
) -> AsyncIterator[Coach]:
    """A coach, ready to receive events, with so many further ``desks``; its store is stopped at the end.

    Raises `StoreError` when the store cannot be used."""
    library = load_library(settings)
    further = Desks(desks, settings)
    store = make_store(settings.database_url or settings.data_dir)
    await store.start()
    try:
        desk = make_desk(settings, library)
        reception = Reception(desk, store, clock, random or Random(), further)  # noqa: S311 - which question comes next is no secret
        await reception.courier.start()
        hatch = [] if settings.database_url else [Hatch(settings.data_dir / FOLDER, store).run()]
        try:
            async with beside(*hatch), further.running():
                yield Coach(library, store, reception)
        finally:
            await reception.courier.stop()
    finally:
        await store.stop()
