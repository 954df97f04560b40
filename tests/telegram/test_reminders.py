"""Reminders on Telegram: the whole coach over HTTP, with a clock that a test can set, stopped and started again."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.assembly import assembled
from bot.settings import Settings
from bot.telegram.application import serve
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.coach import NOW, UNLIMITED
from tests.telegram.person import Person, labels

EVENING = NOW.replace(hour=18)


@asynccontextmanager
async def the_coach(
    server: BotApiServer, folder: Path, now: datetime | Callable[[], datetime], **changes: Any
) -> AsyncIterator[None]:
    """The real parts, polling unless ``changes`` to the settings say otherwise, while it is ``now``."""
    settings = Settings(server.token, server.root, folder / "data", **changes)
    async with assembled(settings, clock=now if callable(now) else lambda: now) as coach:
        stop = asyncio.Event()
        serving = asyncio.create_task(serve(settings, coach.reception, coach.store, stop, UNLIMITED))
        try:
            yield
        finally:
            stop.set()
            await serving


async def plans(person: Person) -> None:
    await person.says("/plan 2026-03-20 20")
    await person.sees("Should I write to you once a day")
    await person.presses("18:00")
    await person.sees("Which city are you in or near?")
    await person.presses("UTC is right")
    await person.sees("I remind you once a day at 18:00")


async def test_a_reminder_arrives_after_a_restart_and_its_button_starts_the_cards(
    server: BotApiServer, tmp_path: Path
) -> None:
    ana = server.person("Ana")
    async with the_coach(server, tmp_path, NOW):
        await plans(ana)
    async with the_coach(server, tmp_path, EVENING):
        reminder = await ana.sees("Today, 18 days to go")
        assert "Turn reminders off" in labels(reminder)
        await ana.presses(labels(reminder)[0])
        await ana.sees("cards left")
    async with the_coach(server, tmp_path, EVENING + timedelta(minutes=5)):
        await ana.says("/history")
        await ana.sees("No finished interview yet")
    reminders = [each for each in ana.chat.messages if "Today, 18 days to go" in each.get("text", "")]
    assert len(reminders) == 1


async def test_a_reminder_that_the_process_died_with_is_delivered_by_the_next_one(
    server: BotApiServer, tmp_path: Path
) -> None:
    ana = server.person("Ana")
    async with the_coach(server, tmp_path, NOW):
        await plans(ana)
    fault = server.break_("sendMessage", status=500, times=1_000, chat=ana.number)
    async with the_coach(server, tmp_path, EVENING):
        while not fault.happened:
            await asyncio.sleep(0.01)
    server.faults.clear()
    async with the_coach(server, tmp_path, EVENING + timedelta(hours=1)):
        await ana.sees("Today, 18 days to go")


async def test_off_is_one_tap_and_whoever_blocked_the_bot_is_left_alone(server: BotApiServer, tmp_path: Path) -> None:
    ana, ben, cy = server.person("Ana"), server.person("Ben"), server.person("Cy")
    async with the_coach(server, tmp_path, NOW):
        for person in (ana, ben, cy):
            await plans(person)
        await ben.blocks()
        await cy.says("/reminders off")
        await cy.sees("No reminders")
    async with the_coach(server, tmp_path, EVENING):
        await ana.sees("Today, 18 days to go")
        await ana.presses("Turn reminders off")
        await ana.sees("Reminders are off.")
        await ben.blocks(blocked=False)
        await ben.says("/reminders")
        await ben.sees("Tap a time")
    async with the_coach(server, tmp_path, EVENING + timedelta(days=1)):
        await ben.sees("Today, 17 days to go")
        assert ben.unread == 0
    assert not any("days to go" in each.get("text", "") for each in cy.chat.messages)
    assert not any("17 days to go" in each.get("text", "") for each in ana.chat.messages)
