"""How python-telegram-bot reaches the Bot API here: one pooled aiohttp client, several times cheaper than its own."""

import json
from typing import Any, NoReturn

import aiohttp
import msgspec
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
WRITE_FILE_SECONDS = 60.0

_JSON = {"Content-Type": "application/json"}
_decode = msgspec.json.Decoder().decode


class AiohttpRequest(BaseRequest):
    """Sends parameters as JSON, which is half the work of a form, and files as multipart.

    ``connections`` is how many requests may run at once.
    """

    def __init__(self, connections: int = 256) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None
        self._open = False

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for bytes of an answer when a call does not say otherwise."""
        return READ_SECONDS

    async def initialize(self) -> None:
        self._open = True

    async def shutdown(self) -> None:
        self._open = False
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body of the answer.

        Raises `TimedOut` and `NetworkError`. Their messages never hold the address, because the bot's token is in it.
        """
        session = self._connected()
        files = request_data is not None and request_data.contains_files
        read = _seconds(read_timeout, READ_SECONDS)
        if files:
            read = (read or 0) + _seconds(write_timeout, WRITE_FILE_SECONDS)
        timeout = aiohttp.ClientTimeout(
            total=None,
            connect=_seconds(pool_timeout, CONNECT_SECONDS),
            sock_connect=_seconds(connect_timeout, CONNECT_SECONDS),
            sock_read=read,
        )
        try:
            async with session.request(method, url, timeout=timeout, **_body(request_data, files)) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut("Telegram did not answer in time.") from error
        except (aiohttp.ClientError, OSError) as error:
            _fail(error)

    def _connected(self) -> aiohttp.ClientSession:
        """The client, made with the first request: a start that is interrupted leaves nothing open."""
        if not self._open:
            raise NetworkError("The connection to Telegram is closed.")
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        return self._session

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Reads an answer. Half an emoji makes the strict decoder refuse, so a lenient one gets a second look.

        Never logs what it could not read. Raises `TelegramError` when it is no JSON object.
        """
        try:
            parsed = _decode(payload)
        except msgspec.DecodeError:
            try:
                parsed = json.loads(payload.decode("utf-8", "replace"))
            except ValueError as error:
                raise TelegramError("Telegram's answer could not be read.") from error
        if not isinstance(parsed, dict):
            raise TelegramError("Telegram's answer could not be read.")
        return parsed


def _body(request_data: RequestData | None, files: bool) -> dict[str, Any]:
    if request_data is None:
        return {}
    if not files:
        return {"data": _encoded(request_data.parameters), "headers": _JSON}
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return {"data": form}


def _encoded(parameters: dict[str, Any]) -> bytes:
    """As JSON; half an emoji, which has no UTF-8, becomes a question mark."""
    try:
        return msgspec.json.encode(parameters)
    except UnicodeEncodeError:
        return json.dumps(parameters, ensure_ascii=False).encode("utf-8", "replace")


def _seconds(given: Any, otherwise: float) -> Any:
    return otherwise if given is BaseRequest.DEFAULT_NONE else given


def _fail(error: Exception) -> NoReturn:
    # The type alone: the text of some of these errors holds the address, and so the token.
    raise NetworkError(f"Telegram cannot be reached ({type(error).__name__}).") from None
