"""A Bot API server that costs next to nothing, so that what is measured is the bot: HTTP on a bare protocol."""

import asyncio
import re
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any, Self, cast
from urllib.parse import parse_qsl

import msgspec

from tests.benchmarks.crowd import BOT

Respond = Callable[[bytes], None]
LIMITED_SECONDS = 0.5  # polled again at one offset within this time, Telegram gives a single update
PUSHERS = 100  # connections for each webhook, as Telegram allows
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
KEPT = frozenset(["text", "reply_markup", "entities"])  # of a message
NESTED = frozenset(["reply_markup", "entities"])
_OK = b'{"ok":true,"result":true}'


class LeanServer:
    """``shown`` gets every message that the bot sends, and gives it an id. ``delay`` is added to every answer, in
    seconds. Updates go to the poller, or to ``webhooks`` (host and port of each) in turn."""

    def __init__(self) -> None:
        self.delay = 0.0
        self.root = ""
        self.shown: Callable[[int, dict[str, Any]], int] = lambda _chat, _fields: 0
        self.webhooks: list[Webhook] = []
        self.queue = Queue()
        self._next = 500_000_000
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Connection(self), "127.0.0.1", 0)
        self.root = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        for webhook in self.webhooks:
            webhook.close()
        if self._server is not None:
            self._server.close()

    def send(self, chat: int, content: dict[str, Any]) -> None:
        """Makes an update of the content."""
        self._next += 1
        body = msgspec.json.encode({"update_id": self._next, **content})
        if self.webhooks:
            self.webhooks[self._next % len(self.webhooks)].push(chat, body)
        else:
            self.queue.add(self._next, body)

    def answer(self, method: str, body: bytes, respond: Respond) -> None:
        """Obliges a call of the bot; ``respond`` takes the JSON of the answer."""
        form = _form(body)
        match method:
            case "getUpdates":
                self.queue.poll(form, respond)
            case "sendMessage" | "editMessageText":
                chat, fields = int(form["chat_id"]), {name: form[name] for name in KEPT & form.keys()}
                message = {
                    "message_id": self.shown(chat, fields),
                    "date": 1_760_000_000,
                    "chat": {"id": chat, "type": "private", "first_name": "Ana"},
                    "from": BOT,
                    **fields,
                }
                respond(msgspec.json.encode({"ok": True, "result": message}))
            case "getMe":
                respond(msgspec.json.encode({"ok": True, "result": BOT}))
            case "getMyCommands":
                respond(b'{"ok":true,"result":[]}')
            case "getMyDescription" | "getMyShortDescription" | "getChatMenuButton":
                respond(b'{"ok":true,"result":{"description":"","short_description":"","type":"default"}}')
            case _:
                respond(_OK)


class Queue:
    """Updates that wait for a poller. Those before the offset that it names are let go."""

    def __init__(self) -> None:
        self._pending: OrderedDict[int, bytes] = OrderedDict()
        self._waiting: Callable[[], None] | None = None
        self._last = (0, -1.0)

    def add(self, number: int, update: bytes) -> None:
        self._pending[number] = update
        if self._waiting is not None:
            give, self._waiting = self._waiting, None
            asyncio.get_running_loop().call_soon(give)

    def poll(self, form: dict[str, Any], respond: Respond) -> None:
        offset, limit = int(form.get("offset") or 0), int(form.get("limit") or 100)
        while self._pending and next(iter(self._pending)) < offset:
            self._pending.popitem(last=False)
        loop = asyncio.get_running_loop()
        now = loop.time()
        if self._last[0] == offset and now - self._last[1] < LIMITED_SECONDS:
            limit = 1
        self._last = (offset, now)

        def give() -> None:
            updates = [update for update, _ in zip(self._pending.values(), range(limit), strict=False)]
            respond(b'{"ok":true,"result":[' + b",".join(updates) + b"]}")

        def give_nothing() -> None:
            if self._waiting is give:
                self._waiting = None
                respond(b'{"ok":true,"result":[]}')

        if self._pending:
            give()
        elif (seconds := int(form.get("timeout") or 0)) > 0:
            self._waiting = give
            loop.call_later(seconds, give_nothing)
        else:
            respond(b'{"ok":true,"result":[]}')


