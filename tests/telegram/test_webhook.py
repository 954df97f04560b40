"""Updates that are pushed, over real HTTP."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest

from bot.telegram import webhook
from conversations.events import Event
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.coach import Coach, a_coach

SECRET = "s3cret"  # noqa: S105
HEADERS = {webhook.SECRET_HEADER: SECRET}


@pytest.fixture
async def coach(server: BotApiServer, tmp_path: Path) -> AsyncIterator[Coach]:
    """The edge with a webhook, registered."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/telegram"
    async with a_coach(server, tmp_path, webhook_url=url, webhook_secret=SECRET, port=port) as coach:
        coach.start()
        while not server.pusher.url:
            await asyncio.sleep(0.01)
        yield coach


async def post(coach: Coach, body: bytes, headers: dict[str, str] = HEADERS) -> int:
    async with aiohttp.request("POST", str(coach.settings.webhook_url), data=BytesIO(body), headers=headers) as answer:
        return answer.status


async def get(coach: Coach, path: str) -> tuple[int, str]:
    async with aiohttp.request("GET", f"http://127.0.0.1:{coach.settings.port}{path}") as answer:
        return answer.status, await answer.text()


async def test_what_is_pushed_is_committed_and_answered(server: BotApiServer, coach: Coach) -> None:
    ana, ben = server.person("Ana"), server.person("Ben")
    for word in ("one", "two"):
        await ana.says(word)
        await ben.says(word)
    for person in (ana, ben):
        assert await person.reads() == "You said: one"
        assert (await person.reads()).startswith("You said: two")
    assert server.calls.get("getUpdates") is None


async def test_200_comes_only_after_the_commit(server: BotApiServer, coach: Coach) -> None:
    let_go = asyncio.Event()

    async def hold(_: Event) -> None:
        await let_go.wait()

    coach.reception.before = hold
    ana = server.person("Ana")
    await ana.says("Hello")
    while not (await get(coach, "/metrics"))[1].count("coach_updates_under_way 1.0"):
        await asyncio.sleep(0.01)
    assert len(server.queue.pending) == 1
    let_go.set()
    await ana.sees("Hello")
    while server.queue.pending:
        await asyncio.sleep(0.01)


async def test_an_update_pushed_twice_while_it_is_under_way_is_one(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    message = server.state.add(ana.chat, {"from": {"id": ana.number, "first_name": "Ana"}, "text": "Hello"})
    body = json.dumps({"update_id": 9, "message": message}).encode()
    assert await asyncio.gather(*(post(coach, body) for _ in range(5))) == [200] * 5
    assert coach.reception.said(ana.key) == ["Hello"]


async def test_what_takes_too_long_is_asked_for_again_and_handled_once(
    server: BotApiServer, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "COMMIT_SECONDS", 0.05)
    let_go = asyncio.Event()

    async def hold(_: Event) -> None:
        await let_go.wait()

    coach.reception.before = hold
    ana = server.person("Ana")
    await ana.says("Hello")
    while server.pusher.refused < 2:
        await asyncio.sleep(0.01)
    let_go.set()
    await ana.sees("Hello")
    assert coach.reception.said(ana.key) == ["Hello"]


async def test_without_the_secret_nobody_gets_in(server: BotApiServer, coach: Coach) -> None:
    body = json.dumps({"update_id": 1, "message": {}}).encode()
    assert await post(coach, body, {}) == 403
    assert await post(coach, body, {webhook.SECRET_HEADER: "wrong"}) == 403
    assert await post(coach, body, {webhook.SECRET_HEADER: "wröng"}) == 403


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"not json", 400),
        (b"[]", 400),
        (b'{"update_id": "x"}', 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b" " * ((1 << 20) + 1), 413),
        (b'{"update_id": 3}', 200),
    ],
)
async def test_a_strange_body_is_refused_without_harm(coach: Coach, body: bytes, status: int) -> None:
    assert await post(coach, body) == status


async def test_health_and_metrics_hold_nothing_personal(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Anastasia", number=777_001)
    await ana.says("My secret story")
    await ana.sees("My secret story")
    assert await get(coach, "/healthz") == (200, "ok")
    status, metrics = await get(coach, "/metrics")
    assert status == 200
    assert "coach_commit_seconds_bucket" in metrics
    assert not any(word in metrics for word in ("Anastasia", "777001", "secret story"))


async def test_told_to_stop_it_finishes_what_it_took(server: BotApiServer, coach: Coach) -> None:
    begun = asyncio.Event()

    async def take_a_moment(_: Event) -> None:
        begun.set()
        await asyncio.sleep(0.1)

    coach.reception.before = take_a_moment
    ana = server.person("Ana")
    await ana.says("last words")
    await begun.wait()
    assert await coach.ends() == 0
    assert await ana.reads() == "You said: last words"


async def test_a_port_that_is_taken_is_one_clear_line(
    server: BotApiServer, coach: Coach, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, port = coach.settings.webhook_url, coach.settings.port
    async with a_coach(server, tmp_path / "other", webhook_url=url, webhook_secret=SECRET, port=port) as second:
        second.start()
        assert second.task is not None
        assert await second.task == 2
    assert capsys.readouterr().err.startswith(f"PORT: {port} is taken by another program")
