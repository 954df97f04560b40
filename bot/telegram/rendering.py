"""How a reply looks in Telegram: plain text with entities, a keyboard under the last part, a file with its caption."""

from typing import Any

from msgspec import Struct

from bot.telegram.splitting import MAXIMUM_UNITS, split, units
from conversations.markup import BOLD, CODE, ITALIC, QUOTE, Span, unmark
from conversations.replies import Attachment, Choice, Reply

MAXIMUM_CAPTION_UNITS = 1024
MAXIMUM_LABEL = 64
FOLDED_QUOTE = 400  # characters from which a quotation is folded, so that a phone shows what follows it

_ENTITIES = {BOLD: "bold", ITALIC: "italic", QUOTE: "blockquote", CODE: "code"}


class Outgoing(Struct, frozen=True):
    """One call of the Bot API: its fields but for the chat, and the file that goes with it."""

    fields: dict[str, Any]
    file: Attachment | None = None

    @property
    def can_replace(self) -> bool:
        """Whether the text of an earlier message can be changed into this."""
        return self.file is None


def render(reply: Reply) -> list[Outgoing]:
    """The messages that show a reply; at least one, none empty, none longer than Telegram takes."""
    sentence, spans = unmark(reply.text.encode("utf-8", "replace").decode())
    if reply.attachment is not None and units(sentence) <= MAXIMUM_CAPTION_UNITS:
        parts = []
        captions = list(split(sentence, spans))[:1]
    else:
        parts = list(split(sentence, spans, MAXIMUM_UNITS))
        captions = []
    if not parts and reply.attachment is None:
        parts = [("…", [])]
    messages = [Outgoing(_text("text", "entities", text, marked)) for text, marked in parts]
    if reply.attachment is not None:
        fields: dict[str, Any] = {}
        for text, marked in captions:
            fields = _text("caption", "caption_entities", text, marked)
        messages.append(Outgoing(fields, reply.attachment))
    if reply.choices:
        messages[-1].fields["reply_markup"] = {"inline_keyboard": [_row(row) for row in reply.choices if row]}
    return messages


def _text(name: str, entities_name: str, text: str, spans: list[Span]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: text}
    if spans:
        fields[entities_name] = [_entity(text, span) for span in spans]
    if name == "text":
        fields["link_preview_options"] = {"is_disabled": True}
    return fields


def _entity(text: str, span: Span) -> dict[str, Any]:
    kind = _ENTITIES[span.mark]
    if span.mark == QUOTE and span.end - span.start >= FOLDED_QUOTE:
        kind = "expandable_blockquote"
    return {"type": kind, "offset": units(text[: span.start]), "length": units(text[span.start : span.end])}


def _row(row: tuple[Choice, ...]) -> list[dict[str, str]]:
    return [{"text": _label(choice), "callback_data": choice.id} for choice in row]


def _label(choice: Choice) -> str:
    label = " ".join(choice.label.encode("utf-8", "replace").decode().split()) or choice.id
    return label if len(label) <= MAXIMUM_LABEL else label[: MAXIMUM_LABEL - 1].rstrip() + "…"
