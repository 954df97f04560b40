"""Cuts an answer where evidence begins and ends, so that a page can mark the words that counted."""

from itertools import pairwise
from typing import NamedTuple

from conversations.transcript import Finding, Judgment


class Stretch(NamedTuple):
    """Words in a row that count for the same findings. ``ends`` are those whose evidence ends here."""

    text: str
    findings: tuple[int, ...]
    ends: tuple[int, ...]


def counted(judgment: Judgment | None) -> tuple[Finding, ...]:
    """The findings that the answer's words carry, shown before touched; their places, from 1, number the marks."""
    if judgment is None:
        return ()
    found = [finding for finding in judgment.findings if finding.evidence]
    return tuple(sorted(found, key=lambda finding: finding.verdict != "shown"))


def stretches(text: str, turn: int, findings: tuple[Finding, ...]) -> list[Stretch]:
    """The text of a turn in stretches; joined, they are the text again. Offsets beyond it are cut."""
    spans = [
        (max(0, excerpt.start), min(len(text), excerpt.end), number)
        for number, finding in enumerate(findings, start=1)
        for excerpt in finding.evidence
        if excerpt.turn == turn
    ]
    spans = [span for span in spans if span[0] < span[1]]
    borders = sorted({0, len(text)} | {border for start, end, _ in spans for border in (start, end)})
    cut = []
    for start, end in pairwise(borders):
        here = sorted({number for first, last, number in spans if first <= start and end <= last})
        ending = sorted({number for _, last, number in spans if last == end})
        cut.append(Stretch(text[start:end], tuple(here), tuple(ending)))
    return cut
