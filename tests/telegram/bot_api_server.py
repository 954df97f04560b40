"""A small Bot API server on loopback that keeps the rules of Telegram's own, and breaks things on demand.

Tests start it in their own event loop (`async with BotApiServer() as server`) and let `Person`s talk to the bot;
``python -m tests.telegram.bot_api_server`` runs one to point a bot at by hand.
"""

import asyncio
import json
import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

from aiohttp import web

from tests.telegram.faults import Fault, Faults
from tests.telegram.methods import METHODS, ApiError
from tests.telegram.person import Person
from tests.telegram.pushing import Pusher, chat_of
from tests.telegram.queue import UpdateQueue
from tests.telegram.state import BOT, TOKEN, State

MAXIMUM_UPLOAD = 50 << 20


class BotApiServer:
    """``root`` is what TELEGRAM_API_URL is set to. ``calls`` counts the calls of each method."""

    def __init__(self, token: str = TOKEN, keep: int = 400) -> None:
        self.token = token
        self.state = State(keep)
        self.faults = Faults()
        self.queue = UpdateQueue()
        self.pusher = Pusher(self.queue)
        self.calls: dict[str, int] = {}
        self.root = ""
        self._people: dict[int, Person] = {}
        server = web.Application(client_max_size=MAXIMUM_UPLOAD)
        server.router.add_route("*", "/bot{token}/{method}", self._call)
        server.router.add_get("/file/bot{token}/{path:.+}", self._file)
        self._runner = web.AppRunner(server, access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.root = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        await self.pusher.stop()
        self.queue.close()
        await self._runner.cleanup()

    def person(self, name: str = "Ana", number: int | None = None) -> Person:
        """Somebody with a private chat with the bot; the same one for the same number."""
        number = 1000 + len(self._people) if number is None else number
        if number not in self._people:
            self._people[number] = Person(self, number, name)
        return self._people[number]

    async def sends_more(self, patience: float = 20.0) -> None:
        """Returns when the bot has sent another message, or after so many seconds."""
        sent = self.calls.get("sendMessage", 0)
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while self.calls.get("sendMessage", 0) == sent:
                    await asyncio.sleep(0.02)

    def push(self, kind: str, content: dict[str, Any], *, chat: int = 0, number: int | None = None) -> int:
        """Makes an update, as Telegram would; its id. ``number`` repeats an earlier one."""
        update = self.queue.add({kind: content}, number)
        if self.pusher.url:
            self.pusher.push(chat, update)
        return int(update["update_id"])

    def repeat(self, chance: random.Random) -> None:
        """Sends one of the latest updates once more, under its old id, whether it was acknowledged or not."""
        if self.queue.latest:
            update = chance.choice(self.queue.latest)
            self.queue.add_again(update)
            if self.pusher.url:
                self.pusher.push(chat_of(update), update)

    def break_(self, method: str, **fault: Any) -> Fault:
        """The next calls of the method go wrong: see `Fault`."""
        return self.faults.add(Fault(method, **fault))

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        self.calls[method] = self.calls.get(method, 0) + 1
        if request.match_info["token"] != self.token:
            return _failure(ApiError(401, "Unauthorized"))
        fields = await _fields(request)
        fault = self.faults.next(method, fields.get("chat_id"))
        if fault is not None and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault is not None and fault.status:
            return _failure(ApiError(fault.status, fault.description, fault.retry_after))
        try:
            result = await self._result(method, fields)
        except ApiError as error:
            return _failure(error)
        if fault is not None and fault.drop:
            assert request.transport is not None
            request.transport.abort()  # the work is done, the answer never arrives
        return _answer({"ok": True, "result": result})

    async def _result(self, method: str, fields: dict[str, Any]) -> Any:
        if method == "getUpdates":
            if self.pusher.url:
                raise ApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook")
            return await self.queue.poll(fields)
        if method in ("setWebhook", "deleteWebhook"):
            self.pusher.set(str(fields.get("url") or ""), str(fields.get("secret_token") or ""))
            return True
        if method == "getMe":
            return BOT
        act: Callable[[State, dict[str, Any]], Any] | None = METHODS.get(method)
        if act is None:
            raise ApiError(404, "Not Found: method not found")
        return act(self.state, fields)

    async def _file(self, request: web.Request) -> web.Response:
        content = self.state.files.get(request.match_info["path"])
        return web.Response(status=404) if content is None else web.Response(body=content)


async def _fields(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return json.loads(await request.read()) if request.can_read_body else {}
    fields: dict[str, Any] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            fields[name] = (value.filename, value.file.read())
        else:
            fields[name] = _value(str(value))
    return {**dict(request.query), **fields}


def _value(text: str) -> Any:
    """Form fields hold JSON where they are no plain text."""
    try:
        return json.loads(text) if text[:1] in "[{" or text.lstrip("-").isdecimal() else text
    except ValueError:
        return text


def _answer(content: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(status=status, body=json.dumps(content).encode(), content_type="application/json")


def _failure(error: ApiError) -> web.Response:
    content: dict[str, Any] = {"ok": False, "error_code": error.status, "description": error.description}
    if error.retry_after:
        content["parameters"] = {"retry_after": error.retry_after}
    return _answer(content, error.status)


async def _main(port: int) -> None:
    server = BotApiServer()
    await server.start(port)
    ana = server.person("Ana")
    print(f"TELEGRAM_API_URL={server.root} TELEGRAM_BOT_TOKEN={server.token}")
    print("Type what Ana says; [label] taps a button.")
    asyncio.get_running_loop().create_task(ana.prints())
    while line := await asyncio.to_thread(input):
        await (ana.presses(line[1:-1]) if line.startswith("[") and line.endswith("]") else ana.says(line))


if __name__ == "__main__":
    asyncio.run(_main(8081))
