"""A process that writes one letter after the other until it is killed, saying aloud which are committed.

``python -m tests.stores.sender TARGET``: every letter is a line for the audit log with the next number, carried by a
real courier while further ones are written.
"""

import asyncio
import sys
from random import Random

from bot.reception import Reception
from bot.stores import Store
from bot.stores.choosing import make_store
from conversations.coaching.letters import Audited, Letter
from conversations.coaching.posting import AUDIT_LOG
from conversations.coaching.record import Entry
from conversations.desk import Desk
from conversations.notebook import Notebook
from tests.stores.values import MONDAY

SENDER = "telegram-1"


def a_reception(store: Store) -> Reception:
    """One whose letters need no content."""
    return Reception(Desk(None, None), store, lambda: MONDAY, Random(1))  # type: ignore[arg-type]


def write(notebook: Notebook) -> int:
    """Puts the next letter into the notebook; its number."""
    notebook.last_letter += 1
    entry = Entry(MONDAY, notebook.person, "wrote", str(notebook.last_letter))
    notebook.letters.append(Letter(notebook.last_letter, notebook.person, AUDIT_LOG, Audited(entry), MONDAY))
    return notebook.last_letter


async def read_in_log(store: Store) -> list[int]:
    """The numbers of the letters that the log's own desk has handled, in order."""
    log = await store.read(AUDIT_LOG)
    return [int(entry.whom) for entry in log.coaching.audit] if log else []


async def go_on(target: str) -> None:
    store = make_store(target)
    await store.start()
    reception = a_reception(store)
    await reception.courier.start()
    while True:
        async with store.open(SENDER, MONDAY) as notebook:
            number = write(notebook)
        reception.courier.call(SENDER)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        await asyncio.sleep(0)


if __name__ == "__main__":
    asyncio.run(go_on(sys.argv[1]))
