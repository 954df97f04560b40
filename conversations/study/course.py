"""The way through a study conversation: steps along its table, its screens numbered, the foreground kept right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from transitions import Machine

from conversations.replies import Reply
from conversations.study import bearings
from conversations.study.bearings import Command
from conversations.study.moving import Movable, move
from conversations.visit import Replies, Visit


@dataclass(frozen=True)
class Course:
    """``talk`` is what the notebook calls the conversation, ``record`` finds what its ``machine`` moves, ``screen``
    shows where it stands, and in the states ``ends`` nothing is waited for any more."""

    talk: str
    machine: Machine
    record: Callable[[Visit], Movable]
    screen: Callable[[Visit], Reply]
    ends: tuple[Enum, ...]

    def step(self, visit: Visit, trigger: str) -> Reply:
        """Takes a step of the table and gives the screen of the state it leads to."""
        move(self.machine, self.record(visit), trigger)
        return self.show(visit)

    def show(self, visit: Visit) -> Reply:
        """The screen of the state, as a new one: buttons of earlier screens are old from now on."""
        visit.notebook.study.step += 1
        if self.record(visit).state in self.ends:
            return bearings.step_back(visit, self.screen(visit))
        bearings.come_forward(visit, self.talk)
        return self.screen(visit)

    def end(self, visit: Visit, reply: Reply, trigger: str = "leave") -> Reply:
        """Takes a step after which nothing is waited for, with other last words than the screen's."""
        move(self.machine, self.record(visit), trigger)
        return bearings.step_back(visit, reply)

    def leave(self, visit: Visit, argument: str = "") -> Replies:
        """The Done button, and what /stop, /cancel and /pause mean here."""
        return [self.step(visit, "leave")]

    def commands(self, *, skip: Command | None = None) -> Mapping[str, Command]:
        """What the commands of an interview mean in this conversation."""
        return bearings.commands(self.leave, self.screen, skip=skip)
