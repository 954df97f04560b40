"""How long the parts take: ``python -m pytest tests/benchmarks/small_parts.py``, which the test run leaves out."""

import asyncio
import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.stores import Store
from bot.stores.choosing import make_store
from bot.stores.forms import notebook_of
from bot.telegram.rendering import render
from bot.telegram.translation import Me, translate
from content.library import Library, load
from conversations.feedback import Engine, Passage
from conversations.replies import Choice, Reply
from tests.benchmarks.postgres import a_server
from tests.evaluation.labelled import answers
from tests.stores.homes import form

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
Benchmark = Callable[..., Any]


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.fixture(scope="module")
def engine(library: Library) -> Engine:
    return Engine(library, remembered=0)


@pytest.fixture(params=["TinyDB", "PostgreSQL"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[asyncio.Runner, Store]]:
    with ExitStack() as stack:
        target = (
            tmp_path / "data" if request.param == "TinyDB" else stack.enter_context(a_server(tmp_path / "postgres"))
        )
        runner = stack.enter_context(asyncio.Runner())
        store = make_store(target)
        runner.run(store.start())
        stack.callback(lambda: runner.run(store.stop()))
        yield runner, store


def test_judging_an_answer_of_150_words(benchmark: Benchmark, engine: Engine) -> None:
    usual = [row for row in answers() if 130 <= len(row["answer"].split()) <= 170]
    rows = itertools.cycle(usual)

    def judge() -> None:
        row = next(rows)
        passage = Passage(row["probe"] or "", row["answer"])
        engine.assess(row["competency"], row["level"], row["question_id"], [passage])

    benchmark(judge)


def test_loading_the_packs(benchmark: Benchmark) -> None:
    benchmark(load)


def test_compiling_the_engine(benchmark: Benchmark, library: Library) -> None:
    benchmark(Engine, library)


@pytest.mark.parametrize("command", [["--help"], ["check", "--help"], ["content", "check"]], ids=" ".join)
def test_starting_the_program(benchmark: Benchmark, command: list[str]) -> None:
    benchmark.pedantic(  # type: ignore[attr-defined]
        lambda: subprocess.run([sys.executable, "-m", "bot", *command], check=True, capture_output=True), rounds=5
    )


def test_storing_one_answer(benchmark: Benchmark, store: tuple[asyncio.Runner, Store]) -> None:
    runner, stores = store
    numbers = itertools.count(1)

    async def fill() -> None:
        full = notebook_of(form("notebook-1"), "the kept form")
        async with stores.open("telegram-1", NOW) as notebook:
            for field in full.__struct_fields__:
                if field not in ("person", "finished", "outbox", "letters"):
                    setattr(notebook, field, getattr(full, field))

    async def answer() -> None:
        async with stores.open("telegram-1", NOW) as notebook:
            notebook.last_event = next(numbers)

    runner.run(fill())
    benchmark(lambda: runner.run(answer()))


def test_translating_an_update(benchmark: Benchmark) -> None:
    user = {"id": 12345, "is_bot": False, "first_name": "Ana"}
    chat = {"id": 12345, "type": "private"}
    message = {"message_id": 7, "date": 1_760_000_000, "chat": chat, "from": user, "text": "I asked the porter. " * 40}
    benchmark(translate, {"update_id": 500_000_001, "message": message}, Me(4242, "CoachBot"), NOW)


def test_rendering_a_reply(benchmark: Benchmark) -> None:
    reply = Reply("\x01What came across\x05\n\x03I asked the porter\x05\n" * 8, ((Choice("i:1:2:next", "Next"),),) * 3)
    benchmark(render, reply)
