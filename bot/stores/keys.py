"""Which strings name a person in a store."""

import re

from bot.stores import StoreError

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


def checked(person: str) -> str:
    """The key itself. Raises `StoreError` for anything else, so that no key can lead out of its folder."""
    if not _KEY.fullmatch(person):
        raise StoreError(
            f"{person[:80]!r} names nobody: a key has lower-case letters, digits and hyphens, like telegram-12345."
        )
    return person
