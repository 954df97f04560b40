"""The states of the story bank in which the next message is waited for, and the table of what leads to them."""

from enum import Enum

from conversations.study.moving import Rows, machine


class State(Enum):
    """What the next message is for; each state has one screen."""

    CLOSED = "nothing is waited for"
    TITLE = "naming a story"
    TAGS = "tagging a story"
    QUESTION = "asking which story fits a question"


S = State
TRANSITIONS: Rows = [
    {"trigger": "name", "source": list(State), "dest": S.TITLE},
    {"trigger": "tag", "source": list(State), "dest": S.TAGS},
    {"trigger": "ask", "source": list(State), "dest": S.QUESTION},
    {"trigger": "leave", "source": list(State), "dest": S.CLOSED},
]  # fmt: skip

MACHINE = machine(State, State.CLOSED, TRANSITIONS)
