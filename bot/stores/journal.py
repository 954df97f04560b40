"""A small append-only log of lines beside the notebooks, written anew when most of it is out of date."""

import os
from collections.abc import Iterable
from mmap import mmap
from pathlib import Path

from bot.stores.disk import sync_folder, write_all

LARGE = 1 << 20  # bytes; written anew when it grows beyond this and holds mostly what is over


class Journal:
    """The log ``path``. Every method raises OSError when the disk refuses; the log is then as it was."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = -1
        self._size = 0

    def read(self) -> list[str] | None:
        """Its lines; None when there is no log. The last one may be half a line."""
        try:
            return self._path.read_text(errors="replace").splitlines()
        except FileNotFoundError:
            return None

    def resume(self) -> None:
        """Opens the log for appending as it is, without half a line that a killed process left at the end."""
        self._handle = os.open(self._path, os.O_WRONLY | os.O_APPEND)
        self._size = self._path.read_bytes().rfind(b"\n") + 1
        os.ftruncate(self._handle, self._size)

    def append(self, line: str, *, flushed: bool = False) -> None:
        """Adds a line, which survives the death of the process; ``flushed``: a power cut too."""
        raw = f"{line}\n".encode()
        try:
            write_all(self._handle, raw)
        except OSError:
            os.ftruncate(self._handle, self._size)  # half a line would spoil the next one
            raise
        self._size += len(raw)
        if flushed:
            os.fsync(self._handle)

    def blank(self, beginning: str) -> None:
        """Overwrites with spaces all lines that begin so. Costs no more than looking through the log."""
        if not self._size:
            return
        searched = beginning.encode()
        with self._path.open("r+b") as file, mmap(file.fileno(), 0) as text:
            end = 0
            while (found := text.find(searched, end)) >= 0:
                end = text.find(b"\n", found)
                if found == 0 or text[found - 1 : found] == b"\n":
                    text[found:end] = b" " * (end - found)
            text.flush()

    def outgrown(self, entries: int) -> bool:
        """Whether it should be written anew; ``entries`` is how many lines would do."""
        return self._size > LARGE and self._size > 100 * entries

    def rewrite(self, lines: Iterable[str]) -> None:
        """Replaces everything and opens the log for appending."""
        aside = self._path.with_suffix(".new")
        text = "".join(f"{line}\n" for line in lines)
        aside.write_text(text)
        handle = os.open(aside, os.O_WRONLY | os.O_APPEND)
        aside.replace(self._path)
        sync_folder(self._path.parent)
        self.stop()
        self._handle, self._size = handle, len(text)

    def stop(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1
