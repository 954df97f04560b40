"""Updates taken by long polling, over real HTTP."""

from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.coach import Coach


async def test_what_a_person_says_is_committed_and_answered(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.says("Hello")
    assert await ana.reads() == "You said: Hello"
    assert coach.reception.said(ana.key) == ["Hello"]
