"""The one screen of each state of writing back to a coach."""

from collections.abc import Callable

from conversations import buttons
from conversations.coaching.responding.record import CoachQuestion, State
from conversations.replies import Choice, Reply
from conversations.texts import responding as texts
from conversations.visit import Visit


def screen(visit: Visit) -> Reply:
    """The screen of what is being written."""
    return SCREENS[visit.notebook.coaching.responding.state](visit)


def tap(visit: Visit, verb: str, *, label: str) -> Choice:
    """A button of the present screen."""
    return buttons.button(buttons.RESPOND, visit.notebook.coaching.responding.step, verb, label=label)


def answer_button(asked: CoachQuestion) -> Choice:
    """Opens the answer to a question for as long as it waits."""
    return buttons.button(buttons.RESPOND, "answer", asked.coach, asked.number, label=texts.answer_label(asked.name))


def reply_button(coach: str, name: str, interview: int, *, alone: bool = True) -> Choice:
    """Opens a reply to a review for as long as it is there. ``alone``: there is no other to confuse it with."""
    label = texts.reply_label(name, None if alone else interview)
    return buttons.button(buttons.RESPOND, "reply", coach, interview, label=label)


def question(visit: Visit) -> CoachQuestion | None:
    """The question that is being answered; None when it waits no more."""
    writing = visit.notebook.coaching.responding
    every = visit.notebook.coaching.questions
    return next((one for one in every if (one.coach, one.number) == (writing.coach, writing.question)), None)


def name_of(visit: Visit) -> str:
    """What to call the coach who is written to."""
    coach = visit.notebook.coaching.responding.coach
    sharing = visit.notebook.coaching.sharing.get(coach)
    return sharing.name if sharing else texts.THE_COACH


def answering(visit: Visit) -> Reply:
    asked = question(visit)
    if asked is None:
        return Reply(texts.QUESTION_GONE)
    return Reply(texts.answer_now(asked.name, asked.text), ((tap(visit, "leave", label=texts.LATER),),))


def replying(visit: Visit) -> Reply:
    interview = visit.notebook.coaching.responding.interview
    return Reply(texts.reply_now(name_of(visit), interview), ((tap(visit, "leave", label=texts.NO_REPLY),),))


def checking(visit: Visit) -> Reply:
    name = name_of(visit)
    rows = (
        (tap(visit, "send", label=texts.send_label(name)),),
        (tap(visit, "anew", label=texts.ANEW), tap(visit, "leave", label=texts.LATER)),
    )
    return Reply(texts.check(name, visit.notebook.coaching.responding.text), rows)


def closed(visit: Visit) -> Reply:
    return Reply(texts.NOTHING_OPEN)


SCREENS: dict[State, Callable[[Visit], Reply]] = {
    State.CLOSED: closed,
    State.ANSWERING: answering,
    State.REPLYING: replying,
    State.CHECKING: checking,
}
