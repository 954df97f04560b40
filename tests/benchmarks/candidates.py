"""What the people of the load program say: real answers to an interview's questions, taps on its buttons."""

import itertools
import random
from collections.abc import Iterator
from typing import NamedTuple

from tests.evaluation.labelled import answers

LEVELS = range(1, 5)  # those that every competency has
QUESTIONS = 2  # in an interview, the length that /practice has by itself


class Action(NamedTuple):
    """Words to say, or the id of a button to tap."""

    words: str = ""
    tap: str = ""


class Candidate:
    """Goes through one interview after another. ``interviews`` counts those that are finished."""

    def __init__(self, seed: int) -> None:
        self.interviews = 0
        self._random = random.Random(seed)
        self._first, self._further = _FIRST["crm"], _FURTHER["crm"]
        self._asked_first = True

    def begins(self) -> Action:
        """Asks for an interview in one of the competencies, at one of the levels."""
        competency = self._random.choice(sorted(_FIRST))
        self._first, self._further = _FIRST[competency], _FURTHER[competency]
        self._asked_first = True
        return Action(f"/practice {competency} {self._random.choice(LEVELS)} practice {QUESTIONS}")

    def reacts(self, choices: list[str]) -> Action | None:
        """What follows a screen with these buttons; None after the report, when the interview is over."""
        onward = next((each for each in choices if each.endswith((":rate:4", ":next"))), None)
        if onward is not None:
            self._asked_first = True
            return Action(tap=onward)
        if any(each.endswith(":skip") for each in choices):
            words = self._random.choice(self._first if self._asked_first else self._further)
            self._asked_first = False
            return Action(words)
        self.interviews += 1
        return None


class Talker:
    """Says the same kind of words to a bot that echoes."""

    def __init__(self, seed: int) -> None:
        self.interviews = 0
        self._words = _shuffled(seed)

    def begins(self) -> Action:
        return Action(next(self._words))

    def reacts(self, choices: list[str]) -> Action | None:
        return self.begins()


def _shuffled(seed: int) -> Iterator[str]:
    words = [each for competency in sorted(_FIRST) for each in _FIRST[competency] + _FURTHER[competency]]
    random.Random(seed).shuffle(words)
    return itertools.cycle(words)


def _by_competency(*, to_probes: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in answers():
        if bool(row["probe"]) is to_probes:
            found.setdefault(row["competency"], []).append(row["answer"])
    return found


_FIRST, _FURTHER = _by_competency(to_probes=False), _by_competency(to_probes=True)
