"""Hands a backup to the coach that has the data folder, which alone may write there; and takes it, on the other side.

The file is laid into a folder beside the notebooks, and so is the answer: that works in a container and everywhere,
and what was interrupted by a kill goes on at the next start.
"""

import asyncio
import os
import shutil
from collections import deque
from pathlib import Path
from secrets import token_hex

import msgspec
import structlog

from bot.restoring import Restored, restore
from bot.stores import Store, StoreError, backup_file
from bot.stores.disk import explained, sync_folder

log = structlog.get_logger(__name__)

FOLDER = "restore"  # below the data folder
TICK = 1.0  # seconds between looks, on both sides
ADD, REPLACE = "add", "replace"
ANSWER = ".answer"
UNFINISHED = ".part"


class Refused(msgspec.Struct, forbid_unknown_fields=True):
    """Why a backup could not be restored, for the operator."""

    reason: str


class Hatch:
    """The coach's side. ``folder`` is made by whoever lays something into it."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder = folder
        self._store = store

    async def run(self) -> None:
        """Takes what is laid into the folder until it is cancelled."""
        while True:
            for path in sorted(self._folder.glob("*.jsonl*")):
                if path.name.split("-")[0] in (ADD, REPLACE) and path.suffix in (".jsonl", ".gz"):
                    await self._take(path)
            await asyncio.sleep(TICK)

    async def _take(self, path: Path) -> None:
        answer: Restored | Refused
        try:
            await asyncio.to_thread(lambda: deque(backup_file.read(path), maxlen=0))
            aside = path.with_name(f"replaced-{token_hex(6)}.jsonl")
            answer = await restore(path, self._store, aside if path.name.startswith(REPLACE) else None)
            log.info("a backup was restored", added=answer.added, replaced=answer.replaced)
        except StoreError as error:
            log.error("a backup could not be restored", reason=str(error))
            answer = Refused(str(error))
        try:
            path.with_name(path.name + UNFINISHED).write_bytes(msgspec.json.encode(answer))
            path.with_name(path.name + UNFINISHED).replace(path.with_name(path.name + ANSWER))
            path.unlink()
        except OSError as fault:
            log.error("whoever restored a backup cannot be told", reason=fault.strerror)


class Request:
    """The other side: a backup that was laid into the folder, by somebody who waits for the answer."""

    def __init__(self, path: Path, folder: Path, *, replace: bool) -> None:
        """Lays it there. Raises `StoreError`."""
        kind = REPLACE if replace else ADD
        self._path = folder / f"{kind}-{token_hex(6)}.jsonl{path.suffix if path.suffix == '.gz' else ''}"
        unfinished = self._path.with_name(self._path.name + UNFINISHED)
        with explained(folder):
            folder.mkdir(exist_ok=True, mode=0o700)
            shutil.copyfile(path, unfinished)
            unfinished.chmod(0o600)
            for laid in (folder, unfinished):
                _give_to_owner(laid, folder.parent)
            unfinished.replace(self._path)
            sync_folder(folder)

    def answer(self) -> Restored | None:
        """What the coach answered; None while it has not. Raises `StoreError` when it refused."""
        answer = self._path.with_name(self._path.name + ANSWER)
        try:
            raw = answer.read_bytes()
        except FileNotFoundError:
            return None
        answer.unlink()
        try:
            return msgspec.json.decode(raw, type=Restored)
        except msgspec.ValidationError:
            raise StoreError(msgspec.json.decode(raw, type=Refused).reason) from None

    def withdraw(self) -> None:
        """Takes it away again, as the coach has stopped."""
        self._path.unlink(missing_ok=True)


def _give_to_owner(path: Path, place: Path) -> None:
    """What root lays there must be for the coach to read, who is the owner of the place."""
    if os.name == "posix" and os.geteuid() == 0:
        owner = place.stat()
        os.chown(path, owner.st_uid, owner.st_gid)
