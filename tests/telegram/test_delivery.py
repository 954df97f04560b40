"""How replies leave when Telegram is slow, full, down, or closed to us; over real HTTP."""

import asyncio
from pathlib import Path

import pytest
from telegram.error import RetryAfter

from bot.telegram import application, attempts
from bot.telegram.pace import Limits, Pace
from conversations.replies import Attachment, Reply
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.coach import UNLIMITED, Coach, a_coach


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "FIRST_PAUSE", 0.01)


async def test_told_to_wait_only_that_chat_waits(server: BotApiServer, coach: Coach) -> None:
    ana, ben = server.person("Ana"), server.person("Ben")
    refused = server.break_("sendMessage", status=429, retry_after=1, chat=ana.number)
    await ana.says("Hello")
    while not refused.happened:
        await asyncio.sleep(0.01)
    await ben.says("Hello")
    assert await ben.reads() == "You said: Hello"
    assert ana.unread == 0
    assert await ana.reads() == "You said: Hello"


async def test_errors_of_the_server_are_tried_again(server: BotApiServer, coach: Coach) -> None:
    server.break_("sendMessage", status=500, times=2)
    server.break_("sendMessage", status=502, description="Bad Gateway")
    ana = server.person("Ana")
    await ana.says("Hello")
    assert await ana.reads() == "You said: Hello"
    assert ana.unread == 0


async def test_a_reply_whose_answer_was_lost_arrives_at_least_once(server: BotApiServer, coach: Coach) -> None:
    server.break_("sendMessage", drop=True)
    ana = server.person("Ana")
    await ana.says("Hello")
    assert await ana.reads() == "You said: Hello"
    await ana.says("Again")
    await ana.sees("You said: Again")


async def test_a_message_that_telegram_never_takes_does_not_hold_up_the_next(
    server: BotApiServer, coach: Coach
) -> None:
    server.break_("sendMessage", status=400, description="Bad Request: something about it")
    ana = server.person("Ana")
    await ana.says("one")
    await ana.says("two")
    assert (await ana.reads()).startswith("You said: two")


async def test_a_person_who_blocks_is_marked_and_left_alone(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.says("Hello")
    await ana.sees("Hello")
    ana.chat.blocked = True  # Telegram tells it by refusing before the update about it arrives
    await ana.says("Are you there?")
    await until_reachable(coach, ana.key, reachable=False)
    while await coach.store.undelivered():
        await asyncio.sleep(0.01)
    await ana.blocks(blocked=False)
    await until_reachable(coach, ana.key, reachable=True)


async def test_an_update_about_blocking_marks_a_person_too(server: BotApiServer, coach: Coach) -> None:
    ana, stranger = server.person("Ana"), server.person("Stranger")
    await ana.says("Hello")
    await ana.sees("Hello")
    await stranger.blocks()
    await ana.blocks()
    await until_reachable(coach, ana.key, reachable=False)
    assert await coach.store.read(stranger.key) is None


async def test_what_has_arrived_is_noted_as_delivered(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.says("Hello")
    await ana.sees("Hello")
    while await coach.store.undelivered():
        await asyncio.sleep(0.01)


async def test_a_file_arrives_whole(server: BotApiServer, coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    content = b"<html>" + b"x" * 300_000

    async def made(_: Attachment) -> bytes:
        return content

    monkeypatch.setattr(application, "_file", made)
    await coach.dies()
    coach.start()
    attachment = Attachment("transcript", "html", "Interview 3 – Ünïcode.html", b"{}")
    coach.reception.answer = lambda _: [Reply("Your transcript", attachment=attachment)]
    ana = server.person("Ana")
    await ana.says("/transcript 3")
    message = await ana.reply()
    assert (message["caption"], message["document"]["file_name"]) == ("Your transcript", "Interview 3 – Ünïcode.html")
    assert server.state.files[message["document"]["file_id"]] == content


async def test_a_file_that_cannot_be_made_does_not_hold_up_the_next(
    server: BotApiServer, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_: Attachment) -> bytes:
        raise KeyError("no such export")

    monkeypatch.setattr(application, "_file", fail)
    await coach.dies()
    coach.start()
    attachment = Attachment("unknown", "html", "a.html", b"{}")
    coach.reception.answer = lambda _: [Reply("Here", attachment=attachment), Reply("Go on")]
    ana = server.person("Ana")
    await ana.says("/transcript 3")
    assert await ana.reads() == "Go on"


def test_a_chat_gets_a_short_burst_and_then_one_message_a_second() -> None:
    pace = Pace(rate=1, burst=3)
    assert [pace.take("Ana", now=100.0) for _ in range(5)] == [0.0, 0.0, 0.0, 1.0, 2.0]
    assert pace.take("Ben", now=100.0) == 0.0
    assert pace.take("Ana", now=110.0) == 0.0


def test_no_limit_means_no_waiting() -> None:
    pace = Pace(rate=0, burst=0)
    assert [pace.take("Ana", now=100.0) for _ in range(100)] == [0.0] * 100


async def test_every_message_takes_its_turn(
    server: BotApiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns: list[object] = []

    class Watched(Pace):
        def take(self, key: object, now: float) -> float:
            turns.append(key)
            return super().take(key, now)

    monkeypatch.setattr(attempts, "Pace", Watched)
    async with a_coach(server, tmp_path, limits=Limits(chat_rate=1000, overall_rate=1000)) as coach:
        coach.start()
        coach.reception.answer = lambda _: [Reply(f"Part {number}") for number in range(3)]
        ana = server.person("Ana")
        await ana.says("Go")
        await ana.sees("Part 2")
    assert turns == [ana.number, None] * 3


@pytest.mark.parametrize(("flooded", "waits"), [(attempts.FLOODED_CHATS - 1, False), (attempts.FLOODED_CHATS, True)])
async def test_when_many_chats_are_told_to_wait_everybody_waits(flooded: int, waits: bool) -> None:
    outgoing = attempts.Attempts(UNLIMITED)

    async def told_to_wait() -> int:
        raise RetryAfter(60)

    async def taken() -> int:
        return 1

    flood = [asyncio.create_task(outgoing.send(chat, told_to_wait)) for chat in range(flooded)]
    await let_run()
    another = asyncio.create_task(outgoing.send(99, taken))
    await let_run()
    assert another.done() != waits
    for task in (*flood, another):
        task.cancel()
    await asyncio.gather(*flood, another, return_exceptions=True)


async def let_run() -> None:
    """Lets every task go as far as it can without waiting for time to pass."""
    for _ in range(20):
        await asyncio.sleep(0)


async def until_reachable(coach: Coach, person: str, *, reachable: bool) -> None:
    while (notebook := await coach.store.read(person)) is None or notebook.unreachable == reachable:
        await asyncio.sleep(0.01)
