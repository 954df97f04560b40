"""The states of studying definitions and the table of what leads from one to the next."""

from enum import Enum

from conversations.study.moving import Rows, machine


class State(Enum):
    """Where a person stands among the definitions; each state has one screen."""

    TERMS = "choosing a term"
    TERM = "choosing an author"
    READING = "reading a definition"
    COMPARING = "comparing two definitions"
    PROMPT = "saying it in one's own words"
    COMPARED = "own words held against the ideas"
    CLOSED = "closed"


S = State
INSIDE = [S.TERM, S.READING, S.COMPARING, S.PROMPT, S.COMPARED]

TRANSITIONS: Rows = [
    {"trigger": "terms", "source": list(State), "dest": S.TERMS},
    {"trigger": "term", "source": list(State), "dest": S.TERM},
    {"trigger": "read", "source": INSIDE, "dest": S.READING},
    {"trigger": "compare", "source": [S.READING, S.COMPARING], "dest": S.COMPARING},
    {"trigger": "drill", "source": INSIDE, "dest": S.PROMPT},
    {"trigger": "answer", "source": [S.PROMPT, S.COMPARED], "dest": S.COMPARED},
    {"trigger": "leave", "source": list(State), "dest": S.CLOSED},
]  # fmt: skip

MACHINE = machine(State, State.TERMS, TRANSITIONS)
