"""Input from a pipe or a file, one line at a time; plain output that reads as a conversation."""

from typing import BinaryIO, TextIO

from bot.terminal.choices import Screen
from bot.terminal.seat import Typed
from conversations.markup import QUOTE, clean, unmark
from conversations.replies import Choice, Reply

WIDTH = 80  # for rows of choices; sentences are left unbroken, so that a log can be searched


class PlainTerminal:
    """No ANSI sequences, no wrapping, no prompt: each input line is repeated after ``> ``."""

    asks_again = False

    def __init__(self, source: BinaryIO, out: TextIO) -> None:
        self.source = source
        self.out = out

    async def read(self, unsent: str = "") -> Typed | None:  # noqa: ARG002 - a pipe takes nothing back
        """The next line that is not blank; broken UTF-8 becomes replacement characters."""
        for raw in self.source:
            line = clean(raw.decode("utf-8-sig", errors="replace").rstrip("\r\n"))
            if line.strip():
                return Typed(line)
        return None

    def heard(self, typed: str, pressed: Choice | None) -> None:  # noqa: ARG002 - the list of choices stands above it
        self._write(f"> {typed}")

    def show(self, replies: list[Reply], screen: Screen) -> None:
        for reply in replies:
            if reply.header:
                self._write(f"[{reply.header}]")
            self._write(_plain(reply.text))
        if screen.rows:
            self._write("\n".join(screen.lines(WIDTH)))

    def tell(self, sentence: str) -> None:
        self._write(sentence)

    def _write(self, paragraph: str) -> None:
        self.out.write(f"{paragraph}\n\n")
        self.out.flush()


def _plain(sentence: str) -> str:
    """A sentence with its quotations in quotation marks, and no other marks."""
    words, spans = unmark(sentence)
    for span in reversed(spans):
        if span.mark == QUOTE:
            words = f"{words[: span.start]}“{words[span.start : span.end]}”{words[span.end :]}"
    return words
