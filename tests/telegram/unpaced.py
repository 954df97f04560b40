"""The program without the limits of Telegram, for tests: ``python -m tests.telegram.unpaced``."""

from bot.logging import configure
from bot.settings import load
from bot.telegram.pace import Limits
from bot.telegram.process import serve_telegram

NO_LIMITS = Limits(chat_rate=0, chat_burst=0, overall_rate=0, overall_burst=0)

if __name__ == "__main__":
    settings = load()
    configure(settings.log_level)
    raise SystemExit(serve_telegram(settings, NO_LIMITS))
