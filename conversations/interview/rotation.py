"""Which questions come next: the least recently practiced first; a surprise goes where it was weakest."""

from datetime import UTC, datetime
from random import Random

from content.library import Library
from conversations.notebook import Notebook

NEVER = datetime.min.replace(tzinfo=UTC)
UNTRIED_SCORE = 0.5  # an untried level is more urgent than a strong one and less than a weak one


def asked_key(question: str, level: int) -> str:
    """Questions that belong to every level are practiced at each level anew."""
    return f"{question}@{level}"


def next_questions(library: Library, notebook: Notebook, competency: str, level: int, length: int) -> list[str]:
    """Up to ``length`` question ids of the level, least recently asked first; never asked ones in source order."""
    questions = [question.id for question in library.questions_for(competency, level)]
    questions.sort(key=lambda question: notebook.asked.get(asked_key(question, level), NEVER))
    return questions[:length]


def surprise(library: Library, notebook: Notebook, random: Random) -> tuple[str, int]:
    """A competency and level, preferring the weakest latest score; chance decides between equals.

    Someone who never practiced starts at level 1; afterwards only levels up to one above the highest practiced count.
    """
    latest: dict[tuple[str, int], float] = {}
    for summary in notebook.history:
        scores = [result.score for result in summary.results if result.score is not None]
        if scores:
            latest[summary.competency, summary.level] = sum(scores) / len(scores)
    ceiling = max((level for _, level in latest), default=0) + 1
    candidates = [
        (competency.id, level.number)
        for competency in library.competencies.values()
        for level in competency.levels
        if level.number <= ceiling
    ]
    return min(candidates, key=lambda candidate: (latest.get(candidate, UNTRIED_SCORE), random.random()))
