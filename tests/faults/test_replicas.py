"""Two replicas behind one address and one database: killed in turn, they lose no more than one does."""

import asyncio
import random

import pytest

from bot import relief
from bot.stores.choosing import make_store
from conversations.replies import Reply
from tests.effort import KILLS
from tests.faults.fleet import Fleet
from tests.faults.programs import Program, free_port, listening, webhook_settings
from tests.faults.relay import Relay
from tests.stores.homes import Database
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.coach import NOW, a_coach

KILLS_HERE = max(4, KILLS // 8)


async def test_two_replicas_killed_in_turn_keep_every_answer_once_and_in_order(
    server: BotApiServer, database: Database
) -> None:
    fate = random.Random("replicas")
    ports = free_port(), free_port()
    async with Relay(*(("127.0.0.1", port) for port in ports)) as balancer:
        replicas = [
            Program(server, DATABASE_URL=database.target, **webhook_settings(port, public=balancer.port))
            for port in ports
        ]
        for replica in replicas:
            await replica.start()
        fleet = Fleet(server)
        async with fleet.practicing():
            for number in range(KILLS_HERE):
                await asyncio.sleep(fate.uniform(0.0, 0.8))
                await replicas[number % 2].end(kill=True)
                await asyncio.sleep(fate.uniform(0.0, 0.5))
                await replicas[number % 2].start(wait=fate.random() < 0.8)
        for port, replica in zip(ports, replicas, strict=True):
            await listening(port)  # that one of them said hello to Telegram does not say which
            assert await replica.end(kill=False) == 0
    await fleet.is_kept_in(database.target)


async def test_what_a_replica_did_not_live_to_deliver_another_one_does(
    server: BotApiServer, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relief, "TICK", 0.05)
    port = free_port()
    async with a_coach(server, database.target, port=port, webhook_url=f"http://127.0.0.1:{port}/") as coach:
        coach.start()
        ana = server.person("Ana")
        await ana.says("Hello")
        await ana.sees("You said: Hello")
        dead = make_store(database.target)
        await dead.start()
        async with dead.open(ana.key, NOW) as notebook:
            notebook.post([Reply("Read this first")], 1)
        await dead.stop()
        await ana.says("Are you there?")
        await ana.sees("Read this first")
        while await coach.store.undelivered():
            await asyncio.sleep(0.01)
