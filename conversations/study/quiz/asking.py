"""How a quiz question is made: a primary question, what it tests, and what else it could be taken for."""

from random import Random
from typing import NamedTuple

from content.library import Library
from content.model import Behavior, Level, Question
from conversations.feedback import Engine, Passage
from conversations.feedback.guards.pasted import vocabulary
from conversations.study.record import QuizKind

OPTIONS = 3


class Asked(NamedTuple):
    """A quiz question; ``options`` are level numbers or behavior ids, ``answer`` the place of the right one."""

    competency: str
    level: int
    question: str
    kind: QuizKind
    options: tuple[str, ...]
    answer: int


class Candidate(NamedTuple):
    """A question that belongs to one level alone, so that the answer is certain."""

    competency: str
    level: Level
    question: Question


def candidates(library: Library, only: str = "") -> list[Candidate]:
    """All questions that can be asked, of one competency or of all."""
    return [
        Candidate(competency.id, level, question)
        for competency in library.competencies.values()
        if only in ("", competency.id) and len(competency.levels) > 1
        for level in competency.levels
        if level.behaviors
        for question in level.questions
    ]


def ask(library: Library, engine: Engine, asked: list[str], only: str, random: Random) -> Asked | None:
    """A question that was not asked lately; None when there is none at all. ``asked`` are ids, the latest last."""
    known = candidates(library, only)
    if not known:
        return None
    new = [one for one in known if one.question.id not in asked]
    chosen = random.choice(new) if new else max(known, key=lambda one: asked[::-1].index(one.question.id))
    kind = random.choice(list(QuizKind))
    right, others = _levels(library, chosen) if kind is QuizKind.LEVEL else _behaviors(library, engine, chosen)
    wrong = random.sample(others, min(OPTIONS - 1, len(others)))
    options = [right, *wrong]
    if kind is QuizKind.LEVEL:
        options.sort(key=int)
    else:
        random.shuffle(options)
    return Asked(chosen.competency, chosen.level.number, chosen.question.id, kind, tuple(options), options.index(right))


def _levels(library: Library, chosen: Candidate) -> tuple[str, list[str]]:
    numbers = [str(level.number) for level in library.competency(chosen.competency).levels]
    own = str(chosen.level.number)
    return own, [number for number in numbers if number != own]


def _behaviors(library: Library, engine: Engine, chosen: Candidate) -> tuple[str, list[str]]:
    """The behavior of the level that the question tests most, and those of other levels that it does not test."""
    shown = _strengths(library, engine, chosen)
    asked = vocabulary(chosen.question.text)

    def nearness(behavior: Behavior) -> tuple[float, int]:
        return shown.get(behavior.id, 0.0), len(asked & vocabulary(behavior.text))

    right = max(chosen.level.behaviors, key=nearness)
    levels = library.competency(chosen.competency).levels
    others = [one for level in levels if level is not chosen.level for one in level.behaviors]
    others.sort(key=nearness)
    return right.id, [one.id for one in others[: max(OPTIONS, len(others) // 2)]]


def _strengths(library: Library, engine: Engine, chosen: Candidate) -> dict[str, float]:
    """How strongly the model answer to the question shows each behavior, 0 to 1; empty when there is none."""
    model = library.model_answer(chosen.question.id, chosen.level.number)
    if model is None:
        return {}
    passage = Passage(chosen.question.text, model.text)
    found = engine.assess(chosen.competency, chosen.level.number, chosen.question.id, [passage])
    return {one.behavior: one.strength for one in found.behaviors}
