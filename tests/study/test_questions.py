"""Interview questions come back like cards, rated by the feedback on their answers."""

from datetime import UTC, datetime, timedelta

import pytest

from content.library import Library
from conversations.notebook import Notebook, QuestionResult, Summary
from conversations.study import questions
from conversations.study.days import days_in
from conversations.study.record import Review
from tests.conversations.person import MONDAY, Person
from tests.conversations.stories import STORY, THIN

WHOLE = ("situation", "action", "result")


def interview(*results: QuestionResult, level: int = 1, at: datetime = MONDAY) -> Summary:
    return Summary(1, "crm", level, "practice", at, at, complete=True, results=results)


def answered(question: str, score: float | None, *slots: str, **fields: object) -> QuestionResult:
    return QuestionResult(question, score=score, slots=slots, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("result", "rating"),
    [
        (answered("q", None, skipped=True), 1),
        (answered("q", None), None),
        (answered("q", 0.0, *WHOLE), 2),
        (answered("q", 0.25), 2),
        (answered("q", 0.5, *WHOLE), 3),
        (answered("q", 0.75, *WHOLE), 4),
        (answered("q", 1.0, "action", "result"), 4),
        (answered("q", 1.0, "situation", "action"), 4),
        (answered("q", 1.0, *WHOLE), 5),
        (answered("q", 1.0, "task", "action", "result", rating=1), 5),
    ],
)
def test_what_an_answer_counts_as(result: QuestionResult, rating: int | None) -> None:
    assert questions.rating(result) == rating


def test_of_several_attempts_the_first_counts_and_each_level_has_its_own_schedule() -> None:
    first, again = answered("crm-l1-q1", 0.25), answered("crm-l1-q1", 1.0, *WHOLE, attempt=2)
    assert questions.ratings(interview(first, again)) == {"crm-l1-q1@1": 2}
    assert questions.ratings(interview(again, level=2)) == {"crm-l1-q1@2": 5}


def test_every_interview_of_the_history_counts_once_also_those_from_before() -> None:
    notebook = Notebook("telegram-1", MONDAY)
    notebook.history = [interview(answered("crm-l1-q1", 0.25)), interview(answered("crm-l1-q1", 0.5), at=at(3))]
    for _ in range(2):
        questions.count(notebook)
    assert notebook.study.questions["crm-l1-q1@1"].log == (review(MONDAY, 2), review(at(3), 3))
    notebook.history.append(interview(answered("crm-l1-q1", 1.0), at=at(9)))
    questions.count(notebook)
    assert len(notebook.study.questions["crm-l1-q1@1"].log) == 3


def at(days: int) -> datetime:
    return MONDAY + timedelta(days=days)


def review(moment: datetime, rating: int) -> Review:
    return Review(int(moment.timestamp()), rating)


def test_the_weakest_question_comes_first_and_one_that_went_well_later(library: Library) -> None:
    notebook = Notebook("telegram-1", MONDAY)
    notebook.history = [
        interview(answered("crm-l1-q1", 0.5), answered("crm-l1-q2", 0.0), answered("gone", 0.0)),
        interview(answered("crm-l2-q1", 1.0, *WHOLE), level=2),
    ]
    questions.count(notebook)

    def due(days: int) -> list[str]:
        return [one.key for one in questions.due(library, notebook, days_in("UTC", at(days)))]

    assert due(0) == []
    assert due(1) == ["crm-l1-q2@1", "crm-l1-q1@1"]
    assert due(30) == ["crm-l1-q2@1", "crm-l1-q1@1", "crm-l2-q1@2"]


def test_a_finished_interview_puts_its_question_on_the_schedule(ada: Person) -> None:
    ada.say("/practice crm 1 real 1", THIN)
    ada.say("/stop")
    [(key, memory)] = ada.notebook.study.questions.items()
    assert key == "crm-l1-q1@1"
    assert memory.log[0].rating <= 3
    assert memory.due == datetime.fromtimestamp(memory.log[0].at, UTC) + timedelta(days=1)
    ada.now += timedelta(days=1)
    assert "last time)" in ada.say("/today")


def test_a_skipped_question_comes_back_tomorrow_and_an_untouched_one_does_not(ada: Person) -> None:
    ada.say("/practice crm 1 real 2", STORY)
    while "question 2" not in ada.replies[-1].header:
        ada.say("/skip")
    ada.say("/stop")
    assert list(ada.notebook.study.questions) == ["crm-l1-q1@1"]
    ada.say("/practice crm 2 practice 2", "/skip", STORY, "/stop")
    assert ada.notebook.study.questions["crm-l2-q1@2"].log[0].rating == 1
