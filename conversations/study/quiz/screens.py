"""The one screen of each state of the quiz."""

from collections.abc import Callable

from content.model import Behavior, Level
from conversations import buttons
from conversations.replies import Choice, Reply
from conversations.study.bearings import done, tap
from conversations.study.quiz.machine import State
from conversations.study.record import QuizKind
from conversations.texts import quiz as texts
from conversations.visit import Visit


def screen(visit: Visit) -> Reply:
    """The screen of the state; with its question gone from the packs, the choice to go on."""
    quiz = visit.notebook.study.quiz
    if quiz.state is not State.CLOSED and not is_there(visit):
        return Reply(texts.NOTHING_TO_ASK, (onward(visit),))
    return SCREENS[quiz.state](visit)


def is_there(visit: Visit) -> bool:
    """Whether the packs still hold the question with its level and all options."""
    quiz = visit.notebook.study.quiz
    competency = visit.library.competencies.get(quiz.competency)
    if competency is None or quiz.question not in visit.library.questions:
        return False
    levels = {str(level.number) for level in competency.levels}
    known = levels if quiz.kind is QuizKind.LEVEL else visit.library.behaviors.keys()
    return str(quiz.level) in levels and all(option in known for option in quiz.options)


def button(visit: Visit, verb: str, *rest: object, label: str) -> Choice:
    return tap(visit, buttons.QUIZ, verb, *rest, label=label)


def onward(visit: Visit) -> tuple[Choice, ...]:
    return (button(visit, "next", label=texts.NEXT), done(visit, buttons.QUIZ))


def option(visit: Visit, place: int) -> str:
    quiz = visit.notebook.study.quiz
    if quiz.kind is QuizKind.LEVEL:
        return texts.level_option(level(visit, int(quiz.options[place])))
    return visit.library.behavior(quiz.options[place]).text


def level(visit: Visit, number: int) -> Level:
    return visit.library.level(visit.notebook.study.quiz.competency, number)


def asked(visit: Visit) -> Reply:
    quiz = visit.notebook.study.quiz
    which = texts.WHICH_LEVEL if quiz.kind is QuizKind.LEVEL else texts.WHICH_BEHAVIOR
    options = [option(visit, place) for place in range(len(quiz.options))]
    competency = visit.library.competency(quiz.competency).name
    letters = tuple(button(visit, "pick", place, label=texts.LETTERS[place]) for place in range(len(options)))
    question = visit.library.question(quiz.question).text
    rows = (letters, (done(visit, buttons.QUIZ),))
    return Reply(texts.asked(question, competency, which, options), rows)


def answered(visit: Visit) -> Reply:
    quiz = visit.notebook.study.quiz
    picked = quiz.answer if quiz.picked is None else quiz.picked
    text = texts.answered(
        visit.library.question(quiz.question).text,
        option(visit, picked),
        option(visit, quiz.answer),
        why(visit, picked),
        is_right=picked == quiz.answer,
    )
    return Reply(f"{text}\n\n{texts.score(quiz.right, quiz.answered)}", (onward(visit),))


def why(visit: Visit, picked: int) -> str:
    quiz = visit.notebook.study.quiz
    own = level(visit, quiz.level)
    if quiz.kind is QuizKind.LEVEL:
        return texts.why_level(own, list(own.behaviors))
    wrong = None if picked == quiz.answer else with_level(visit, quiz.options[picked])
    return texts.why_behavior(quiz.level, visit.library.behavior(quiz.options[quiz.answer]), wrong)


def with_level(visit: Visit, behavior: str) -> tuple[int, Behavior]:
    """A behavior of the competency and the number of its level."""
    levels = visit.library.competency(visit.notebook.study.quiz.competency).levels
    return next((one.number, each) for one in levels for each in one.behaviors if each.id == behavior)


def closed(visit: Visit) -> Reply:
    quiz = visit.notebook.study.quiz
    return Reply(texts.left(quiz.right, quiz.answered))


SCREENS: dict[State, Callable[[Visit], Reply]] = {
    State.CLOSED: closed,
    State.ASKED: asked,
    State.ANSWERED: answered,
}
