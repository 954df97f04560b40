"""Goes through everybody's stored interviews for the verdicts that coaches confirmed or overruled."""

from pathlib import Path

from bot.stores import Store, StoreError
from bot.stores.choosing import make_store
from content.library import Library
from conversations.coaching.learning.findings import Findings, Gathered, findings, gather


async def collected(stored: Path | str, library: Library) -> tuple[Findings, list[StoreError]]:
    """What is found, also while the coach runs, and why some of it could not be read. ``stored`` is a folder or the URL
    of a database. Raises `StoreError` when that cannot be used at all."""
    store = make_store(stored)
    gathered, faults = Gathered(), []
    try:
        for person in sorted([person async for person in store.people()]):
            try:
                await _add(store, person, library, gathered)
            except StoreError as fault:
                faults.append(fault)
    finally:
        await store.stop()
    return findings(gathered, library), faults


async def _add(store: Store, person: str, library: Library, gathered: Gathered) -> None:
    notebook = await store.read(person)
    if notebook is None:
        return
    reviewed = [done.number for done in notebook.history if done.reviewers]
    archived = [await store.archived(person, number) for number in reviewed]
    gather(gathered, library, notebook, [interview for interview in archived if interview is not None])
