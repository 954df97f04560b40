"""What Telegram shows around the chat: the command menu, the description, the menu button."""

from collections.abc import Awaitable, Callable, Iterable

import structlog
from telegram import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    MenuButtonCommands,
)
from telegram.error import TelegramError

from bot.telegram import texts
from bot.telegram.api import Api
from conversations.coaching.roles import Role
from conversations.commands import COMMANDS, commands_for

log = structlog.get_logger(__name__)


async def set_menus(api: Api, coaches: Iterable[int] = (), operators: Iterable[int] = ()) -> None:
    """Sets what is not as it should be. A failure is logged and changes nothing else.

    ``coaches`` and ``operators`` are the ids of those whom the settings appoint; their menus hold more.
    """
    for name, step in _STEPS.items():
        try:
            await step(api)
        except TelegramError as error:
            log.warning("a menu could not be set", menu=name, error=type(error).__name__)
    coaches, operators = set(coaches), set(operators)
    for chat in coaches | operators:
        roles = {role for role, held in ((Role.COACH, coaches), (Role.OPERATOR, operators)) if chat in held}
        try:
            await set_menu_of(api, chat, roles)
        except TelegramError as error:  # somebody who has not written to the bot yet
            log.info("a person's menu could not be set", error=type(error).__name__)


async def set_menu_of(api: Api, chat: int, roles: Iterable[Role]) -> None:
    """The commands that somebody with these roles has. Raises `TelegramError`."""
    commands = [BotCommand(each.name, each.description) for each in commands_for(roles) if each.menu]
    await _set_commands(api, commands, BotCommandScopeChat(chat))


async def _private_commands(api: Api) -> None:
    await _set_commands(
        api,
        [BotCommand(each.name, each.description) for each in COMMANDS if each.menu],
        BotCommandScopeAllPrivateChats(),
    )


async def _group_commands(api: Api) -> None:
    # Elsewhere there is one thing to do with the coach: to learn where it practices.
    start = next(each for each in COMMANDS if each.name == "start")
    await _set_commands(api, [BotCommand(start.name, start.description)], BotCommandScopeDefault())


async def _set_commands(
    api: Api,
    commands: list[BotCommand],
    scope: BotCommandScopeAllPrivateChats | BotCommandScopeDefault | BotCommandScopeChat,
) -> None:
    async def stands() -> bool:
        return list(await api.get_my_commands(scope)) == commands

    if not await _known(stands):
        await api.set_my_commands(commands, scope)


async def _description(api: Api) -> None:
    async def stands() -> bool:
        return (await api.get_my_description()).description == texts.DESCRIPTION

    if not await _known(stands):
        await api.set_my_description(texts.DESCRIPTION)


async def _short_description(api: Api) -> None:
    async def stands() -> bool:
        return (await api.get_my_short_description()).short_description == texts.SHORT_DESCRIPTION

    if not await _known(stands):
        await api.set_my_short_description(texts.SHORT_DESCRIPTION)


async def _button(api: Api) -> None:
    async def stands() -> bool:
        return (await api.get_chat_menu_button()).type == MenuButtonCommands().type

    if not await _known(stands):
        await api.set_chat_menu_button(menu_button=MenuButtonCommands())


async def _known(stands: Callable[[], Awaitable[bool]]) -> bool:
    """Whether a menu is known to stand as it should. A server that cannot tell (self-hosted ones differ) is taken to
    need it."""
    try:
        return await stands()
    except (TelegramError, TypeError, AttributeError, KeyError):
        return False


_STEPS: dict[str, Callable[[Api], Awaitable[None]]] = {
    "commands in private chats": _private_commands,
    "commands elsewhere": _group_commands,
    "description": _description,
    "short description": _short_description,
    "button": _button,
}
