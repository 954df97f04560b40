"""All guards over one text: which tokens do not count as the speaker's own act, and why."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from conversations.feedback.clauses import Clause
from conversations.feedback.guards.denial import denied
from conversations.feedback.guards.imagined import imagined
from conversations.feedback.guards.others import others
from conversations.feedback.guards.pasted import pasted
from conversations.feedback.guards.spans import span
from conversations.feedback.guards.stuffing import stuffed
from conversations.feedback.guards.thwarted import thwarted
from conversations.feedback.lexicon import Hit
from conversations.feedback.text import Text


class Guarded(NamedTuple):
    """Per guard the mask of the tokens it reaches."""

    denied: int
    imagined: int
    others: int
    pasted: int
    stuffed: int

    @property
    def reach(self) -> int:
        """All tokens that some guard other than denial reaches."""
        return self.imagined | self.others | self.pasted | self.stuffed

    def stops(self, hit: Hit, guards: tuple[str, ...]) -> str | None:
        """The first of ``guards`` that keeps a hit from counting, or None. A phrase with its own "no" may be denied."""
        tokens = span(hit.start, hit.end)
        for name in guards:
            if getattr(self, name) & tokens and not (name == "denied" and hit.denies):
                return name
        return None


GUARDS = Guarded._fields  # for an act of the speaker
UNREAL = ("imagined", "others", "pasted", "stuffed")  # for what anybody may have done, as long as it is real
FREE: tuple[str, ...] = ()


def guard(
    text: Text,
    cut: list[Clause],
    found: Mapping[str, Sequence[Hit]],
    sources: Iterable[frozenset[str]],
    *,
    told: bool = False,
    taken_back: bool = False,
) -> Guarded:
    """Run every guard. ``sources`` are vocabularies of what a person may have pasted: question and behaviors.

    ``told``: something real was told before; ``taken_back``: what was said next takes the last sentence back.
    """
    given_away = others(text, cut, found)
    if taken_back and cut:
        given_away |= span(next(clause.start for clause in cut if clause.sentence == cut[-1].sentence), len(text))
    not_done = denied(text, cut)
    return Guarded(
        denied=not_done | thwarted(text, cut, found, not_done),
        imagined=imagined(text, cut, found, told=told),
        others=given_away,
        pasted=pasted(text, cut, sources),
        stuffed=stuffed(text, cut, found),
    )
