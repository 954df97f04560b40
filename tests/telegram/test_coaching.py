"""A coach and a candidate on Telegram, over real HTTP."""

import asyncio
from pathlib import Path

from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.person import PATIENCE_SECONDS, Person, labels
from tests.telegram.test_whole_interview import ANSWER, UNPACED, the_program


async def invited(coach: Person, candidate: Person) -> None:
    """The coach invites, the candidate opens the link and says yes."""
    await coach.says("/invite spring 5")
    link = (await coach.sees("Here is your invitation"))["text"].split()[-1]
    assert link.startswith("https://t.me/")
    await candidate.says(f"/start {link.split('?start=')[1]}")
    await candidate.sees(f"{coach.name} invites you")
    await candidate.presses("Assigned practice only")
    await candidate.sees("Done.")


async def assign(coach: Person) -> None:
    await coach.says("/assign spring")
    for question, label in (
        ("What should they practice?", "Customer Relationship Management"),
        ("Which level?", "Level 1"),
        ("Which questions?", "Pick 1"),
        ("In which mode?", "Practice"),
        ("When is it due?", "In a week"),
        ("How many takes", "1"),
        ("A note for them?", "No note"),
        ("For spring", "Send it"),
    ):
        await coach.sees(question)
        await coach.presses(label)
    await coach.sees("on its way to one person")


async def test_an_assignment_reaches_its_candidate_and_comes_back_done(server: BotApiServer, tmp_path: Path) -> None:
    bea, ana = server.person("Bea", 7), server.person("Ana", 8)
    async with the_program(server, tmp_path, UNPACED, COACH_IDS="7"):
        await invited(bea, ana)
        await assign(bea)
        notice = await ana.sees("You have a new assignment.")
        assert labels(notice) == ["Start"]
        await ana.presses("Start")
        await ana.sees("This interview is for Bea")
        await ana.says(ANSWER)
        await ana.says("/stop")
        await ana.sees("Handed in: Bea can read this interview now.")
        await bea.sees("Ana handed in assignment 1")
        await bea.says("/board")
        await bea.sees("1 submitted")
        await bea.presses("Assignment 1")
        await bea.sees("Ana: submitted")
        await bea.presses("Read Ana, interview 1")
        await bea.sees("night porter")
        await ana.says("/privacy")
        await ana.sees("Bea read interview 1")


async def test_what_a_letter_earned_is_delivered_after_a_kill(server: BotApiServer, tmp_path: Path) -> None:
    bea, ana = server.person("Bea", 7), server.person("Ana", 8)
    async with the_program(server, tmp_path, UNPACED, COACH_IDS="7") as process:
        await invited(bea, ana)
        fault = server.break_("sendMessage", status=500, times=1_000, chat=8)
        await assign(bea)
        while not fault.happened:
            await asyncio.sleep(0.01)
        process.kill()
        await process.wait()
    server.faults.clear()
    async with the_program(server, tmp_path, UNPACED, COACH_IDS="7"):
        await ana.sees("You have a new assignment.")


async def test_coaches_and_operators_have_their_commands_in_their_menus(server: BotApiServer, tmp_path: Path) -> None:
    bea, olga = server.person("Bea", 7), server.person("Olga", 9)
    async with the_program(server, tmp_path, UNPACED, OPERATOR_IDS="9"):
        await bea.says("/start")
        await bea.reply()
        await olga.says("/grant 7")
        await bea.sees("An operator made you a coach.")
        await olga.says("/audit")
        await olga.sees("9 made a coach of 7")
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not {"commands chat 7", "commands chat 9"} <= set(server.state.menus):
                await asyncio.sleep(0.01)

    def commands(chat: int) -> list[str]:
        return [each["command"] for each in server.state.menus[f"commands chat {chat}"]]

    assert "invite" in commands(7)
    assert "grant" not in commands(7)
    assert "grant" in commands(9)
