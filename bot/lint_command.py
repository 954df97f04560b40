"""``content lint``: what to think about in packs that work."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import msgspec

from bot.cue_linting import Labeled, eager_cues, repeated_phrases
from bot.json_lines import UnreadableLinesError, read_lines
from content.faults import Fault
from content.library import BUILT_IN, Library, load
from content.linting import lint
from conversations.feedback.by_name import asked_by_name

ADVISED, FAULTS, USAGE = 0, 1, 2
_NO_ANSWERS = """
No cue was held against answers: give labeled ones with --answers, one JSON object a line. The project's own stand in
tests/evaluation/ of its repository, and the README there says what is in a line."""


def run(folder: Path | None, answers: list[str], out: TextIO, notes: TextIO) -> int:
    """Print the findings, of the packs in ``folder`` or of the built-in ones when it is None.

    0 whatever was found, 1 when packs cannot be read, 2 when the labeled answers cannot.
    """
    library = load(*[folder] if folder else [])
    try:
        labeled = [answer for file in answers for answer in _labeled(file, library)]
    except UnreadableLinesError as error:
        print(error, file=notes)
        return USAGE
    found = [*lint(library, asked_by_name), *repeated_phrases(library, asked_by_name), *eager_cues(library, labeled)]
    _print(library.faults, sorted(each for each in found if not (folder and each.file.startswith(BUILT_IN))), out)
    if not answers:
        print(_NO_ANSWERS, file=out)
    return FAULTS if library.faults else ADVISED


def _print(faults: Iterable[Fault], findings: list[Fault], out: TextIO) -> None:
    for each in (*faults, *findings):
        print(each, file=out)
    if faults:
        print("\nSome packs cannot be used and were not looked through; mend the faults named first.", file=out)
    if findings:
        files = len({each.file for each in findings})
        print(f"\n{len(findings)} to think about, in {files} {'file' if files == 1 else 'files'}.", end=" ", file=out)
        print("All of these packs work as they are.", file=out)
    elif not faults:
        print("Nothing to advise.", file=out)


def _labeled(file: str, library: Library) -> Iterator[Labeled]:
    """The labeled answers of a file to questions of the library; those to others are passed over."""
    for number, line in read_lines(file, sys.stdin):
        try:
            answer = msgspec.json.decode(line, type=Labeled)
        except (msgspec.DecodeError, UnicodeEncodeError) as error:
            raise UnreadableLinesError(f"{file}: line {number} is no labeled answer ({error}).") from error
        if answer.question_id in library.questions and answer.competency in library.competencies:
            yield answer