class _Connection(asyncio.Protocol):
    def __init__(self, server: LeanServer) -> None:
        self._server = server
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is not one by descent

    def data_received(self, data: bytes) -> None:
        self._received += data
        while request := _message(self._received):
            head, body, self._received = request
            method = head.split(b" ", 2)[1].rpartition(b"/")[2].decode()
            self._server.answer(method, body, self._respond)

    def _respond(self, body: bytes) -> None:
        if self._server.delay:
            asyncio.get_running_loop().call_later(self._server.delay, self._write, body)
        else:
            self._write(body)

    def _write(self, body: bytes) -> None:
        assert self._transport is not None
        if self._transport.is_closing():
            return
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self._transport.write(head.encode() + body)


class Webhook:
    """Pushes updates to one address, a chat's one at a time, again after a while when the answer is not 200."""

    def __init__(self, port: int, path: str, secret: str) -> None:
        self.refused = 0
        self._closed = False
        self._port = port
        self._head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: "
        ).encode()
        self._waiting: deque[tuple[int, bytes]] = deque()
        self._busy: dict[int, deque[bytes]] = {}
        self._idle: list[_Pusher] = []
        self._pushers: list[_Pusher] = []
        self._tasks: set[asyncio.Task[None]] = set()

    def push(self, chat: int, update: bytes) -> None:
        if chat in self._busy:
            self._busy[chat].append(update)
            return
        self._busy[chat] = deque()
        self._start(chat, update)

    def close(self) -> None:
        self._closed = True
        for pusher in self._pushers:
            pusher.close()

    def done(self, pusher: "_Pusher", chat: int, update: bytes, status: bytes) -> None:
        """An answer came, or the connection ended (status b"")."""
        if status:
            self._idle.append(pusher)
        else:
            self._pushers.remove(pusher)
        if status == b"200":
            if self._busy[chat]:
                self._start(chat, self._busy[chat].popleft())
            else:
                del self._busy[chat]
        else:
            self.refused += 1
            asyncio.get_running_loop().call_later(0.05, self._start, chat, update)
        if self._waiting and (self._idle or len(self._pushers) < PUSHERS):
            self._start(*self._waiting.popleft())

    def _start(self, chat: int, update: bytes) -> None:
        if self._closed:
            return
        request = self._head + str(len(update)).encode() + b"\r\n\r\n" + update
        while self._idle and self._idle[-1].is_closed:  # by the coach, after a long rest
            self._pushers.remove(self._idle.pop())
        if self._idle:
            self._idle.pop().push(chat, update, request)
        elif len(self._pushers) < PUSHERS:
            pusher = _Pusher(self)
            self._pushers.append(pusher)
            task = asyncio.get_running_loop().create_task(self._connect(pusher, chat, update, request))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        else:
            self._waiting.append((chat, update))

    async def _connect(self, pusher: "_Pusher", chat: int, update: bytes, request: bytes) -> None:
        try:
            await asyncio.get_running_loop().create_connection(lambda: pusher, "127.0.0.1", self._port)
        except OSError:
            self.done(pusher, chat, update, b"")
        else:
            pusher.push(chat, update, request)


class _Pusher(asyncio.Protocol):
    def __init__(self, webhook: Webhook) -> None:
        self._webhook = webhook
        self._received = b""
        self._under_way: tuple[int, bytes] | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is not one by descent

    @property
    def is_closed(self) -> bool:
        return self._transport is None or self._transport.is_closing()

    def push(self, chat: int, update: bytes, request: bytes) -> None:
        assert self._transport is not None
        self._under_way = chat, update
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._received += data
        if (answer := _message(self._received)) and self._under_way is not None:
            head, _, self._received = answer
            (chat, update), self._under_way = self._under_way, None
            self._webhook.done(self, chat, update, head.split(b" ", 2)[1])

    def connection_lost(self, exception: Exception | None) -> None:
        if self._under_way is not None:
            (chat, update), self._under_way = self._under_way, None
            self._webhook.done(self, chat, update, b"")

    def close(self) -> None:
        self._under_way = None
        if self._transport is not None:
            self._transport.close()


def _form(body: bytes) -> dict[str, Any]:
    """The parameters of a call, sent as JSON or as a form that holds JSON where it is no plain text."""
    if body.startswith(b"{"):
        parameters: dict[str, Any] = msgspec.json.decode(body)
        return parameters
    form: dict[str, Any] = dict(parse_qsl(body.decode()))
    for name in NESTED & form.keys():
        form[name] = msgspec.json.decode(form[name])
    return form


def _message(received: bytes) -> tuple[bytes, bytes, bytes] | None:
    """Head, body and what comes after, once a request or an answer is there as a whole."""
    head, end, rest = received.partition(b"\r\n\r\n")
    if not end:
        return None
    found = _LENGTH.search(head)
    length = int(found[1]) if found else 0
    return (head, rest[:length], rest[length:]) if len(rest) >= length else None
