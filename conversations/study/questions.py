"""When an interview question comes back: it is a card in all but name, and the feedback on its answer rates it.

    the answer                                                          counts as
    skipped, or no example came to mind                                 1, again
    nothing or next to nothing of the level came across (below 0.5)     2, again
    half of a full answer (0.5 to below 0.75)                           3, hard
    more, but not a full answer told as a whole story                   4, good
    a full answer (1.0) with its situation or task, action and result   5, easy

The score is that of the report: behaviors of the level shown, touched ones half, against the two that make a full
answer. An answer that could not be judged counts for nothing. Of several attempts in one interview the first counts, as
those after it were given with the feedback fresh in mind. The person's own rating does not count: it is there to be
compared with.
"""

from collections.abc import Iterator
from typing import NamedTuple

from content.library import Library
from content.model import Question, Slot
from conversations.interview.rotation import asked_key
from conversations.notebook import Notebook, QuestionResult, Summary
from conversations.study.days import Days
from conversations.study.record import Memory
from conversations.study.scheduling import reviewed
from conversations.study.standing import is_due

HARD, GOOD, FULL = 0.5, 0.75, 1.0
WEAK = 3  # the highest rating that leaves a question among those to get better at


class Asked(NamedTuple):
    """A question at a level, as it can be asked again."""

    key: str
    competency: str
    level: int
    question: Question
    memory: Memory

    @property
    def rating(self) -> int:
        """What the latest answer counted as, 1 to 5."""
        return self.memory.log[-1].rating

    @property
    def weak(self) -> bool:
        """Whether the latest answer left much to say."""
        return self.rating <= WEAK


def rating(result: QuestionResult) -> int | None:
    """What the answer counts as, 1 to 5, by the table above; None when it says nothing."""
    if result.score is None:
        return 1 if result.skipped else None
    if result.score < HARD:
        return 2
    if result.score < GOOD:
        return 3
    return 5 if result.score >= FULL and is_whole(result) else 4


def is_whole(result: QuestionResult) -> bool:
    """Whether the story had a beginning, a middle and an end."""
    told = set(result.slots)
    begins = {Slot.SITUATION.value, Slot.TASK.value}
    return {Slot.ACTION.value, Slot.RESULT.value} <= told and not told.isdisjoint(begins)


def count(notebook: Notebook) -> None:
    """Takes in the interviews that were finished since the last time, each once."""
    study = notebook.study
    for summary in notebook.history[study.counted :]:
        for key, mark in ratings(summary).items():
            study.questions[key] = reviewed(study.questions.get(key, Memory()), mark, summary.finished)
    study.counted = len(notebook.history)


def ratings(summary: Summary) -> dict[str, int]:
    """The ratings that an interview gave, by question and level."""
    found: dict[str, int] = {}
    for result in summary.results:
        mark = rating(result)
        if mark is not None:
            found.setdefault(asked_key(result.question, summary.level), mark)
    return found


def due(library: Library, notebook: Notebook, days: Days) -> list[Asked]:
    """What is to be answered again by today, the weakest first, among equals what waits longest."""
    found = [one for one in known(library, notebook) if is_due(one.memory, days)]
    return sorted(found, key=lambda one: (one.rating, one.memory.log[-1].at))


def known(library: Library, notebook: Notebook) -> Iterator[Asked]:
    """All questions that were answered and are still in the packs."""
    for key, memory in notebook.study.questions.items():
        asked = find(library, key)
        if asked is not None:
            yield Asked(key, *asked, memory)


def find(library: Library, key: str) -> tuple[str, int, Question] | None:
    """The competency, level and question of a key; None when no pack has it."""
    name, _, number = key.rpartition("@")
    question = library.questions.get(name)
    for competency in library.competencies.values():
        for level in competency.levels:
            if str(level.number) == number and question in (*level.questions, *competency.questions):
                return competency.id, level.number, question
    return None
