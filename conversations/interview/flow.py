"""How an interview moves on: what is judged, what is asked next, and what is noted on entering a state."""

from content.model import Probe
from conversations.feedback import Assessment
from conversations.interview import probing
from conversations.interview.bearings import current_question, open_interview
from conversations.interview.closing import close
from conversations.interview.feedback_screen import shown
from conversations.interview.machine import ANSWERING, State, move
from conversations.interview.record import Answer, Exchange, Interview
from conversations.interview.rotation import asked_key
from conversations.interview.screens import screen
from conversations.replies import Reply
from conversations.visit import Visit


def proceed(visit: Visit, trigger: str = "proceed") -> Reply:
    """Takes the next step of the table and gives the screen of the state it leads to.

    Raises `WrongMoment` when the table has no such step.
    """
    interview = open_interview(visit)
    probe = None
    if trigger == "proceed" and interview.state in ANSWERING:
        probe = choose_probe(visit, interview)
        interview.next_probe = probe.id if probe else None
    move(interview, trigger)
    interview.step += 1
    if interview.exchanges and interview.current.assessment is None and interview.state is not State.PROBE:
        assess(visit, interview.current)
    if trigger == "retry":
        ask_again(visit, interview)
    elif interview.state is State.QUESTION:
        ask_next_question(visit, interview)
    elif interview.state is State.PROBE and probe is not None:
        ask_probe(visit, interview, probe)
    reply = screen(visit)
    if interview.state in (State.REPORT, State.ENDED):
        close(visit, interview)
    return reply


def hear(visit: Visit, exchange: Exchange, answer: Answer) -> str | None:
    """Takes in what an answer says now: how it is built, and, once the question is closed, what all of them show.

    Gives the reason why the answer alone could not be judged, None when it could.
    """
    if answer.refused:
        answer.slots, reason = {}, None
    else:
        so_far = exchange.passages(up_to=answer)
        outline = visit.engine.outline(open_interview(visit).competency, exchange.question, so_far)
        answer.slots, reason = dict(outline.slots), outline.reason
    if exchange.assessment is not None:
        assess(visit, exchange)
    return reason


def assess(visit: Visit, exchange: Exchange) -> None:
    """Judges the answer and its follow-ups as they stand now, all together."""
    if exchange.answered:
        exchange.assessment = assessment_of(visit, exchange)


def assessment_of(visit: Visit, exchange: Exchange) -> Assessment:
    interview = open_interview(visit)
    return visit.engine.assess(interview.competency, interview.level, exchange.question, exchange.passages())


def choose_probe(visit: Visit, interview: Interview) -> Probe | None:
    """The follow-up to ask, None when none is left. Slots that the answer covers well are noted as passed over."""
    exchange = interview.current
    if exchange.skipped or exchange.answers[0].refused:
        return None
    left = probing.unasked(exchange, visit.library.probes_for(current_question(visit)))
    if interview.all_probes:
        return left[0] if left else None
    slots = exchange.slots
    passed = probing.covered(left, slots)
    exchange.passed_over.extend(probe.id for probe in passed)
    left = [probe for probe in left if probe not in passed]
    return probing.emptiest(left, slots) if left else None


def ask_next_question(visit: Visit, interview: Interview) -> None:
    question = visit.library.question(interview.questions.pop(0))
    interview.exchanges.append(Exchange(question.id, [Answer(question.text, visit.now)]))
    visit.notebook.asked[asked_key(question.id, interview.level)] = visit.now


def ask_again(visit: Visit, interview: Interview) -> None:
    exchange = interview.current
    before = tuple(shown(exchange.assessment, interview.level)) if exchange.answered else exchange.before
    interview.exchanges.append(further_attempt(visit, exchange.question, exchange.attempt + 1, before))


def further_attempt(visit: Visit, question: str, attempt: int, before: tuple[str, ...] | None) -> Exchange:
    """The same question once more; ``before`` are the behaviors that the last judged attempt showed, None for none."""
    return Exchange(question, [Answer(visit.library.question(question).text, visit.now)], attempt, before)


def ask_probe(visit: Visit, interview: Interview, probe: Probe) -> None:
    interview.next_probe = None
    interview.current.answers.append(Answer(probe.text, visit.now, probe.id, probe.slot.value))
