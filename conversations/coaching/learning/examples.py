"""Answers that the machine got wrong in a coach's view, as labelled examples to learn from."""

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from msgspec import Struct

from content.model import Slot
from conversations.coaching.learning.verdicts import Judged
from conversations.interview.record import Interview

COACH = "coach"  # the kind of these examples, beside those that authors wrote
_LETTERS = {Slot.SITUATION: "S", Slot.TASK: "T", Slot.ACTION: "A", Slot.RESULT: "R"}
NO_NAME = "[…]"  # no letters, so that it is no word of anybody


class Example(Struct, frozen=True):
    """A labelled answer in the format of ``tests/evaluation/further/answers-*.jsonl``.

    ``evidenced`` are the behaviors that the coaches heard; ``unsure`` are those of the level on which none ruled, or
    on which they differ. ``star`` are the letters of the parts that the machine found.
    """

    id: str
    competency: str
    level: int
    question_id: str
    probe: str | None
    answer: str
    evidenced: tuple[str, ...]
    unsure: tuple[str, ...]
    kind: str
    star: tuple[str, ...]


def example(
    interview: Interview, place: int, behaviors: Sequence[str], rulings: Iterable[Judged], names: Iterable[str]
) -> Example:
    """The answers of one judged exchange as an example. ``behaviors`` are those of the interview's level, ``rulings``
    all that coaches ruled on this exchange, ``names`` what must not be read in it."""
    exchange = interview.exchanges[place]
    said: dict[str, set[bool]] = {}
    for one in rulings:
        said.setdefault(one.behavior, set()).add(one.pair.coach)
    answer = without(names, "\n".join(passage.text for passage in exchange.passages()))
    mark = blake2b(f"{exchange.question}\n{answer}".encode(), digest_size=6).hexdigest()
    return Example(
        f"coach-{interview.competency}-{mark}",
        interview.competency,
        interview.level,
        exchange.question,
        None,
        answer,
        tuple(one for one in behaviors if said.get(one) == {True}),
        tuple(one for one in behaviors if len(said.get(one, ())) != 1),
        COACH,
        tuple(letter for slot, letter in _LETTERS.items() if exchange.assessment and exchange.assessment.has(slot)),
    )


def without(names: Iterable[str], text: str) -> str:
    """The text without these names, whole or in part, as they are written."""
    parts = {part for name in names for part in (name, *name.split()) if len(part) > 1}
    if not parts:
        return text
    longest_first = sorted(parts, key=lambda part: (-len(part), part))
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", NO_NAME, text)
