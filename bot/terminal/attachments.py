"""Files that come with a reply, saved where the person can open them."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

MAXIMUM_STEM = 50  # characters; with a number and an ending it stays below the 255 bytes of common file systems


def save(filename: str, content: bytes, folder: Path) -> Path:
    """Writes the file under a safe name that nothing else has, in a folder for its owner alone, and returns its path.

    Raises OSError when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for path in _names(folder, filename):
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        return path
    raise AssertionError("there is always another name")


def _names(folder: Path, filename: str) -> Iterator[Path]:
    """``name.html``, then ``name-2.html`` and so on; never a path that leads out of the folder."""
    safe = Path(re.sub(r"[^\w.-]+", "-", filename).lstrip(".-") or "file")
    stem, suffix = safe.stem[:MAXIMUM_STEM], safe.suffix[:10]
    yield folder / f"{stem}{suffix}"
    for number in count(2):
        yield folder / f"{stem}-{number}{suffix}"
