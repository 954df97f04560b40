"""The program is killed again and again while candidates practice: every answer is kept once, in order.

KILLS sets how many times in each mode (10 unless told): the long form is in `make soak`.
"""

import asyncio
import os
import random
import socket
import sys
from pathlib import Path

import pytest

from bot.stores.tinydb import TinyDBStore
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.person import Person, labels

KILLS = int(os.environ.get("KILLS", "10"))
SLOTS = 6  # candidates at a time
SENT = "sendMessage"


class Candidate:
    """Goes through one interview, answering whatever is asked; ``answers`` is what was said, in order."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.answers: list[str] = []

    async def practices(self) -> None:
        """From the first question to the report."""
        await self.person.says("/practice crm 1 real 2")
        last = ""
        while True:
            screen = await self.person.reply()
            if screen["text"] == last:
                continue  # after a kill a screen may be shown again; nobody answers it twice
            last, offered = screen["text"], labels(screen)
            tap = next((label for label in ("4", "Next question", "See the report") if label in offered), None)
            if tap is not None:
                self._taps(screen, tap)
            elif "Skip" in offered:
                self.answers.append(f"Answer {len(self.answers) + 1}: I asked the night porter and he told me.")
                await self.person.says(self.answers[-1])
            else:
                return

    def _taps(self, screen: dict[str, object], label: str) -> None:
        rows = screen["reply_markup"]["inline_keyboard"]  # type: ignore[index]
        choice = next(button["callback_data"] for row in rows for button in row if button["text"] == label)
        self.person.taps(screen, choice)


class Program:
    """The program under test; it is started again with the same settings after each kill."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = {**os.environ, **environment, "LOG_LEVEL": "ERROR"}
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.telegram.unpaced", env=self._environment
        )

    async def end(self, *, kill: bool) -> int:
        assert self._process is not None
        assert self._process.returncode is None, "it ended by itself"
        (self._process.kill if kill else self._process.terminate)()
        return await self._process.wait()


@pytest.mark.parametrize("mode", ["polling", "webhook"])
@pytest.mark.parametrize("network", ["sound", "broken"])
async def test_whatever_happens_every_answer_is_kept_once_and_in_order(
    server: BotApiServer, tmp_path: Path, mode: str, network: str
) -> None:
    fate = random.Random(f"{mode} {network}")
    program = Program(
        {
            "TELEGRAM_BOT_TOKEN": server.token,
            "TELEGRAM_API_URL": server.root,
            "DATA_DIR": str(tmp_path),
            **(webhook_settings() if mode == "webhook" else {}),
        }
    )
    if network == "broken":
        break_the_network(server)
    candidates: list[Candidate] = []
    over = asyncio.Event()

    async def one_after_another() -> None:
        while not over.is_set():
            candidates.append(Candidate(server.person(f"Candidate {len(candidates)}")))
            await candidates[-1].practices()

    await program.start()
    slots = [asyncio.create_task(one_after_another()) for _ in range(SLOTS)]
    try:
        for _ in range(max(1, KILLS // 2)):
            await asyncio.sleep(fate.uniform(0.1, 1.6))
            await program.end(kill=True)
            await program.start()
        over.set()
        await asyncio.gather(*slots)
    finally:
        for slot in slots:
            slot.cancel()
        await asyncio.gather(*slots, return_exceptions=True)
        status = await program.end(kill=False)
    assert status == 0
    assert len(candidates) > SLOTS
    await every_answer_is_kept_once(candidates, tmp_path)


def webhook_settings() -> dict[str, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return {"WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "PORT": str(port)}


def break_the_network(server: BotApiServer) -> None:
    always = 1_000_000
    server.break_(SENT, status=500, chance=0.04, times=always)
    server.break_(SENT, drop=True, chance=0.04, times=always)
    server.break_(SENT, status=429, retry_after=1, chance=0.01, times=always)
    server.break_(SENT, delay=0.2, chance=0.05, times=always)
    server.break_("getUpdates", drop=True, chance=0.1, times=always)
    server.break_("getUpdates", status=502, chance=0.05, times=always)


async def every_answer_is_kept_once(candidates: list[Candidate], folder: Path) -> None:
    store = TinyDBStore(folder)
    await store.start()
    try:
        for candidate in candidates:
            assert await kept(store, candidate.person) == candidate.answers, candidate.person.transcript()
    finally:
        await store.stop()


async def kept(store: TinyDBStore, person: Person) -> list[str]:
    """The words in the transcript of a person's only interview, in order."""
    notebook = await store.read(person.key)
    assert notebook is not None
    assert [each.complete for each in notebook.history] == [True], person.transcript()
    interview = await store.archived(person.key, 1)
    assert interview is not None
    return [
        message.text for exchange in interview.exchanges for answer in exchange.answers for message in answer.messages
    ]
