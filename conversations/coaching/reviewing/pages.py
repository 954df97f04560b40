"""An interview turned into pages: one answer each, a long one cut between sentences, with all that judges it."""

from typing import NamedTuple

from msgspec.structs import replace

from content.library import Library
from conversations.coaching.reviewing.draft import Page
from conversations.coaching.reviewing.sentences import sentences
from conversations.interview.record import Exchange, Interview
from conversations.transcript import Finding, Judgment, transcript

LONGEST = 2_000  # characters of an answer on one page; with its anchors it then fits one message


class Leaf(NamedTuple):
    """What stands on a page: ``text[start:end]`` of an answer."""

    exchange: int
    answer: int
    start: int
    end: int


def page(interview: Interview, library: Library, place: int, exchange: int | None = None) -> Page | None:
    """The page at a place, or the first one of an exchange; the last one when that is beyond it. None when the
    interview has no page."""
    every = leaves(interview)
    if not every:
        return None
    if exchange is not None:
        place = next((number for number, leaf in enumerate(every) if leaf.exchange >= exchange), len(every))
    place = max(0, min(place, len(every) - 1))
    leaf = every[place]
    asked = interview.exchanges[leaf.exchange]
    answer = asked.answers[leaf.answer]
    judgment = judged(interview, library, asked)
    return Page(
        place,
        len(every),
        leaf.exchange,
        len(interview.exchanges),
        leaf.answer,
        len(asked.answers),
        answer.prompt,
        answer.text[leaf.start : leaf.end],
        leaf.start,
        leaf.end < len(answer.text),
        answer.asked_by,
        asked.attempt,
        asked.rating,
        findings(interview, library, judgment, leaf.answer),
        judgment.reads_like,
        judgment.not_judged,
    )


def leaves(interview: Interview) -> list[Leaf]:
    """All pages, in the order in which the interview went."""
    return [
        Leaf(place, number, start, end)
        for place, exchange in enumerate(interview.exchanges)
        for number, answer in enumerate(exchange.answers)
        for start, end in cut(answer.text)
    ]


def cut(text: str) -> list[tuple[int, int]]:
    """The parts of an answer that fit a page, at least one; a sentence that is longer than a page is cut anywhere."""
    parts: list[tuple[int, int]] = []
    begun = 0
    for start, end in sentences(text):
        if end - begun > LONGEST and start > begun:
            parts.append((begun, start))
            begun = start
        while end - begun > LONGEST:
            parts.append((begun, begun + LONGEST))
            begun += LONGEST
    return [*parts, (begun, len(text))]


def judged(interview: Interview, library: Library, exchange: Exchange) -> Judgment:
    """What the machine said about an exchange; nothing at all when it was never judged."""
    alone = transcript(replace(interview, exchanges=[exchange]), library)
    return alone.rounds[0].judgment or Judgment()


def findings(interview: Interview, library: Library, judgment: Judgment, answer: int) -> tuple[Finding, ...]:
    """The level's behaviors with the machine's verdict ("" for none) and the evidence in this one answer."""
    if judgment.findings:
        return tuple(
            replace(one, evidence=tuple(excerpt for excerpt in one.evidence if excerpt.turn == answer))
            for one in judgment.findings
        )
    competency = library.competencies.get(interview.competency)
    levels = [level for level in competency.levels if level.number == interview.level] if competency else []
    return tuple(Finding(one.id, level.number, one.text, "") for level in levels for one in level.behaviors)
