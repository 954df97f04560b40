"""A group as a CSV table."""

import csv
import io

import msgspec

from conversations.coaching.cohort.exporting import Exported, Line
from conversations.study.own.sheets import guarded


def as_csv(group: Exported) -> bytes:
    """UTF-8 with a byte order mark, which Excel wants; no cell can run as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(Line.__struct_fields__)
    for line in group.lines:
        writer.writerow(guarded(cell) if isinstance(cell, str) else cell for cell in msgspec.structs.astuple(line))
    return out.getvalue().encode("utf-8-sig")
