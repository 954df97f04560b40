"""What is wrong with a pack, said so that its author can put it right."""

from typing import NamedTuple


class Fault(NamedTuple):
    """One thing wrong with one file.

    ``id`` is the nearest item that has an id ("" when the file as a whole is meant), ``field`` the way from there
    ("" when the item as a whole is meant; list items count from 1), ``remedy`` what to do about it.
    """

    file: str
    id: str
    field: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """One line for a person: file, id, field, what is wrong, what to do."""
        return f"{': '.join(part for part in (self.file, self.id, self.field, self.what) if part)}. {self.remedy}."


class Finding(NamedTuple):
    """A fault before its file is known."""

    id: str
    field: str
    what: str
    remedy: str

    def in_file(self, file: str) -> Fault:
        """The same as a fault of ``file``."""
        return Fault(file, *self)
