"""What is said among the definitions: choosing, reading, comparing, and holding one's own words against the ideas."""

from content.model import Definition, Idea
from conversations.markup import bold, italic

CHOOSE_TERM = "Which term?"
UNNAMED = "Unnamed author"
DRILL, AUTHORS, AGAIN, ANOTHER_PROMPT, TERMS = (
    "Say it in my own words",
    "All authors",
    "Say it again",
    "Another question",
    "All terms",
)
SAY_IT = "Type it as you would say it in an interview. I hold your words against the key ideas of each author."
LEFT = "Definitions put away; /define opens them again."
NOTHING_THERE = "There are no definitions here at the moment."
GONE = "That definition is no longer there. Here is what is."
NO_IDEAS_FOUND = "I found none of the key ideas in your words yet."
ADDED = "I added that to what you had said."
ALL_THERE = "Every key idea of this view is in your words."


def author(definition: Definition) -> str:
    return definition.author or UNNAMED


def term_page(term: str, definitions: tuple[Definition, ...]) -> str:
    count = len(definitions)
    views = "1 view" if count == 1 else f"{count} views"
    return f"{bold(term)}\n{views} of it. Whose would you like to read?"


def reading(term: str, definition: Definition) -> str:
    return f"{bold(f'{term}: {author(definition)}')}\n\n" + "\n\n".join(definition.paragraphs)


def compare_with(definition: Definition) -> str:
    return f"Compare with {author(definition)}"


def read(definition: Definition) -> str:
    return f"Read {author(definition)}"


def comparing(term: str, both: tuple[Definition, Definition], common: list[Idea], apart: list[list[Idea]]) -> str:
    """Two views one after the other, then what they share and what only one of them holds."""
    parts = [reading(term, definition) for definition in both]
    shared = points(common) if common else "No key idea in common."
    parts.append(f"{bold('Both say')}\n{shared}")
    for definition, ideas in zip(both, apart, strict=True):
        heading = bold(f"Only {author(definition)}")
        parts.append(f"{heading}\n{points(ideas) if ideas else 'Nothing that the other does not say.'}")
    return "\n\n".join(parts)


def points(ideas: list[Idea]) -> str:
    return "\n".join(f"• {idea.text}" for idea in ideas)


def prompt(text: str) -> str:
    return f"{bold(text)}\n\n{italic(SAY_IT)}"


def compared(prompt_text: str, found: list[Idea], closest: str, held: int, of: int, missing: Idea | None) -> str:
    """What is in the person's words. ``closest`` is the author whose ``held`` ``of`` ideas are there, "" for nobody."""
    parts = [bold(prompt_text)]
    if found:
        parts.append(f"{bold('In your words')}\n" + "\n".join(f"✓ {idea.text}" for idea in found))
        parts.append(f"Closest to {closest}: {held} of {of} key {'idea' if of == 1 else 'ideas'}.")
    else:
        parts.append(NO_IDEAS_FOUND)
    if missing is not None:
        parts.append(f"{bold('Add this one')}\n{missing.text}")
    elif found:
        parts.append(ALL_THERE)
    return "\n\n".join(parts)


def did_not_get(words: str) -> str:
    return f"I could not match “{words[:40]}” with an author here. Please tap a name or type it."


def no_such(words: str) -> str:
    return f"I know no term or author “{words[:40]}”. Here is what I have."
