"""The small TinyDB files: one per notebook, one per finished interview, one for notes about the store as a whole."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

from bot.stores.disk import get, put, sync_folder
from bot.stores.forms import Document, document_of, interview_of, notebook_of
from bot.stores.layout import Layout
from conversations.interview.record import Interview
from conversations.notebook import Notebook

MARKS = "marks"


class Files:
    """Reads and writes the files of a data folder, each of which is whole at any moment. Reading raises `DamagedError`,
    and `StoreError` for the form of a newer version; every method raises OSError when the disk refuses."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def notebook(self, person: str) -> Notebook | None:
        path = self._layout.notebook(person)
        document = get(path, self._layout.aside, "notebook")
        return None if document is None else notebook_of(document, str(path))

    def put_notebook(self, person: str, encoded: bytes) -> None:
        self._layout.make_person(person)
        put(self._layout.notebook(person), self._layout.aside, "notebook", msgspec.json.decode(encoded))

    def interview(self, person: str, number: int) -> Interview | None:
        path = self._layout.interview(person, number)
        document = get(path, self._layout.aside, "interview")
        return None if document is None else interview_of(document, str(path))

    def put_interviews(self, person: str, interviews: Iterable[Interview]) -> None:
        """Each under its number, in the place of an earlier one."""
        self._layout.make_person(person)
        for interview in interviews:
            path = self._layout.interview(person, interview.number)
            put(path, self._layout.aside, "interview", document_of(interview))

    def remove(self, person: str) -> None:
        """One rename takes everything away; what a killed deletion leaves is deleted at the next start."""
        folder = self._layout.person(person)
        if not folder.exists():
            return
        doomed = Path(tempfile.mkdtemp(dir=self._layout.forgotten))
        folder.replace(doomed)
        sync_folder(folder.parent)
        shutil.rmtree(doomed)

    def marks(self) -> Document:
        return get(self._layout.marks, self._layout.aside, MARKS) or {}

    def put_marks(self, marks: Document) -> None:
        put(self._layout.marks, self._layout.aside, MARKS, marks)
