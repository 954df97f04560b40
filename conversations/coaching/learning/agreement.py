"""How far the machine and coaches agree, as counts and as figures."""

from collections.abc import Iterable
from typing import NamedTuple


class Pair(NamedTuple):
    """One verdict of the machine beside a coach's: whether each found the behavior shown."""

    machine: bool
    coach: bool


class Table(NamedTuple):
    """How many pairs there are of each kind."""

    both: int = 0
    coach_alone: int = 0
    machine_alone: int = 0
    neither: int = 0

    @property
    def pairs(self) -> int:
        return sum(self)

    @property
    def agreement(self) -> float | None:
        """The share of pairs in which both say the same, 0 to 1; None without any."""
        return (self.both + self.neither) / self.pairs if self.pairs else None

    @property
    def kappa(self) -> float | None:
        """Agreement beyond what chance alone would give, -1 to 1; 0 is chance.

        Cohen's kappa: Jacob Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological
        Measurement 20 (1), 1960, pages 37-46. None when it is undefined: without any pair, and when chance alone would
        always agree, as both only ever say the same one thing.
        """
        if self.agreement is None:
            return None
        machine = (self.both + self.machine_alone) / self.pairs
        coach = (self.both + self.coach_alone) / self.pairs
        chance = machine * coach + (1 - machine) * (1 - coach)
        return None if chance == 1 else (self.agreement - chance) / (1 - chance)

    def plus(self, other: "Table") -> "Table":
        """Both tables in one."""
        return Table(*(one + another for one, another in zip(self, other, strict=True)))


NO_VERDICTS = Table()


def tabulated(pairs: Iterable[Pair]) -> Table:
    """The table of some pairs."""
    found = list(pairs)
    return Table(
        found.count(Pair(machine=True, coach=True)),
        found.count(Pair(machine=False, coach=True)),
        found.count(Pair(machine=True, coach=False)),
        found.count(Pair(machine=False, coach=False)),
    )
