"""Reads a competency from the plain text that HR pages and hand-outs give, line by line.

Two shapes are known. In the first, levels ("Level 1. Demonstrates …") hold BEHAVIORS and QUESTIONS, and a question's
"Probing Questions" follow it with asterisks. In the second, "Proficiency Level 1 - Basic understanding" holds one
behavior a line, and the "Interview Questions" at the end belong to every level.
"""

import re
from enum import Enum
from typing import NamedTuple

from content.model import Behavior, Competency, Level, Probe, Question
from content.slots import propose_slot


class LineFault(NamedTuple):
    """What is wrong with one line of the text; lines count from 1."""

    line: int
    what: str


class Imported(NamedTuple):
    """``competency`` is None when the text has too little to make one. With any fault it should not be used."""

    competency: Competency | None
    faults: tuple[LineFault, ...]


class _Section(Enum):
    BEHAVIORS = "behaviors"
    QUESTIONS = "questions of a level"
    PROBES = "probes of a question"
    SHARED_QUESTIONS = "questions of every level"


_HEADINGS = {
    "behaviors": _Section.BEHAVIORS,
    "behavior statements": _Section.BEHAVIORS,
    "questions": _Section.QUESTIONS,
    "probing questions": _Section.PROBES,
    "interview questions": _Section.SHARED_QUESTIONS,
}
_PAGE_FURNITURE = {"unit logo", "titles with shared competencies"}
_LEVEL = re.compile(r"(?:Proficiency\s+)?Level\s+(\d+)\s*[.:\-–—]\s*(\S.*)", re.IGNORECASE)
_BULLET = re.compile(r"([-*•])\s+(\S.*)")


def import_competency(text: str, *, short_id: str = "", source: str = "") -> Imported:
    """The competency written in ``text``, with ids in the source's order and proposed slots.

    ``short_id`` defaults to the initials of the name ("Customer Relationship Management" gives "crm"), ``source`` to
    the name.
    Nothing is raised: every line that does not fit is named in the faults.
    """
    reader = _Reader()
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and line.strip().lower() not in _PAGE_FURNITURE:
            reader.read(number, line.strip())
    return reader.finish(short_id, source)


def initials(name: str) -> str:
    """The short id that a name suggests: its initials, or the word itself when there is only one."""
    words: list[str] = re.findall(r"[a-z0-9]+", name.lower())
    return words[0] if len(words) == 1 else "".join(word[0] for word in words)


class _QuestionDraft:
    def __init__(self, text: str) -> None:
        self.text = text
        self.probes: list[str] = []

    def finish(self, question: str) -> Question:
        probes = (Probe(f"{question}-p{n}", text, propose_slot(text)) for n, text in enumerate(self.probes, start=1))
        return Question(question, self.text, tuple(probes))


class _LevelDraft:
    def __init__(self, line: int, number: int, description: str) -> None:
        self.line = line
        self.number = number
        self.description = description
        self.behaviors: list[str] = []
        self.questions: list[_QuestionDraft] = []

    def finish(self, competency: str) -> Level:
        prefix = f"{competency}-l{self.number}"
        return Level(
            self.number,
            self.description,
            tuple(Behavior(f"{prefix}-b{n}", text) for n, text in enumerate(self.behaviors, start=1)),
            tuple(draft.finish(f"{prefix}-q{n}") for n, draft in enumerate(self.questions, start=1)),
        )


