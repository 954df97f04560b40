"""Keys of people: as an operator types them, and as they are shown."""

import re

KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")


def key_of(typed: str) -> str:
    """The key of the notebook that a typed number or key names; "" for none. A bare number is a Telegram user's."""
    typed = typed.strip().lower()
    if typed.isascii() and typed.isdecimal() and len(typed) <= 20:
        return f"telegram-{int(typed)}"
    return typed if KEY.fullmatch(typed) else ""


def number_of(person: str) -> str:
    """What a person's key looks like to people: the number alone for a Telegram user."""
    return person.removeprefix("telegram-")
