"""What `python -m bot` can do; each command imports its parts when it runs, so that none waits for another's."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bot.arguments import Parser

if TYPE_CHECKING:
    from bot.settings import Settings

EXPORTS = "exports"  # the folder below DATA_DIR for files that a person asked for


class Subcommand(NamedTuple):
    """``run`` takes the arguments after the command's name and returns the exit status."""

    summary: str
    run: Callable[[list[str]], int]


def _run(arguments: list[str]) -> int:
    _no_arguments("run", SUBCOMMANDS["run"].summary, arguments)
    settings = _settings()
    if not settings.telegram_bot_token:
        return _sit(settings)
    from bot.telegram.process import serve_telegram

    return serve_telegram(settings)


def _practice(arguments: list[str]) -> int:
    _no_arguments("practice", SUBCOMMANDS["practice"].summary, arguments)
    return _sit(_settings())


def _check(arguments: list[str]) -> int:
    return _judge(["check", *arguments])


def _explain(arguments: list[str]) -> int:
    return _judge(["explain", *arguments])


def _content(arguments: list[str]) -> int:
    from bot.content_command import run

    settings = _settings()
    stored = settings.database_url or settings.data_dir
    return run(arguments, extra=settings.content_dir, out=sys.stdout, stored=stored)


def _transcripts(arguments: list[str]) -> int:
    from bot.transcripts_command import run

    return run(arguments, settings=_settings(), out=sys.stdout)


def _retention(arguments: list[str]) -> int:
    from bot.retention_command import run

    return run(arguments, settings=_settings(), out=sys.stdout)


def _backup(arguments: list[str]) -> int:
    from bot.copy_commands import backup

    return backup(arguments, settings=_settings(), out=sys.stdout)


def _restore(arguments: list[str]) -> int:
    from bot.copy_commands import restore

    return restore(arguments, settings=_settings(), out=sys.stdout)


def _move(arguments: list[str]) -> int:
    from bot.copy_commands import move

    _settings()  # for the level of the log
    return move(arguments, out=sys.stdout)


SUBCOMMANDS = {
    "run": Subcommand("start the bot if TELEGRAM_BOT_TOKEN is set, else practice in this terminal", _run),
    "practice": Subcommand("practice in this terminal, also when a token is set", _practice),
    "transcripts": Subcommand("print what is stored about a person", _transcripts),
    "retention": Subcommand("show who was not seen for RETENTION_DAYS, warn and delete them", _retention),
    "backup": Subcommand("copy all that is stored into a file, while the coach runs", _backup),
    "restore": Subcommand("put a backup back, while the coach runs or not", _restore),
    "move": Subcommand("carry everybody to another store", _move),
    "content": Subcommand("check packs, advise on them, print their schema, begin one, learn from coaches", _content),
    "check": Subcommand("judge a file of answers, recalled lists or ideas", _check),
    "explain": Subcommand("show which words of an answer count for what", _explain),
}
ALIASES = {"practise": "practice"}


def _no_arguments(name: str, summary: str, arguments: list[str]) -> None:
    Parser(prog=f"python -m bot {name}", description=f"{summary[:1].upper()}{summary[1:]}.").parse_args(arguments)


def _settings() -> "Settings":
    from bot.logging import configure
    from bot.settings import load

    settings = load()
    configure(settings.log_level)
    return settings


def _judge(arguments: list[str]) -> int:
    from bot.assembly import load_library
    from bot.check_command import run

    return run(arguments, library=load_library(_settings()), stdin=sys.stdin, out=sys.stdout)


def _sit(settings: "Settings") -> int:
    import asyncio

    from bot.assembly import assembled, now
    from bot.terminal.application import run

    async def sit() -> int:
        async with assembled(settings) as coach:
            return await run(coach.reception, coach.store, now, settings.data_dir / EXPORTS, _how_to_start())

    return asyncio.run(sit())


def _how_to_start() -> str:
    """The command that this process was started by, as a person would type it."""
    name = Path(sys.argv[0]).stem
    return name if name == "interview-coach" else "make run"