class _Reader:
    """Takes the lines one after the other and remembers what they belong to."""

    def __init__(self) -> None:
        self.name = ""
        self.description = ""
        self.levels: list[_LevelDraft] = []
        self.shared: list[_QuestionDraft] = []
        self.questions = self.shared  # where the next question goes
        self.section: _Section | None = None
        self.last_line = 0
        self.stray = False
        self.faults: list[LineFault] = []

    def read(self, number: int, line: str) -> None:
        self.last_line = number
        level, heading = _LEVEL.fullmatch(line), _HEADINGS.get(line.rstrip(":").lower())
        if not self.name:
            self._read_name(line, known=bool(level or heading))
        elif level:
            self._open_level(int(level[1]), level[2])
        elif heading:
            self._open_section(heading)
        elif not self.description and not self.levels and self.section is None:
            self.description = line
        elif self.section is None:
            self._note_stray(line)
        else:
            self._read_item(line)

    def _note_stray(self, line: str) -> None:
        if not self.stray:  # a page of prose is one fault, not one for each of its lines
            self._fault(f"expected a level or a heading such as BEHAVIORS, found “{_short(line)}”")
        self.stray = True

    def _read_name(self, line: str, *, known: bool) -> None:
        if known:
            self._fault("the name of the competency must come before its levels and headings")
            self.name = "Unnamed"
        else:
            self.name = line

    def _open_level(self, number: int, description: str) -> None:
        if not 1 <= number <= 5:
            self._fault(f"level {number} is outside 1 to 5")
        elif self.levels and number <= self.levels[-1].number:
            self._fault(f"level {number} comes after level {self.levels[-1].number}; levels must ascend")
        self.levels.append(_LevelDraft(self.last_line, number, description))
        self.section = _Section.BEHAVIORS

    def _open_section(self, section: _Section) -> None:
        if section is _Section.QUESTIONS:
            if not self.levels:
                self._fault("these questions stand before the first level")
            self.questions = self.levels[-1].questions if self.levels else self.shared
        elif section is _Section.SHARED_QUESTIONS:
            self.questions = self.shared
        elif section is _Section.PROBES and self.section in (None, _Section.BEHAVIORS):
            self._fault("these probing questions follow no question")
        self.section = section

    def _read_item(self, line: str) -> None:
        bullet = _BULLET.fullmatch(line)
        mark, text = (bullet[1], bullet[2]) if bullet else ("", line)
        if self.section is _Section.BEHAVIORS:
            self._add_behavior(text)
        elif not mark:
            self._fault(f"expected a line that starts with '-', '*' or '•', found “{_short(line)}”")
        elif self.section is _Section.PROBES and mark == "*":
            self._add_probe(text)
        else:
            self.questions.append(_QuestionDraft(text))

    def _add_behavior(self, text: str) -> None:
        if self.levels:
            self.levels[-1].behaviors.append(text)
        else:
            self._fault(f"this behavior stands before the first level: “{_short(text)}”")

    def _add_probe(self, text: str) -> None:
        if self.questions:
            self.questions[-1].probes.append(text)
        else:
            self._fault(f"this probe follows no question: “{_short(text)}”")

    def finish(self, short_id: str, source: str) -> Imported:
        self._miss_what_is_missing()
        competency = None
        if self.name and self.levels:
            prefix = short_id or initials(self.name) or "unnamed"
            competency = Competency(
                id=prefix,
                name=self.name,
                description=self.description,
                source=source or self.name,
                levels=tuple(draft.finish(prefix) for draft in self.levels),
                questions=tuple(draft.finish(f"{prefix}-q{n}") for n, draft in enumerate(self.shared, start=1)),
            )
        return Imported(competency, tuple(sorted(self.faults)))

    def _miss_what_is_missing(self) -> None:
        if not self.name:
            self._fault("there is no text")
        elif not self.description:
            self._fault("there is no description under the name")
        if not self.levels:
            self._fault("there is no level, such as “Level 1. …” or “Proficiency Level 1 - …”")
        for level in self.levels:
            if not level.behaviors:
                self.faults.append(LineFault(level.line, f"level {level.number} has no behaviors"))
            if not level.questions and not self.shared:
                self.faults.append(LineFault(level.line, f"level {level.number} has no question"))

    def _fault(self, what: str) -> None:
        self.faults.append(LineFault(max(self.last_line, 1), what))


def _short(line: str) -> str:
    return line if len(line) <= 60 else f"{line[:60]}…"
