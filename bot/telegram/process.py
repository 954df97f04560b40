"""The bot as a process of its own: its event loop, its parts, its signals, its garbage collector."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.assembly import assembled
from bot.garbage import spare_garbage_collector
from bot.settings import Settings
from bot.telegram.application import serve
from bot.telegram.pace import Limits


def serve_telegram(settings: Settings, limits: Limits | None = None) -> int:
    """Serves Telegram until SIGTERM or SIGINT, also one that comes while it starts; the exit status as of `serve`.

    ``limits`` are Telegram's unless given. Raises `StoreError` when the store cannot be used.
    """

    async def assembled_and_served() -> int:
        with told_to_stop() as stop:
            async with assembled(settings, desks=further_desks(settings)) as coach:
                spare_garbage_collector()
                return await serve(settings, coach.reception, coach.store, stop, limits)

    with asyncio.Runner(loop_factory=fast_loop()) as runner:
        return runner.run(assembled_and_served())


def further_desks(settings: Settings) -> int:
    """How many desks judge answers beside the coach's own: one, where there is a second processor for it."""
    if settings.desks is not None:
        return settings.desks
    return 1 if (os.cpu_count() or 1) > 1 else 0


@contextmanager
def told_to_stop() -> Iterator[asyncio.Event]:
    """An event that SIGTERM and SIGINT set while the block runs."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)


def fast_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes uvloop's event loop; None where it is not installed (it does not exist for Windows)."""
    try:
        from uvloop import new_event_loop
    except ImportError:
        return None
    return new_event_loop
