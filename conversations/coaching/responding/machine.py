"""The steps of writing back to a coach and the table of what leads from one to the next."""

from conversations.coaching.responding.record import State
from conversations.study.moving import Rows, machine

S = State
WRITING = [S.ANSWERING, S.REPLYING, S.CHECKING]

# The order matters where one trigger has several rows from a state: the first row whose conditions hold is taken.
TRANSITIONS: Rows = [
    {"trigger": "answer", "source": list(State), "dest": S.ANSWERING},
    {"trigger": "reply", "source": list(State), "dest": S.REPLYING},
    {"trigger": "written", "source": WRITING, "dest": S.CHECKING},
    {"trigger": "anew", "source": S.CHECKING, "dest": S.REPLYING, "conditions": "is_reply"},
    {"trigger": "anew", "source": S.CHECKING, "dest": S.ANSWERING},
    {"trigger": "send", "source": S.CHECKING, "dest": S.CLOSED},
    {"trigger": "leave", "source": list(State), "dest": S.CLOSED},
]

MACHINE = machine(State, State.CLOSED, TRANSITIONS)
