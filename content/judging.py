"""Judges one pack by itself, beyond the types: ids, order, doubles, and lengths that people and messengers can take."""

from collections.abc import Iterable, Iterator

from content.faults import Finding
from content.model import (
    Card,
    Competency,
    Cues,
    Deck,
    Definition,
    Definitions,
    DoubtWeights,
    Level,
    Lexicon,
    ModelAnswers,
    Pack,
    Probe,
    Question,
    SlotWeights,
    StarProbes,
    WordWeights,
)

LONGEST_CARD = 3500  # characters of question, items and note together; Telegram takes 4,096 with our own words added


def judge(pack: Pack) -> list[Finding]:
    """Everything wrong with the pack that can be seen without any other pack."""
    match pack:
        case Competency():
            return list(_competency(pack))
        case StarProbes():
            return [*_same_ids(pack.id, [probe.id for probe in pack.probes]), *_probes(pack.probes, pack.id)]
        case ModelAnswers():
            return list(_model_answers(pack))
        case Deck():
            return list(_deck(pack))
        case Definitions():
            return list(_definitions(pack))
        case Lexicon():
            return [
                Finding(pack.id, f"concepts {name}", "has no words", "Add words or remove the concept")
                for name, words in pack.concepts.items()
                if not words
            ]
        case Cues():
            return [
                Finding(pack.id, f"behaviors {name}", "has no cues", "Add a cue or remove the behavior from this pack")
                for name, cues in pack.behaviors.items()
                if not cues
            ]
        case WordWeights() | SlotWeights() | DoubtWeights():
            return []  # numbers that were learned: what can be wrong with them is their form


def _competency(pack: Competency) -> Iterator[Finding]:
    numbers = [level.number for level in pack.levels]
    if numbers != sorted(set(numbers)):
        yield Finding(pack.id, "levels", f"the numbers {numbers} do not ascend", "Put each level once, lowest first")
    behaviors = [behavior for level in pack.levels for behavior in level.behaviors]
    questions = [question for level in pack.levels for question in level.questions] + list(pack.questions)
    probes = [probe for question in questions for probe in question.probes]
    ids = [*(item.id for item in behaviors), *(item.id for item in questions), *(item.id for item in probes)]
    yield from _same_ids(pack.id, ids)
    yield from _same_texts((behavior.id, behavior.text) for behavior in behaviors)
    yield from _same_texts((question.id, question.text) for question in questions)
    for level in pack.levels:
        yield from _level(level, pack)
    yield from _questions(pack.questions, f"{pack.id}-")


def _level(level: Level, pack: Competency) -> Iterator[Finding]:
    place = f"levels {level.number}"
    if not level.behaviors:
        yield Finding(pack.id, f"{place} behaviors", "is empty", "Add what a person at this level does")
    if not level.questions and not pack.questions:
        yield Finding(pack.id, f"{place} questions", "is empty", "Add a question here or one for every level")
    prefix = f"{pack.id}-l{level.number}-"
    for behavior in level.behaviors:
        yield from _prefix(behavior.id, prefix)
    yield from _questions(level.questions, prefix)


def _questions(questions: Iterable[Question], prefix: str) -> Iterator[Finding]:
    for question in questions:
        yield from _prefix(question.id, prefix)
        yield from _probes(question.probes, question.id)


def _probes(probes: tuple[Probe, ...], owner: str) -> Iterator[Finding]:
    for probe in probes:
        yield from _prefix(probe.id, f"{owner}-")
    yield from _same_texts((probe.id, probe.text) for probe in probes)


def _model_answers(pack: ModelAnswers) -> Iterator[Finding]:
    seen = set()
    for answer in pack.answers:
        place = (answer.question, answer.level)
        if place in seen:
            what = f"stands twice at level {answer.level}"
            yield Finding(answer.question, "answers", what, "Keep one model answer for a question at a level")
        seen.add(place)
    yield from _same_texts((f"{answer.question} level {answer.level}", answer.text) for answer in pack.answers)


def _deck(pack: Deck) -> Iterator[Finding]:
    yield from _same_ids(pack.id, [card.id for card in pack.cards])
    yield from _same_texts(((card.id, card.front) for card in pack.cards), "front")
    for card in pack.cards:
        yield from _prefix(card.id, f"{pack.id}-")
        yield from _card(card)


def _card(card: Card) -> Iterator[Finding]:
    texts = [item.text for item in card.items]
    if len(set(texts)) < len(texts):
        yield Finding(card.id, "items", "has the same item twice", "Keep one of them")
    length = sum(map(len, (card.front, card.note, *texts, *(item.detail for item in card.items))))
    if length > LONGEST_CARD:
        what = f"has {length} characters in all, more than {LONGEST_CARD}"
        yield Finding(card.id, "items", what, "Shorten it or make two cards")


def _definitions(pack: Definitions) -> Iterator[Finding]:
    known = {definition.id for definition in pack.definitions}
    yield from _same_ids(pack.id, [*(item.id for item in pack.definitions), *(idea.id for idea in pack.ideas)])
    yield from _same_texts((idea.id, idea.text) for idea in pack.ideas)
    for definition in pack.definitions:
        yield from _prefix(definition.id, f"{pack.id}-")
        yield from _terms(definition)
    for idea in pack.ideas:
        for unknown in set(idea.definitions) - known:
            what = f"“{unknown}” is no definition of this pack"
            yield Finding(idea.id, "definitions", what, f"Use one of {', '.join(sorted(known))}")


def _terms(definition: Definition) -> Iterator[Finding]:
    for term in definition.terms:
        headed = sum(paragraph.startswith(f"{term}: ") for paragraph in definition.paragraphs)
        if headed != 1:
            what = f"“{term}” heads {headed} paragraphs instead of one"
            yield Finding(definition.id, "terms", what, f"Start exactly one paragraph with “{term}: ”")


def _prefix(key: str, prefix: str) -> Iterator[Finding]:
    if not key.startswith(prefix):
        yield Finding(key, "id", f"does not start with “{prefix}”", "Rename it, so that it says where it belongs")


def _same_ids(owner: str, ids: list[str]) -> Iterator[Finding]:
    for key in sorted({key for key in ids if ids.count(key) > 1}):
        yield Finding(owner, "id", f"{key} is the id of several items", "Give each item an id of its own")


def _same_texts(texts: Iterable[tuple[str, str]], field: str = "text") -> Iterator[Finding]:
    first: dict[str, str] = {}
    for key, text in texts:
        if text in first:
            yield Finding(key, field, f"is word for word that of {first[text]}", "Reword one of the two or remove it")
        first.setdefault(text, key)
