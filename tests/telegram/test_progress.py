"""Progress on Telegram, through the program as an operator starts it: the picture arrives as a picture."""

from pathlib import Path

from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.person import labels
from tests.telegram.test_whole_interview import ANSWER, the_program


async def test_a_picture_of_ones_progress_arrives_in_both_colors(server: BotApiServer, tmp_path: Path) -> None:
    ana = server.person("Ana")
    async with the_program(server, tmp_path):
        await ana.says("/practice crm 1 practice 1")
        await ana.says(ANSWER)
        await ana.says("/stop")
        await ana.sees("Report: ")
        await ana.says("/progress")
        await ana.sees("1 judged answer in 1 interview")
        await ana.presses("As a picture")
        light = await ana.sees("Each row is a level")
        assert labels(light) == ["In dark colors", "All of my progress"]
        await ana.presses("In dark colors")
        await ana.reply()
        dark = ana.chat.messages[-1]
        assert labels(dark)[0] == "In light colors"
        await ana.presses("All of my progress")
        await ana.sees("1 judged answer in 1 interview")
    pictures = [server.state.files[message["photo"][0]["file_id"]] for message in (light, dark)]
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    assert pictures[0] != pictures[1]
