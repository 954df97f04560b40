"""What an update from Telegram means: an event for the desk, a word to a group, a changed reach, or nothing.

Updates are read as they came, field by field: whatever is missing or of the wrong kind counts as absent.
"""

import re
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from conversations.commands import COMMANDS
from conversations.events import Edited, Event, Happening, Kind, Pressed, Said, Sent
from conversations.markup import clean

_KINDS = {
    "photo": Kind.PHOTO,
    "video": Kind.VIDEO,
    "video_note": Kind.VIDEO,
    "animation": Kind.VIDEO,
    "voice": Kind.VOICE,
    "audio": Kind.VOICE,
    "sticker": Kind.STICKER,
    "document": Kind.FILE,
    "location": Kind.PLACE,
    "venue": Kind.PLACE,
    "contact": Kind.CONTACT,
    "poll": Kind.OTHER,
    "dice": Kind.OTHER,
    "game": Kind.OTHER,
    "story": Kind.OTHER,
    "paid_media": Kind.OTHER,
    "checklist": Kind.OTHER,
    "giveaway": Kind.OTHER,
    "invoice": Kind.OTHER,
}
MAXIMUM_FILE_BYTES = 1_000_000
_COMMAND = re.compile(r"(/\w+)@(\w+)")
_NAMES = {f"/{command.name}" for command in COMMANDS}


class Me(Struct, frozen=True):
    """The bot itself, as Telegram knows it."""

    id: int
    username: str


class Document(Struct, frozen=True):
    """A small text file that Telegram holds under ``identity``."""

    identity: str
    name: str


class Happened(Struct, frozen=True):
    """An event, the chat it came from, and the button press behind it: ``query`` to answer, ``screen`` it was on.

    ``document`` is a file to fetch; until it is there, the event says only that one was sent.
    """

    event: Event
    chat: int
    query: str | None = None
    screen: int | None = None
    album: str | None = None
    document: Document | None = None


class Addressed(Struct, frozen=True):
    """Somebody in a group spoke to the coach, who practices in private."""

    chat: int


class Reach(Struct, frozen=True):
    """A person blocked the coach (``reachable`` False) or let it in again."""

    person: str
    reachable: bool


Meaning = Happened | Addressed | Reach | None


def person_of(user: int) -> str:
    """The key of a Telegram user's notebook."""
    return f"telegram-{user}"


def chat_of(person: str) -> int | None:
    """The private chat with a person; None for one who is not on Telegram."""
    place, _, number = person.partition("-")
    return int(number) if place == "telegram" and number.isdecimal() else None


def line_of(update: Any) -> int:
    """Whose turn an update takes: the person's, so that messages, edits and taps keep their order; 0 for nobody's."""
    for kind in ("message", "edited_message", "callback_query", "my_chat_member"):
        if (user := _sender(_field(update, kind, dict))) is not None:
            return user
    return 0


def translate(update: Any, me: Me, now: datetime) -> Meaning:
    """What the update means. ``now`` stands in for the time that a tap on a button does not carry. Never raises."""
    number = _field(update, "update_id", int)
    if message := _field(update, "message", dict):
        return _message(number, message, me, now)
    if message := _field(update, "edited_message", dict):
        return _edited(number, message, now)
    if query := _field(update, "callback_query", dict):
        return _tapped(number, query, now)
    if member := _field(update, "my_chat_member", dict):
        return _reach(member)
    return None


def _message(number: int | None, message: dict[str, Any], me: Me, now: datetime) -> Meaning:
    chat = _chat(message)
    if chat is None:
        return None
    if not _private(message):
        return Addressed(chat) if _is_addressed(message, me) else None
    happening = _happening(message, me, now)
    if happening is None:
        return None
    document = _document(message)  # every file of an album counts, while its photos count as one
    return _happened(number, message, happening, None if document else _field(message, "media_group_id", str), document)


def _happening(message: dict[str, Any], me: Me, now: datetime) -> Happening | None:
    identity, at = _field(message, "message_id", int), _time(message, "date", now)
    text = _field(message, "text", str)
    if text is not None:
        command = _COMMAND.match(text)
        if command and command[2].lower() != me.username.lower():
            return None
        if command:
            text = command[1] + text[command.end() :]
        replied = _field(message, "reply_to_message", dict)
        answers = _field(replied, "message_id", int)
        answered, quoted = _of_ours(replied, _field(message, "quote", dict), me)
        return Said(clean(text), at, identity, answers, answered=answered, quoted=quoted)
    for field, kind in _KINDS.items():
        if field in message:
            return Sent(kind, at, clean(_field(message, "caption", str) or ""), identity)
    return None


