"""JSON lines from a file or the standard input."""

from pathlib import Path
from typing import TextIO


class UnreadableLinesError(Exception):
    """The file cannot be read; the message says why."""


def read_lines(file: str, stdin: TextIO) -> list[tuple[int, str]]:
    """The lines that are not blank, with their numbers from 1; ``-`` reads ``stdin``. A byte-order mark is dropped.

    Raises `UnreadableLinesError` when the file is not there, may not be read or is not UTF-8.
    """
    try:
        written = stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableLinesError(f"{file}: cannot be read ({error}).") from error
    lines = written.removeprefix("\ufeff").split("\n")  # only there: a string may hold other ends of lines as they are
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
