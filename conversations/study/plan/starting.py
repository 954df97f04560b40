"""What the buttons of today's list start: a sitting with cards, an interview about one question, a mock."""

from conversations import buttons
from conversations.interview import rotation
from conversations.interview.flow import proceed
from conversations.interview.machine import WrongMoment
from conversations.interview.opening import opened
from conversations.interview.record import Mode
from conversations.replies import Reply, noted
from conversations.study import questions
from conversations.study.bearings import interrupting
from conversations.study.flashcards import flow
from conversations.study.plan.agenda import agenda
from conversations.study.plan.mocks import LONG
from conversations.study.plan.today import today
from conversations.texts import plan as texts
from conversations.visit import Replies, Visit

LENGTHS = tuple(str(number) for number in range(1, LONG + 1))


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """Starts what the button says. Raises `WrongMoment` for a forged one."""
    match parts:
        case ("cards",):
            return [cards(visit)]
        case ("ask", key) if (asked := questions.find(visit.library, key)) is not None:
            competency, level, question = asked
            return [interview(visit, competency, level, Mode.PRACTICE, [question.id])]
        case ("mock", competency, level, length) if is_level(visit, competency, level) and length in LENGTHS:
            chosen = rotation.next_questions(visit.library, visit.notebook, competency, int(level), int(length))
            return [interview(visit, competency, int(level), Mode.REAL, chosen)]
        case ("ask", _) | ("mock", _, _, _):
            return [noted(texts.GONE, today(visit)[0])]
    raise WrongMoment("no such start button")


def is_level(visit: Visit, competency: str, level: str) -> bool:
    known = visit.library.competencies.get(competency)
    return known is not None and level in [str(one.number) for one in known.levels]


def cards(visit: Visit) -> Reply:
    """A sitting with the cards of today's list."""
    found, note = agenda(visit), interrupting(visit)
    if not (found.due or found.new):
        return noted(texts.NOTHING_NOW, today(visit)[0])
    visit.notebook.study.sitting.deck = ""
    return noted(note, flow.begin(visit, [*found.due, *found.new], "begin"))


def interview(visit: Visit, competency: str, level: int, mode: Mode, chosen: list[str]) -> Reply:
    """An interview with these questions, unless one with answers is open."""
    running = visit.notebook.interview
    if running is not None and running.has_answer():
        return Reply(texts.FINISH_FIRST, ((buttons.command("resume", texts.RESUME),),))
    opened(visit, competency, level, mode, chosen)
    return proceed(visit, "begin")