def _of_ours(replied: dict[str, Any] | None, quote: dict[str, Any] | None, me: Me) -> tuple[str, str]:
    """The words of the coach's message that somebody replies to, and those of them that they selected by hand."""
    if _field(_field(replied, "from", dict), "id", int) != me.id:
        return "", ""
    selected = quote if quote is not None and quote.get("is_manual") is True else None
    return clean(_field(replied, "text", str) or ""), clean(_field(selected, "text", str) or "")


def _document(message: dict[str, Any]) -> Document | None:
    """A file that holds text, by its name or type, and is not too large; None when words under it count instead."""
    file = _field(message, "document", dict)
    identity, size = _field(file, "file_id", str), _field(file, "file_size", int)
    if identity is None or size is None or size > MAXIMUM_FILE_BYTES or (_field(message, "caption", str) or "").strip():
        return None
    name, kind = clean(_field(file, "file_name", str) or ""), _field(file, "mime_type", str) or ""
    is_text = kind.startswith("text/") or name.lower().endswith((".csv", ".tsv", ".txt"))
    return Document(identity, name) if is_text else None


def _edited(number: int | None, message: dict[str, Any], now: datetime) -> Meaning:
    text = _field(message, "text", str)
    text = _field(message, "caption", str) if text is None else text
    identity = _field(message, "message_id", int)
    if text is None or identity is None or not _private(message):
        return None
    return _happened(number, message, Edited(clean(text), _time(message, "edit_date", now), identity))


def _tapped(number: int | None, query: dict[str, Any], now: datetime) -> Meaning:
    message = _field(query, "message", dict)
    choice = _field(query, "data", str)
    user = _sender(query)
    if message is None or choice is None or user is None or not _private(message):
        return None
    return Happened(
        _event(number, query["from"], user, Pressed(clean(choice), now)),
        chat=user,
        query=_field(query, "id", str),
        screen=_field(message, "message_id", int),
    )


def _reach(member: dict[str, Any]) -> Meaning:
    user = _sender(member)
    status = _field(_field(member, "new_chat_member", dict), "status", str)
    if user is None or status is None or not _private(member):
        return None
    return Reach(person_of(user), status not in ("kicked", "left"))


def _happened(
    number: int | None,
    message: dict[str, Any],
    happening: Happening,
    album: str | None = None,
    document: Document | None = None,
) -> Meaning:
    user = _sender(message)
    if user is None:
        return None
    return Happened(_event(number, message["from"], user, happening), chat=user, album=album, document=document)


def _event(number: int | None, sender: dict[str, Any], user: int, happening: Happening) -> Event:
    return Event(person_of(user), happening, number, clean(_field(sender, "first_name", str) or "").strip())


def _is_addressed(message: dict[str, Any], me: Me) -> bool:
    if "sender_chat" in message or _field(_field(message, "chat", dict), "type", str) == "channel":
        return False
    text = (_field(message, "text", str) or _field(message, "caption", str) or "").lower()
    replied = _field(_field(_field(message, "reply_to_message", dict), "from", dict), "id", int)
    return replied == me.id or text.split(maxsplit=1)[:1] in [[name] for name in _NAMES] or _mentions(text, me)


def _mentions(text: str, me: Me) -> bool:
    return re.search(rf"@{re.escape(me.username.lower())}(?!\w)", text) is not None


def _sender(message: dict[str, Any] | None) -> int | None:
    user = _field(_field(message, "from", dict), "id", int)
    return user if user is not None and user > 0 else None


def _chat(message: dict[str, Any]) -> int | None:
    chat: int | None = _field(_field(message, "chat", dict), "id", int)
    return chat


def _private(message: dict[str, Any]) -> bool:
    return bool(_field(_field(message, "chat", dict), "type", str) == "private")


def _time(message: dict[str, Any], field: str, now: datetime) -> datetime:
    seconds = _field(message, field, int) or _field(message, "date", int)
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds else now
    except (OverflowError, OSError, ValueError):
        return now


def _field(value: Any, name: str, kind: type) -> Any:
    """A field of that kind; None when it is absent or of another kind."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, kind) and not isinstance(found, bool) else None
