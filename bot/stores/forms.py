"""The stored forms of notebooks and interviews: plain JSON documents with a version, upgraded when they are read."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import msgspec

from bot.stores import DamagedError, StoreError
from conversations.interview.record import Interview
from conversations.notebook import Notebook

Document = dict[str, Any]
Upgrades = dict[int, Callable[[Document], Document]]
Kept = TypeVar("Kept", Notebook, Interview)

# One row per step, keyed by the version that it upgrades from; it returns the document in the next version. A row here
# goes with a higher default of ``version`` in the class and a file of the new version in tests/stores/forms/.
NOTEBOOK_UPGRADES: Upgrades = {}
INTERVIEW_UPGRADES: Upgrades = {}

_NOTEBOOKS = msgspec.json.Decoder(Notebook)


def document_of(kept: Notebook | Interview) -> Document:
    """What is stored: str, int, float, bool, None, lists and dicts only."""
    document: Document = msgspec.to_builtins(kept)
    return document


def encoded(kept: Notebook | Interview) -> bytes:
    """The same as JSON, on one line."""
    return msgspec.json.encode(kept)


def decoded_notebook(raw: bytes, source: str) -> Notebook:
    """The notebook that was `encoded` by this version or another one; raises as `notebook_of` does."""
    with suppress(msgspec.ValidationError):
        notebook = _NOTEBOOKS.decode(raw)
        if notebook.version == _newest(NOTEBOOK_UPGRADES):
            return notebook
    return notebook_of(msgspec.json.decode(raw), source)


def notebook_of(document: object, source: str) -> Notebook:
    """The notebook of a stored document; ``source`` names it in errors.

    Raises `DamagedError` when it is no notebook, `StoreError` when a newer version of the coach wrote it.
    """
    return _value_of(document, Notebook, NOTEBOOK_UPGRADES, source)


def interview_of(document: object, source: str) -> Interview:
    """The interview of a stored document; raises as `notebook_of` does."""
    return _value_of(document, Interview, INTERVIEW_UPGRADES, source)


def _value_of(document: object, kind: type[Kept], upgrades: Upgrades, source: str) -> Kept:
    newest = _newest(upgrades)
    if not isinstance(document, dict) or not isinstance(version := document.get("version"), int):
        raise DamagedError(f"{source} holds no {kind.__name__.lower()}.")
    if version > newest:
        raise StoreError(
            f"{source} was written by a newer version of the coach (form {version}, this one knows {newest}). "
            "Nothing was changed; start the newer version again."
        )
    try:
        for step in range(version, newest):
            document = {**upgrades[step](document), "version": step + 1}
        return msgspec.convert(document, kind)
    except (msgspec.ValidationError, LookupError, TypeError, ValueError) as fault:
        raise DamagedError(f"{source} cannot be read as a {kind.__name__.lower()}: {fault}") from fault


def _newest(upgrades: Upgrades) -> int:
    return max(upgrades, default=0) + 1
