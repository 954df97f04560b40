"""The states of an interview and the table of what leads from one to the next.

One shared machine moves stored interviews; it holds none of them. Conditions are methods of the interview that is moved
(record.py) and look at its data only; what else a step changes is written down in flow.py.
"""

from enum import Enum
from typing import Any

from transitions import Machine, MachineError


class State(Enum):
    """Where an interview stands; each state has one screen."""

    COMPETENCY = "choosing a competency"
    LEVEL = "choosing a level"
    LENGTH = "choosing mode and length"
    QUESTION = "primary question"
    PROBE = "probing follow-up"
    ADDING = "adding to the answer"
    RATING = "rating oneself"
    FEEDBACK = "feedback on the question"
    REPORT = "report"
    ENDED = "ended without a report"


S = State
SETUP = [S.COMPETENCY, S.LEVEL, S.LENGTH]
ANSWERING = (S.QUESTION, S.PROBE)
ANSWERED = [*ANSWERING, S.RATING]
OPEN = [S.QUESTION, S.PROBE, S.ADDING, S.RATING, S.FEEDBACK]

# The order matters where one trigger has several rows from a state: the first row whose conditions hold is taken.
TRANSITIONS: list[dict[str, Any]] = [
    {"trigger": "choose_competency", "source": S.COMPETENCY, "dest": S.LEVEL},
    {"trigger": "choose_level", "source": S.LEVEL, "dest": S.LENGTH},
    {"trigger": "back", "source": S.LEVEL, "dest": S.COMPETENCY},
    {"trigger": "back", "source": S.LENGTH, "dest": S.LEVEL},
    {"trigger": "begin", "source": SETUP, "dest": S.QUESTION},
    {"trigger": "proceed", "source": [*ANSWERING], "dest": S.PROBE, "conditions": "has_probe"},
    {"trigger": "proceed", "source": [*ANSWERING], "dest": S.RATING, "conditions": "wants_rating"},
    {"trigger": "proceed", "source": ANSWERED, "dest": S.FEEDBACK, "conditions": "gives_feedback"},
    {"trigger": "proceed", "source": [*ANSWERED, S.FEEDBACK], "dest": S.QUESTION, "conditions": "has_question"},
    {"trigger": "proceed", "source": [*ANSWERED, S.FEEDBACK], "dest": S.REPORT},
    {"trigger": "add", "source": [S.PROBE, S.RATING, S.FEEDBACK], "dest": S.ADDING},
    {"trigger": "added", "source": S.ADDING, "dest": S.PROBE, "conditions": "came_from_probe"},
    {"trigger": "added", "source": S.ADDING, "dest": S.RATING, "conditions": "came_from_rating"},
    {"trigger": "added", "source": S.ADDING, "dest": S.FEEDBACK},
    {"trigger": "retry", "source": OPEN, "dest": S.QUESTION},
    {"trigger": "stop", "source": OPEN, "dest": S.REPORT, "conditions": "has_answer"},
    {"trigger": "stop", "source": [*SETUP, *OPEN], "dest": S.ENDED},
    {"trigger": "cancel", "source": [*SETUP, *OPEN], "dest": S.ENDED},
]  # fmt: skip

MACHINE = Machine(
    model=None,
    states=State,
    transitions=TRANSITIONS,
    initial=State.COMPETENCY,
    auto_transitions=False,
    send_event=False,
)


class WrongMoment(Exception):
    """The trigger has no row from the state that the interview is in (an old button, a forged one)."""


def move(interview: Any, trigger: str) -> None:
    """Moves an interview along the table. Raises `WrongMoment` when no row fits; the interview is then unchanged."""
    try:
        moved = MACHINE.events[trigger].trigger(interview)
    except MachineError as refused:
        raise WrongMoment(f"{trigger} from {interview.state}") from refused
    if not moved:
        raise WrongMoment(f"{trigger} from {interview.state}: no condition holds")
