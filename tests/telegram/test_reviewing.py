"""A coach reviews an interview on Telegram, and its candidate answers, over real HTTP."""

from pathlib import Path

from bot.stores.choosing import make_store
from bot.stores.forms import encoded
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.person import Person, labels
from tests.telegram.state import BOT
from tests.telegram.test_coaching import assign, invited
from tests.telegram.test_whole_interview import ANSWER, UNPACED, the_program


async def handed_in(bea: Person, ana: Person) -> None:
    await invited(bea, ana)
    await assign(bea)
    await ana.sees("You have a new assignment.")
    await ana.presses("Start")
    await ana.sees("This interview is for Bea")
    await ana.says(ANSWER)
    await ana.says("/stop")
    await bea.sees("Ana handed in assignment 1")


async def test_a_review_goes_from_the_coach_to_the_candidate_and_back(server: BotApiServer, tmp_path: Path) -> None:
    bea, ana = server.person("Bea", 7), server.person("Ana", 8)
    async with the_program(server, tmp_path, UNPACED, COACH_IDS="7"):
        await handed_in(bea, ana)
        await bea.presses("Review it")
        page = await bea.sees("¹ At the hotel, guests told us")
        messages = len(bea.chat.messages)

        await bea.presses("Next ›")
        await bea.sees("follow-up 1 of 1")
        await bea.presses("‹ Previous")
        await bea.sees("¹ At the hotel")
        assert len(bea.chat.messages) == messages  # pages are turned in place

        selected = {"text": "² I sorted them by cause", "position": 9, "is_manual": True}
        await bea.says("How many causes?", reply_to_message=page, quote=selected)
        kept = await bea.sees("Kept on question 1.")
        assert "I sorted them by cause" in kept["text"]
        assert "²" not in kept["text"]
        await bea.says("Good numbers.", reply_to_message=page)
        await bea.sees("Kept on question 1.")

        await bea.presses("Ask further")
        await bea.sees("Type one question.")
        await bea.says("What did the porter say?")
        await bea.sees("Sent to Ana.")
        await ana.sees("What did the porter say?")
        await ana.presses("Answer Bea")
        await ana.sees("Type your answer.")
        await ana.says("That it was high time.")
        await ana.sees("This goes to Bea:")
        await ana.presses("Send it to Bea")
        await bea.sees("That it was high time.")

        await bea.presses("Sum up")
        await bea.sees("Type to comment on the whole interview.")
        await bea.presses("Rate")
        await bea.sees("How much of that comes across")
        await bea.presses("4")
        await bea.sees("Rated 4 of 5.")
        await bea.presses("Sum up")
        await bea.sees("4 of 5: most of what the level asks for")
        await bea.presses("Release to Ana now")
        review = await ana.sees("Bea reviewed an interview of yours.")
        assert labels(review) == ["Reply to Bea"]
        assert "How many causes?" in review["text"]
        assert "Good numbers." in review["text"]
        await bea.sees("No interview waits for a review.")
        assert server.state.toasts == ["Turning the page."] * 3


async def test_a_page_that_was_turned_before_a_kill_comes_as_a_new_message(
    server: BotApiServer, tmp_path: Path
) -> None:
    bea, ana = server.person("Bea", 7), server.person("Ana", 8)
    async with the_program(server, tmp_path, UNPACED, COACH_IDS="7") as process:
        await handed_in(bea, ana)
        await bea.presses("Review it")
        await bea.sees("¹ At the hotel")
        await bea.says("Good numbers.")
        await bea.sees("Kept on question 1.")
        process.kill()
        await process.wait()
    async with the_program(server, tmp_path, UNPACED, COACH_IDS="7"):
        await bea.says("/resume")
        resumed = await bea.sees("Good numbers.")
        assert resumed["from"] == BOT
        assert "¹ At the hotel" in resumed["text"]


async def test_a_candidate_who_stops_sharing_ends_the_review_on_the_coachs_screen(
    server: BotApiServer, tmp_path: Path
) -> None:
    bea, ana = server.person("Bea", 7), server.person("Ana", 8)
    async with the_program(server, tmp_path, UNPACED, COACH_IDS="7"):
        await handed_in(bea, ana)
        await bea.presses("Review it")
        await bea.sees("¹ At the hotel")
        await bea.says("2: How many causes?")
        await bea.sees("Kept on question 1.")
        await ana.says("/sharing")
        await ana.sees("Who sees what")
        await ana.presses("Bea")
        await ana.sees("What should Bea see")
        await ana.presses("Nothing any more")
        over = await bea.sees("Ana does not share interview 1 with you any more")
        assert "How many causes?" in over["text"]
        assert "spreadsheet" not in over["text"]
    stored = await make_store(tmp_path / "data").read(bea.key)
    assert stored is not None
    assert b"spreadsheet" not in encoded(stored)
    assert b"sorted them" not in encoded(stored)
