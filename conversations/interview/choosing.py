"""How an interview is chosen: by buttons, by typed words, by the shortcut /practice crm 3 real 2, or by surprise."""

import re
from typing import NamedTuple

from rapidfuzz import fuzz, process

from content.library import Library
from content.model import Competency
from conversations import buttons
from conversations.interview import rotation
from conversations.interview.bearings import open_interview, tap
from conversations.interview.flow import proceed
from conversations.interview.machine import State, move
from conversations.interview.opening import opened
from conversations.interview.record import Interview, Mode
from conversations.interview.screens import screen
from conversations.replies import Reply, noted
from conversations.texts import interview as texts
from conversations.visit import Replies, Visit

DEFAULT_LENGTH = 2
NAME_MATCH = 80  # rapidfuzz score, 0 to 100, from which a typed name counts as the competency's


class Wish(NamedTuple):
    """What a person asked for; None where nothing was said. ``unknown`` are words that mean nothing here."""

    competency: Competency | None = None
    level: int | None = None
    mode: Mode | None = None
    length: int | None = None
    surprise: bool = False
    unknown: str = ""


def understand(library: Library, argument: str) -> Wish:
    """Reads "crm 3 real 2", "customer experience level 2", "surprise"."""
    words = re.findall(r"[a-z]+|\d+", argument.lower())
    numbers = [int(word[:4]) for word in words if word.isdigit()]
    names = [word for word in words if not word.isdigit() and word not in ("level", "question", "questions", "mode")]
    mode = next((mode for mode in Mode if mode.value in names), None)
    names = [word for word in names if word not in (Mode.REAL.value, Mode.PRACTICE.value)]
    surprise = names == ["surprise"] or names == ["surprise", "me"]
    competency = None if surprise or not names else named(library, " ".join(names))
    unknown = " ".join(names) if names and competency is None and not surprise else ""
    level = numbers[0] if numbers else None
    length = numbers[1] if len(numbers) > 1 else None
    return Wish(competency, level, mode, length, surprise, unknown)


def named(library: Library, words: str) -> Competency | None:
    """The competency that is meant by its id or by (part of) its name, typos forgiven."""
    by_id = library.competencies
    if words in by_id:
        return by_id[words]
    names = {competency.id: competency.name.lower() for competency in by_id.values()}
    best = process.extract(words, names, scorer=fuzz.token_sort_ratio, limit=2)
    partly = [key for key, name in names.items() if set(words.split()) <= set(name.split())]
    if len(partly) == 1:
        return by_id[partly[0]]
    return by_id[best[0][2]] if best and best[0][1] >= NAME_MATCH else None


def practice(visit: Visit, argument: str) -> Replies:
    """The command /practice with whatever was typed behind it."""
    running = visit.notebook.interview
    if running is not None and running.has_answer():
        return [already_open(visit, running, argument)]
    wish = understand(visit.library, argument)
    opened(visit)
    return [start(visit, wish, argument)]


def already_open(visit: Visit, running: Interview, argument: str) -> Reply:
    name = visit.library.competency(running.competency).name
    place = texts.place(running.position, running.length)
    restart = tap(running, "restart", argument[:30].replace(":", " "), label=texts.STOP_AND_START)
    return Reply(texts.already_open(name, running.level, place), ((buttons.command("resume", texts.STAY),), (restart,)))


def start(visit: Visit, wish: Wish, argument: str) -> Reply:
    """As far as the wish goes: to the first question, or to the choice that is still open."""
    library, interview = visit.library, open_interview(visit)
    if wish.surprise:
        competency_id, level = rotation.surprise(library, visit.notebook, visit.random)
        return begin(visit, competency_id, level, wish.mode or Mode.PRACTICE, wish.length)
    if wish.competency is None:
        shown = screen(visit)
        names = list(library.competencies)
        return noted(texts.wrong_practice(argument, names), shown) if argument.strip() else shown
    interview.competency = wish.competency.id
    move(interview, "choose_competency")
    levels = [level.number for level in wish.competency.levels]
    if wish.level is None:
        return screen(visit)
    if wish.level not in levels:
        return noted(texts.no_such_level(wish.competency.name, f"{levels[0]} to {levels[-1]}"), screen(visit))
    return begin(visit, wish.competency.id, wish.level, wish.mode or Mode.PRACTICE, wish.length)


def begin(visit: Visit, competency: str, level: int, mode: Mode, length: int | None) -> Reply:
    """Chooses the questions and asks the first. More questions than the level has are cut to what it has."""
    interview = open_interview(visit)
    available = len(visit.library.questions_for(competency, level))
    interview.competency, interview.level, interview.mode = competency, level, mode
    interview.length = max(1, min(length or DEFAULT_LENGTH, available))
    interview.questions = rotation.next_questions(visit.library, visit.notebook, competency, level, interview.length)
    shown = proceed(visit, "begin")
    return noted(texts.fewer_questions(available), shown) if length and length > available else shown


def said(visit: Visit, words: str) -> Replies:
    """A choice that was typed rather than tapped."""
    interview = open_interview(visit)
    wish = understand(visit.library, words)
    competency = wish.competency or (visit.library.competency(interview.competency) if interview.competency else None)
    if interview.state is State.COMPETENCY and (wish.competency or wish.surprise):
        return [start(visit, wish, words)]
    if interview.state is State.LEVEL and competency and wish.level in [level.number for level in competency.levels]:
        return choose_level(visit, wish.level)
    if interview.state is State.LENGTH and (wish.mode or wish.level):
        return [begin(visit, interview.competency, interview.level, wish.mode or Mode.PRACTICE, wish.level)]
    return [noted(texts.did_not_get_choice(words), screen(visit))]


def choose_competency(visit: Visit, competency: str) -> Replies:
    interview = open_interview(visit)
    move(interview, "choose_competency")
    interview.competency = competency
    interview.step += 1
    return [screen(visit)]


def choose_level(visit: Visit, level: int) -> Replies:
    interview = open_interview(visit)
    move(interview, "choose_level")
    interview.level = level
    interview.step += 1
    return [screen(visit)]


def back(visit: Visit) -> Replies:
    interview = open_interview(visit)
    move(interview, "back")
    interview.step += 1
    return [screen(visit)]
