"""Lets notebooks that were stored under another RETENTION_DAYS know of the present one, so that alarms enforce it."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog

from bot.stores import Store, StoreError
from conversations.notebook import Notebook

log = structlog.get_logger(__name__)

MARK = "retention days"  # under which a store remembers for which choice its notebooks are prepared
REST = 600.0  # seconds before a store that could not be used is tried again

AlarmOf = Callable[[Notebook], datetime | None]


async def prepare(store: Store, days: int | None, alarm_of: AlarmOf, clock: Callable[[], datetime]) -> None:
    """Goes through all notebooks once after each change of ``days``; what is killed midway begins anew at the next
    start. ``alarm_of`` says when a notebook is to be woken."""
    while True:
        try:
            if await store.marked(MARK) != str(days or ""):
                await _through_all(store, alarm_of, clock)
                await store.mark(MARK, str(days or ""))
        except StoreError as error:
            log.error("not everybody can be prepared for RETENTION_DAYS", error=str(error))
            await asyncio.sleep(REST)
        else:
            return


async def _through_all(store: Store, alarm_of: AlarmOf, clock: Callable[[], datetime]) -> None:
    async for person in store.people():
        try:
            notebook = await store.read(person)
            if notebook is not None and alarm_of(notebook) != notebook.alarm:
                async with store.open(person, clock()) as notebook:
                    notebook.alarm = alarm_of(notebook)
        except StoreError as error:  # of this notebook alone, or the next one says so too
            log.warning("a notebook cannot be prepared for RETENTION_DAYS", person=person, error=str(error))
        await asyncio.sleep(0)
