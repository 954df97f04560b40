"""The one screen of each state: what is shown after a step, on /resume, after a restart."""

from collections.abc import Callable

from conversations.interview.bearings import answered, current_question, open_interview, tap, where
from conversations.interview.feedback_screen import feedback, report
from conversations.interview.machine import State
from conversations.interview.record import Interview, Mode
from conversations.replies import Choice, Reply
from conversations.texts import interview as texts
from conversations.visit import Visit

LENGTHS_OFFERED = (1, 2, 4)


def screen(visit: Visit) -> Reply:
    """The screen of the interview's state."""
    return SCREENS[open_interview(visit).state](visit)


def choose_competency(visit: Visit) -> Reply:
    interview = open_interview(visit)
    rows = [(tap(interview, "competency", one.id, label=one.name),) for one in visit.library.competencies.values()]
    return Reply(
        texts.CHOOSE_COMPETENCY,
        (*rows, (tap(interview, "surprise", label=texts.SURPRISE),)),
        header=where(visit),
        replace=True,
    )


def choose_level(visit: Visit) -> Reply:
    interview = open_interview(visit)
    competency = visit.library.competency(interview.competency)
    levels = tuple(tap(interview, "level", level.number, label=texts.level_label(level)) for level in competency.levels)
    rows = (levels[:3], levels[3:], (tap(interview, "back", label=texts.BACK),))
    return Reply(texts.choose_level(competency), tuple(row for row in rows if row), header=where(visit), replace=True)


def choose_length(visit: Visit) -> Reply:
    interview = open_interview(visit)
    competency = visit.library.competency(interview.competency)
    available = len(visit.library.questions_for(interview.competency, interview.level))
    rows = [
        tuple(
            tap(interview, "length", f"{mode.value}-{length}", label=texts.length_label(mode, length))
            for length in LENGTHS_OFFERED
            if length <= available
        )
        for mode in Mode
    ]
    back = (tap(interview, "back", label=texts.BACK),)
    return Reply(texts.choose_length(competency, interview.level), (*rows, back), header=where(visit), replace=True)


def question(visit: Visit) -> Reply:
    interview = open_interview(visit)
    notes = []
    if interview.mode is Mode.REAL:
        notes.append(texts.SOFT_TIMER)
    elif not visit.notebook.history and len(interview.exchanges) == 1:
        notes.append(texts.FIRST_TIME)
    competency = visit.library.competency(interview.competency)
    heading = f"{competency.name}, level {interview.level}, {where(visit)}"
    return Reply(
        texts.question(current_question(visit).text, heading, notes), (helpers(interview),), header=where(visit)
    )


def probe(visit: Visit) -> Reply:
    interview = open_interview(visit)
    return Reply(
        texts.probe(interview.current.answers[-1].prompt),
        (helpers(interview), (tap(interview, "add", label=texts.ADD),)),
        header=where(visit),
    )


def helpers(interview: Interview) -> tuple[Choice, ...]:
    """The buttons under anything that waits for an answer."""
    hint = (tap(interview, "hint", label=texts.HINT),) if interview.mode is Mode.PRACTICE else ()
    return (*hint, tap(interview, "skip", label=texts.SKIP), tap(interview, "pause", label=texts.PAUSE))


def adding(visit: Visit) -> Reply:
    interview = open_interview(visit)
    prompt = answered(interview).prompt
    return Reply(f"{texts.ADD_NOW}\n\n{prompt}", ((tap(interview, "back", label=texts.BACK),),), header=where(visit))


def rating(visit: Visit) -> Reply:
    interview = open_interview(visit)
    marks = tuple(
        tap(interview, "rate", number, label=label) for number, label in enumerate(texts.RATING_LABELS, start=1)
    )
    more = (tap(interview, "unrated", label=texts.NO_RATING), tap(interview, "add", label=texts.ADD))
    return Reply(texts.RATE_YOURSELF, (marks, more), header=where(visit))


def nothing_left(visit: Visit) -> Reply:
    return Reply(texts.CANCELED)


SCREENS: dict[State, Callable[[Visit], Reply]] = {
    State.COMPETENCY: choose_competency,
    State.LEVEL: choose_level,
    State.LENGTH: choose_length,
    State.QUESTION: question,
    State.PROBE: probe,
    State.ADDING: adding,
    State.RATING: rating,
    State.FEEDBACK: feedback,
    State.REPORT: report,
    State.ENDED: nothing_left,
}
