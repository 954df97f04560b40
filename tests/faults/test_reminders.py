"""Reminders where replicas share a database: each person hears one, whichever replica wakes them."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot import bell
from bot.stores.choosing import make_store
from tests.faults.programs import free_port
from tests.stores.homes import Database
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.test_reminders import EVENING, NOW, plans, the_coach


async def test_of_three_replicas_one_reminds(
    server: BotApiServer, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bell, "TICK", 0.01)
    people, now = [server.person(name) for name in ("Ana", "Ben", "Cy", "Di")], [NOW]
    async with AsyncExitStack() as replicas:
        for _ in range(3):
            port = free_port()
            settings = {"database_url": database.target, "webhook_url": f"http://127.0.0.1:{port}/", "port": port}
            await replicas.enter_async_context(the_coach(server, tmp_path, lambda: now[0], **settings))
        for person in people:
            await plans(person)
        now[0] = EVENING
        for person in people:
            await person.sees("Today, 18 days to go")
        store = make_store(database.target)
        while await store.undelivered() or await store.due(EVENING, 1):
            await asyncio.sleep(0.01)
        await store.stop()
    for person in people:
        assert sum("Today, 18 days to go" in message.get("text", "") for message in person.chat.messages) == 1
