"""One way to build the tables of the study conversations and to move along them."""

from enum import Enum
from typing import Any, Protocol

from transitions import Machine, MachineError

from conversations.interview.machine import WrongMoment

Rows = list[dict[str, Any]]


class Movable(Protocol):
    """A stored conversation: its state is set by its machine alone."""

    @property
    def state(self) -> Enum: ...


def machine(states: type[Enum], initial: Enum, rows: Rows) -> Machine:
    """One shared machine that moves stored values and holds none of them."""
    return Machine(model=None, states=states, transitions=rows, initial=initial, auto_transitions=False)


def move(shared: Machine, conversation: Movable, trigger: str) -> None:
    """Raises `WrongMoment` when no row of the table fits; the conversation is then unchanged."""
    try:
        moved = shared.events[trigger].trigger(conversation)
    except MachineError as refused:
        raise WrongMoment(f"{trigger} from {conversation.state}") from refused
    if not moved:
        raise WrongMoment(f"{trigger} from {conversation.state}: no condition holds")
