"""The buttons of the story bank. They name the story they belong to, so they mean the same at any time."""

from collections.abc import Sequence

from conversations import buttons
from conversations.replies import Choice
from conversations.texts import stories as texts
from conversations.texts.progress import level_label
from conversations.visit import Visit


def tap(*parts: object, label: str) -> Choice:
    return buttons.button(buttons.STORIES, *parts, label=label)


def turn(verb: str, page: int, pages: int) -> tuple[Choice, ...]:
    newer = (tap(verb, page - 1, label=texts.NEWER),) if page else ()
    older = (tap(verb, page + 1, label=texts.OLDER),) if page + 1 < pages else ()
    return (*newer, *older)


def rows(*found: Sequence[Choice]) -> tuple[tuple[Choice, ...], ...]:
    return tuple(tuple(row) for row in found if row)


def level_choices(visit: Visit, verb: str, competency: str) -> tuple[Choice, ...]:
    levels = visit.library.competency(competency).levels
    return tuple(tap(verb, competency, level.number, label=level_label(level.number)) for level in levels)
