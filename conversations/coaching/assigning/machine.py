"""The steps of making an assignment and the table of what leads from one to the next."""

from itertools import pairwise

from conversations.coaching.record import DraftState as S
from conversations.study.moving import Rows, machine

OPEN = [S.WHO, S.COMPETENCY, S.LEVEL, S.QUESTIONS, S.MODE, S.DUE, S.TAKES, S.NOTE, S.CONFIRM]

TRANSITIONS: Rows = [
    *({"trigger": "choose", "source": here, "dest": there} for here, there in pairwise(OPEN)),
    *({"trigger": "back", "source": there, "dest": here} for here, there in pairwise(OPEN)),
    {"trigger": "send", "source": S.CONFIRM, "dest": S.SENT},
    {"trigger": "cancel", "source": OPEN, "dest": S.CANCELED},
]

MACHINE = machine(S, S.WHO, TRANSITIONS)
