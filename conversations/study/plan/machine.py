"""The states of making a plan and the table of what leads from one to the next."""

from enum import Enum

from conversations.study.moving import Rows, machine


class State(Enum):
    """Where a plan stands; each state has one screen."""

    CLOSED = "not being talked about"
    DATE = "asking for the day of the interview"
    MINUTES = "asking for minutes a day"
    REMINDING = "asking whether to remind"
    ZONE = "asking for the time zone"
    SHOWN = "shown"
    ENDED = "ended"


S = State

# The order matters where one trigger has several rows from a state: the first row whose conditions hold is taken.
TRANSITIONS: Rows = [
    {"trigger": "open", "source": list(State), "dest": S.SHOWN, "conditions": "is_whole"},
    {"trigger": "open", "source": list(State), "dest": S.MINUTES, "conditions": "is_dated"},
    {"trigger": "open", "source": list(State), "dest": S.DATE},
    {"trigger": "redate", "source": list(State), "dest": S.DATE},
    {"trigger": "retime", "source": S.SHOWN, "dest": S.MINUTES},
    {"trigger": "remind", "source": list(State), "dest": S.REMINDING, "conditions": "is_whole"},
    {"trigger": "locate", "source": S.REMINDING, "dest": S.ZONE},
    {"trigger": "end", "source": S.SHOWN, "dest": S.ENDED},
    {"trigger": "leave", "source": list(State), "dest": S.CLOSED},
]  # fmt: skip

MACHINE = machine(State, State.CLOSED, TRANSITIONS)
