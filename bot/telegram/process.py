"""The bot as a process of its own: its parts, its event loop, and what its garbage collector may leave alone."""

import asyncio
import gc
from collections.abc import Callable

from bot.assembly import assembled
from bot.settings import Settings
from bot.telegram.application import run
from bot.telegram.pace import Limits

YOUNG_OBJECTS = 10_000  # until those are looked through that are no garbage yet: judging one answer makes thousands


def serve_telegram(settings: Settings, limits: Limits | None = None) -> int:
    """Serves Telegram until SIGTERM or SIGINT; the exit status as of `serve`. ``limits`` are Telegram's unless given.

    Raises `StoreError` when the store cannot be used.
    """

    async def serve() -> int:
        async with assembled(settings) as coach:
            gc.freeze()  # the packs and the engine stay; looking through them for garbage would cost 40 ms every time
            gc.set_threshold(YOUNG_OBJECTS)
            return await run(settings, coach.reception, coach.store, limits)

    with asyncio.Runner(loop_factory=fast_loop()) as runner:
        return runner.run(serve())


def fast_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes uvloop's event loop; None where it is not installed (it does not exist for Windows)."""
    try:
        from uvloop import new_event_loop
    except ImportError:
        return None
    return new_event_loop
