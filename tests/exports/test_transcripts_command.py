"""`python -m bot transcripts PERSON`, beside a coach that has the folder open."""

import asyncio
import io
import json
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.stores.tinydb import TinyDBStore
from bot.transcripts_command import run
from content.library import Library
from conversations.feedback import Engine
from conversations.interview.machine import State
from tests.exports.interviews import ADDED, MONDAY, TOLD, an_exchange, an_interview


async def stored(folder: Path, library: Library, engine: Engine) -> TinyDBStore:
    """A coach's store with one finished interview and an open one, still in use."""
    store = TinyDBStore(folder)
    await store.start()
    async with store.open("telegram-5", MONDAY) as notebook:
        notebook.name = "Ada"
        finished, running = an_interview(an_exchange(library, engine)), an_interview(state=State.PROBE)
        finished.number, running.number = 1, 2
        running.exchanges = [an_exchange(library, engine, told="Not finished with this one.")]
        notebook.finished, notebook.interview, notebook.next_interview = [finished], running, 3
    return store


class Printed:
    """What the command printed and its exit status."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        out = io.StringIO()
        self.status = run(list(arguments), settings=Settings(data_dir=folder), out=out)
        self.text = out.getvalue()


@pytest.fixture
async def folder(tmp_path: Path, library: Library, engine: Engine) -> Path:
    store = await stored(tmp_path, library, engine)
    await store.stop()
    return tmp_path


def test_everything_a_person_said_is_printed_the_open_interview_included(folder: Path) -> None:
    printed = Printed(folder, "telegram-5")
    assert printed.status == 0
    assert printed.text.startswith("telegram-5 (Ada), here since March 3, 2025, 09:30 UTC\n\nInterview 1: Customer")
    assert f"  > {TOLD}\n" in printed.text
    assert (
        "Interview 2: Customer Relationship Management, level 1\nMarch 3, 2025, 09:30 UTC · practice mode · not"
        in printed.text
    )
    assert "  > Not finished with this one.\n" in printed.text


def test_as_json_it_is_complete(folder: Path) -> None:
    printed = Printed(folder, "telegram-5", "--json")
    everything = json.loads(printed.text)
    assert everything["notebook"]["name"] == "Ada"
    assert [interview["number"] for interview in everything["interviews"]] == [1, 2]
    answers = everything["interviews"][0]["exchanges"][0]["answers"]
    assert [message["text"] for answer in answers for message in answer["messages"]] == [TOLD, ADDED]


def test_without_a_person_the_keys_of_everybody_are_printed(folder: Path) -> None:
    assert Printed(folder).text == "telegram-5\n"


def test_nothing_stored_is_said_and_makes_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = Printed(tmp_path / "data", "terminal")
    assert (printed.status, printed.text) == (1, "")
    assert capsys.readouterr().err == "Nothing is stored about terminal.\n"
    assert Printed(tmp_path / "data").text == ""
    assert not (tmp_path / "data").exists()


def test_an_interview_that_cannot_be_read_does_not_hide_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file,) = folder.rglob("interview-1.json")
    file.write_bytes(b"{")
    printed = Printed(folder, "telegram-5")
    assert printed.status == 1
    assert "Not finished with this one." in printed.text
    assert "interview-1.json is damaged" in capsys.readouterr().err


async def test_it_works_while_the_coach_runs(tmp_path: Path, library: Library, engine: Engine) -> None:
    store = await stored(tmp_path, library, engine)
    try:
        printed = await asyncio.to_thread(Printed, tmp_path, "telegram-5")
    finally:
        await store.stop()
    assert printed.status == 0
    assert TOLD in printed.text
