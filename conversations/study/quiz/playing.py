"""What a person can do in the quiz: commands, buttons, typed words."""

import re

from conversations.events import Said
from conversations.interview.choosing import named
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.study import bearings
from conversations.study.bearings import come_forward, interrupting, place_in, tapped
from conversations.study.course import Course
from conversations.study.quiz.asking import ask
from conversations.study.quiz.machine import MACHINE, State
from conversations.study.quiz.screens import is_there, screen
from conversations.study.record import Quiz, QuizKind
from conversations.texts import quiz as texts
from conversations.visit import Replies, Visit

COURSE = Course("quiz", MACHINE, lambda visit: visit.notebook.study.quiz, screen, (State.CLOSED,))


def start(visit: Visit, argument: str = "") -> Replies:
    """The command /quiz, with a competency if only one is wanted. A question that is open is shown again."""
    study, note = visit.notebook.study, interrupting(visit)
    if study.quiz.state is State.ASKED and not argument and is_there(visit):
        come_forward(visit, COURSE.talk)
        return [noted(note, screen(visit))]
    competency = named(visit.library, argument.lower()) if argument else None
    unknown = texts.no_such(argument) if argument and competency is None else ""
    study.quiz = Quiz(study.quiz.state, competency.id if competency else "")
    return [noted(note, noted(unknown, next_question(visit)))]


def next_question(visit: Visit) -> Reply:
    quiz = visit.notebook.study.quiz
    made = ask(visit.library, visit.engine, quiz.asked, quiz.only, visit.random)
    if made is None:
        return Reply(texts.NOTHING_TO_ASK)
    quiz.competency, quiz.level, quiz.question, quiz.kind, quiz.options, quiz.answer = made
    quiz.picked = None
    quiz.asked.append(made.question)
    return COURSE.step(visit, "ask")


def pick(visit: Visit, place: int) -> Reply:
    quiz = visit.notebook.study.quiz
    if quiz.state is not State.ASKED or not is_there(visit):
        raise WrongMoment("no quiz question is open")
    quiz.picked = place
    quiz.answered += 1
    quiz.right += place == quiz.answer
    return COURSE.step(visit, "pick")


def said(visit: Visit, happening: Said) -> Replies:
    """The letter of an option; "level 2" where levels are asked for."""
    quiz = visit.notebook.study.quiz
    if quiz.state is not State.ASKED or not is_there(visit):
        return [noted(texts.NEXT_BELOW, screen(visit))]
    place = meant(quiz, happening.text.strip().casefold())
    return [noted(texts.CHOOSE, screen(visit)) if place is None else pick(visit, place)]


def meant(quiz: Quiz, words: str) -> int | None:
    """The place of the option that is meant, None when it is none."""
    letters = texts.LETTERS[: len(quiz.options)].casefold()
    if len(words) == 1 and words in letters:
        return letters.index(words)
    level = re.fullmatch(r"level ([0-9])", words)
    if quiz.kind is QuizKind.LEVEL and level and level[1] in quiz.options:
        return quiz.options.index(level[1])
    return None


def skip(visit: Visit, argument: str = "") -> Replies:
    return [next_question(visit)]


COMMANDS = COURSE.commands(skip=skip)


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """Does what the button says. Raises `WrongMoment` for a button of an earlier screen, and for a forged one."""
    match tapped(visit, parts):
        case "pick", rest:
            return [pick(visit, place_in(len(visit.notebook.study.quiz.options), rest))]
        case "next", ():
            return [next_question(visit)]
        case bearings.DONE, ():
            return COURSE.leave(visit)
        case _:
            raise WrongMoment(f"no such button: {parts}")
