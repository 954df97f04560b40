"""A review in words, as its coach looks it over and its candidate reads it."""

from conversations.coaching.reviewing.record import Ruling
from conversations.markup import bold, quote
from conversations.texts.feedback import sentence

ANCHORS = {
    1: "nothing that the level asks for comes across yet",
    2: "what the level asks for is touched on, with no act behind it yet",
    3: "some of what the level asks for is shown by an act",
    4: "most of what the level asks for is shown, with acts and a result",
    5: "all that the level asks for is shown, clearly, with details and results",
}


def heading(name: str, interview: int, competency: str, level: int) -> str:
    return bold(f"Review by {name}: interview {interview}, {competency}, level {level}")


def rating(value: int) -> str:
    return f"{bold(f'{value} of 5')}: {ANCHORS[value]}"


def place(exchange: int | None, answer: int) -> str:
    if exchange is None:
        return "On the whole"
    return f"Question {exchange + 1}" + (f", follow-up {answer}" if answer else "")


def comment(where: str, words: str, text: str) -> str:
    return "\n".join([bold(where), *([quote(words)] if words else []), text])


def ruling(behavior: str, one: Ruling) -> str:
    heard = "Heard in the answer" if one.heard else "Not heard in the answer"
    because = f"\nWhy: {one.reason}" if one.reason else ""
    return f"{bold(f'Question {one.exchange + 1}')}\n{heard}: {sentence(behavior)}{because}"


def remark(text: str) -> str:
    return f"{bold('Written back')}\n{quote(text)}"
