"""A person at a keyboard: prompt_toolkit reads, rich draws."""

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.shortcuts import CompleteStyle
from rich.console import Console, RenderableType
from rich.text import Text

from bot.terminal.choices import Screen
from bot.terminal.drawing import choices, header, said, sentence
from bot.terminal.seat import Typed
from conversations.commands import COMMANDS
from conversations.markup import plain
from conversations.replies import Choice, Reply

COMFORTABLE_WIDTH = 88  # characters; longer lines are hard to read


class InteractiveTerminal:
    """Draws in the width of the window; Alt-Enter and pasted line ends make an answer of several lines."""

    asks_again = True

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(highlight=False, markup=False, emoji=False)
        self._prompt: PromptSession[Typed] = PromptSession(
            history=DummyHistory(),  # answers are stored in the notebook and nowhere else
            multiline=True,
            key_bindings=_keys(),
            completer=WordCompleter([f"/{command.name}" for command in COMMANDS] + ["/quit"], sentence=True),
            complete_while_typing=False,
            complete_style=CompleteStyle.READLINE_LIKE,
            prompt_continuation="  ",
            erase_when_done=True,  # prompt_toolkit breaks lines within words; `heard` shows them wrapped
        )

    async def read(self, unsent: str = "") -> Typed | None:
        typed = Typed("")
        try:
            while not typed.text.strip() and not typed.interrupted:
                typed = await self._prompt.prompt_async("> ", default=unsent)
        except EOFError:
            return None
        return typed

    def heard(self, typed: str, pressed: Choice | None) -> None:
        self._draw(said(typed, plain(pressed.label) if pressed else ""))

    def show(self, replies: list[Reply], screen: Screen) -> None:
        for reply in replies:
            if reply.header:
                self.console.print(header(reply.header), width=self._width)
            self._draw(sentence(reply.text))
        if screen.rows:
            self._draw(choices(screen, self._width))

    def tell(self, sentence: str) -> None:
        self._draw(Text(sentence, "dim"))

    @property
    def _width(self) -> int:
        return min(self.console.width, COMFORTABLE_WIDTH)

    def _draw(self, paragraph: RenderableType) -> None:
        self.console.print(paragraph, width=self._width)
        self.console.print()


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Typed(event.current_buffer.text))

    @keys.add("escape", "enter")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    @keys.add("c-c")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Typed(event.current_buffer.text, interrupted=True))

    return keys
