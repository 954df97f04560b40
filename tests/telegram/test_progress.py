"""Progress and stories on Telegram, through the program as an operator starts it; the picture arrives as a picture."""

from pathlib import Path

from tests.conversations.stories import STORY
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


async def test_a_story_is_kept_from_feedback_and_found_for_a_question(server: BotApiServer, tmp_path: Path) -> None:
    ana = server.person("Ana")
    async with the_program(server, tmp_path):
        await ana.says("/practice crm 1 real 1")
        await ana.says(STORY)
        await ana.says("/stop")
        await ana.sees("Report: ")
        await ana.presses("Keep an answer as a story")
        await ana.sees("Answers that showed something")
        await ana.presses("1")
        await ana.sees("Kept as a story")
        await ana.presses("Name it")
        await ana.sees("What should")
        await ana.says("The late sofa")
        await ana.sees("It has its name.")
        await ana.presses("All stories")
        await ana.sees("Your stories")
        await ana.presses("Which story for a question?")
        await ana.sees("Which question?")
        await ana.says("How did you use CRM technology to capture customer feedback?")
        await ana.sees("your story “The late sofa” fits")
        await ana.presses("The late sofa")
        await ana.sees("Zendesk, filtered her last nine contacts")
