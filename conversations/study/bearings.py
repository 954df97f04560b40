"""What the study conversations share: coming to the foreground, leaving it, their buttons, and what never fits them."""

from collections.abc import Callable, Mapping

from conversations import buttons
from conversations.interview import controls
from conversations.interview.machine import WrongMoment
from conversations.replies import Choice, Reply, noted
from conversations.texts import study as texts
from conversations.visit import Replies, Visit

DONE = "done"  # what the button carries that ends a conversation

Command = Callable[[Visit, str], Replies]


def come_forward(visit: Visit, talk: str) -> None:
    """What is typed goes to this conversation now; an open interview waits."""
    visit.notebook.foreground = talk
    if visit.notebook.interview is not None:
        visit.notebook.interview.paused = True


def step_back(visit: Visit, reply: Reply) -> Reply:
    """The last words of a conversation, with the way back to an interview that waits."""
    visit.notebook.foreground = ""
    if visit.notebook.interview is None:
        return reply
    resume = (buttons.command("resume", texts.RESUME),)
    return Reply(f"{reply.text}\n\n{texts.INTERVIEW_WAITS}", (resume, *reply.choices), reply.attachment, reply.header)


def interrupting(visit: Visit) -> str:
    """What to say when this takes the place of an interview; "" when it does not."""
    notebook = visit.notebook
    return texts.INTERVIEW_PAUSED if notebook.interview and notebook.foreground == "interview" else ""


def done(visit: Visit, conversation: str) -> Choice:
    """The button that ends a conversation."""
    return tap(visit, conversation, DONE, label=texts.DONE)


def tap(visit: Visit, conversation: str, verb: str, *rest: object, label: str) -> Choice:
    """A button of the screen that is shown now."""
    return buttons.button(conversation, visit.notebook.study.step, verb, *rest, label=label)


def tapped(visit: Visit, parts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """What a button of the present screen says. Raises `WrongMoment` for one of an earlier screen."""
    if len(parts) < 2 or parts[0] != str(visit.notebook.study.step):
        raise WrongMoment("a button of an earlier screen")
    return parts[1], parts[2:]


def place_in(count: int, rest: tuple[str, ...]) -> int:
    """The place in a list, from 0, that a button names. Raises `WrongMoment` when there is no such place."""
    if len(rest) != 1 or not rest[0].isdecimal() or len(rest[0]) > 6 or int(rest[0]) >= count:
        raise WrongMoment(f"no such place: {rest}")
    return int(rest[0])


def commands(leave: Command, screen: Callable[[Visit], Reply], *, skip: Command | None = None) -> Mapping[str, Command]:
    """What the commands of an interview mean in a study conversation."""

    def resume(visit: Visit, argument: str) -> Replies:
        return controls.resume(visit) if visit.notebook.interview else [screen(visit)]

    def not_here(visit: Visit, argument: str) -> Replies:
        return [noted(texts.NOT_HERE, screen(visit))]

    others = {"resume": resume, "hint": not_here, "retry": not_here, "skip": skip or not_here}
    return {**others, **dict.fromkeys(("stop", "cancel", "pause"), leave)}
