"""The buttons of an interview: each does what its command or typed word does, if it still belongs to the screen."""

from collections.abc import Callable

from conversations.interview import choosing, controls
from conversations.interview.bearings import open_interview
from conversations.interview.flow import proceed
from conversations.interview.machine import State, WrongMoment
from conversations.interview.record import Mode
from conversations.interview.screens import LENGTHS_OFFERED
from conversations.texts.interview import RATING_LABELS
from conversations.visit import Replies, Visit


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """Does what the button says. Raises `WrongMoment` for a button of another interview, another step, or no screen."""
    interview = visit.notebook.interview
    if interview is None or parts[:2] != (str(interview.number), str(interview.step)) or len(parts) < 3:
        raise WrongMoment("a button of an earlier step")
    interview.paused = False
    visit.notebook.foreground = "interview"
    verb, rest = parts[2], parts[3:]
    if verb in PLAIN and not rest:
        return PLAIN[verb](visit)
    if verb in WITH_ARGUMENT and len(rest) == 1:
        return WITH_ARGUMENT[verb](visit, rest[0])
    raise WrongMoment(f"no such button: {verb}")


def competency(visit: Visit, chosen: str) -> Replies:
    if chosen not in visit.library.competencies:
        raise WrongMoment(f"no such competency: {chosen}")
    return choosing.choose_competency(visit, chosen)


def level(visit: Visit, chosen: str) -> Replies:
    interview = open_interview(visit)
    levels = visit.library.competency(interview.competency).levels if interview.competency else ()
    number = next((level.number for level in levels if str(level.number) == chosen), None)
    if number is None:
        raise WrongMoment(f"no such level: {chosen}")
    return choosing.choose_level(visit, number)


def length(visit: Visit, chosen: str) -> Replies:
    """``chosen`` is mode and number, as in ``real-2``."""
    interview = open_interview(visit)
    for mode in Mode:
        for number in LENGTHS_OFFERED:
            if chosen == f"{mode.value}-{number}" and interview.level:
                return [choosing.begin(visit, interview.competency, interview.level, mode, number)]
    raise WrongMoment(f"no such length: {chosen}")


def surprise(visit: Visit) -> Replies:
    return [choosing.start(visit, choosing.Wish(surprise=True), "")]


def rate(visit: Visit, mark: str) -> Replies:
    interview = open_interview(visit)
    if mark not in RATING_LABELS or not interview.wants_rating():
        raise WrongMoment("no rating is asked for")
    interview.current.rating = int(mark)
    return [proceed(visit)]


def onward(visit: Visit) -> Replies:
    return [proceed(visit)]


def back(visit: Visit) -> Replies:
    return [proceed(visit, "added")] if open_interview(visit).state is State.ADDING else choosing.back(visit)


def restart(visit: Visit, argument: str) -> Replies:
    return [*controls.stop(visit), *choosing.practice(visit, argument)]


PLAIN: dict[str, Callable[[Visit], Replies]] = {
    "surprise": surprise,
    "back": back,
    "hint": controls.hint,
    "skip": controls.skip,
    "pause": controls.pause,
    "add": controls.add,
    "unrated": controls.skip,
    "next": onward,
    "retry": controls.retry,
    "model": controls.model_answer,
}
WITH_ARGUMENT: dict[str, Callable[[Visit, str], Replies]] = {
    "competency": competency,
    "level": level,
    "length": length,
    "rate": rate,
    "restart": restart,
}
