"""Sentences that belong to no single conversation."""

from collections.abc import Iterable

from conversations.commands import Command
from conversations.events import Kind
from conversations.markup import bold, code

WELCOME = (
    f"{bold('Hello. I am your mock-interview coach.')}\n\n"
    "I ask questions as an interviewer for customer-facing jobs would, follow up on what your answer leaves out, and "
    "show you, in your own words, what came across. Nobody else sees your answers unless you share them."
)
WELCOME_BACK = "Welcome back. What would you like to do?"
NOTHING_OPEN = (
    "I have no question open for you right now, so I did not store that. Start an interview whenever you like."
)
SOMETHING_BROKE = (
    "Something went wrong on my side. What you had told me before is safe, but I could not use this last message. "
    "Please send it once more; if it happens again, /help shows what else you can do."
)
NO_WORDS = "I found no words in that, so I did not take it as your answer. The question is still open."
BLANK = "That message was empty. Your place is kept."
OLD_BUTTON = "That button belongs to an earlier moment. Here is where we are now."
OLD_BUTTON_NOTHING_OPEN = "That button belongs to something that is over. Nothing was changed. What next?"
HELD = (
    "Your interview is paused, so I kept your message aside rather than guess. Should it be your answer to the "
    "question you were on?"
)
NOTEBOOK_WAS_DAMAGED = (
    "What was stored about you could not be read and was set aside for the operator, nothing of it was deleted. "
    "You can go on practicing; your history starts anew until it is repaired."
)

TOOK_CAPTION = "I took the words under it as your message."

PRACTICE, FLASHCARDS, PLAN = "Practice an interview", "Flashcards", "My plan"
HISTORY, HELP, RESUME = "My history", "Help", "Go on"
PROGRESS, STORIES = "My progress", "My stories"
USE_AS_ANSWER, RESUME_WITHOUT = "Use it as my answer", "Go on without it"

_CANNOT_USE = {
    Kind.PHOTO: "I cannot look at pictures",
    Kind.VIDEO: "I cannot watch videos",
    Kind.VOICE: "I cannot listen to recordings yet. Your keyboard's microphone can turn speech into text",
    Kind.STICKER: "I cannot read stickers",
    Kind.FILE: "I cannot open files here",
    Kind.PLACE: "I have no use for a place",
    Kind.CONTACT: "I do not keep contacts, so I did not store it",
    Kind.OTHER: "I can only work with text",
}


def cannot_use(kind: Kind, answering: bool) -> str:
    """Said about something without words. ``answering``: a question is waiting for an answer."""
    return f"{_CANNOT_USE[kind]}. " + (
        "Please type your answer; the question is still open." if answering else "Please type."
    )


def unknown_command(name: str) -> str:
    return f"I do not know {code('/' + name[:32])}. Nothing was changed; /help shows what I can do."


def help_text(commands: Iterable[Command], waiting: bool) -> str:
    """All commands of a person. ``waiting``: an interview is open and stays where it is."""
    lines = [f"/{command.name}  {command.description}" for command in commands]
    end = "\n\nYour interview is where you left it: /resume" if waiting else ""
    return f"{bold('What I can do')}\n\n" + "\n".join(lines) + end
