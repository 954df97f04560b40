"""What a session needs of a terminal: something that reads and shows, by keyboard or by pipe."""

from typing import NamedTuple, Protocol

from bot.terminal.choices import Screen
from conversations.replies import Choice, Reply


class Typed(NamedTuple):
    """One input. ``interrupted``: Ctrl-C was pressed while ``text`` stood in the line, unsent."""

    text: str
    interrupted: bool = False


class Terminal(Protocol):
    """``asks_again``: somebody is there to send once more what could not be stored."""

    asks_again: bool

    async def read(self, unsent: str = "") -> Typed | None:
        """The next input, not blank unless interrupted; None when there is no more.

        ``unsent`` is put into the line, to be edited and sent again.
        """

    def heard(self, typed: str, pressed: Choice | None) -> None:
        """Puts what was typed on record; ``pressed`` is the choice that it means, None for words."""

    def show(self, replies: list[Reply], screen: Screen) -> None: ...

    def tell(self, sentence: str) -> None: ...
