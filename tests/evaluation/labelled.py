"""The labelled answers, split by id into a part that authors look at and a part that is only measured on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

HERE = Path(__file__).parent
Row = dict[str, Any]


def is_held_out(row: Row) -> bool:
    """Whether an answer belongs to the part that nobody reads: two fifths, fixed by the id."""
    return crc32(row["id"].encode()) % 5 < 2


def answers(competency: str | None = None) -> Iterator[Row]:
    """The labelled interview answers, ours and those of further writers, of one competency or of all."""
    for path in (HERE / "answers.jsonl", *sorted((HERE / "further").glob("answers-*.jsonl"))):
        for row in _lines(path):
            if competency in (None, row["competency"]):
                yield row


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
