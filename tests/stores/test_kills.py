"""A writer is killed again and again: what it said is committed is there, whole and once, and the next one goes on."""

import random
import subprocess
import sys

from bot.stores import Store
from conversations.interview.record import Interview
from tests.stores.homes import Stores
from tests.stores.writer import ANSWERS_EACH

KILLS = 12
PERSON = "telegram-1"


def write_until_killed(target: str, rounds: int) -> int:
    """Lets a writer go on for about so many rounds and kills it in the middle of one; gives its last word."""
    command = [sys.executable, "-m", "tests.stores.writer", target, PERSON]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(rounds)]
        writer.kill()
        said += writer.stdout.readlines()
    assert said[0], "the writer did not start"
    return int([line for line in said if line.endswith("\n")][-1])


def answers_of(interview: Interview | None) -> list[str]:
    assert interview is not None
    return [message.text for message in interview.exchanges[0].answers[0].messages]


async def everything_written(store: Store) -> tuple[int, list[str]]:
    """The last event in the notebook, and every answer in the archive and the notebook."""
    notebook = await store.read(PERSON)
    assert notebook is not None
    last_finished = notebook.next_interview - (1 if notebook.interview is None else 2)
    answers: list[str] = []
    for number in range(1, last_finished + 1):
        archived = answers_of(await store.archived(PERSON, number))
        assert len(archived) == ANSWERS_EACH
        answers += archived
    assert notebook.last_event is not None
    return notebook.last_event, answers + (answers_of(notebook.interview) if notebook.interview else [])


async def test_every_answer_is_in_exactly_one_place_however_often_the_writer_is_killed(stores: Stores) -> None:
    chance = random.Random(11)
    for _ in range(KILLS):
        said = write_until_killed(stores.home.target, chance.randint(1, 40))
        store = await stores.start()
        stored, answers = await everything_written(store)
        assert stored in (said, said + 1)
        assert answers == [f"answer {number}" for number in range(1, stored + 1)]
        waiting = [parcel.reply.text for parcel in (await store.undelivered()).get(PERSON, [])]
        assert waiting == [f"heard {number}" for number in range(stored + 1 - len(waiting), stored + 1)]
        assert waiting or stored % 10  # the writer leaves every tenth reply undelivered
        notebook = await store.read(PERSON)
        if notebook is not None and notebook.alarm is not None:
            assert await store.due(notebook.alarm, 1) == [PERSON]
        await stores.stop()
