"""What a person says during an interview, and where each word goes: an answer, an addition, a rating, a choice."""

from conversations.events import Edited, Said
from conversations.interview import choosing
from conversations.interview.bearings import answered, open_interview
from conversations.interview.flow import hear, proceed
from conversations.interview.machine import State
from conversations.interview.record import Answer, Exchange, Interview, Message
from conversations.interview.screens import screen
from conversations.replies import Reply, noted
from conversations.texts import feedback as feedback_texts
from conversations.texts import general as general_texts
from conversations.texts import interview as texts
from conversations.visit import Replies, Visit

LONGEST_REFUSAL = 500  # characters; nobody declines at such length, and the engine takes no more than 40 words for it
SHORT_REMARK = 3  # words; "ok thanks" under feedback is no part of an answer
TOLD_AT_ONCE = frozenset({"other-language", "gibberish"})  # reasons worth saying before the feedback


def said(visit: Visit, happening: Said) -> Replies:
    """Takes words for whatever the interview waits for."""
    interview = open_interview(visit)
    match interview.state:
        case State.COMPETENCY | State.LEVEL | State.LENGTH:
            return choosing.said(visit, happening.text)
        case State.QUESTION | State.PROBE:
            return answer(visit, interview, happening)
        case State.ADDING:
            return add(visit, interview, happening)
        case State.RATING:
            return rate_or_add(visit, interview, happening)
        case _:
            return remark(visit, interview, happening)


def answer(visit: Visit, interview: Interview, happening: Said) -> Replies:
    """An answer to the question or follow-up on the screen."""
    if not any(character.isalnum() for character in happening.text):
        return [noted(general_texts.NO_WORDS, screen(visit))]
    before = latest_before(interview)
    if happening.unseen and before is not None:
        exchange, earlier = before
        earlier.messages.append(message(happening))
        hear(visit, exchange, earlier)
        return [noted(texts.ADDED_TO_ANSWER, screen(visit))]
    current = interview.current.answers[-1]
    current.messages.append(message(happening))
    current.refused = declines(visit, happening.text)
    note = note_on(interview.state, current, hear(visit, interview.current, current))
    return [noted(note, proceed(visit))]


def declines(visit: Visit, text: str) -> bool:
    """Whether somebody says that they have no answer. Looking for that in a long one costs a tenth of judging it."""
    return len(text) <= LONGEST_REFUSAL and visit.engine.refusal(text)


def note_on(asked: State, current: Answer, reason: str | None) -> str:
    """What to say about an answer before the next screen; usually nothing. ``reason``: why it cannot be judged."""
    if current.refused:
        return texts.REFUSED if asked is State.PROBE else ""
    return feedback_texts.reason(reason) if asked is State.QUESTION and reason in TOLD_AT_ONCE else ""


def latest_before(interview: Interview) -> tuple[Exchange, Answer] | None:
    """The latest answer that was given before the one on the screen; None when the screen has words already."""
    if interview.current.answers[-1].messages:
        return None
    return next(
        (
            (exchange, given)
            for exchange in reversed(interview.exchanges)
            for given in reversed(exchange.answers)
            if given.messages
        ),
        None,
    )


def add(visit: Visit, interview: Interview, happening: Said) -> Replies:
    """Words that complete the latest answer."""
    complete_latest(visit, interview, happening)
    return [noted(texts.ADDED_TO_ANSWER, proceed(visit, "added"))]


def rate_or_add(visit: Visit, interview: Interview, happening: Said) -> Replies:
    """A typed rating, or more words for the answer."""
    if happening.text.strip() in texts.RATING_LABELS:
        interview.current.rating = int(happening.text)
        return [proceed(visit)]
    return complete(visit, interview, happening)


def remark(visit: Visit, interview: Interview, happening: Said) -> Replies:
    """Words under feedback: a short remark changes nothing, more words complete the answer and are judged."""
    if len(happening.text.split()) <= SHORT_REMARK or not interview.current.answered:
        return [noted(texts.CHOOSE_BELOW, screen(visit))]
    return complete(visit, interview, happening)


def complete(visit: Visit, interview: Interview, happening: Said) -> Replies:
    complete_latest(visit, interview, happening)
    return [noted(texts.ADDED_TO_ANSWER, screen(visit))]


def complete_latest(visit: Visit, interview: Interview, happening: Said) -> None:
    latest = answered(interview)
    latest.messages.append(message(happening))
    hear(visit, interview.current, latest)


def edited(visit: Visit, happening: Edited) -> Replies:
    """A message of an answer reads otherwise now; what it read before is kept."""
    interview = visit.notebook.interview
    for exchange in interview.exchanges if interview else []:
        for given in exchange.answers:
            for one in given.messages:
                if one.id == happening.message:
                    one.earlier.append(one.text)
                    one.text = happening.text
                    given.refused = declines(visit, given.text)
                    hear(visit, exchange, given)
                    return [changed(visit, exchange)]
    return [Reply(texts.EDIT_UNKNOWN)]


def changed(visit: Visit, exchange: Exchange) -> Reply:
    interview = open_interview(visit)
    if interview.paused:
        return Reply(texts.CHANGED_ANSWER)
    return noted(texts.CHANGED_ANSWER, screen(visit))


def message(happening: Said) -> Message:
    return Message(happening.text, happening.at, happening.message)
