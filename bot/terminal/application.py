"""Starts a sitting at this terminal: by keyboard when a person sits there, else line by line."""

import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.reception import Reception
from bot.stores import Store
from bot.terminal.seat import Terminal
from bot.terminal.session import Session


async def run(reception: Reception, store: Store, clock: Callable[[], datetime], exports: Path, again: str) -> int:
    """Until the person leaves or the input ends. ``exports`` is where files go, ``again`` starts the next sitting."""
    await Session(_terminal(), reception, store, clock, exports, again).run()
    return 0


def _terminal() -> Terminal:
    if sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        from bot.terminal.interactive import InteractiveTerminal  # a pipe needs neither prompt_toolkit nor rich

        return InteractiveTerminal()
    from bot.terminal.plain import PlainTerminal

    signal.signal(signal.SIGINT, signal.default_int_handler)  # asyncio's own would wait for the line that is being read
    return PlainTerminal(sys.stdin.buffer, sys.stdout)
