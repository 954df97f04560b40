"""The logs: readable, and without what people said and without secrets."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logging import configure

TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"  # noqa: S105 - nobody's


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leaves the logging of the other tests alone."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def test_a_log_line_is_json_where_nobody_watches() -> None:
    configure("INFO", stream := io.StringIO())
    structlog.get_logger().info("answer stored", person="telegram-1", seconds=3)
    line = json.loads(stream.getvalue())
    assert (line["event"], line["level"], line["person"], line["seconds"]) == ("answer stored", "info", "telegram-1", 3)
    assert line["timestamp"].endswith("Z")


def test_a_log_line_is_for_reading_in_a_terminal() -> None:
    configure("INFO", stream := Terminal())
    structlog.get_logger().info("answer stored", person="telegram-1")
    assert "answer stored" in stream.getvalue()
    assert not stream.getvalue().startswith("{")


def test_less_than_the_level_is_not_logged() -> None:
    configure("WARNING", stream := io.StringIO())
    structlog.get_logger().info("not this")
    logging.getLogger("some.library").info("nor this")
    structlog.get_logger().warning("but this")
    assert json.loads(stream.getvalue())["event"] == "but this"


def test_what_people_said_is_dropped_even_when_a_log_call_passes_it() -> None:
    configure("INFO", stream := io.StringIO())
    structlog.get_logger().info("heard", text="I rang the porter", answer="porter", quote="porter", person="telegram-1")
    assert "porter" not in stream.getvalue()
    assert "telegram-1" in stream.getvalue()


@pytest.mark.parametrize("make", [io.StringIO, Terminal])
def test_tokens_and_passwords_in_messages_of_libraries_are_masked(make: type[io.StringIO]) -> None:
    configure("INFO", stream := make())
    logging.getLogger("some.library").warning("POST https://api.telegram.org/bot%s/getMe failed", TOKEN)
    logging.getLogger("some.library").warning("http://127.0.0.1/bot1:short/getMe")
    logging.getLogger("psycopg").warning("cannot connect to postgresql://coach:hunter2@host/db")
    try:
        raise ValueError(f"bad token {TOKEN}")
    except ValueError:
        structlog.get_logger().exception("failed")
    for secret in (TOKEN, TOKEN.split(":")[1], "1:short", "hunter2"):
        assert secret not in stream.getvalue()
    assert "123456:***" in stream.getvalue()
    assert "coach:***@host" in stream.getvalue()


def test_a_traceback_shows_no_values_of_variables() -> None:
    configure("INFO", stream := io.StringIO())
    said = "I rang the porter"
    try:
        raise KeyError(len(said))
    except KeyError:
        structlog.get_logger().exception("failed")
    assert "Traceback" in stream.getvalue()
    assert 'porter"' not in stream.getvalue().replace('said = "I rang the porter"', "")


def test_chatty_libraries_are_quiet() -> None:
    configure("DEBUG", stream := io.StringIO())
    logging.getLogger("httpx").info("HTTP Request: POST …")
    logging.getLogger("telegram.ext").debug("…")
    assert stream.getvalue() == ""
