"""An append-only log of lines beside the notebooks, written anew when most of it is out of date."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from mmap import mmap
from pathlib import Path

from bot.stores.disk import replace_whole, write_all

LARGE = 1 << 20  # bytes; written anew when it grows beyond this and holds mostly what is over


class Journal:
    """The log ``path``. Every method raises OSError when the disk refuses; the log is then as it was."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0  # bytes, from `resume` or `rewrite` on
        self._handle = -1

    def read(self) -> list[bytes] | None:
        """Its lines, without half a line that a killed process left at the end; None when there is no log."""
        try:
            return self.path.read_bytes().split(b"\n")[:-1]
        except FileNotFoundError:
            return None

    def resume(self) -> None:
        """Opens the log for appending as it is, without half a line that a killed process left at the end."""
        self.stop()
        self._handle = os.open(self.path, os.O_WRONLY | os.O_APPEND)
        self.size = self.path.read_bytes().rfind(b"\n") + 1
        os.ftruncate(self._handle, self.size)

    def append(self, *lines: bytes, flushed: bool = False) -> None:
        """Adds lines, all or none, which survive the death of the process; ``flushed``: a power cut too, and it is sure
        that the log was not moved or deleted meanwhile."""
        raw = b"".join(b"%s\n" % line for line in lines)
        self._cut()
        try:
            if flushed:
                self._find()
            write_all(self._handle, raw)
            if flushed:
                os.fsync(self._handle)
        except OSError:
            with suppress(OSError):  # else before the next line is added
                self._cut()
            raise
        self.size += len(raw)

    def blank(self, beginning: str) -> None:
        """Overwrites with spaces all lines that begin so. Costs no more than looking through the log."""
        if not self.path.stat().st_size:
            return
        searched = beginning.encode()
        with self.path.open("r+b") as file, mmap(file.fileno(), 0) as text:
            end = 0
            while (found := text.find(searched, end)) >= 0:
                end = text.find(b"\n", found)
                if end < 0:  # half a line
                    end = len(text)
                if found == 0 or text[found - 1 : found] == b"\n":
                    text[found:end] = b" " * (end - found)
            text.flush()

    def outgrown(self, entries: int) -> bool:
        """Whether it should be written anew; ``entries`` is how many lines would do."""
        return self.size > LARGE and self.size > 100 * entries

    def rewrite(self, lines: Iterable[bytes] = ()) -> None:
        """Replaces everything, or makes the log, and opens it for appending."""
        try:
            replace_whole(self.path, self.path.with_suffix(".new"), b"".join(b"%s\n" % line for line in lines))
        except OSError:
            if self._handle >= 0:
                self.resume()  # whichever of the two it is that stands there
            raise
        self.resume()

    def stop(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1

    def _cut(self) -> None:
        """Takes off what was written and not kept: half a line would spoil the next one."""
        if os.fstat(self._handle).st_size != self.size:
            os.ftruncate(self._handle, self.size)

    def _find(self) -> None:
        """Raises OSError when something else stands in its place, or nothing: what is written would then be lost."""
        if os.stat(self.path).st_ino != os.fstat(self._handle).st_ino:  # noqa: PTH116 - half as long as by a Path
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.path))
