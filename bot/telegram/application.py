"""Puts the Telegram edge together, runs it until it is told to stop, and leaves nothing undone behind."""

import asyncio
import hmac
import random
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import structlog
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.beside import beside
from bot.relief import Relief
from bot.stores import Store
from bot.telegram.api import ALLOWED_UPDATES, Api
from bot.telegram.delivery import Delivery
from bot.telegram.intake import Desk, Intake
from bot.telegram.mailbox import Mailbox
from bot.telegram.menus import set_menus
from bot.telegram.monitor import Monitor
from bot.telegram.pace import Limits
from bot.telegram.polling import Polling, SecondPollerError
from bot.telegram.translation import Me, chat_of
from bot.telegram.webhook import Webhook
from conversations.notebook import Parcel
from conversations.replies import Attachment

if TYPE_CHECKING:
    from bot.settings import Settings

log = structlog.get_logger(__name__)

DRAIN_SECONDS, FLUSH_SECONDS, CONFIRM_SECONDS = 2.5, 1.5, 0.7  # together under five
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
WEBHOOK_PORT = 8080

BAD_TOKEN = "TELEGRAM_BOT_TOKEN: Telegram does not know this token. Copy it again from @BotFather."  # noqa: S105
TWO_POLLERS = (
    "Another process takes the updates of this bot, so this one stops. "
    "Run one at a time; to run several, give them all WEBHOOK_URL and one DATABASE_URL."
)
PORT_TAKEN = "is taken by another program, or this one may not use it. Write another number, and tell the proxy."


class PortError(Exception):
    """The port cannot be used; the message is its number."""


async def serve(
    settings: "Settings", reception: Desk, store: Store, stop: asyncio.Event, limits: Limits | None = None
) -> int:
    """Serves Telegram until ``stop`` is set; the exit status: 0, 1 when another poller is in the way, 2 for a wrong
    token or port. What is under way is then committed and sent, within five seconds."""
    api = Api(settings.telegram_bot_token or "", settings.telegram_api_url)
    try:
        if await _unless_stopped(stop, _insist(api.initialize)):
            await _connected(settings, reception, store, api, limits or Limits(), stop)
    except InvalidToken:
        print(BAD_TOKEN, file=sys.stderr)
        return 2
    except BadRequest as refused:
        print(f"Telegram refused to start the bot: {refused.message}. WEBHOOK_URL may be wrong.", file=sys.stderr)
        return 2
    except PortError as taken:
        print(f"PORT: {taken} {PORT_TAKEN}", file=sys.stderr)
        return 2
    except SecondPollerError:
        print(TWO_POLLERS, file=sys.stderr)
        return 1
    finally:
        await api.shutdown()
    return 0


async def _connected(
    settings: "Settings", reception: Desk, store: Store, api: Api, limits: Limits, stop: asyncio.Event
) -> None:
    mailbox = Mailbox(store, reception.clock, reception.alarm_of)
    delivery = Delivery(api, mailbox, _file, limits)
    intake = Intake(Me(api.id, api.username), reception, mailbox, delivery, reception.clock, api.fetch)

    def deliver(person: str, parcels: Sequence[Parcel]) -> None:
        if (chat := chat_of(person)) is not None:
            delivery.post(person, chat, parcels)

    def deliver_waiting(person: str, parcels: Sequence[Parcel]) -> None:
        if (chat := chat_of(person)) is not None:
            delivery.post(person, chat, parcels, all_waiting=True)

    relief = Relief(store, deliver_waiting, reception.call)
    await relief.begin()
    menus = set_menus(api, settings.coach_ids, settings.operator_ids)
    log.info("the coach is on Telegram", bot=api.username, by="webhook" if settings.webhook_url else "polling")
    try:
        async with (
            beside(menus, relief.run()),
            reception.connected(f"https://t.me/{api.username}?start=", deliver),
        ):
            if settings.webhook_url:
                await _push(settings, api, intake, delivery, stop)
            else:
                await _poll(settings, api, intake, delivery, stop)
    finally:
        await intake.stop()
        await delivery.stop()


async def _poll(settings: "Settings", api: Api, intake: Intake, delivery: Delivery, stop: asyncio.Event) -> None:
    polling, monitor = Polling(api, intake), Monitor()
    async with _listening(monitor, settings.port):
        if await _unless_stopped(stop, _leave_webhook(api)):
            await _unless_stopped(stop, polling.run())
        monitor.close()
        await _finish(intake, delivery)
        with suppress(TelegramError):
            await _for_at_most(CONFIRM_SECONDS, polling.confirm())


async def _push(settings: "Settings", api: Api, intake: Intake, delivery: Delivery, stop: asyncio.Event) -> None:
    url, secret = settings.webhook_url or "", settings.webhook_secret or _secret(settings.telegram_bot_token or "")
    webhook = Webhook(intake, urlsplit(url).path or "/", secret)

    async def register() -> None:
        await api.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES, max_connections=100)

    async with _listening(webhook, settings.port or WEBHOOK_PORT):
        if await _unless_stopped(stop, _insist(register)):
            await stop.wait()
        webhook.close()
        await _finish(intake, delivery)


@asynccontextmanager
async def _listening(monitor: Monitor, port: int | None) -> AsyncIterator[None]:
    """While the block runs, the monitor listens, unless there is no port. Raises `PortError`."""
    try:
        if port:
            await monitor.start("0.0.0.0", port)  # noqa: S104 - a proxy or Telegram itself calls from outside
    except OSError as error:
        await monitor.stop()
        raise PortError(port) from error
    try:
        yield
    finally:
        await monitor.stop()


async def _finish(intake: Intake, delivery: Delivery) -> None:
    """Commits what was taken in and sends what is ready, for as long as a supervisor has patience."""
    await _for_at_most(DRAIN_SECONDS, intake.drained())
    await intake.stop()
    await _for_at_most(FLUSH_SECONDS, delivery.drained())


async def _for_at_most(seconds: float, work: Awaitable[None]) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(work, seconds)


async def _leave_webhook(api: Api) -> None:
    """Asks for updates to be fetched from now on. A server that does not know the call has no webhook to leave; where
    one is left all the same, polling is told so and tries again."""
    try:
        await _insist(api.delete_webhook)
    except (BadRequest, InvalidToken) as error:  # a 404 for an unknown method reads as a wrong token
        log.warning("the webhook could not be left", error=type(error).__name__)


async def _insist(call: Callable[[], Awaitable[object]]) -> None:
    """Makes a call until Telegram can be reached. Raises `InvalidToken` and `BadRequest`: waiting mends neither."""
    pause = FIRST_PAUSE
    while True:
        try:
            await call()
        except (BadRequest, InvalidToken):
            raise
        except TelegramError as error:
            log.warning("telegram cannot be reached, trying again", error=type(error).__name__)
            await asyncio.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311
            pause = min(pause * 2, LONGEST_PAUSE)
        else:
            return


async def _unless_stopped(stop: asyncio.Event, work: Awaitable[None]) -> bool:
    """Whether the work came to its end before the coach was told to stop; it is cancelled then."""
    working, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            await working
        return working.done()
    finally:
        for task in (working, stopping):
            task.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)


async def _file(attachment: Attachment) -> bytes:
    from bot.exports.making import made  # when a file is asked for, not at start

    return await made(attachment)


def _secret(token: str) -> str:
    """A secret that every replica derives alike, for operators who set none."""
    return hmac.new(token.encode(), b"webhook", "sha256").hexdigest()
