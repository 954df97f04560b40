"""Scripted candidates who practice while the program is mistreated, and the account of what they said."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.stores import Store
from bot.stores.choosing import make_store
from bot.telegram.texts import STORE_IN_THE_WAY
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.person import Person, buttons

SLOTS = 6  # candidates at a time
PATIENCE_SECONDS = 180.0  # much may go wrong at once, on a machine that is busy with other things
TAPS = ("4", "Next question", "See the report")

Screen = tuple[str, list[str]]  # its text, and what its buttons carry


class Candidate:
    """Goes through one interview, answering whatever is asked; ``answers`` is what was said, in order."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.answers: list[str] = []
        self._screens: list[Screen] = []

    async def practices(self) -> None:
        """From the first question to the report."""
        await self.person.says("/practice crm 1 real 2")
        spoke = True
        while True:
            message = await self.person.reply(PATIENCE_SECONDS)
            if message["text"].startswith("Report:"):
                return
            screen = message["text"], [button["callback_data"] for button in buttons(message)]
            is_again = screen in self._screens or message["text"] == STORE_IN_THE_WAY
            # After a kill a screen may be shown again. Nobody taps it twice; one may wonder whether one was heard.
            if not is_again or (spoke and not await self._sees_more()):
                self._screens.append(screen)
                spoke = await self._answers(message)

    async def _sees_more(self) -> bool:
        """Whether another message follows soon."""
        await asyncio.sleep(0.5)
        return self.person.unread > 0

    async def _answers(self, screen: dict[str, Any]) -> bool:
        """Whether by words, and not by a tap."""
        for button in buttons(screen):
            if button["text"] in TAPS:
                self.person.taps(screen, button["callback_data"])
                return False
        self.answers.append(f"Answer {len(self.answers) + 1}: I asked the night porter and he told me.")
        await self.person.says(self.answers[-1])
        return True


class Fleet:
    """Candidates who come one after the other into each of the `SLOTS`."""

    def __init__(self, server: BotApiServer) -> None:
        self.candidates: list[Candidate] = []
        self._server = server
        self._is_over = False

    @asynccontextmanager
    async def practicing(self) -> AsyncIterator[None]:
        """While the block runs, everybody practices; at its end, those who have begun go on to their report."""
        slots = [asyncio.create_task(self._one_after_another()) for _ in range(SLOTS)]
        try:
            yield
            self._is_over = True
            await asyncio.gather(*slots)
        finally:
            for slot in slots:
                slot.cancel()
            await asyncio.gather(*slots, return_exceptions=True)

    async def _one_after_another(self) -> None:
        while not self._is_over:
            self.candidates.append(Candidate(self._server.person(f"Candidate {len(self.candidates)}")))
            await self.candidates[-1].practices()

    async def is_kept_in(self, target: str) -> None:
        """Every answer is in exactly one place of exactly one transcript, in the order in which it was said."""
        store = make_store(target)
        await store.start()
        try:
            for candidate in self.candidates:
                assert candidate.answers
                assert await kept(store, candidate.person) == candidate.answers, candidate.person.transcript()
            assert {person async for person in store.people()} == {one.person.key for one in self.candidates}
        finally:
            await store.stop()


async def kept(store: Store, person: Person) -> list[str]:
    """The words in the transcript of a person's only interview, in order."""
    notebook = await store.read(person.key)
    assert notebook is not None
    assert notebook.interview is None
    assert [each.complete for each in notebook.history] == [True], person.transcript()
    interview = await store.archived(person.key, 1)
    assert interview is not None
    assert await store.archived(person.key, 2) is None
    return [
        message.text for exchange in interview.exchanges for answer in exchange.answers for message in answer.messages
    ]
