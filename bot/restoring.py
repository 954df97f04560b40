"""Puts a backup back into a store that people may be using: who is missing is added, who is there stays as they are."""

from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct, field

from bot.stores import DamagedError, Store, backup_file
from bot.stores.copying import Copy, Outcome, copy_of, put_down


class Restored(Struct, forbid_unknown_fields=True):
    """How many people were added, were there just so, were replaced. ``different`` are those who were left, by key;
    ``aside`` is the backup of those who were replaced, "" for none."""

    added: int = 0
    same: int = 0
    replaced: int = 0
    different: list[str] = field(default_factory=list)
    aside: str = ""


async def restore(path: Path, store: Store, aside: Path | None = None) -> Restored:
    """Puts down everybody in the backup ``path``, which was read to its end before. ``store`` is started.

    With ``aside``, those who are there with something else are replaced, once they are safe in a backup of that name.
    Given again after an interruption, it goes on. Raises `StoreError`.
    """
    done = Restored()
    for copy in backup_file.read(path):
        match await put_down(copy, store):
            case Outcome.ADDED:
                done.added += 1
            case Outcome.SAME:
                done.same += 1
            case Outcome.DIFFERENT:
                done.different.append(copy.notebook.person)
    if aside is not None and done.different:
        await _replace(path, store, aside, done)
    return done


async def _replace(path: Path, store: Store, aside: Path, done: Restored) -> None:
    before = {person: await _there(store, person) for person in done.different}
    with backup_file.written(aside, datetime.now(UTC)) as file:
        for copy in filter(None, before.values()):
            file.add(copy)
    done.aside, done.different = str(aside), []
    for copy in backup_file.read(path):
        person = copy.notebook.person
        if person not in before:
            continue
        if await _there(store, person) == before[person]:  # else they have done something since they were put aside
            await store.forget(person)
            if await put_down(copy, store) is Outcome.ADDED:
                done.replaced += 1
                continue
        done.different.append(person)


async def _there(store: Store, person: str) -> Copy | None:
    """What is stored about somebody; None for nothing that can be read."""
    try:
        return await copy_of(store, person, damaged=lambda _: None)
    except DamagedError:
        return None
