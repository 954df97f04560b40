"""Where a visit stands within its interview: the interview, the question, the place for headers, the buttons' ids."""

from content.model import Question
from conversations import buttons
from conversations.interview import probing
from conversations.interview.machine import State
from conversations.interview.record import Answer, Interview
from conversations.replies import Choice
from conversations.texts import interview as texts
from conversations.visit import Visit


def open_interview(visit: Visit) -> Interview:
    """The interview of this visit. Conversations call this only where one is open."""
    interview = visit.notebook.interview
    if interview is None:
        raise LookupError("No interview is open.")
    return interview


def tap(interview: Interview, verb: str, *rest: object, label: str) -> Choice:
    """A button of this step of this interview."""
    return buttons.button(buttons.INTERVIEW, interview.number, interview.step, verb, *rest, label=label)


def current_question(visit: Visit) -> Question:
    return visit.library.question(open_interview(visit).current.question)


def where(visit: Visit) -> str:
    """ "question 1 of 2, probe 2 of 3", for headers."""
    interview = open_interview(visit)
    if not interview.exchanges:
        return "choosing an interview"
    exchange = interview.current
    asked = len(exchange.answers) - 1
    if interview.state is not State.PROBE:
        return texts.place(interview.position, interview.length)
    probes = visit.library.probes_for(current_question(visit))
    left = probing.unasked(exchange, probes)
    if not interview.all_probes:
        left = [probe for probe in left if probe not in probing.covered(left, exchange.slots)]
    return texts.place(interview.position, interview.length, asked, asked + len(left))


def answered(interview: Interview) -> Answer:
    """The answer that words are added to: the latest that has any."""
    return next(answer for answer in reversed(interview.current.answers) if answer.messages)


def onward_choices(interview: Interview) -> tuple[Choice, ...]:
    """The two ways on from a question that is done."""
    onward = texts.NEXT_QUESTION if interview.questions else texts.SEE_REPORT
    return (tap(interview, "next", label=onward), tap(interview, "retry", label=texts.TRY_AGAIN))
