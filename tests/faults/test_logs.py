"""What the logs of whole runs hold, at their most talkative and in trouble: no words of anybody, no secret."""

import asyncio
import json
from pathlib import Path

from tests.faults.fleet import Candidate
from tests.faults.programs import Program, far_away, free_port, webhook_settings
from tests.faults.troubles import broken_telegram
from tests.stores.homes import Database, Folder
from tests.telegram.bot_api_server import BotApiServer

NAME = "Xanthippe"
PASSWORD, SECRET = "xylem-password-of-the-database", "xylem-secret-of-the-webhook"
# As they stand in what candidates say, in a caption, in an own card, in a name of a file, in what is edited.
WORDS = ["night porter", "xylophone", "xylitol", "xenolith.csv", "xerophyte", NAME]


async def a_life(server: BotApiServer, program: Program) -> Candidate:
    """Somebody practices, sends what is no text, edits, writes a card, and deletes nothing."""
    candidate = Candidate(server.person(NAME))
    person = candidate.person
    await candidate.practices()
    said = await person.says("/addcard")
    await person.reply()
    said = await person.says("xylophone")
    await person.reply()
    await person.edits(said, "xerophyte")
    await person.sends("photo", caption="xylitol")
    server.state.files["f"] = b"xylophone,xylitol"
    await person.sends("document", {"file_id": "f", "file_name": "xenolith.csv", "file_size": 17})
    person.taps(person.chat.messages[-1], "i:xylophone:xylitol")
    await person.says("/transcript 1 html")
    await person.says("/nothing xylophone")
    await person.says("/history")
    await person.sees("Your interviews")
    return candidate


def nothing_private(log: Path, server: BotApiServer) -> str:
    """The text of the log, which holds nothing that it must not."""
    text = log.read_text()
    for line in text.splitlines():
        assert json.loads(line)["event"], "a line that is no log line"
    for private in [*WORDS, PASSWORD, SECRET, server.token, server.token.split(":")[1]]:
        assert private not in text
    return text


async def test_by_polling_on_files_with_a_damaged_notebook(server: BotApiServer, tmp_path: Path) -> None:
    log, folder = tmp_path / "log", tmp_path / "data"
    program = Program(server, log, LOG_LEVEL="DEBUG", DATA_DIR=str(folder))
    await program.start()
    with broken_telegram(server):
        candidate = await a_life(server, program)
    assert await program.end(kill=False) == 0
    Folder(folder).damage(candidate.person.key)
    await program.start()
    await candidate.person.says("night porter")
    await candidate.person.sees("could not be read")
    assert await program.end(kill=False) == 0
    text = nothing_private(log, server)
    assert "damaged notebook set aside" in text
    assert "telegram did not take a message" in text


async def test_by_webhook_on_a_database_that_goes_away(
    server: BotApiServer, database: Database, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    async with far_away(database) as (network, url):
        assert "@127.0.0.1" in url
        program = Program(
            server,
            log,
            LOG_LEVEL="DEBUG",
            WEBHOOK_SECRET=SECRET,
            DATABASE_URL=url.replace("@127.0.0.1", f":{PASSWORD}@127.0.0.1"),
            **webhook_settings(free_port()),
        )
        await program.start()
        candidate = await a_life(server, program)
        network.cut()
        await candidate.person.says("night porter xylophone")
        await asyncio.sleep(1)
        network.mend()
        await candidate.person.reply()
        assert await program.end(kill=False) == 0
    assert "connection to the database lost" in nothing_private(log, server)
