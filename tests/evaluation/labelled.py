"""The labelled answers: which of them authors look at, which are only measured on, and in which fold each is."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

HERE = Path(__file__).parent
Row = dict[str, Any]


FOLDS = 3  # an answer is measured with word weights that were learned from the other folds
_BY_LATER_WRITERS = re.compile(r"-[nt]\d")


def is_held_out(row: Row) -> bool:
    """Whether an answer belongs to the part that no author of cues reads: two fifths of the first writers' answers,
    fixed by the id, and all of the later writers'."""
    return crc32(row["id"].encode()) % 5 < 2 or bool(_BY_LATER_WRITERS.search(row["id"]))


def fold(row: Row) -> int:
    """Which fold an answer is in, 0 to 2; fixed by the id, and apart from whether it is held out."""
    return crc32(row["id"].encode(), 7) % FOLDS


def answers(competency: str | None = None) -> Iterator[Row]:
    """The labelled interview answers, ours and those of further writers, of one competency or of all."""
    for path in (HERE / "answers.jsonl", *sorted((HERE / "further").glob("answers-*.jsonl"))):
        for row in _lines(path):
            if competency in (None, row["competency"]):
                yield row


def tellings(competency: str) -> Iterator[Row]:
    """Short tellings, each in the words of somebody who did what one behavior is about, or did something near it."""
    yield from _lines(HERE / "tellings" / f"{competency}.jsonl")


def recalls() -> Iterator[Row]:
    """The typed recalls of the flashcards' lists."""
    for path in (HERE / "recall.jsonl", *sorted((HERE / "further").glob("recall*.jsonl"))):
        yield from _lines(path)


def definitions() -> Iterator[Row]:
    """The typed definitions with the ideas in them."""
    for path in (HERE / "definitions.json", *sorted((HERE / "further").glob("definitions*.json"))):
        yield from json.loads(path.read_text(encoding="utf-8"))["answers"]


def _lines(path: Path) -> Iterator[Row]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
