"""Carries people between stores: everything that is kept about one of them, taken whole and put down whole."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from enum import Enum
from hashlib import sha256
from itertools import count

import msgspec
from msgspec import Struct

from bot.stores import DamagedError, Store
from bot.stores.forms import document_of, interview_of, notebook_of
from conversations.interview.record import Interview
from conversations.notebook import Notebook

ATTEMPTS = 10  # at finding a person between two messages
BEFORE_ANYBODY = datetime.fromtimestamp(0, UTC)  # no copied notebook was created then, so that each counts as changed

Report = Callable[[str], object]


class Copy(Struct, frozen=True):
    """A person's notebook, with nothing left to deliver, and the archived interviews in their order."""

    notebook: Notebook
    interviews: tuple[Interview, ...]

    def encoded(self) -> bytes:
        """JSON on one line, the same for the same content wherever it was stored."""
        parts = {"notebook": document_of(self.notebook), "interviews": [document_of(each) for each in self.interviews]}
        return msgspec.json.encode(parts, order="deterministic")

    def fingerprint(self) -> bytes:
        return sha256(self.encoded()).digest()


class Outcome(Enum):
    """What became of a copy: put down, there already, or left out as something else is there."""

    ADDED = "added"
    SAME = "same"
    DIFFERENT = "different"


def decoded(raw: bytes) -> Copy:
    """The copy that was `Copy.encoded`. Raises `DamagedError`, or `StoreError` when a newer version wrote it."""
    try:
        parts = msgspec.json.decode(raw, type=dict[str, object])
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise DamagedError(f"it is not a JSON object ({fault})") from fault
    interviews = parts.get("interviews")
    if not isinstance(interviews, list):
        raise DamagedError("it has no interviews")
    copy = Copy(
        notebook_of(parts.get("notebook"), "the notebook"),
        tuple(interview_of(interview, f"interview {place} in it") for place, interview in enumerate(interviews, 1)),
    )
    if copy.notebook.finished or copy.notebook.forgotten:
        raise DamagedError("its notebook is in the middle of a change")
    return copy


async def copies(store: Store, damaged: Report) -> AsyncIterator[Copy]:
    """Everybody in a store, also while others write to it; works without `Store.start`.

    ``damaged`` is told what cannot be read and is left out. Raises `StoreError` when the store cannot be used.
    """
    async for person in store.people():
        try:
            copy = await copy_of(store, person, damaged)
        except DamagedError as damage:
            damaged(str(damage))
            continue
        if copy is not None:
            yield copy


async def copy_of(store: Store, person: str, damaged: Report) -> Copy | None:
    """One person; None when nothing is stored. Raises `DamagedError` when the notebook cannot be read.

    Of somebody who never pauses, the archive may be a moment newer than the notebook; nothing is then lost or doubled.
    """
    for attempt in count(1):
        notebook = await store.read(person)
        if notebook is None:
            break
        interviews, faults = await _archive(store, notebook)
        if attempt == ATTEMPTS or await store.read(person) == notebook:
            for fault in faults:
                damaged(fault)
            notebook.finished = []
            notebook.outbox = []
            return Copy(notebook, interviews)
    return None


async def _archive(store: Store, notebook: Notebook) -> tuple[tuple[Interview, ...], list[str]]:
    """The archived interviews of a person, and why others cannot be read.

    One that is open in the notebook is left out, so that it is not in the copy twice when it was archived just now.
    """
    interviews, faults = [], []
    for number in range(1, notebook.next_interview):
        if notebook.interview is not None and notebook.interview.number == number:
            continue
        try:
            interview = await store.archived(notebook.person, number)
        except DamagedError as damage:
            faults.append(str(damage))
            continue
        if interview is not None:
            interviews.append(interview)
    return tuple(interviews), faults


async def put_down(copy: Copy, store: Store) -> Outcome:
    """Adds a person to a started store, in one commit; whoever is there stays as they are. Raises `StoreError`."""
    person = copy.notebook.person
    try:
        there = await copy_of(store, person, damaged=lambda _: None)
    except DamagedError:
        return Outcome.DIFFERENT
    if there is not None:
        return Outcome.SAME if there.fingerprint() == copy.fingerprint() else Outcome.DIFFERENT
    async with store.open(person, BEFORE_ANYBODY) as notebook:
        if notebook != Notebook(person, created=BEFORE_ANYBODY):
            return Outcome.DIFFERENT  # came in just now
        for name in Notebook.__struct_fields__:
            setattr(notebook, name, getattr(copy.notebook, name))
        notebook.finished = list(copy.interviews)
    await store.delivered(person, copy.notebook.next_parcel - 1)
    return Outcome.ADDED
