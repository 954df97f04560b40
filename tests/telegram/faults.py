"""What goes wrong at the Bot API server, when a test asks for it."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Fault:
    """The next ``times`` calls of ``method`` ("*" for all; of one ``chat`` only) go wrong, each with that ``chance``.

    ``status`` answers with an error and does nothing; ``drop`` does the work and cuts the connection; ``delay`` waits
    so many seconds first.
    """

    method: str
    status: int = 0
    description: str = "Internal Server Error"
    retry_after: int = 0
    drop: bool = False
    delay: float = 0.0
    times: int = 1
    chat: int | None = None
    chance: float = 1.0
    happened: int = field(default=0)


class Faults:
    """The faults of a server, in the order in which they were asked for."""

    def __init__(self, seed: int = 7) -> None:
        self._faults: list[Fault] = []
        self._random = random.Random(seed)

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._faults)

    def add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        self._faults.clear()

    def next(self, method: str, chat: object) -> Fault | None:
        """The fault that this call meets, if any."""
        for fault in self._faults:
            if (
                fault.happened < fault.times
                and fault.method in (method, "*")
                and fault.chat in (None, chat)
                and self._random.random() < fault.chance
            ):
                fault.happened += 1
                return fault
        return None
