"""The connection to the Bot API server when things go wrong on the way."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.api import Api
from bot.telegram.request import AiohttpRequest
from tests.telegram.bot_api_server import BotApiServer


@pytest.fixture
async def api(server: BotApiServer) -> AsyncIterator[Api]:
    api = Api(server.token, server.root)
    async with api:
        yield api


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"status": 400}, BadRequest),
        ({"status": 401}, InvalidToken),
        ({"status": 403}, Forbidden),
        ({"status": 409}, Conflict),
        ({"status": 429, "retry_after": 3}, RetryAfter),
        ({"status": 500}, NetworkError),
        ({"drop": True}, NetworkError),
    ],
)
async def test_every_failure_is_the_error_that_the_library_knows(
    server: BotApiServer, api: Api, fault: dict[str, Any], error: type[TelegramError]
) -> None:
    server.person("Ana", number=7)
    server.break_("sendMessage", **fault)
    with pytest.raises(error) as caught:
        await api.send("sendMessage", {"chat_id": 7, "text": "Hello"})
    assert type(caught.value) is error


async def test_an_answer_that_takes_too_long_is_given_up(server: BotApiServer, api: Api) -> None:
    server.break_("getMe", delay=5.0)
    with pytest.raises(TimedOut):
        await api.get_me(read_timeout=0.01)


async def test_no_error_shows_the_token() -> None:
    for root in ("http://127.0.0.1:9", "http://not a host", "http://[::1"):
        api = Api("4242:very-secret", root)
        with pytest.raises(NetworkError) as caught:
            await api.initialize()
        await api.shutdown()
        assert "very-secret" not in repr(caught.value)


async def test_after_closing_nothing_is_sent_and_nothing_is_left_open(server: BotApiServer) -> None:
    api = Api(server.token, server.root)
    await api.initialize()
    await api.shutdown()
    with pytest.raises(NetworkError):
        await api.send("sendMessage", {"chat_id": 7, "text": "Hello"})


def test_half_an_emoji_does_not_spoil_an_answer() -> None:
    parsed = AiohttpRequest.parse_json_payload(b'{"ok": true, "result": "\\ud83d"}')
    assert parsed["result"] == "\ud83d"


async def test_half_an_emoji_in_what_is_sent_becomes_a_question_mark(server: BotApiServer, api: Api) -> None:
    ana = server.person("Ana", number=7)
    await api.send("sendMessage", {"chat_id": 7, "text": "Well done \ud83d"})
    assert await ana.reads() == "Well done ?"


@pytest.mark.parametrize("payload", [b"<html>Bad Gateway</html>", b"", b"[1]", b"\xff"])
def test_what_is_no_answer_is_an_error_without_its_content(payload: bytes) -> None:
    with pytest.raises(TelegramError, match="could not be read"):
        AiohttpRequest.parse_json_payload(payload)


async def test_plain_calls_of_the_library_work_over_it(api: Api) -> None:
    assert (await api.get_me()).username == "CoachBot"
    assert await api.set_my_description("Hello") is True
    assert (await api.get_my_description()).description == "Hello"
