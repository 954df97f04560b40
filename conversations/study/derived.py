"""Decks made from other content: cards on definitions and on what each level of a competency expects.

The ids hold a dot, which no id that an author writes can, and stay the same as long as the ids they are made from.
"""

import re
from collections.abc import Iterator

from content.library import Library
from content.model import Card, Competency, Cue, Deck, Definition, Definitions, ListItem
from conversations.texts import derived_cards as texts

IDEA = "idea"  # the middle part of the id of a card that asks to complete an idea
SHORTEST_START = 3  # words of an idea that are shown at least
_SENTENCE_END = re.compile(r"(?<=[.!?”])\s+")
_LONG_ENOUGH = 60  # characters from which a sentence says something of its own


def decks(library: Library) -> Iterator[Deck]:
    """The decks on definitions, then one for each competency that has behaviors."""
    for definitions in library.definitions.values():
        cards = tuple(definition_cards(definitions))
        title = texts.definitions_title(definitions.term)
        yield Deck(f"{definitions.id}.views", title, definitions.source, cards)
    for competency in library.competencies.values():
        cards = tuple(level_cards(competency))
        if cards:
            yield Deck(f"{competency.id}.levels", texts.levels_title(competency.name), competency.source, cards)


def level_cards(competency: Competency) -> Iterator[Card]:
    """One card for each level: which behaviors does it expect?"""
    for level in competency.levels:
        items = tuple(ListItem(behavior.text) for behavior in level.behaviors)
        if items:
            front = texts.level_front(level.number, competency.name)
            yield Card(f"{competency.id}.level.{level.number}", front, items, "-", level.description)


def definition_cards(definitions: Definitions) -> Iterator[Card]:
    """Who said it, what are its parts, how does the idea go on."""
    for definition in definitions.definitions:
        if definition.author:
            front = texts.who_front(definitions.term, opening(definition.paragraphs[0]))
            yield Card(f"{definition.id}.who", front, (named(definition.author),))
    for definition in definitions.definitions:
        yield from part_cards(definitions, definition)
    yield from idea_cards(definitions)


def named(author: str) -> ListItem:
    """An author, who counts as recalled by the last name alone."""
    last = author.split()[-1]
    return ListItem(author, cues=(Cue((last.lower(),)),) if last.isalpha() else ())


def opening(text: str) -> str:
    """The first sentences, as many as say something."""
    first, *others = _SENTENCE_END.split(text)
    for sentence in others:
        if len(first) >= _LONG_ENOUGH:
            break
        first = f"{first} {sentence}"
    return first


def part_cards(definitions: Definitions, definition: Definition) -> Iterator[Card]:
    """All parts as a list, then each by itself: letter by letter where their first letters make a word."""
    parts = definition.parts
    if not parts:
        return
    word = acronym(definitions, definition)
    author = definition.author or texts.UNNAMED
    front = texts.acronym_front(word, author) if word else texts.parts_front(len(parts), author, definitions.term)
    yield Card(f"{definition.id}.parts", front, tuple(ListItem(part.term) for part in parts))
    for number, part in enumerate(parts, start=1):
        if word:
            front = texts.letter_front(word, part.term[0].upper(), number, len(parts))
        else:
            front = texts.part_front(opening(part.text), author, definitions.term)
        yield Card(f"{definition.id}.part.{number}", front, (ListItem(part.term, part.text),))


def acronym(definitions: Definitions, definition: Definition) -> str:
    """The word that the first letters of the parts make, as it is written there ("G-SPOT"); "" when there is none."""
    letters = "".join(part.term[0].upper() for part in definition.parts)
    for text in (*definition.paragraphs, *definitions.prompts):
        for word in re.findall(r"[A-Z][A-Z.-]*[A-Z]", text):
            if len(letters) > 1 and re.sub(r"[.-]", "", word) == letters:
                return str(word)
    return ""


def idea_cards(definitions: Definitions) -> Iterator[Card]:
    """The beginning of each idea, to be completed."""
    authors = {one.id: one.author for one in definitions.definitions}
    for idea in definitions.ideas:
        words = idea.text.split()
        start = max(SHORTEST_START, len(words) * 2 // 5)
        if len(words) > start:
            said_by = [authors[one] for one in idea.definitions if authors.get(one)]
            front = texts.idea_front(definitions.term, " ".join(words[:start]).rstrip(","), said_by)
            yield Card(f"{definitions.id}.{IDEA}.{idea.id}", front, (ListItem(" ".join(words[start:])),))
