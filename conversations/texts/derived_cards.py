"""The questions on cards that are made from definitions and behaviors."""

UNNAMED = "the author without a name"


def definitions_title(term: str) -> str:
    return f"What is {term}?"


def levels_title(competency: str) -> str:
    return f"Levels: {competency}"


def level_front(number: int, competency: str) -> str:
    return f"What does level {number} of {competency} expect?"


def who_front(term: str, words: str) -> str:
    return f"Who said this about {term}?\n“{words}”"


def acronym_front(word: str, author: str) -> str:
    return f"What does {word} ({author}) stand for?"


def letter_front(word: str, letter: str, number: int, count: int) -> str:
    return f"{word}, letter {number} of {count}: what does the {letter} stand for, and what does it mean?"


def parts_front(count: int, author: str, term: str) -> str:
    return f"What are the {count} parts of {term} in the view of {author}?"


def part_front(words: str, author: str, term: str) -> str:
    return f"Which part of {term} does {author} describe here?\n“{words}”"


def idea_front(term: str, start: str, authors: list[str]) -> str:
    said_by = f" ({' and '.join(authors)})" if authors else ""
    return f"Complete this idea about {term}{said_by}:\n“{start} …”"
