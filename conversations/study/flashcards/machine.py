"""The states of a sitting with flashcards and the table of what leads from one to the next."""

from enum import Enum

from conversations.study.moving import Rows, machine


class State(Enum):
    """Where a sitting stands; each state has one screen."""

    DECKS = "choosing a deck"
    DECK = "looking at a deck"
    SUSPENDED = "looking at suspended cards"
    FRONT = "recalling"
    BACK = "rating"
    DONE = "no more cards"
    LEFT = "left"


S = State
CARD = [S.FRONT, S.BACK]

# The order matters where one trigger has several rows from a state: the first row whose conditions hold is taken.
TRANSITIONS: Rows = [
    {"trigger": "decks", "source": list(State), "dest": S.DECKS},
    {"trigger": "choose", "source": [S.DECKS, S.DECK, S.SUSPENDED, S.DONE], "dest": S.DECK},
    {"trigger": "suspended", "source": [S.DECK, S.SUSPENDED], "dest": S.SUSPENDED},
    {"trigger": "study", "source": [S.DECKS, S.DECK, S.DONE], "dest": S.FRONT, "conditions": "has_card"},
    {"trigger": "begin", "source": list(State), "dest": S.FRONT, "conditions": "has_card"},
    {"trigger": "show", "source": S.FRONT, "dest": S.BACK, "conditions": "has_card"},
    {"trigger": "next", "source": CARD, "dest": S.FRONT, "conditions": "has_card"},
    {"trigger": "next", "source": CARD, "dest": S.DONE},
    {"trigger": "undo", "source": [*CARD, S.DONE], "dest": S.BACK, "conditions": "was_rating"},
    {"trigger": "undo", "source": [*CARD, S.DONE], "dest": S.FRONT, "conditions": "was_recalling"},
    {"trigger": "leave", "source": list(State), "dest": S.LEFT},
]  # fmt: skip

MACHINE = machine(State, State.DECKS, TRANSITIONS)
