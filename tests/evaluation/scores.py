"""Precision, recall and F1 from counts."""

from dataclasses import dataclass


@dataclass
class Count:
    """Right, wrong and missed decisions."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, said: set[str], true: set[str], unsure: set[str] = frozenset()) -> None:  # type: ignore[assignment]
        """Count one answer's decisions; what colleagues could dispute counts only when it is labelled as true."""
        self.right += len(said & true)
        self.wrong += len(said - true - unsure)
        self.missed += len(true - said)

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 1 when nothing was said."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what is right that was said; 1 when there was nothing to say."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0

    def __str__(self) -> str:
        """One line for a table."""
        counts = f"{self.right} right, {self.wrong} wrong, {self.missed} missed"
        return f"P {self.precision:.2f}  R {self.recall:.2f}  F1 {self.f1:.2f}  ({counts})"
