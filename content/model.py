"""The typed form of everything an author writes: competencies, decks, definitions, shared probes, lexicon and cues.

Every pack file holds one JSON object whose ``kind`` names one of the pack classes below (``Pack`` is their union).
Unknown fields are refused, so that a misspelt field is found when the pack is checked, not when a candidate meets it.
"""

from enum import Enum
from typing import Annotated

from msgspec import Meta, Struct

Identifier = Annotated[
    str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40, description="Stable id in kebab-case.")
]
Words = Annotated[str, Meta(min_length=1, description="Plain text that a person reads, without markup.")]
LevelNumber = Annotated[int, Meta(ge=1, le=5, description="Proficiency level, 1 (introductory) to 5 (expert).")]


class Slot(Enum):
    """The part of an answer that a probe asks for."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    REASON = "reason"
    REFLECTION = "reflection"


class Probe(Struct, frozen=True, forbid_unknown_fields=True):
    """One follow-up question."""

    id: Identifier
    text: Words
    slot: Slot


class Question(Struct, frozen=True, forbid_unknown_fields=True):
    """One primary question. Without probes of its own it is followed up with the shared STAR probes."""

    id: Identifier
    text: Words
    probes: tuple[Probe, ...] = ()


class Behavior(Struct, frozen=True, forbid_unknown_fields=True):
    """Something a person at this level does; the unit of evidence."""

    id: Identifier
    text: Words
    listens_for: Annotated[str, Meta(description="One line: what an interviewer listens for, in everyday words.")] = ""


class Level(Struct, frozen=True, forbid_unknown_fields=True):
    """One proficiency level of a competency."""

    number: LevelNumber
    description: Words
    behaviors: tuple[Behavior, ...]
    questions: tuple[Question, ...] = ()


class Competency(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="competency"):
    """A competency with its levels. ``questions`` belong to every level and come after a level's own."""

    id: Identifier
    name: Words
    description: Words
    source: Words
    levels: Annotated[tuple[Level, ...], Meta(min_length=1)]
    questions: tuple[Question, ...] = ()


class StarProbes(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="star-probes"):
    """The shared probes for questions whose source has none."""

    id: Identifier
    source: Words
    probes: Annotated[tuple[Probe, ...], Meta(min_length=1)]


class ModelAnswer(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody else's good answer to a question at a level, shown only after a first attempt."""

    question: Identifier
    level: LevelNumber
    trade: Words
    text: Words


class ModelAnswers(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="model-answers"):
    """Model answers for the questions of one competency."""

    id: Identifier
    competency: Identifier
    source: Words
    answers: tuple[ModelAnswer, ...]


class ListItem(Struct, frozen=True, forbid_unknown_fields=True):
    """One item of a card's list. ``cues`` are further phrasings that count as this item when typed from memory."""

    text: Words
    detail: str = ""
    cues: tuple["Cue", ...] = ()


class Card(Struct, frozen=True, forbid_unknown_fields=True):
    """A flashcard whose answer is a list (one item or many)."""

    id: Identifier
    front: Words
    items: Annotated[tuple[ListItem, ...], Meta(min_length=1)]
    numbering: Annotated[str, Meta(description="How the source marks items: '1', 'a' or '-'.")] = "1"
    note: str = ""


class Deck(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="deck"):
    """A deck of flashcards. ``rating_question`` and ``rating_labels`` are the wording under a card (1 lowest)."""

    id: Identifier
    title: Words
    source: Words
    cards: Annotated[tuple[Card, ...], Meta(min_length=1)]
    rating_question: str = "How well did you know this?"
    rating_labels: tuple[str, str, str, str, str] = ("Not at all", "", "", "", "Perfectly")


class Definition(Struct, frozen=True, forbid_unknown_fields=True):
    """One author's view of a term; ``author`` is empty when the source names none. Paragraphs as in the source."""

    id: Identifier
    author: str
    paragraphs: Annotated[tuple[Words, ...], Meta(min_length=1)]


class Idea(Struct, frozen=True, forbid_unknown_fields=True):
    """One key idea with the definitions that hold it; ``cues`` find it in a typed answer."""

    id: Identifier
    text: Words
    definitions: Annotated[tuple[Identifier, ...], Meta(min_length=1)]
    cues: tuple["Cue", ...] = ()


class Definitions(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="definitions"):
    """The definitions of one term, their key ideas, and the prompts a person is drilled with."""

    id: Identifier
    term: Words
    source: Words
    prompts: tuple[Words, ...]
    definitions: Annotated[tuple[Definition, ...], Meta(min_length=1)]
    ideas: tuple[Idea, ...]


class Lexicon(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="lexicon"):
    """Concepts shared by all cues: how people really say a thing. Several lexicon packs are merged."""

    id: Identifier
    concepts: dict[Identifier, tuple[Words, ...]]


class Cue(Struct, frozen=True, forbid_unknown_fields=True):
    """One way of saying that a behavior happened: groups that must all meet within ``within`` words.

    A group is alternatives separated by ``|``; an alternative is ``@concept`` from the lexicon or a phrase.
    """

    all: Annotated[tuple[Words, ...], Meta(min_length=1)]
    within: Annotated[int, Meta(ge=1, le=200, description="Window in words.")] = 30
    weight: Annotated[float, Meta(gt=0, le=1, description="How much this cue alone says, 0 to 1.")] = 1.0


class Cues(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="cues"):
    """The cues of one competency, by behavior id."""

    id: Identifier
    competency: Identifier
    behaviors: dict[Identifier, tuple[Cue, ...]]


Pack = Competency | StarProbes | ModelAnswers | Deck | Definitions | Lexicon | Cues
