"""The typed form of everything an author writes: competencies, decks, definitions, shared probes, lexicon and cues.

Every pack file holds one JSON object whose ``kind`` names one of the pack classes below (``Pack`` is their union).
Unknown fields are refused, so that a misspelt field is found when the pack is checked, not when a candidate meets it.
"""

from enum import Enum
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct

Identifier = Annotated[
    str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40, description="Stable id in kebab-case.")
]
# Starts with a visible character; no control character but the line break: stores and messengers choke on others.
_READABLE = r"^[^\s\x00-\x1f\x7f][^\x00-\x09\x0b-\x1f\x7f]*$"
Label = Annotated[str, Meta(pattern=_READABLE, max_length=64, description="A few words that fit a button or heading.")]
Words = Annotated[str, Meta(pattern=_READABLE, max_length=1000, description="Plain text for a person, no markup.")]
Passage = Annotated[str, Meta(pattern=_READABLE, max_length=3000, description="Longer plain text, no markup.")]
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
    listens_for: Annotated[
        str,
        Meta(
            max_length=200,
            description="What an interviewer listens for, in everyday words, to end 'a level 3 answer would add …'.",
        ),
    ] = ""


class Level(Struct, frozen=True, forbid_unknown_fields=True):
    """One proficiency level of a competency."""

    number: LevelNumber
    description: Words
    behaviors: tuple[Behavior, ...]
    questions: tuple[Question, ...] = ()


class Competency(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="competency"):
    """A competency with its levels. ``questions`` belong to every level and come after a level's own."""

    id: Identifier
    name: Label
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
    trade: Label
    text: Passage


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
    title: Label
    source: Words
    cards: Annotated[tuple[Card, ...], Meta(min_length=1)]
    rating_question: str = "How well did you know this?"
    rating_labels: tuple[str, str, str, str, str] = ("Not at all", "", "", "", "Perfectly")


class Part(NamedTuple):
    """One named part of a definition, such as the Goals of G-SPOT."""

    term: str
    text: str


class Definition(Struct, frozen=True, forbid_unknown_fields=True):
    """One author's view of a term, paragraph by paragraph as in the source.

    ``author`` is empty when the source names none. ``terms`` name the paragraphs that are parts, in their order:
    the term "Goals" belongs to the one paragraph that starts with "Goals: ".
    """

    id: Identifier
    author: Annotated[str, Meta(max_length=64)]
    paragraphs: Annotated[tuple[Passage, ...], Meta(min_length=1)]
    terms: tuple[Label, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts in order, each with its paragraph's text after the term. Empty when there are none."""
        heads = {term: f"{term}: " for term in self.terms}
        return tuple(
            Part(term, paragraph.removeprefix(head))
            for term, head in heads.items()
            for paragraph in self.paragraphs
            if paragraph.startswith(head)
        )


class Idea(Struct, frozen=True, forbid_unknown_fields=True):
    """One key idea with the definitions that hold it; ``cues`` find it in a typed answer."""

    id: Identifier
    text: Words
    definitions: Annotated[tuple[Identifier, ...], Meta(min_length=1)]
    cues: tuple["Cue", ...] = ()


class Definitions(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="definitions"):
    """The definitions of one term, their key ideas, and the prompts a person is drilled with."""

    id: Identifier
    term: Label
    source: Words
    prompts: Annotated[tuple[Words, ...], Meta(min_length=1)]
    definitions: Annotated[tuple[Definition, ...], Meta(min_length=1)]
    ideas: tuple[Idea, ...]


class Lexicon(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="lexicon"):
    """Concepts shared by all cues: how people really say a thing. Several lexicon packs are merged, concept by concept.

    A phrase is one or more words in their base form; every inflection, British or American, matches. Inside a phrase
    ``ring/call/phone`` gives alternatives for one word, ``*`` lets 0 to 3 words pass, ``=leads`` wants exactly that
    form, ``#`` is any number, and ``@concept`` alone takes in another concept's phrases.
    """

    id: Identifier
    concepts: dict[Identifier, tuple[Words, ...]]


class Cue(Struct, frozen=True, forbid_unknown_fields=True):
    """One way of saying that a behavior happened: groups that must all meet within ``within`` words.

    A group is alternatives separated by ``|``; an alternative is ``@concept`` from the lexicon or a phrase in its
    notation. Words that are denied, imagined, somebody else's or pasted do not count, save in a group that starts
    with ``~``: what it names may be anybody's (their need, the clumsy process). ``none`` holds groups that must not
    be met in the same stretch.
    """

    all: Annotated[tuple[Words, ...], Meta(min_length=1)]
    within: Annotated[int, Meta(ge=1, le=400, description="Window in words; hits may cross sentence ends.")] = 30
    weight: Annotated[float, Meta(gt=0, le=1, description="How much this cue alone says, 0 to 1; 0.5 is shown.")] = 0.7
    none: tuple[Words, ...] = ()


class Cues(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="cues"):
    """The cues of one competency, by behavior id."""

    id: Identifier
    competency: Identifier
    behaviors: dict[Identifier, tuple[Cue, ...]]


class Weighing(Struct, frozen=True, forbid_unknown_fields=True):
    """What speaks for one behavior, in log-odds: ``bias`` before a word is said, then what each term adds.

    A term is a stem (``forecast``), two stems that follow each other (``sale team``) or a concept (``@crm-ask``).
    """

    bias: float
    terms: dict[Words, float]


class WordWeights(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="word-weights"):
    """How much each word says, for the behaviors of one competency; learned from labeled answers, not written."""

    id: Identifier
    competency: Identifier
    source: Words
    behaviors: dict[Identifier, Weighing]


class SlotWeighing(Struct, frozen=True, forbid_unknown_fields=True):
    """What speaks for one slot, in log-odds: as in `Weighing`, and ``structure`` times what rules find, 0 to 1."""

    bias: float
    structure: float
    terms: dict[Words, float]


class SlotWeights(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="slot-weights"):
    """How much each word says for the parts of a STAR answer, whatever it is about; learned, not written."""

    id: Identifier
    source: Words
    slots: dict[Slot, SlotWeighing]


class DoubtWeights(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="doubt-weights"):
    """How much each word says that an answer tells of others' work, of plans, or of what never came about; learned,
    not written."""

    id: Identifier
    source: Words
    doubt: Weighing


Pack = (
    Competency
    | StarProbes
    | ModelAnswers
    | Deck
    | Definitions
    | Lexicon
    | Cues
    | WordWeights
    | SlotWeights
    | DoubtWeights
)
