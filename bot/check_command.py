"""The feedback engine from a shell: ``check answers|recall|ideas FILE`` and ``explain COMPETENCY LEVEL``."""

import json
from collections.abc import Callable
from typing import Any, TextIO

from bot.arguments import Parser
from bot.json_lines import UnreadableLinesError, read_lines
from content.library import Library
from content.model import Slot
from conversations.feedback import Assessment, Engine, Explanation, Passage, Verdict

Row = dict[str, Any]
_LETTERS = ((Slot.SITUATION, "S"), (Slot.TASK, "T"), (Slot.ACTION, "A"), (Slot.RESULT, "R"))


def run(arguments: list[str], *, library: Library, stdin: TextIO, out: TextIO) -> int:
    """Run ``check …`` or ``explain …``; 0 when done, 1 when the input has a fault; leaves with 2 for wrong usage."""
    asked = _parser().parse_args(arguments)
    if asked.command == "explain":
        return _explain(asked.competency, asked.level, asked.question, library, stdin, out)
    return _check(_CHECKS[asked.what](library), asked.file, stdin, out)


def _parser() -> Parser:
    parser = Parser(prog="python -m bot")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", description="Judge many texts at once: JSON lines in, JSON lines out.")
    check.add_argument("what", choices=sorted(_CHECKS), help="what the file holds")
    check.add_argument("file", help="one JSON object a line; - reads the standard input")
    explain = commands.add_parser("explain", description="Show which words of an answer count for which behavior.")
    explain.add_argument("competency", help="its id, such as crm; the answer is read from the standard input")
    explain.add_argument("level", type=int, help="a number from 1")
    explain.add_argument("--question", default="", help="the id of the question that was answered")
    return parser


def _check(judge: Callable[[Row], Row], file: str, stdin: TextIO, out: TextIO) -> int:
    try:
        lines = read_lines(file, stdin)
    except UnreadableLinesError as error:
        print(f"{error} Nothing was checked.", file=out)
        return 1
    faults = 0
    for number, line in lines:
        try:
            judged = judge(json.loads(line))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            judged = {"line": number, "fault": f"{type(error).__name__}: {error}"}
            faults = 1
        print(json.dumps(judged, ensure_ascii=False), file=out)
    return faults


def _answers(library: Library) -> Callable[[Row], Row]:
    engine = Engine(library)

    def judge(row: Row) -> Row:
        question = library.questions.get(row["question_id"])
        prompt = row.get("probe") or (question.text if question else "")
        passages = (Passage(prompt, row["answer"]),)
        assessment = engine.assess(row["competency"], row["level"], row["question_id"], passages)
        return {"id": row["id"], **as_row(assessment, row["level"], passages)}

    return judge


def as_row(assessment: Assessment, level: int, passages: tuple[Passage, ...]) -> Row:
    """An assessment in the form that ``check answers`` prints, for the behaviors of one level."""
    own = [each for each in assessment.behaviors if each.level == level]
    shown = [each for each in own if each.verdict is Verdict.SHOWN]
    return {
        "evidenced": [each.behavior for each in shown],
        "touched": [each.behavior for each in own if each.verdict is Verdict.TOUCHED],
        "quotes": {
            each.behavior: [passages[part.passage].text[part.start : part.end] for part in each.evidence]
            for each in shown
        },
        "star": [letter for slot, letter in _LETTERS if assessment.has(slot)],
        "judged": assessment.judged,
        "reason": assessment.reason,
    }


def _recall(library: Library) -> Callable[[Row], Row]:
    engine = Engine(library)
    cards = [card.id for deck in library.decks.values() for card in deck.cards]

    def judge(row: Row) -> Row:
        if row["card"] < 1:
            raise IndexError(f"card {row['card']}: cards count from 1")
        said = engine.recall(cards[row["card"] - 1], row["answer"])
        return {"id": row["id"], "recalled": list(said.recalled), "wrong": list(said.wrong)}

    return judge


def _ideas(library: Library) -> Callable[[Row], Row]:
    engine = Engine(library)

    def judge(row: Row) -> Row:
        found = [idea for definitions_id in library.definitions for idea in engine.ideas(definitions_id, row["answer"])]
        return {"id": row["id"], "ideas": found}

    return judge


_CHECKS: dict[str, Callable[[Library], Callable[[Row], Row]]] = {
    "answers": _answers,
    "recall": _recall,
    "ideas": _ideas,
}


def _explain(competency: str, level: int, question: str, library: Library, stdin: TextIO, out: TextIO) -> int:
    known = library.competencies.get(competency)
    if known is None or all(each.number != level for each in known.levels):
        print(
            f"There is no level {level} of {competency!r}. Known: {', '.join(sorted(library.competencies))}.", file=out
        )
        return 1
    prompt = library.questions[question].text if question in library.questions else ""
    explanation = Engine(library).explain(competency, level, question, (Passage(prompt, stdin.read()),))
    print(readable(explanation, library), file=out)
    return 0


def readable(explanation: Explanation, library: Library) -> str:
    """An explanation as lines that a person can read."""
    lines = [] if explanation.judged else [f"Not judged: {explanation.reason}."]
    for each in explanation.behaviors:
        said = each.verdict
        lines.append(
            f"{said.behavior}  {said.verdict.value} {said.strength:.2f}  {library.behaviors[said.behavior].text}"
        )
        for cue in each.cues:
            met = "  +  ".join(
                f"[{group}] “{words.text}” {words.start}-{words.end}"
                for group, words in zip(cue.groups, cue.words, strict=True)
            )
            lines.append(f"    {cue.weight:.2f}  {met}" + (f"  STOPPED: {cue.stopped_by}" if cue.stopped_by else ""))
        if each.weighed:
            terms = ", ".join(f"{term} {weight:+.1f}" for term, weight in each.weighed.terms)
            lines.append(f"    words {each.weighed.odds:+.2f}  “{each.weighed.words.text}”  {terms}")
    lines.extend(f"  {name}: “{words.text}”" for name, words in explanation.guarded)
    for doubted in explanation.doubts:
        terms = ", ".join(f"{term} {weight:+.1f}" for term, weight in doubted.terms)
        lines.append(f"  doubt {doubted.doubt:.2f}, taken from what words say  {terms}")
    return "\n".join(lines)
