"""The program is killed again and again while candidates practice: every answer is kept once, in order."""

import asyncio
import random
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.effort import KILLS
from tests.faults.fleet import Fleet
from tests.faults.programs import Program, far_away, free_port, webhook_settings
from tests.faults.troubles import broken_telegram, lost_database, repeated_updates
from tests.stores.homes import Database
from tests.telegram.bot_api_server import BotApiServer

WAYS = [(store, mode) for store in ("files", "a database") for mode in ("polling", "webhook")]
KILLS_EACH = KILLS // (2 * len(WAYS))  # while all else is well, and as many again while it is not


@pytest.mark.parametrize(("store", "mode"), WAYS)
async def test_whatever_happens_every_answer_is_kept_once_and_in_order(
    server: BotApiServer, tmp_path: Path, request: pytest.FixtureRequest, store: str, mode: str
) -> None:
    fate = random.Random(f"{store} {mode}")
    database: Database | None = request.getfixturevalue("database") if store == "a database" else None
    settings = {"DATA_DIR": str(tmp_path / "data"), **(webhook_settings(free_port()) if mode == "webhook" else {})}
    async with AsyncExitStack() as network, AsyncExitStack() as trouble:
        if database:
            wire, settings["DATABASE_URL"] = await network.enter_async_context(far_away(database))
        program = Program(server, **settings, DESKS="1" if mode == "webhook" else "0")
        await program.start()
        fleet = Fleet(server)
        async with fleet.practicing():
            await killed_again_and_again(server, program, fate)
            trouble.enter_context(broken_telegram(server))
            await trouble.enter_async_context(repeated_updates(server, fate))
            if database:
                await trouble.enter_async_context(lost_database(database, wire, fate))
            await killed_again_and_again(server, program, fate)
            await trouble.aclose()
        assert await program.end(kill=False) == 0
    await fleet.is_kept_in(database.target if database else settings["DATA_DIR"])


async def killed_again_and_again(server: BotApiServer, program: Program, fate: random.Random) -> None:
    """Each time somewhere between the start and the middle of the work, which it mostly gets to."""
    for _ in range(KILLS_EACH):
        if fate.random() < 0.7:
            await server.sends_more()
        await asyncio.sleep(fate.uniform(0.0, 0.8))
        await program.end(kill=True)
        await program.start(wait=fate.random() < 0.8)
