"""The command line as a shell meets it: output, errors of one line, exit statuses."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from select import select

import pytest

from bot.subcommands import SUBCOMMANDS

ROOT = Path(__file__).parent.parent
TOKEN = "123456:ABC-DEF1234"  # noqa: S105 - nobody's
CURSOR = b"\x1b[?25h"  # shown again when the line can be typed into
TIMEOUT = 30  # seconds; far more than any of these takes


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Nothing of the machine's own settings, no `.env`, a data folder of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "DATA_DIR": str(tmp_path / "data")}


class Shell:
    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def __call__(self, *arguments: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=self.folder,
            env={**self.environment, **settings},
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=TIMEOUT,
            check=False,
        )


@pytest.fixture
def bot(tmp_path: Path, environment: dict[str, str]) -> Shell:
    return Shell(tmp_path, environment)


def test_without_a_command_and_a_token_it_practices_in_this_terminal(bot: Shell) -> None:
    done = bot(typed="/practice crm 1\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "> /practice crm 1" in done.stdout
    assert "[question 1 of 2]" in done.stdout
    assert done.stdout.rstrip().endswith("come back with make run.")


def test_practice_stays_in_the_terminal_when_a_token_is_set(bot: Shell) -> None:
    for spelling in ("practice", "practise"):
        done = bot(spelling, typed="/quit\n", TELEGRAM_BOT_TOKEN=TOKEN)
        assert done.returncode == 0
        assert "mock-interview coach" in done.stdout


def test_the_second_run_goes_on_with_the_open_question(bot: Shell) -> None:
    bot(typed="/practice crm 1\n")
    assert bot().stdout.startswith("[question 1 of 2]")


def test_what_was_said_is_printed_by_transcripts(bot: Shell) -> None:
    bot(typed="/practice crm 1\nI asked the night porter for help.\n")
    assert "I asked the night porter for help." in bot("transcripts", "terminal").stdout
    assert "I asked the night porter for help." in json.dumps(
        json.loads(bot("transcripts", "terminal", "--json").stdout)
    )


def test_explain_reads_an_answer_from_standard_input(bot: Shell) -> None:
    answer = "I set up a survey in our CRM after every call and read the feedback with my team each week. " * 3
    done = bot("explain", "crm", "1", typed=answer)
    assert done.returncode == 0
    assert "crm-l1-b2" in done.stdout


def test_check_judges_each_line_of_a_file(bot: Shell, tmp_path: Path) -> None:
    line = {"id": "a", "competency": "crm", "level": 1, "question_id": "crm-l1-q1", "answer": "Yes."}
    (tmp_path / "answers.jsonl").write_text(json.dumps(line), encoding="utf-8")
    done = bot("check", "answers", "answers.jsonl")
    assert done.returncode == 0
    assert json.loads(done.stdout)["evidenced"] == []


def test_content_check_finds_the_built_in_packs_good(bot: Shell) -> None:
    done = bot("content", "check")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_bad_pack_is_left_out_with_a_line_and_the_coach_starts(bot: Shell, tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "mine.json").write_text("{", encoding="utf-8")
    done = bot(typed="/quit\n", CONTENT_DIR=str(tmp_path / "packs"))
    assert done.returncode == 0
    assert "mine.json" in done.stderr
    assert "Practice an interview" in done.stdout


def test_help_names_every_command_and_each_has_help_of_its_own(bot: Shell) -> None:
    done = bot("--help")
    assert done.returncode == 0
    for name in SUBCOMMANDS:
        assert name in done.stdout
        own = bot(name, "--help")
        assert (own.returncode, own.stderr) == (0, "")
        assert f"python -m bot {name}" in own.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("dance",),
        ("--dance",),
        ("run", "now"),
        ("practice", "--fast"),
        ("content",),
        ("content", "dance"),
        ("check", "dance", "x"),
        ("explain", "crm"),
        ("transcripts", "terminal", "--xml"),
    ],
)
def test_what_is_not_understood_is_one_line_and_status_2(bot: Shell, arguments: tuple[str, ...]) -> None:
    done = bot(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "secret"),
        ("LOG_LEVEL", "loud"),
        ("CONTENT_DIR", "nowhere"),
        ("DATABASE_URL", "mysql://x"),
    ],
)
def test_a_wrong_setting_is_one_line_and_status_2(bot: Shell, setting: str, value: str) -> None:
    done = bot(**{setting: value})
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(setting)


def test_a_store_that_is_in_use_is_one_line_and_status_1(bot: Shell) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot"],
        cwd=bot.folder,
        env=bot.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as first:
        assert first.stdout is not None
        first.stdout.readline()
        second = bot()
        first.communicate(timeout=TIMEOUT)
    assert first.returncode == 0
    assert second.returncode == 1
    assert len(second.stderr.splitlines()) == 1
    assert "in use" in second.stderr


def test_ctrl_c_in_a_pipe_ends_quietly_with_status_130_and_keeps_everything(bot: Shell) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot"],
        cwd=bot.folder,
        env=bot.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as first:
        assert first.stdin is not None
        assert first.stdout is not None
        first.stdin.write(b"/practice crm 1\n")
        first.stdin.flush()
        assert any(b"Hint" in line for line in first.stdout)
        first.send_signal(signal.SIGINT)
        _, errors = first.communicate(timeout=TIMEOUT)
    assert first.returncode == 130
    assert b"Traceback" not in errors
    assert "[question 1 of 2]" in bot().stdout


def test_a_reader_that_leaves_early_is_no_mistake(bot: Shell) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot"],
        cwd=bot.folder,
        env=bot.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as reading:
        assert reading.stdin is not None
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.readline()
        reading.stdout.close()
        reading.stdin.write(b"/help\n")
        reading.stdin.close()
        errors = reading.stderr.read()
        reading.wait(TIMEOUT)
    assert (reading.returncode, errors) == (0, b"")


def test_output_that_cannot_show_a_character_shows_a_question_mark(bot: Shell) -> None:
    done = bot(typed="naïve 🙂\n", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "> na?" in done.stdout


def test_the_terminal_never_loads_the_telegram_library(bot: Shell) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from bot.__main__ import main; main([]); print(*sys.modules, sep='\\n')"],
        cwd=bot.folder,
        env=bot.environment,
        input="/practice crm 1\n/help\n",
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=True,
    )
    loaded = set(done.stdout.splitlines())
    assert "bot.terminal.session" in loaded
    assert not loaded & {"telegram", "aiohttp", "psycopg", "jinja2", "prompt_toolkit", "bot.telegram"}


def test_at_a_keyboard_the_whole_program_asks_answers_and_leaves(bot: Shell) -> None:
    keyboard, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot"],
        cwd=bot.folder,
        env={**bot.environment, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"},
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    try:
        read_until(keyboard, b"Practice an interview")
        read_until(keyboard, CURSOR)
        os.write(keyboard, b"/practice crm 1\r")
        read_until(keyboard, b"question 1 of 2")
        read_until(keyboard, CURSOR)
        os.write(keyboard, b"\x04")
        read_until(keyboard, b"make run.")
        assert process.wait(TIMEOUT) == 0
    finally:
        process.kill()
        process.wait(TIMEOUT)
        os.close(keyboard)


def read_until(keyboard: int, words: bytes) -> None:
    """Reads what a pseudo-terminal shows, byte by byte, until the words are there."""
    shown = b""
    while words not in shown:
        assert select([keyboard], [], [], TIMEOUT)[0], f"{words!r} did not come after {shown!r}"
        shown += os.read(keyboard, 1)
