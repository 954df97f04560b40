"""The steps of reviewing and the table of what leads from one to the next."""

from conversations.coaching.reviewing.draft import State
from conversations.study.moving import Rows, machine

S = State
BESIDE = [S.READING, S.RULING, S.ASKING, S.RATING, S.PHRASES, S.SUMMARY]  # each leads back to the page

# The order matters where one trigger has several rows from a state: the first row whose conditions hold is taken.
TRANSITIONS: Rows = [
    {"trigger": "queue", "source": list(State), "dest": S.QUEUE},
    {"trigger": "fetch", "source": list(State), "dest": S.FETCHING},
    {"trigger": "show", "source": S.FETCHING, "dest": S.READING, "conditions": "has_page"},
    {"trigger": "rule", "source": [S.READING, S.RULING, S.REASON], "dest": S.RULING},
    {"trigger": "reason", "source": S.RULING, "dest": S.REASON},
    {"trigger": "ask", "source": S.READING, "dest": S.ASKING},
    {"trigger": "rate", "source": [S.READING, S.SUMMARY], "dest": S.RATING},
    {"trigger": "phrases", "source": [S.READING, S.SUMMARY], "dest": S.PHRASES},
    {"trigger": "sum_up", "source": [S.READING, S.RULING, S.SUMMARY], "dest": S.SUMMARY},
    {"trigger": "back", "source": [S.RATING, S.PHRASES], "dest": S.SUMMARY, "conditions": "came_from_summary"},
    {"trigger": "back", "source": S.REASON, "dest": S.RULING},
    {"trigger": "back", "source": BESIDE, "dest": S.READING, "conditions": "has_page"},
    {"trigger": "back", "source": BESIDE, "dest": S.FETCHING},
    {"trigger": "stay", "source": [S.QUEUE, S.PHRASES, S.READING, S.SUMMARY], "dest": "="},
    {"trigger": "leave", "source": list(State), "dest": S.LEFT},
]

MACHINE = machine(State, State.LEFT, TRANSITIONS)
