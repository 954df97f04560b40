"""Settings from the environment and the file `.env`; what is wrong with one is said in one line."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv.parser import parse_stream
from msgspec import Struct

TELEGRAM = "https://api.telegram.org"
MOST_DESKS = 16
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


class SettingsError(Exception):
    """A setting cannot be used; the message names it, says what is wrong and what to write, and shows no secret."""


class Settings(Struct, frozen=True):
    """What the operator chose; each field is the variable of the same name in capitals (see .env.example).

    None where a part is not used: no token means the terminal, no database the files in ``data_dir``.
    ``telegram_api_url`` ends without a slash. ``port`` is what the webhook listens on; without one it chooses, and by
    polling nothing is listened on. ``log_level`` is one of `LEVELS`. ``coach_ids`` and ``operator_ids`` are Telegram
    user ids. ``desks`` are processes that judge answers beside the coach's own; None lets it choose.
    ``retention_days`` counts from when a person was last seen; None keeps everything.
    """

    telegram_bot_token: str | None = None
    telegram_api_url: str = TELEGRAM
    data_dir: Path = Path("data")
    content_dir: Path | None = None
    log_level: str = "INFO"
    database_url: str | None = None
    webhook_url: str | None = None
    webhook_secret: str | None = None
    port: int | None = None
    coach_ids: frozenset[int] = frozenset()
    operator_ids: frozenset[int] = frozenset()
    retention_days: int | None = None
    desks: int | None = None

    def __repr__(self) -> str:
        return "Settings(…)"  # a token in a traceback or a log would be there for everybody to use


def load(
    environment: Mapping[str, str] | None = None,
    dotenv: Path = Path(".env"),
    warn: Callable[[str], object] = lambda hint: print(hint, file=sys.stderr),
) -> Settings:
    """The settings; the environment wins over the file, an empty value counts as none.

    ``warn`` gets one line for each name that looks like one of ours but is not. Raises `SettingsError`.
    """
    environment = os.environ if environment is None else environment
    written = _read_dotenv(dotenv)
    for hint in _hints(environment, written):
        warn(hint)
    values: dict[str, Any] = {}
    for field, read in READERS.items():
        raw = (environment.get(field.upper()) or written.get(field.upper()) or "").strip()
        if raw:
            try:
                values[field] = read(raw)
            except ValueError as fault:
                raise SettingsError(f"{field.upper()} {fault}") from None
    settings = Settings(**values)
    if settings.webhook_url and settings.telegram_api_url == TELEGRAM and not settings.webhook_url.startswith("https:"):
        raise SettingsError("WEBHOOK_URL must begin with https://: Telegram calls nothing else.")
    return settings


def _read_dotenv(path: Path) -> dict[str, str]:
    try:
        with path.open(encoding="utf-8") as file:
            bindings = list(parse_stream(file))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingsError(f"{path} cannot be read as UTF-8 text ({fault}).") from None
    for binding in bindings:
        if binding.error:
            raise SettingsError(f"{path}, line {binding.original.line}, cannot be read. Write NAME=value.")
    return {binding.key: binding.value for binding in bindings if binding.key and binding.value}


def _hints(environment: Mapping[str, str], written: Mapping[str, str]) -> list[str]:
    """Names that are close to ours. In the file every unknown name is worth a word; the environment holds many."""
    names = [field.upper() for field in READERS]
    hints = []
    for place, found, likeness in (("the environment", environment, 0.85), (".env", written, 0.5)):
        for name in sorted(set(found) - set(names)):
            close = get_close_matches(name, names, n=1, cutoff=likeness)
            if close and len(name) > len("PORT") and not (environment.get(close[0]) or written.get(close[0])):
                hints.append(f"{name} in {place} is not a setting of the coach. Did you mean {close[0]}?")
    return hints


# What follows reads one value each and raises ValueError with the rest of a sentence that begins with the name.


def _token(raw: str) -> str:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", raw):
        raise ValueError("is not a bot token. Write the one that @BotFather gave you, like 123456:ABC-DEF1234.")
    return raw


def _url(raw: str) -> str:
    try:
        parts = urlsplit(raw)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or parts.query or parts.fragment:
        raise ValueError("is not the address of a server. Write one like https://example.org.")
    return raw.rstrip("/")


def _folder_to_write(raw: str) -> Path:
    path = Path(raw).expanduser()
    if path.exists() and not path.is_dir():
        raise ValueError(f"names a file ({path}). Write the name of a folder.")
    return path


def _folder_to_read(raw: str) -> Path:
    path = Path(raw).expanduser()
    if not path.is_dir():
        raise ValueError(f"names no folder ({path}). Write the name of one that holds packs.")
    return path


def _level(raw: str) -> str:
    if raw.upper() not in LEVELS:
        raise ValueError(f"is {raw[:40]!r}. Write one of {', '.join(LEVELS)}.")
    return raw.upper()


def _database(raw: str) -> str:
    if not raw.startswith(("postgresql://", "postgres://")):
        raise ValueError("is not the address of a PostgreSQL database. Write postgresql://user:password@host/name.")
    return raw


def _secret(raw: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", raw):
        raise ValueError("is not a secret that Telegram takes. Write 16 to 256 letters, digits, _ or -.")
    return raw


def _port(raw: str) -> int:
    if not raw.isascii() or not raw.isdecimal() or not 1 <= int(raw) <= 65535:
        raise ValueError(f"is {raw[:40]!r}. Write a number from 1 to 65535.")
    return int(raw)


def _ids(raw: str) -> frozenset[int]:
    parts = raw.replace(",", " ").split()
    if not all(part.isascii() and part.isdecimal() for part in parts):
        raise ValueError("is not a list of Telegram user ids. Write numbers with commas between, like 12345,67890.")
    return frozenset(map(int, parts))


def _days(raw: str) -> int:
    if not raw.isascii() or not raw.isdecimal() or not 1 <= int(raw) <= 36500:
        raise ValueError(f"is {raw[:40]!r}. Write days from 1 to 36500, or leave it out to keep everything.")
    return int(raw)


def _desks(raw: str) -> int:
    if not raw.isascii() or not raw.isdecimal() or int(raw) > MOST_DESKS:
        raise ValueError(f"is {raw[:40]!r}. Write a number from 0 to {MOST_DESKS}, or leave it out.")
    return int(raw)


READERS: dict[str, Callable[[str], Any]] = {
    "telegram_bot_token": _token,
    "telegram_api_url": _url,
    "data_dir": _folder_to_write,
    "content_dir": _folder_to_read,
    "log_level": _level,
    "database_url": _database,
    "webhook_url": _url,
    "webhook_secret": _secret,
    "port": _port,
    "coach_ids": _ids,
    "operator_ids": _ids,
    "retention_days": _days,
    "desks": _desks,
}
