"""The commands of an author: check packs, advise on them, print their schema, begin one, learn from coaches."""

import argparse
import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TextIO

import msgspec

from bot.arguments import Parser
from content.decoding import decode
from content.importer import import_competency
from content.judging import judge
from content.library import Library, load
from content.model import Competency, Pack, Probe
from content.reading import UnreadableError, read_bytes

GOOD, FAULTS, USAGE = 0, 1, 2


class Desk(NamedTuple):
    """What every command works with: ``out`` is for its result, ``notes`` for what is said about it. ``stored`` is
    where notebooks are, a folder or a database's URL."""

    extra: Path | None
    stored: Path | str
    out: TextIO
    notes: TextIO


def run(
    arguments: list[str],
    *,
    extra: Path | None,
    out: TextIO,
    notes: TextIO | None = None,
    stored: Path | str = Path("data"),
) -> int:
    """Run ``content ARGUMENTS`` and return the exit status: 0 good, 1 faults found, 2 not understood.

    ``extra`` is the folder of further packs (CONTENT_DIR); ``notes`` defaults to standard error; ``stored`` is as in
    `Desk`. Raises `StoreError` when what is stored there cannot be used.
    """
    desk = Desk(extra, stored, out, notes or sys.stderr)
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:  # argparse has said why, or has shown its help
        return GOOD if stop.code == 0 else USAGE
    command: Callable[[argparse.Namespace, Desk], int] = options.command
    return command(options, desk)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m bot content", description="Look after the packs.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="name every fault of the packs, in one run")
    check.add_argument("folder", nargs="?", type=Path, help="packs to check with the built-in ones (else CONTENT_DIR)")
    check.set_defaults(command=_check)

    lint = commands.add_parser("lint", help="say what to think about in packs that work")
    lint.add_argument("folder", nargs="?", type=Path, help="packs to look through (else CONTENT_DIR, or the built-in)")
    lint.add_argument("--answers", nargs="+", default=[], metavar="FILE", help="labeled answers to hold cues against")
    lint.set_defaults(command=_lint)

    schema = commands.add_parser("schema", help="print the JSON Schema of a pack, for editors and other tools")
    schema.set_defaults(command=_schema)

    begin = commands.add_parser("import", help="turn a plain-text competency into a pack to complete")
    begin.add_argument("file", type=Path, help="the text: a name, a description, levels with behaviors and questions")
    begin.add_argument("--id", default="", help="short id of the pack (else the initials of its name)")
    begin.add_argument("--source", default="", help="where the text is from (else its name)")
    begin.set_defaults(command=_import)

    learn = commands.add_parser("disagreements", help="print where coaches judged otherwise than the machine, as JSON")
    learn.add_argument("--out", type=Path, metavar="FILE", help="write the JSON there instead")
    learn.add_argument("--examples", type=Path, metavar="FILE", help="write the labelled answers there, one a line")
    learn.set_defaults(command=_disagreements)
    return parser


def _check(options: argparse.Namespace, desk: Desk) -> int:
    folder: Path | None = options.folder or desk.extra
    library = load(*[folder] if folder else [])
    for fault in library.faults:
        print(fault, file=desk.out)
    if library.faults:
        files = len({fault.file for fault in library.faults})
        print(f"\n{_count(len(library.faults), 'fault')} in {_count(files, 'file')}.", end=" ", file=desk.out)
        print("The coach leaves these out and starts with the rest:", _contents(library), file=desk.out)
        return FAULTS
    print(f"All packs are good: {_contents(library)}.", file=desk.out)
    return GOOD


def _contents(library: Library) -> str:
    cards = sum(len(deck.cards) for deck in library.decks.values())
    return ", ".join(
        (
            _count(len(library.competencies), "competency", "competencies"),
            _count(len(library.behaviors), "behavior"),
            _count(len(library.questions), "question"),
            _count(len(library.model_answers), "model answer"),
            _count(cards, "card"),
            _count(sum(len(pack.definitions) for pack in library.definitions.values()), "definition"),
        )
    )


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _lint(options: argparse.Namespace, desk: Desk) -> int:
    from bot.lint_command import run as lint

    return lint(options.folder or desk.extra, options.answers, desk.out, desk.notes)


def _schema(_options: argparse.Namespace, desk: Desk) -> int:
    print(_indented(msgspec.json.encode(msgspec.json.schema(Pack))), file=desk.out)
    return GOOD


def _import(options: argparse.Namespace, desk: Desk) -> int:
    file: Path = options.file
    try:
        text = read_bytes(file).decode()
    except UnreadableError as error:
        print(error.finding.in_file(str(file)), file=desk.notes)
        return FAULTS
    competency, faults = import_competency(text, short_id=options.id, source=options.source)
    for fault in faults:
        print(f"{file}: line {fault.line}: {fault.what}", file=desk.notes)
    if faults or competency is None:
        print("Nothing was imported. Correct these lines of the text and try again.", file=desk.notes)
        return FAULTS
    data = msgspec.json.encode(competency)
    print(_indented(data), file=desk.out)
    _say_what_to_check(competency, desk.notes)
    findings = [*decode(data).findings, *judge(competency)]
    for finding in findings:
        print(finding.in_file("To correct in the pack"), file=desk.notes)
    return FAULTS if findings else GOOD


def _disagreements(options: argparse.Namespace, desk: Desk) -> int:
    from bot.disagreements import collected  # the stores and the whole core, which no other command here needs

    library = load(*[desk.extra] if desk.extra else [])
    found, unreadable = asyncio.run(collected(desk.stored, library))
    whole = _indented(msgspec.json.encode(found))
    if options.out:
        options.out.write_text(f"{whole}\n", encoding="utf-8")
    else:
        print(whole, file=desk.out)
    if options.examples:
        lines = [f"{msgspec.json.encode(one).decode()}\n" for one in found.examples]
        options.examples.write_text("".join(lines), encoding="utf-8")
    ruled, overruled = _count(found.overall.verdicts, "verdict"), found.overall.overruled
    learned = _count(len(found.examples), "answer")
    print(f"{ruled} that coaches ruled on, {overruled} of them overruled; {learned} to learn from.", file=desk.notes)
    for fault in unreadable:
        print(f"Passed over: {fault}", file=desk.notes)
    return FAULTS if unreadable else GOOD


def _say_what_to_check(competency: Competency, notes: TextIO) -> None:
    questions = [*(question for level in competency.levels for question in level.questions), *competency.questions]
    probes: list[Probe] = [probe for question in questions for probe in question.probes]
    if probes:
        print("The slot of each probe is a guess from its wording. Please check:", file=notes)
    for probe in probes:
        print(f"  {probe.id:<16} {probe.slot.value:<11} {probe.text}", file=notes)
    print("Still to write: listens_for of each behavior. content/README.md says how.", file=notes)


def _indented(data: bytes) -> str:
    return msgspec.json.format(data, indent=2).decode()
