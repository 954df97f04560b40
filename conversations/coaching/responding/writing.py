"""Writing back to a coach: the answer to a further question, or a reply to a review."""

from conversations.coaching import gate
from conversations.coaching.letters import FurtherAnswered, ReviewReplied
from conversations.coaching.posting import send
from conversations.coaching.responding.machine import MACHINE
from conversations.coaching.responding.record import Responding, State
from conversations.coaching.responding.screens import name_of, question, screen
from conversations.coaching.reviewing.record import Remark
from conversations.events import Edited, Event, Pressed, Said
from conversations.interview.machine import WrongMoment
from conversations.interview.record import Answer, Interview, Message
from conversations.notebook import Notebook
from conversations.replies import Reply, noted
from conversations.study.bearings import come_forward, commands, step_back
from conversations.study.moving import move
from conversations.texts import general as general_texts
from conversations.texts import responding as texts
from conversations.visit import Replies, Visit

TALK = "responding"
LONGEST = 4_000  # characters in all


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A button of a question, of a review, or of the present screen. Raises `WrongMoment` for any other."""
    writing = visit.notebook.coaching.responding
    match parts:
        case ["answer", coach, number]:
            return [answer(visit, coach, number)]
        case ["reply", coach, number]:
            return [reply(visit, coach, number)]
        case [step, "leave"] if step == str(writing.step) and writing.state is not State.CLOSED:
            return leave(visit)
        case [step, "anew"] if step == str(writing.step):
            writing.words = []
            return [go(visit, "anew")]
        case [step, "send"] if step == str(writing.step):
            return [finish(visit)]
        case _:
            raise WrongMoment("no such button")


def answer(visit: Visit, coach: str, number: str) -> Reply:
    """Asks for the answer to a coach's question. Raises `WrongMoment` when it waits no more."""
    every = visit.notebook.coaching.questions
    asked = next((one for one in every if (one.coach, str(one.number)) == (coach, number)), None)
    if asked is None:
        raise WrongMoment("no such question")
    return begin(visit, "answer", coach, asked.interview, asked.number)


def reply(visit: Visit, coach: str, number: str) -> Reply:
    """Asks for a reply to a review. Raises `WrongMoment` when that coach released none."""
    done = next((one for one in visit.notebook.history if str(one.number) == number and coach in one.reviewers), None)
    if done is None:
        raise WrongMoment("no such review")
    return begin(visit, "reply", coach, done.number, None)


def begin(visit: Visit, trigger: str, coach: str, interview: int, question: int | None) -> Reply:
    """Goes on with what is open about this, or lets go of what was open about something else."""
    before = visit.notebook.coaching.responding
    is_open = (before.coach, before.interview, before.question) == (coach, interview, question)
    if is_open and before.state is not State.CLOSED:
        come_forward(visit, TALK)
        return screen(visit)
    visit.notebook.coaching.responding = Responding(before.state, before.step, coach, interview, question)
    return go(visit, trigger)


def go(visit: Visit, trigger: str) -> Reply:
    """A step of the table, and the screen that it leads to."""
    writing = visit.notebook.coaching.responding
    move(MACHINE, writing, trigger)
    writing.step += 1
    come_forward(visit, TALK)
    return screen(visit)


def said(visit: Visit, happening: Said) -> Replies:
    """Typed words, in one message or in several."""
    writing = visit.notebook.coaching.responding
    if writing.state is State.CLOSED or (writing.question is not None and question(visit) is None):
        return [close(visit, Reply(texts.QUESTION_GONE))]
    if not any(character.isalnum() for character in happening.text):
        return [noted(general_texts.NO_WORDS, screen(visit))]
    if len(writing.text) + len(happening.text) > LONGEST:
        return [noted(texts.too_long(LONGEST), screen(visit))]
    writing.words.append(Message(happening.text, happening.at, happening.message))
    return [go(visit, "written")]


def edited(visit: Visit, happening: Edited) -> Replies:
    """A message that is not sent yet reads otherwise now. Gives nothing for a message that is none of these."""
    for message in visit.notebook.coaching.responding.words:
        if message.id == happening.message:
            is_empty = not any(character.isalnum() for character in happening.text)
            message.text = message.text if is_empty else happening.text[:LONGEST]
            return [noted(general_texts.NO_WORDS if is_empty else texts.CHANGED, screen(visit))]
    return []


def wanted(event: Event, notebook: Notebook) -> tuple[int, ...]:
    """The interview that sending writes into, when that is what the event does."""
    writing = notebook.coaching.responding
    is_sending = isinstance(event.happening, Pressed) and event.happening.choice == f"y:{writing.step}:send"
    return (writing.interview,) if is_sending and writing.state is State.CHECKING else ()


def finish(visit: Visit) -> Reply:
    """Keeps the words with the interview and writes them to the coach, if something is still shared with them."""
    coaching = visit.notebook.coaching
    writing, name = coaching.responding, name_of(visit)
    interview = visit.archive.get(writing.interview)
    if interview is None or not gate.is_shared(visit, writing.coach, writing.interview):
        return close(visit, Reply(texts.not_shared(name)))
    if writing.question is None:
        keep_reply(visit, interview)
        send(visit, writing.coach, ReviewReplied(writing.interview, writing.text))
    else:
        keep_answer(visit, interview)
        send(visit, writing.coach, FurtherAnswered(writing.question, writing.interview, writing.text))
    move(MACHINE, writing, "send")
    visit.notebook.finished.append(interview)
    return close(visit, Reply(texts.sent(name, writing.interview, answered=writing.question is not None)))


def keep_reply(visit: Visit, interview: Interview) -> None:
    writing = visit.notebook.coaching.responding
    for review in interview.reviews:
        if review.coach == writing.coach:
            review.replies.append(Remark(visit.now, writing.text))


def keep_answer(visit: Visit, interview: Interview) -> None:
    """The question and its answer go behind those that the interview asked."""
    asked, writing = question(visit), visit.notebook.coaching.responding
    if asked is None or asked.exchange >= len(interview.exchanges):
        raise WrongMoment("nothing to answer")
    answer = Answer(asked.text, asked.at, messages=writing.words, asked_by=asked.name)
    interview.exchanges[asked.exchange].answers.append(answer)
    visit.notebook.coaching.questions.remove(asked)


def close(visit: Visit, reply: Reply) -> Reply:
    """Nothing is waited for any more."""
    writing = visit.notebook.coaching.responding
    if writing.state is not State.CLOSED:
        move(MACHINE, writing, "leave")
    visit.notebook.coaching.responding = Responding(step=writing.step + 1)
    return step_back(visit, reply)


def leave(visit: Visit, argument: str = "") -> Replies:
    """A question waits on; what was typed is let go, which is said."""
    writing = visit.notebook.coaching.responding
    return [close(visit, Reply(texts.left(waits=writing.question is not None)))]


COMMANDS = commands(leave, screen)
