"""The states of writing one's own cards and the table of what leads from one to the next."""

from enum import Enum

from conversations.study.moving import Rows, machine


class State(Enum):
    """What the next message is for; each state has one screen."""

    CLOSED = "nothing is being written"
    FRONT = "writing the question of a new card"
    BACK = "writing the answer of a new card"
    NEW_FRONT = "changing the question of a card"
    NEW_BACK = "changing the answer of a card"
    DELETING = "confirming a deletion"
    IMPORTING = "importing cards"


S = State

TRANSITIONS: Rows = [
    {"trigger": "add", "source": list(State), "dest": S.FRONT},
    {"trigger": "front", "source": S.FRONT, "dest": S.BACK},
    {"trigger": "change_front", "source": list(State), "dest": S.NEW_FRONT},
    {"trigger": "change_back", "source": list(State), "dest": S.NEW_BACK},
    {"trigger": "delete", "source": list(State), "dest": S.DELETING},
    {"trigger": "import", "source": list(State), "dest": S.IMPORTING},
    {"trigger": "done", "source": [S.BACK, S.NEW_FRONT, S.NEW_BACK, S.DELETING, S.IMPORTING], "dest": S.CLOSED},
    {"trigger": "leave", "source": list(State), "dest": S.CLOSED},
]  # fmt: skip

MACHINE = machine(State, State.CLOSED, TRANSITIONS)
