"""How replies look on a narrow screen."""

from rich.console import Console, RenderableType

from bot.terminal.drawing import header, sentence
from conversations.markup import bold, italic, quote


def drawn(what: RenderableType, width: int = 30) -> list[str]:
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(what)
    return [line.rstrip() for line in captured.get().splitlines()]


def test_a_header_is_a_rule_with_the_place_in_it() -> None:
    assert drawn(header("question 1 of 2")) == ["question 1 of 2 ──────────────"]


def test_points_keep_their_indent_when_they_wrap() -> None:
    assert drawn(sentence("• asking around for help from the desk\n• reading")) == [
        "• asking around for help from",
        "  the desk",
        "• reading",
    ]


def test_a_quotation_has_a_bar_on_its_left() -> None:
    assert drawn(sentence(f"You said\n{quote('I rang the porter')}")) == ["You said", "┃ I rang the porter"]


def test_a_quotation_within_a_line_stays_in_the_line() -> None:
    assert drawn(sentence(f"You said {quote('the porter')} twice")) == ["You said the porter twice"]


def test_labeled_lines_are_lined_up() -> None:
    lines = f"{bold('Practice')}  hints if you want them, and feedback\n{bold('Real')}  no hints"
    assert drawn(sentence(lines)) == [
        "Practice  hints if you want",
        "          them, and feedback",
        "Real      no hints",
    ]


def test_two_spaces_in_what_a_person_said_make_no_label() -> None:
    assert drawn(sentence("I did.  Then they called.")) == ["I did.  Then they called."]


def test_brackets_and_words_between_colons_are_shown_as_they_are() -> None:
    assert drawn(sentence(f"[bold]x[/] :smile: {italic('[red]')}")) == ["[bold]x[/] :smile: [red]"]
