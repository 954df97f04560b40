"""Any update in JSON, with fields missing, wrong or hostile: through the real edge, the real desk and a real store.

The Bot API server refuses what Telegram would refuse, so that a log without errors means that every reply was valid.
"""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.assembly import assembled
from bot.settings import Settings
from bot.telegram.application import serve
from tests.effort import EVENTS
from tests.faults.hostile import commands, forged_buttons, names, words
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.coach import UNLIMITED
from tests.telegram.person import Person
from tests.telegram.state import BOT

BATCH = 40
PEOPLE = range(1001, 1004)
GROUP = {"id": -100, "type": "supergroup", "title": "A group"}
KINDS = ("photo", "voice", "video_note", "sticker", "location", "contact", "poll", "dice", "checklist", "document")

anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | words() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "from", "x"]), inner),
    max_leaves=4,
)
numbers = st.sampled_from(PEOPLE)
messages = st.integers(101, 400)


def a_user(number: int, name: str) -> dict[str, Any]:
    return {
        "id": number,
        "is_bot": False,
        "first_name": name,
        "last_name": name,
        "username": "x",
        "language_code": "??",
    }


def a_message(number: int, name: str, content: dict[str, Any], message: int, group: bool = False) -> dict[str, Any]:
    chat = GROUP if group else {"id": number, "type": "private", "first_name": name}
    return {
        "message_id": message,
        "date": 1_760_000_000 + message,
        "chat": chat,
        "from": a_user(number, name),
        **content,
    }


def a_tap(number: int, name: str, message: int, choice: str) -> dict[str, Any]:
    return {
        "id": f"q{message}",
        "from": a_user(number, name),
        "message": a_message(number, name, {}, message),
        "chat_instance": "1",
        "data": choice,
    }


def a_change(number: int, status: str) -> dict[str, Any]:
    chat = {"id": number, "type": "private"}
    return {"chat": chat, "from": a_user(number, "Ada"), "date": 1, "new_chat_member": {"user": BOT, "status": status}}


texts = (words() | commands()).map(lambda text: {"text": text})
things = st.builds(
    lambda kind, content, caption: {kind: content, "caption": caption}, st.sampled_from(KINDS), anything, words()
)
files = st.builds(
    lambda name, size: {"document": {"file_id": name, "file_name": name, "file_size": size, "mime_type": "text/csv"}},
    names(),
    st.integers(-1, 2_000_000),
)
extras = st.dictionaries(
    st.sampled_from(["reply_to_message", "entities", "media_group_id", "forward_origin", "via_bot", "sender_chat"]),
    anything,
    max_size=2,
)
contents = st.builds(lambda content, extra: {**content, **extra}, texts | things | files, st.just({}) | extras)
whose = st.sampled_from([False] * 9 + [True])
statuses = st.sampled_from(["member", "kicked", "left", "?"])
sound = (
    st.builds(lambda *parts: {"message": a_message(*parts)}, numbers, names(), contents, messages, whose)
    | st.builds(lambda *parts: {"edited_message": a_message(*parts)}, numbers, names(), contents, messages, whose)
    | st.builds(
        lambda *parts: {"callback_query": a_tap(*parts)}, numbers, names(), messages, forged_buttons() | commands()
    )
    | st.builds(lambda *parts: {"my_chat_member": a_change(*parts)}, numbers, statuses)
)


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """A sound update with a field somewhere in it taken out or replaced."""
    update = json.loads(json.dumps(draw(sound)))
    place = update
    while True:
        name = draw(st.sampled_from(sorted(place)))
        if not isinstance(place[name], dict) or not place[name] or draw(st.booleans()):
            break
        place = place[name]
    if draw(st.booleans()):
        del place[name]
    else:
        place[name] = draw(anything)
    return dict(update)


class Edge:
    """The coach on Telegram, in an event loop that stands still between the batches."""

    def __init__(self, folder: Path) -> None:
        self._runner = asyncio.Runner()
        self._folder = folder
        self.server = BotApiServer()

    def run(self, work: Any) -> Any:
        return self._runner.run(work)

    async def start(self) -> None:
        await self.server.start()
        self.people: list[Person] = [self.server.person("Ada", number) for number in PEOPLE]
        chosen = Settings(
            telegram_bot_token=self.server.token, telegram_api_url=self.server.root, data_dir=self._folder,
            retention_days=30,
        )  # fmt: skip
        self._coach = assembled(chosen)
        self.coach = await self._coach.__aenter__()
        self._stop = asyncio.Event()
        self._serving = asyncio.create_task(
            serve(chosen, self.coach.reception, self.coach.store, self._stop, UNLIMITED)
        )

    async def takes(self, updates: list[dict[str, Any]]) -> None:
        """Everything is handled, and every reply has left."""
        for update in updates:
            self.server.queue.add(update)
        for person in self.people:
            person.chat.blocked = False
            self.server.push("my_chat_member", a_change(person.number, "member"))
        while self.server.queue.pending or await self.coach.store.undelivered():
            assert not self._serving.done()
            await asyncio.sleep(0.005)
        for person in self.people:
            notebook = await self.coach.store.read(person.key)
            assert notebook is None or notebook.person == person.key

    async def stop(self) -> None:
        assert self.server.calls["sendMessage"] > EVENTS // 4, "it hardly answered"
        self._stop.set()
        assert await self._serving == 0
        await self._coach.__aexit__(None, None, None)
        await self.server.stop()

    def close(self) -> None:
        self._runner.close()


@pytest.fixture(scope="module")
def edge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edge]:
    edge = Edge(tmp_path_factory.mktemp("any-update"))
    edge.run(edge.start())
    yield edge
    edge.run(edge.stop())
    edge.close()


@settings(
    max_examples=max(1, EVENTS // BATCH),
    deadline=None,
    derandomize=EVENTS < 10_000,
    suppress_health_check=list(HealthCheck),
)
@given(updates=st.lists(sound | damaged(), min_size=BATCH // 2, max_size=BATCH))
def test_whatever_arrives_is_handled_and_every_reply_is_one_that_telegram_takes(
    edge: Edge, updates: list[dict[str, Any]]
) -> None:
    with capture_logs() as logs:
        edge.run(edge.takes(updates))
    assert [entry for entry in logs if entry["log_level"] in ("error", "critical")] == []
