"""What the core says back: values that name text, choices and attachments; the edge decides how they look."""

from msgspec import Struct

MAXIMUM_CHOICE_BYTES = 64


class Choice(Struct, frozen=True):
    """One button. ``id`` comes back when it is tapped (at most 64 bytes, the limit of Telegram); ids that begin with
    ``/`` are commands and are always valid."""

    id: str
    label: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.id.encode()) <= MAXIMUM_CHOICE_BYTES:
            raise ValueError(
                f"A choice id has 1 to {MAXIMUM_CHOICE_BYTES} bytes, not {len(self.id.encode())}: {self.id!r}"
            )


class Attachment(Struct, frozen=True):
    """A file to send with a reply, made by the edge from data when it is sent.

    ``kind`` names the export ("transcript", "notebook", …), ``form`` its format ("html", "md", "json", …) and
    ``data`` what it is made from, as JSON.
    """

    kind: str
    form: str
    filename: str
    data: bytes


class Reply(Struct, frozen=True):
    """One message to the person.

    ``text`` may hold marks (see markup.py). ``choices`` are rows of buttons. ``header`` says where the person is
    ("question 1 of 2, probe 2 of 3"); a terminal shows it above, Telegram leaves it out. ``replace`` asks the edge to
    change the screen whose button was tapped rather than to send another message. ``menu`` names the roles that the
    person has from now on, for an edge that shows a menu of commands; empty when nothing changed. ``notice`` names
    something said without being asked, of which only the latest counts; "" for all other replies. ``passing``: what was
    asked for follows in a moment, by a letter; an edge may show the words for that moment only.
    """

    text: str
    choices: tuple[tuple[Choice, ...], ...] = ()
    attachment: Attachment | None = None
    header: str = ""
    replace: bool = False
    menu: tuple[str, ...] = ()
    notice: str = ""
    passing: bool = False

    def choice_ids(self) -> list[str]:
        """The ids of all buttons, row by row."""
        return [choice.id for row in self.choices for choice in row]


def noted(note: str, reply: Reply) -> Reply:
    """The reply with a sentence before it (none: the reply as it is), so that one event earns one message."""
    if not note:
        return reply
    return Reply(f"{note}\n\n{reply.text}", reply.choices, reply.attachment, reply.header)
