"""What Telegram shows around the chat."""

import asyncio

from bot.telegram import texts
from conversations.commands import COMMANDS
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.coach import Coach


async def test_menus_and_texts_are_set_at_start(server: BotApiServer, coach: Coach) -> None:
    await set_up(server)
    assert [each["command"] for each in server.state.menus["commands all_private_chats"]] == [
        command.name for command in COMMANDS if command.menu
    ]
    assert [each["command"] for each in server.state.menus["commands default"]] == ["start"]
    assert server.state.menus["menu button"] == {"type": "commands"}
    assert "mock interviews" in server.state.menus["short description"].lower()


async def test_what_is_as_it_should_be_is_left_alone(server: BotApiServer, coach: Coach) -> None:
    await set_up(server)
    await coach.ends()
    setters = {name: count for name, count in server.calls.items() if name.startswith("set")}
    before = server.calls["getChatMenuButton"]
    coach.start()
    while server.calls["getChatMenuButton"] == before:
        await asyncio.sleep(0.01)
    await coach.ends()
    assert {name: count for name, count in server.calls.items() if name.startswith("set")} == setters


async def test_a_menu_that_cannot_be_set_is_no_reason_to_stop(server: BotApiServer, coach: Coach) -> None:
    for method in ("setMyCommands", "getMyDescription", "setMyDescription", "setChatMenuButton"):
        server.break_(method, status=500, times=9)
    ana = server.person("Ana")
    await ana.says("Hello")
    assert await ana.reads() == "You said: Hello"


async def test_a_server_that_cannot_tell_what_stands_is_given_it(server: BotApiServer, coach: Coach) -> None:
    for method in ("getMyCommands", "getMyDescription", "getMyShortDescription", "getChatMenuButton"):
        server.break_(method, status=404, times=9)
    await set_up(server)
    assert "commands all_private_chats" in server.state.menus


async def test_a_server_without_webhooks_is_polled(server: BotApiServer, coach: Coach) -> None:
    server.break_("deleteWebhook", status=404, times=9)
    ana = server.person("Ana")
    await ana.says("Hello")
    assert await ana.reads() == "You said: Hello"


def test_every_text_fits_what_telegram_takes() -> None:
    assert len(texts.DESCRIPTION) <= 512
    assert len(texts.SHORT_DESCRIPTION) <= 120
    assert all(1 <= len(each.description) <= 256 for each in COMMANDS)


async def set_up(server: BotApiServer) -> None:
    while "menu button" not in server.state.menus:
        await asyncio.sleep(0.01)
