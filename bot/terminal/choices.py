"""Which choice of the screen a typed line means: its number, its label or an unambiguous beginning of the label."""

import re
from collections.abc import Iterable, Iterator

from conversations.markup import plain
from conversations.replies import Choice, Reply

_NUMBER = re.compile(r"(\d{1,2})\b")
BETWEEN = "   "
_ORNAMENT = re.compile(r"^\W+")  # "▶ Practice" is found by typing "practice"


class Screen:
    """The numbered choices of what is shown now; empty when there is nothing to choose."""

    def __init__(self, replies: Iterable[Reply] = ()) -> None:
        self.rows = [row for reply in replies for row in reply.choices]
        self._numbers = _number([choice for row in self.rows for choice in row])

    def number(self, choice: Choice) -> int:
        return self._numbers[choice.id]

    def choices(self) -> Iterator[Choice]:
        return (choice for row in self.rows for choice in row)

    def lines(self, width: int) -> list[str]:
        """The choices as a numbered list: a row of buttons on one line where it fits in ``width`` characters."""
        lines: list[str] = []
        for row in self.rows:
            numbered = [self._numbered(choice) for choice in row]
            together = BETWEEN.join(numbered)
            lines += [together] if len(together) <= width else numbered
        return lines

    def _numbered(self, choice: Choice) -> str:
        label, number = plain(choice.label), str(self.number(choice))
        return label if label.startswith(number) else f"{number}. {label}"

    def meant(self, typed: str) -> Choice | None:
        """The choice that a typed line presses; None when the line is something said."""
        typed = typed.strip().casefold()
        if not typed:
            return None
        if typed.isdecimal():
            return next((choice for choice in self.choices() if str(self.number(choice)) == typed), None)
        labels = {_searchable(choice): choice for choice in self.choices()}
        begun = {choice.id: choice for label, choice in labels.items() if label.startswith(typed)}
        return labels.get(typed) or (begun.popitem()[1] if len(begun) == 1 else None)


def unquoted(typed: str, screen: Screen) -> str | None:
    """What ``"2`` says: the words after the quotation mark, when they would press a choice without it; else None."""
    if not typed.startswith('"'):
        return None
    words = typed[1:].removesuffix('"')
    return words if screen.meant(words) else None


def _number(choices: list[Choice]) -> dict[str, int]:
    """A number for each choice id. A label that begins with a number of its own ("3 questions") keeps that number, so
    that typing it never presses its neighbor; the others take the free numbers in order."""
    numbers: dict[str, int] = {}
    for choice in choices:
        own = _NUMBER.match(_searchable(choice))
        if own and int(own[1]) > 0 and int(own[1]) not in numbers.values():
            numbers[choice.id] = int(own[1])
    free = (number for number in range(1, len(choices) + 100) if number not in set(numbers.values()))
    for choice in choices:
        if choice.id not in numbers:
            numbers[choice.id] = next(free)
    return numbers


def _searchable(choice: Choice) -> str:
    return _ORNAMENT.sub("", plain(choice.label)).casefold()
