"""The program without the limits of Telegram, for tests: ``python -m tests.telegram.unpaced``."""

import asyncio
import signal

import uvloop

from bot.assembly import assembled
from bot.logging import configure
from bot.settings import load
from bot.telegram.application import serve
from bot.telegram.pace import Limits

NO_LIMITS = Limits(chat_rate=0, chat_burst=0, overall_rate=0, overall_burst=0)


async def main() -> int:
    settings = load()
    configure(settings.log_level)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with assembled(settings) as coach:
        return await serve(settings, coach.reception, coach.store, stop, NO_LIMITS)


if __name__ == "__main__":
    raise SystemExit(uvloop.run(main()))
