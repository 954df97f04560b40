"""Model answers are good answers by the engine's own measure."""

import pytest

from content.library import load
from content.model import ModelAnswer
from conversations.feedback import Engine, Passage, Verdict

LIBRARY = load()
ANSWERS = [LIBRARY.model_answers[place] for place in sorted(LIBRARY.model_answers)]


@pytest.fixture(scope="module")
def built_in() -> Engine:
    return Engine(LIBRARY)


def test_every_question_has_one_at_every_level_that_it_is_asked_at() -> None:
    asked = {
        (question.id, level.number)
        for competency in LIBRARY.competencies.values()
        for level in competency.levels
        for question in LIBRARY.questions_for(competency.id, level.number)
    }
    assert set(LIBRARY.model_answers) == asked


@pytest.mark.parametrize("answer", ANSWERS, ids=[f"{each.question} {each.level}" for each in ANSWERS])
def test_a_model_answer_shows_two_behaviors_of_its_level(built_in: Engine, answer: ModelAnswer) -> None:
    passages = (Passage(LIBRARY.question(answer.question).text, answer.text),)
    competency = answer.question.split("-")[0]
    said = built_in.assess(competency, answer.level, answer.question, passages)
    own = [each for each in said.behaviors if each.level == answer.level]
    assert said.judged
    assert sum(each.verdict is Verdict.SHOWN for each in own) >= 2
    assert said.reads_like == answer.level
    assert 90 <= len(answer.text.split()) <= 160
