"""The program as an operator starts it, with a candidate who goes through a whole interview; over real HTTP."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.person import Person, labels

UNPACED = "tests.telegram.unpaced"
QUESTION = (
    "Give me an example of a situation where you had to use CRM technology to extract information about a customer."
)
ANSWER = (
    "At the hotel, guests told us that check-in was slow, so I asked the night porter to note every complaint in a "
    "spreadsheet. I sorted them by cause, and we moved the key cards. Complaints went from 20 a week to 4."
)


@asynccontextmanager
async def the_program(
    server: BotApiServer, folder: Path, module: str = "bot", **settings: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m bot`, as `make run` starts it; as `UNPACED` without the limits of Telegram."""
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": server.token,
        "TELEGRAM_API_URL": server.root,
        "DATA_DIR": str(folder / "data"),
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, env=environment, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def answer_until_rated(person: Person) -> None:
    """Skips follow-ups until the coach asks for a self-rating."""
    while "4" not in labels(screen := await person.reply()):
        assert "Skip" in labels(screen), person.transcript()
        await person.presses("Skip")


async def test_a_candidate_goes_from_the_question_to_the_report(server: BotApiServer, tmp_path: Path) -> None:
    ana = server.person("Ana")
    async with the_program(server, tmp_path) as process:
        await ana.says("/start")
        assert "Practice an interview" in labels(await ana.reply())

        await ana.says("/practice crm 1 practice 1")
        assert QUESTION in await ana.reads()
        await ana.says(ANSWER)
        await answer_until_rated(ana)
        await ana.presses("4")
        await ana.sees("night porter")  # the feedback quotes the candidate's own words
        assert labels(ana.chat.messages[-1])

        process.terminate()
        _, logs = await process.communicate()
        assert process.returncode == 0
        assert b"night porter" not in logs
        assert server.token.encode() not in logs


async def test_an_interview_goes_on_where_it_was_when_the_program_was_killed(
    server: BotApiServer, tmp_path: Path
) -> None:
    ana = server.person("Ana")
    async with the_program(server, tmp_path) as process:
        await ana.says("/practice crm 1 practice 1")
        assert QUESTION in await ana.reads()
        process.kill()
        await process.wait()
    await ana.says(ANSWER)
    async with the_program(server, tmp_path):
        await answer_until_rated(ana)
        await ana.presses("4")
        await ana.sees("night porter")


async def test_two_programs_on_one_folder_are_refused(server: BotApiServer, tmp_path: Path) -> None:
    ana = server.person("Ana")
    async with the_program(server, tmp_path) as first:
        await ana.says("/start")
        await ana.reply()
        async with the_program(server, tmp_path) as second:
            _, complaint = await second.communicate()
        assert second.returncode == 1
        assert b"Traceback" not in complaint
        assert first.returncode is None
