"""The program is told to stop in the middle of the rush: it finishes what it took, and the next one goes on."""

import asyncio
import signal
from pathlib import Path

import pytest

from tests.faults.fleet import Fleet
from tests.faults.programs import Program, free_port, webhook_settings
from tests.telegram.bot_api_server import BotApiServer


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_told_to_stop_while_people_practice_it_ends_well_and_loses_nothing(
    server: BotApiServer, tmp_path: Path, mode: str
) -> None:
    settings = {"DATA_DIR": str(tmp_path / "data"), **(webhook_settings(free_port()) if mode == "webhook" else {})}
    program = Program(server, **settings)
    await program.start()
    fleet = Fleet(server)
    async with fleet.practicing():
        for number in (signal.SIGTERM, signal.SIGINT):
            await asyncio.sleep(0.5)
            assert await program.told(number) == 0
            await program.start()
    assert await program.told(signal.SIGTERM) == 0
    await fleet.is_kept_in(settings["DATA_DIR"])
