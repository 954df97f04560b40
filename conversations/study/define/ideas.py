"""Key ideas held against each other: of two definitions, and of a person's own words."""

from collections.abc import Collection
from typing import NamedTuple

from rapidfuzz import fuzz, process

from content.model import Definition, Definitions, Idea


class Closeness(NamedTuple):
    """How close words are to a definition: ``held`` of its ``of`` ideas, and the one to add, None when none is left."""

    definition: Definition | None
    held: int
    of: int
    missing: Idea | None


def ideas_of(definitions: Definitions, definition: str) -> list[Idea]:
    return [idea for idea in definitions.ideas if definition in idea.definitions]


def compared(definitions: Definitions, one: str, other: str) -> tuple[list[Idea], list[list[Idea]]]:
    """The ideas that both definitions hold, and those that each holds alone."""
    first, second = ideas_of(definitions, one), ideas_of(definitions, other)
    common = [idea for idea in first if idea in second]
    return common, [[idea for idea in first if idea not in common], [idea for idea in second if idea not in common]]


def closest(definitions: Definitions, found: Collection[str], prompt: str) -> Closeness:
    """The definition that holds most of the ideas ``found``; between equals, the one that they make up most of.

    The idea to add is the next of that definition. With nothing found it is the one that answers the prompt.
    """
    best = Closeness(None, 0, 0, None)
    for definition in definitions.definitions:
        own = ideas_of(definitions, definition.id)
        held = sum(idea.id in found for idea in own)
        if held and (held, -len(own)) > (best.held, -best.of):
            missing = next((idea for idea in own if idea.id not in found), None)
            best = Closeness(definition, held, len(own), missing)
    return best if best.held else best._replace(missing=answering(definitions, prompt))


def answering(definitions: Definitions, prompt: str) -> Idea | None:
    """The idea whose words are nearest to the prompt's; None when there are no ideas."""
    texts = {number: idea.text.casefold() for number, idea in enumerate(definitions.ideas)}
    found = process.extractOne(prompt.casefold(), texts, scorer=fuzz.token_set_ratio)
    return definitions.ideas[found[2]] if found else None
