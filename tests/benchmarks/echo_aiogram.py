"""A bot on aiogram that echoes: ``python -m tests.benchmarks.echo_aiogram``; by webhook when PORT is set."""

import asyncio
import logging
import os

import uvloop
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    await message.answer(message.text or "")


async def main() -> None:
    logging.disable()  # it complains of every request that its end interrupts
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    bot = Bot(os.environ["TELEGRAM_BOT_TOKEN"], session=session)
    if port := os.environ.get("PORT"):
        server = web.Application()
        SimpleRequestHandler(dispatcher, bot, handle_in_background=False).register(server, "/telegram")
        runner = web.AppRunner(server, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", int(port)).start()
        await asyncio.Event().wait()
    await dispatcher.start_polling(bot, polling_timeout=30)


if __name__ == "__main__":
    uvloop.run(main())
