"""The buttons of an interview: each does what its command or typed word does, if it still belongs to the screen."""

from collections.abc import Callable
from typing import NamedTuple

from conversations.interview import choosing, controls
from conversations.interview.bearings import open_interview
from conversations.interview.flow import proceed
from conversations.interview.machine import ANSWERING, OPEN, State, WrongMoment
from conversations.interview.record import Mode
from conversations.interview.screens import LENGTHS_OFFERED
from conversations.texts.interview import RATING_LABELS
from conversations.visit import Replies, Visit


class Verb(NamedTuple):
    """What a button does, and in which states a screen has it. ``act`` gets what stands behind the verb, or ""."""

    states: tuple[State, ...]
    act: Callable[[Visit, str], Replies]


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """Does what the button says. Raises `WrongMoment` for a button of another interview, another step, or no screen."""
    interview = visit.notebook.interview
    if interview is None or len(parts) < 3 or parts[:2] != (str(interview.number), str(interview.step)):
        raise WrongMoment("a button of an earlier step")
    verb = VERBS.get(parts[2])
    if verb is None or interview.state not in verb.states:
        raise WrongMoment(f"no such button here: {parts[2]}")
    interview.paused = False
    visit.notebook.foreground = "interview"
    return verb.act(visit, ":".join(parts[3:]))


def competency(visit: Visit, chosen: str) -> Replies:
    if chosen not in visit.library.competencies:
        raise WrongMoment(f"no such competency: {chosen}")
    return choosing.choose_competency(visit, chosen)


def surprise(visit: Visit, argument: str) -> Replies:
    return [choosing.start(visit, choosing.Wish(surprise=True), "")]


def level(visit: Visit, chosen: str) -> Replies:
    levels = visit.library.competency(open_interview(visit).competency).levels
    number = next((level.number for level in levels if str(level.number) == chosen), None)
    if number is None:
        raise WrongMoment(f"no such level: {chosen}")
    return choosing.choose_level(visit, number)


def length(visit: Visit, chosen: str) -> Replies:
    """``chosen`` is mode and number, as in ``real-2``."""
    interview = open_interview(visit)
    for mode in Mode:
        for number in LENGTHS_OFFERED:
            if chosen == f"{mode.value}-{number}":
                return [choosing.begin(visit, interview.competency, interview.level, mode, number)]
    raise WrongMoment(f"no such length: {chosen}")


def rate(visit: Visit, mark: str) -> Replies:
    if mark not in RATING_LABELS:
        raise WrongMoment(f"no such rating: {mark}")
    open_interview(visit).current.rating = int(mark)
    return [proceed(visit)]


def onward(visit: Visit, argument: str) -> Replies:
    return [proceed(visit)]


def back(visit: Visit, argument: str) -> Replies:
    return [proceed(visit, "added")] if open_interview(visit).state is State.ADDING else choosing.back(visit)


def restart(visit: Visit, argument: str) -> Replies:
    return [*controls.stop(visit), *choosing.practice(visit, argument)]


S = State
VERBS = {
    "competency": Verb((S.COMPETENCY,), competency),
    "surprise": Verb((S.COMPETENCY,), surprise),
    "level": Verb((S.LEVEL,), level),
    "length": Verb((S.LENGTH,), length),
    "back": Verb((S.LEVEL, S.LENGTH, S.ADDING), back),
    "hint": Verb(ANSWERING, controls.hint),
    "skip": Verb(ANSWERING, controls.skip),
    "pause": Verb(ANSWERING, controls.pause),
    "add": Verb((S.PROBE, S.RATING, S.FEEDBACK), controls.add),
    "rate": Verb((S.RATING,), rate),
    "unrated": Verb((S.RATING,), controls.skip),
    "next": Verb((S.FEEDBACK,), onward),
    "retry": Verb((S.FEEDBACK,), controls.retry),
    "model": Verb((S.FEEDBACK,), controls.model_answer),
    "restart": Verb(tuple(OPEN), restart),
}
