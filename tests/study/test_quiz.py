"""The quiz "What are they really asking?", told as transcripts."""

from random import Random

from content.library import Library
from conversations.desk import Desk
from conversations.study.quiz.asking import ask, candidates
from conversations.study.quiz.machine import State
from conversations.study.record import Quiz, QuizKind
from tests.conversations.person import Person


def test_a_question_is_asked_picked_and_explained_at_once(ada: Person) -> None:
    assert ada.say("/quiz crm").startswith("What are they really asking?\nCustomer Relationship Management")
    quiz = ada.notebook.study.quiz
    heard = ada.tap("ABC"[quiz.answer])
    assert "That is it." in heard
    assert f"level {quiz.level}" in heard
    assert "1 of 1 so far." in heard


def test_a_wrong_pick_is_named_and_the_right_one_explained(ada: Person) -> None:
    ada.say("/quiz crm")
    wrong = (ada.notebook.study.quiz.answer + 1) % 3
    heard = ada.say("abc"[wrong])
    assert "Not this one. You picked:" in heard
    assert "It is: " in heard
    assert "0 of 1 so far." in heard


def test_a_round_counts_what_was_answered_and_not_what_was_skipped(ada: Person) -> None:
    ada.say("/quiz")
    ada.say("/skip")
    ada.tap("ABC"[ada.notebook.study.quiz.answer])
    ada.tap("Next question")
    assert ada.tap("Done").startswith("You got 1 of 1.")


def test_no_question_comes_twice_before_all_were_asked(library: Library, desk: Desk) -> None:
    asked: list[str] = []
    for _ in candidates(library, "crm"):
        made = ask(library, desk.engine, asked, "crm", Random(1))
        assert made is not None
        asked.append(made.question)
    assert sorted(asked) == sorted(one.question.id for one in candidates(library, "crm"))
    again = ask(library, desk.engine, asked, "crm", Random(1))
    assert again is not None
    assert again.question == asked[0]


def test_the_answer_is_always_the_level_of_the_question_or_one_of_its_behaviors(library: Library, desk: Desk) -> None:
    for seed in range(200):
        made = ask(library, desk.engine, [], "", Random(seed))
        assert made is not None
        level = library.level(made.competency, made.level)
        assert made.question in {question.id for question in level.questions}
        own = {behavior.id for behavior in level.behaviors} if made.kind is QuizKind.BEHAVIOR else {str(made.level)}
        right = [place for place, option in enumerate(made.options) if option in own]
        assert right == [made.answer]
        assert len(set(made.options)) == 3


def test_a_level_can_be_typed_where_levels_are_asked_for(ada: Person) -> None:
    levels = ("1", "2", "4")
    ada.notebook.study.quiz = Quiz(State.ASKED, "", "crm", 2, "crm-l2-q1", QuizKind.LEVEL, levels, 1)
    ada.notebook.foreground = "quiz"
    assert "type a letter" in ada.say("level 3")
    assert "That is it." in ada.say("Level 2")


def test_words_that_are_no_choice_ask_again(ada: Person) -> None:
    question = ada.say("/quiz").splitlines()[3]
    heard = ada.say("the second I guess")
    assert heard.startswith("Please type a letter or tap one.")
    assert question in heard
    assert question in ada.say("/quiz")


def test_a_competency_that_is_not_known_is_said(ada: Person) -> None:
    assert ada.say("/quiz astrology").startswith("I know no competency “astrology”")


def test_an_answer_is_given_once(ada: Person) -> None:
    ada.say("/quiz crm")
    picked = ada.button("A").id
    ada.tap("A")
    before = ada.notebook.study.quiz
    for choice in (picked, f"q:{ada.notebook.study.step}:pick:1", f"q:{ada.notebook.study.step}:pick:9", "q:1:pick"):
        assert "That button belongs to an earlier moment." in ada.press(choice)
    assert ada.say("b").startswith("That one is answered.")
    assert ada.notebook.study.quiz == before


def test_leaving_names_the_interview_that_waits(ada: Person) -> None:
    ada.say("/practice crm 1")
    ada.say("/quiz")
    assert "Your interview waits" in ada.say("/cancel")
