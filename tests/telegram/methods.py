"""The Bot API methods that the server knows, with the checks that Telegram makes before it obliges."""

from collections.abc import Callable
from typing import Any

from tests.telegram.state import BOT, Chat, State

ENTITY_KINDS = {"bold", "italic", "underline", "code", "pre", "blockquote", "expandable_blockquote"}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


class ApiError(Exception):
    """An error as Telegram answers it."""

    def __init__(self, status: int, description: str, retry_after: int = 0) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after


def send_message(state: State, fields: dict[str, Any]) -> dict[str, Any]:
    chat = _chat(state, fields)
    content = _text(fields, "text", "entities", 4096)
    if not content:
        raise ApiError(400, "Bad Request: message text is empty")
    return _send(state, chat, {**content, **_markup(fields)})


def edit_message_text(state: State, fields: dict[str, Any]) -> dict[str, Any]:
    chat = _chat(state, fields)
    message = chat.find(fields.get("message_id"))
    if message is None or message["from"] != BOT:
        raise ApiError(400, "Bad Request: message to edit not found")
    content = _text(fields, "text", "entities", 4096)
    if not content:
        raise ApiError(400, "Bad Request: message text is empty")
    if "text" not in message:
        raise ApiError(400, "Bad Request: there is no text in the message to edit")
    new = {**content, **_markup(fields)}
    if new == {name: message[name] for name in ("text", "entities", "reply_markup") if name in message}:
        raise ApiError(400, NOT_MODIFIED)
    for name in ("entities", "reply_markup"):
        message.pop(name, None)
    message.update(new, edit_date=message["date"])
    chat.changed.set()
    return message


def send_document(state: State, fields: dict[str, Any]) -> dict[str, Any]:
    return _send_file(state, fields, "document")


def send_photo(state: State, fields: dict[str, Any]) -> dict[str, Any]:
    return _send_file(state, fields, "photo")


def send_chat_action(state: State, fields: dict[str, Any]) -> bool:
    _chat(state, fields)
    return True


def answer_callback_query(state: State, fields: dict[str, Any]) -> bool:
    query = str(fields.get("callback_query_id"))
    if state.queries.get(query) is not False:
        raise ApiError(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    state.queries[query] = True
    state.toasts += [str(fields["text"])] if fields.get("text") else []
    return True


def get_file(state: State, fields: dict[str, Any]) -> dict[str, Any]:
    path = str(fields.get("file_id"))
    if path not in state.files:
        raise ApiError(400, "Bad Request: invalid file_id")
    return {"file_id": path, "file_unique_id": path, "file_size": len(state.files[path]), "file_path": path}


def _send_file(state: State, fields: dict[str, Any], kind: str) -> dict[str, Any]:
    chat = _chat(state, fields)
    name, content = fields.get(kind) or ("", b"")
    if not content:
        raise ApiError(400, "Bad Request: file must be non-empty")
    path = f"{kind}s/{len(state.files)}-{name}"
    state.files[path] = content
    file = {"file_id": path, "file_unique_id": path, "file_name": name, "file_size": len(content)}
    described = _text(fields, "caption", "caption_entities", 1024)
    return _send(state, chat, {kind: file if kind == "document" else [file], **described, **_markup(fields)})


def _send(state: State, chat: Chat, content: dict[str, Any]) -> dict[str, Any]:
    chat.sent += 1
    return state.add(chat, {"from": BOT, **content})


def _chat(state: State, fields: dict[str, Any]) -> Chat:
    chat = state.chats.get(fields.get("chat_id") or 0)
    if chat is None:
        raise ApiError(400, "Bad Request: chat not found")
    if chat.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    return chat


def _text(fields: dict[str, Any], name: str, entities_name: str, limit: int) -> dict[str, Any]:
    """The checked text with its entities; nothing when there is no text."""
    text = fields.get(name) or ""
    if "parse_mode" in fields:
        raise ApiError(400, "Bad Request: the coach sends entities, never a parse mode")
    if not text.strip():
        return {}
    size = len(text.encode("utf-16-le")) // 2
    if size > limit:
        raise ApiError(400, f"Bad Request: message {'is' if name == 'text' else 'caption is'} too long")
    entities = fields.get(entities_name) or []
    for entity in entities:
        start, length = entity["offset"], entity["length"]
        if entity["type"] not in ENTITY_KINDS or start < 0 or length < 1 or start + length > size:
            raise ApiError(400, f"Bad Request: can't parse entities: {entity}")
        _refuse_half_characters(text, start, length)
    return {name: text, **({entities_name: entities} if entities else {})}


def _refuse_half_characters(text: str, start: int, length: int) -> None:
    encoded = text.encode("utf-16-le")
    try:
        encoded[2 * start : 2 * (start + length)].decode("utf-16-le")
    except UnicodeDecodeError as error:
        raise ApiError(400, "Bad Request: can't parse entities: an entity begins or ends inside a character") from error


def _markup(fields: dict[str, Any]) -> dict[str, Any]:
    markup = fields.get("reply_markup")
    if not markup:
        return {}
    buttons = [button for row in markup["inline_keyboard"] for button in row]
    if len(buttons) > 100 or any(len(row) > 8 for row in markup["inline_keyboard"]):
        raise ApiError(400, "Bad Request: reply markup is too long")
    for button in buttons:
        if not button.get("text", "").strip():
            raise ApiError(400, "Bad Request: text buttons are unallowed in the inline keyboard")
        if not 1 <= len(button["callback_data"].encode()) <= 64:
            raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
    return {"reply_markup": markup}


def _remember(name: str, field: str) -> Callable[[State, dict[str, Any]], bool]:
    def remember(state: State, fields: dict[str, Any]) -> bool:
        state.menus[_key(name, fields)] = fields[field]
        return True

    return remember


def _recall(name: str, otherwise: Callable[[Any], Any]) -> Callable[[State, dict[str, Any]], Any]:
    return lambda state, fields: otherwise(state.menus.get(_key(name, fields)))


def _key(name: str, fields: dict[str, Any]) -> str:
    scope = fields.get("scope") or {}
    if name != "commands":
        return name
    return " ".join([name, scope.get("type", "default"), *map(str, filter(None, [scope.get("chat_id")]))])


METHODS: dict[str, Callable[[State, dict[str, Any]], Any]] = {
    "sendMessage": send_message,
    "editMessageText": edit_message_text,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "sendChatAction": send_chat_action,
    "answerCallbackQuery": answer_callback_query,
    "getFile": get_file,
    "setMyCommands": _remember("commands", "commands"),
    "getMyCommands": _recall("commands", lambda commands: commands or []),
    "setMyDescription": _remember("description", "description"),
    "getMyDescription": _recall("description", lambda text: {"description": text or ""}),
    "setMyShortDescription": _remember("short description", "short_description"),
    "getMyShortDescription": _recall("short description", lambda text: {"short_description": text or ""}),
    "setChatMenuButton": _remember("menu button", "menu_button"),
    "getChatMenuButton": _recall("menu button", lambda button: button or {"type": "default"}),
}
