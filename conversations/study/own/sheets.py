"""Cards as a table: what a spreadsheet, Anki or a person's own list gives when it is saved or pasted as text."""

import csv
import io
import re
from typing import NamedTuple

from conversations.markup import clean

HEADER = ("front", "back")
_HEADINGS = {"front", "question", "term", "back", "answer", "definition"}
_DELIMITERS = ("\t", ";", ",")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # a spreadsheet would run a cell that begins so
_GUARD = "'"
_BYTE_ORDER_MARK = "\ufeff"
_DIRECTIVE = re.compile(r"#[a-z ]+:")  # Anki's own exports begin with lines such as "#separator:tab"


class Sheet(NamedTuple):
    """The cards of a table, front and back, and the numbers of the rows (from 1) that are no card."""

    cards: list[tuple[str, str]]
    faulty: list[int]


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"{_GUARD}{cell}" if cell.lstrip().startswith(_FORMULA) else cell


def decoded(content: bytes) -> str | None:
    """The text of a file in UTF-8, UTF-16 or Windows-1252; None when it is empty or no text."""
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text if text.strip() and "\x00" not in text else None
    return None


def read(text: str) -> Sheet:
    """Reads rows of front and back, separated by tabs, semicolons or commas; a row of headings is passed over.

    Never raises: what is no table has no cards.
    """
    rows = max((_rows(text, delimiter) for delimiter in _DELIMITERS), key=_fullness)
    cards: list[tuple[str, str]] = []
    faulty: list[int] = []
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and len(cells) > 1 and {c.casefold() for c in cells[:2]} <= _HEADINGS):
            continue
        if len(cells) > 1 and cells[0] and cells[1]:
            cards.append((_unguarded(cells[0]), _unguarded(cells[1])))
        else:
            faulty.append(number)
    return Sheet(cards, faulty)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    lines = io.StringIO(clean(text.removeprefix(_BYTE_ORDER_MARK)), newline="")
    try:
        rows = [row for row in csv.reader(lines, delimiter=delimiter) if not (row and _DIRECTIVE.match(row[0]))]
    except csv.Error:
        return []
    return [_two(row, delimiter) for row in rows]


def _two(row: list[str], delimiter: str) -> list[str]:
    """Commas within an unquoted answer belong to it; further columns of other tables do not."""
    return [row[0], ",".join(row[1:])] if delimiter == "," and len(row) > 2 else row[:2]


def _fullness(rows: list[list[str]]) -> int:
    return sum(1 for row in rows if len(row) > 1 and row[0].strip() and row[1].strip())


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == _GUARD and cell[1:].lstrip().startswith(_FORMULA) else cell
