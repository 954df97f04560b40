"""The command line: `python -m bot`, also installed as `interview-coach`."""

import os
import sys
from argparse import RawDescriptionHelpFormatter

from bot.arguments import Parser
from bot.subcommands import ALIASES, SUBCOMMANDS

SUMMARY = "A mock-interview coach in Telegram and in the terminal. Without a command it starts (run)."


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0 done, 1 failed, 2 not understood or a wrong setting, 130 interrupted."""
    name, *rest = (sys.argv[1:] if arguments is None else arguments) or ["run"]
    name = ALIASES.get(name, name)
    if name not in SUBCOMMANDS:
        parser = _parser()
        parser.parse_known_args([name])  # shows the help, or passes
        parser.error(f'unknown command "{name}"')
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")  # a terminal that cannot show a character shows a question mark
    try:
        return _status_of(name, rest)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains when it flushes at exit
        return 0


def _status_of(name: str, rest: list[str]) -> int:
    from bot.settings import SettingsError
    from bot.stores import StoreError

    try:
        return SUBCOMMANDS[name].run(rest)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> Parser:
    rows = (f"  {name:<12} {subcommand.summary}" for name, subcommand in SUBCOMMANDS.items())
    return Parser(
        prog="python -m bot",
        usage="%(prog)s [COMMAND] ...",
        description="\n".join([SUMMARY, "", "commands:", *rows]),
        epilog="COMMAND --help says more about each.",
        formatter_class=RawDescriptionHelpFormatter,
    )


if __name__ == "__main__":
    sys.exit(main())
