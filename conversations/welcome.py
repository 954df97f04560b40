"""Hello, help, and what to do with words that no question waits for."""

from conversations import buttons
from conversations.coaching import consenting
from conversations.commands import commands_for
from conversations.events import Said
from conversations.interview import answering, controls
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.study.plan.way import to_today
from conversations.texts import general as texts
from conversations.visit import Replies, Visit

CHOICES = (
    (buttons.command("practice", texts.PRACTICE),),
    (buttons.command("cards", texts.FLASHCARDS), buttons.command("plan", texts.PLAN)),
    (buttons.command("history", texts.HISTORY), buttons.command("help", texts.HELP)),
)
LOOKING_BACK = (buttons.command("progress", texts.PROGRESS), buttons.command("stories", texts.STORIES))


def start(visit: Visit, argument: str = "") -> Replies:
    """The command /start: a hello, and the way back to what is open; behind a deep link, an invitation."""
    notebook = visit.notebook
    running = notebook.interview
    text = texts.WELCOME_BACK if notebook.history or running else texts.WELCOME
    if consenting.is_invite(argument):
        first, *others = consenting.opening(visit, argument)
        return [noted(texts.WELCOME if text == texts.WELCOME else "", first), *others]
    return [Reply(text, crossroads(visit).choices)]


def help_(visit: Visit, argument: str = "") -> Replies:
    return [
        Reply(
            texts.help_text(commands_for(visit.roles), visit.notebook.interview is not None),
            crossroads(visit).choices[:-1],
        )
    ]


def crossroads(visit: Visit) -> Reply:
    """The choices that lead somewhere, the way back to a paused interview first."""
    resume = ((buttons.command("resume", texts.RESUME),),) if visit.notebook.interview else ()
    done = (LOOKING_BACK,) if visit.notebook.history else ()
    return Reply(texts.WELCOME_BACK, (*resume, *to_today(visit), *CHOICES[:-1], *done, CHOICES[-1]))


def unclaimed(visit: Visit, said: Said) -> Replies:
    """Words that no question waits for. While an interview is paused they are held until the person decides."""
    notebook = visit.notebook
    if notebook.interview is None:
        return [Reply(texts.NOTHING_OPEN, CHOICES)]
    notebook.held = said
    use = buttons.button(buttons.HELD, notebook.interview.number, label=texts.USE_AS_ANSWER)
    return [Reply(texts.HELD, ((use,), (buttons.command("resume", texts.RESUME_WITHOUT),)))]


def held_pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """ "Use it as my answer" under a paused interview. Raises `WrongMoment` when that interview is over."""
    notebook = visit.notebook
    held, notebook.held = notebook.held, None
    if notebook.interview is None or parts != (str(notebook.interview.number),):
        raise WrongMoment("words held for an interview that is over")
    replies = controls.resume(visit)
    return answering.said(visit, held) if held is not None else replies
