"""The states of the quiz and the table of what leads from one to the next."""

from enum import Enum

from conversations.study.moving import Rows, machine


class State(Enum):
    """Where a round of the quiz stands; each state has one screen."""

    CLOSED = "closed"
    ASKED = "asked"
    ANSWERED = "answered"


S = State
TRANSITIONS: Rows = [
    {"trigger": "ask", "source": list(State), "dest": S.ASKED},
    {"trigger": "pick", "source": S.ASKED, "dest": S.ANSWERED},
    {"trigger": "leave", "source": list(State), "dest": S.CLOSED},
]  # fmt: skip

MACHINE = machine(State, State.CLOSED, TRANSITIONS)
