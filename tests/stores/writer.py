"""A process that stores one answer after the other until it is killed, saying aloud what is committed.

``python -m tests.stores.writer TARGET PERSON``: every round adds an answer to the open interview, posts a reply and
notes its delivery; every fifth archives the interview and opens the next. Every tenth reply stays undelivered. The
alarm is moved ahead, put off and taken away.
"""

import asyncio
import sys
from datetime import timedelta

from bot.stores.choosing import make_store
from conversations.interview.record import Message
from conversations.replies import Reply
from tests.stores.values import MONDAY, an_interview

ANSWERS_EACH = 5


async def write(target: str, person: str) -> None:
    store = make_store(target)
    await store.start()
    while True:
        async with store.open(person, MONDAY) as notebook:
            round_ = (notebook.last_event or 0) + 1
            notebook.last_event = round_
            notebook.alarm = MONDAY + timedelta(days=5 - round_ % 11) if round_ % 7 else None
            if notebook.interview is None:
                notebook.interview = an_interview(notebook.next_interview, said="")
                notebook.interview.exchanges[0].answers[0].messages = []
                notebook.next_interview += 1
            messages = notebook.interview.exchanges[0].answers[0].messages
            messages.append(Message(f"answer {round_}", MONDAY))
            if len(messages) == ANSWERS_EACH:
                notebook.finished.append(notebook.interview)
                notebook.interview = None
            parcels = notebook.post([Reply(f"heard {round_}")], round_)
        if round_ % 10:
            await store.delivered(person, parcels[-1].number)
        sys.stdout.write(f"{round_}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1], sys.argv[2]))
