"""A bot on python-telegram-bot and our request class that echoes: ``python -m tests.benchmarks.echo_telegram``; by
webhook when PORT is set."""

import asyncio
import json
import os

import uvloop
from aiohttp import web
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler

from bot.telegram.api import Api


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message:
        await update.message.reply_text(update.message.text or "")


async def main() -> None:
    api = Api(os.environ["TELEGRAM_BOT_TOKEN"], os.environ["TELEGRAM_API_URL"])
    # The load program waits for each reply before it says more, so nothing of one chat can be overtaken.
    application = Application.builder().bot(api).concurrent_updates(256).build()
    application.add_handler(MessageHandler(None, echo))

    async def push(request: web.Request) -> web.Response:
        await application.update_queue.put(Update.de_json(json.loads(await request.read()), application.bot))
        return web.Response()

    async with application:
        await application.start()
        if port := os.environ.get("PORT"):
            server = web.Application()
            server.add_routes([web.post("/telegram", push)])
            runner = web.AppRunner(server, access_log=None)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", int(port)).start()
        else:
            assert application.updater is not None
            await application.updater.start_polling(timeout=30, poll_interval=0)
        await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(main())
