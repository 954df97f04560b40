"""Updates taken by long polling, over real HTTP."""

import asyncio
from pathlib import Path

import aiohttp
import pytest

from bot.stores import StoreError
from bot.telegram import intake, polling
from bot.telegram.application import BAD_TOKEN, TWO_POLLERS
from conversations.events import Event, Said
from tests.faults.programs import free_port
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.coach import Coach, a_coach


def text(event: Event) -> str:
    return event.happening.text if isinstance(event.happening, Said) else ""


async def test_what_a_person_says_is_committed_and_answered(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.says("Hello")
    assert await ana.reads() == "You said: Hello"
    assert coach.reception.said(ana.key) == ["Hello"]


async def test_one_persons_updates_are_handled_in_order(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")

    async def slow_at_first(event: Event) -> None:
        await asyncio.sleep(0.05 if text(event) == "1" else 0)

    coach.reception.before = slow_at_first
    for number in range(1, 21):
        await ana.says(str(number))
    await ana.sees("You said: 20")
    assert coach.reception.said(ana.key) == [str(number) for number in range(1, 21)]


async def test_a_person_whose_turn_takes_long_holds_up_nobody_else(server: BotApiServer, coach: Coach) -> None:
    ana, ben = server.person("Ana"), server.person("Ben")
    let_go = asyncio.Event()

    async def hold_ana(event: Event) -> None:
        if event.person == ana.key:
            await let_go.wait()

    coach.reception.before = hold_ana
    for _ in range(5):
        await ana.says("flood")
    await ben.says("Hello")
    assert await ben.reads() == "You said: Hello"
    let_go.set()
    await ana.sees("flood")


async def test_telegram_forgets_an_update_only_after_its_commit(server: BotApiServer, coach: Coach) -> None:
    ana, ben = server.person("Ana"), server.person("Ben")
    let_go = asyncio.Event()

    async def hold_ana(event: Event) -> None:
        if event.person == ana.key:
            await let_go.wait()

    coach.reception.before = hold_ana
    await ana.says("slow")
    first = server.queue.pending[0]["update_id"]
    for number in range(3):
        await ben.says(f"{number}")
        assert await ben.reads() == f"You said: {number}"
    assert server.queue.acknowledged < first
    let_go.set()
    assert (await ana.reads()).startswith("You said: slow")
    while server.queue.pending:
        await asyncio.sleep(0.01)
    assert coach.reception.said(ben.key) == ["0", "1", "2"]


async def test_a_killed_process_loses_nothing_and_repeats_nothing(server: BotApiServer, coach: Coach) -> None:
    people = [server.person(f"Person {number}") for number in range(10)]
    reached = 0

    async def stop_half_of_them(event: Event) -> None:
        nonlocal reached
        reached += 1
        if reached > 5:
            await asyncio.Event().wait()

    coach.reception.before = stop_half_of_them
    for person in people:
        await person.says("my answer")
    while reached < 10 or len(coach.reception.events) < 5:
        await asyncio.sleep(0.01)
    await coach.dies()
    assert len(coach.reception.events) == 5

    coach.reception.before = lambda _: None
    coach.start()
    for person in people:
        await person.sees("You said: my answer")
    assert [coach.reception.said(person.key) for person in people] == [["my answer"]] * 10


async def test_a_repeated_update_changes_nothing_and_shows_the_reply_again(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.says("Once")
    await ana.sees("You said: Once")
    while server.queue.pending:
        await asyncio.sleep(0.01)
    await ana.says("Once", repeats=server.queue.acknowledged)
    assert await ana.reads() == "You said: Once"
    assert coach.reception.said(ana.key) == ["Once"]


async def test_while_the_store_cannot_commit_nothing_is_lost(
    server: BotApiServer, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "FIRST_PAUSE", 0.01)
    refusals = iter(["The disk is full."] * 3)

    def refuse(_: Event) -> None:
        if (reason := next(refusals, None)) is not None:
            raise StoreError(reason)

    coach.reception.before = refuse
    ana = server.person("Ana")
    await ana.says("Precious")
    assert (await ana.reads()).startswith("I can't save right now, so I'm holding on to your message.")
    assert await ana.reads() == "You said: Precious"


async def test_one_notebook_that_cannot_be_stored_does_not_stop_the_bot_for_everybody(
    server: BotApiServer, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "FIRST_PAUSE", 0.01)
    ana, ben = server.person("Ana"), server.person("Ben")

    def refuse_ana(event: Event) -> None:
        if event.person == ana.key:
            raise StoreError("This notebook was written by a later version.")

    coach.reception.before = refuse_ana
    await ana.says("Precious")
    assert (await ana.reads()).startswith("I can't save right now")
    await ben.says("Hello")
    await ben.sees("You said: Hello")
    await ana.sees("I couldn't save that message")
    while server.queue.pending:
        await asyncio.sleep(0.01)


async def test_a_fault_of_ours_stops_nobody(server: BotApiServer, coach: Coach) -> None:
    def fail_on_bad(event: Event) -> None:
        if text(event) == "bad":
            raise ZeroDivisionError

    coach.reception.before = fail_on_bad
    ana = server.person("Ana")
    await ana.says("bad")
    assert (await ana.reads()).startswith("Something went wrong on my side")
    await ana.says("good")
    assert await ana.reads() == "You said: good"


async def test_a_network_that_fails_is_tried_again(
    server: BotApiServer, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "FIRST_PAUSE", 0.01)
    server.break_("getUpdates", status=502, times=2)
    server.break_("getUpdates", drop=True, times=2)
    server.break_("getUpdates", status=429, retry_after=1)
    ana = server.person("Ana")
    for word in ("one", "two", "three"):
        await ana.says(word)
        assert await ana.reads() == f"You said: {word}"
    assert coach.reception.said(ana.key) == ["one", "two", "three"]


async def test_a_malformed_update_does_not_hold_up_the_others(server: BotApiServer, coach: Coach) -> None:
    server.push("message", {"message_id": "?", "chat": None})
    server.queue.add({"message": 7})
    server.queue.add({})
    ana = server.person("Ana")
    await ana.says("Hello")
    assert await ana.reads() == "You said: Hello"
    while server.queue.pending:
        await asyncio.sleep(0.01)


async def test_a_second_poller_is_refused_in_one_clear_line(
    server: BotApiServer, coach: Coach, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(polling, "FIRST_PAUSE", 0.01)
    server.break_("getUpdates", status=409, description="Conflict: terminated by other getUpdates request", times=9)
    assert coach.task is not None
    await server.person("Ana").says("Hello")
    assert await coach.task == 1
    assert capsys.readouterr().err == f"{TWO_POLLERS}\n"


async def test_one_conflict_is_the_last_poll_of_a_process_that_was_replaced(
    server: BotApiServer, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "FIRST_PAUSE", 0.01)
    server.break_("getUpdates", status=409, description="Conflict: terminated by other getUpdates request")
    ana = server.person("Ana")
    await ana.says("Hello")
    assert await ana.reads() == "You said: Hello"


async def test_a_wrong_token_is_one_clear_line(
    server: BotApiServer, coach: Coach, capsys: pytest.CaptureFixture[str]
) -> None:
    await coach.dies()
    coach.settings.telegram_bot_token = "4242:wrong"  # noqa: S105
    coach.start()
    assert coach.task is not None
    assert await coach.task == 2
    printed = capsys.readouterr().err
    assert printed == f"{BAD_TOKEN}\n"
    assert "4242:wrong" not in printed


async def test_told_to_stop_it_finishes_sends_and_confirms(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    begun = asyncio.Event()

    async def take_a_moment(_: Event) -> None:
        begun.set()
        await asyncio.sleep(0.1)

    coach.reception.before = take_a_moment
    await ana.says("last words")
    await begun.wait()
    assert await coach.ends() == 0
    assert await ana.reads() == "You said: last words"
    assert server.queue.pending == []


async def test_what_was_not_delivered_is_delivered_after_the_next_start(server: BotApiServer, coach: Coach) -> None:
    held = server.break_("sendMessage", delay=60.0, times=99)
    ana = server.person("Ana")
    await ana.says("Hello")
    while not held.happened:
        await asyncio.sleep(0.01)
    await coach.dies()
    server.faults.clear()
    server.queue.pending.clear()  # even if Telegram does not repeat the update
    coach.start()
    assert await ana.reads() == "You said: Hello"


async def test_a_webhook_left_from_before_is_taken_away(server: BotApiServer, coach: Coach) -> None:
    await coach.dies()
    server.pusher.set("http://127.0.0.1:9/gone", "old")
    coach.start()
    ana = server.person("Ana")
    await ana.says("Hello")
    assert await ana.reads() == "You said: Hello"
    assert server.pusher.url == ""


async def test_of_two_pollers_the_newcomer_gives_way(
    server: BotApiServer,
    coach: Coach,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(polling, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(polling, "YOUNG_SECONDS", 0.0)
    await coach.dies()
    coach.start()
    ana = server.person("Ana")
    await ana.says("Hello")
    await ana.sees("You said: Hello")
    monkeypatch.undo()
    monkeypatch.setattr(polling, "FIRST_PAUSE", 0.01)
    async with a_coach(server, tmp_path / "other") as newcomer:
        newcomer.start()
        assert newcomer.task is not None
        assert await newcomer.task == 1
    assert capsys.readouterr().err == f"{TWO_POLLERS}\n"
    await ana.says("Still there?")
    await ana.sees("You said: Still there?")


async def test_with_a_port_health_and_metrics_are_served_while_polling(server: BotApiServer, tmp_path: Path) -> None:
    port = free_port()
    async with a_coach(server, tmp_path, port=port) as coach:
        coach.start()
        ana = server.person("Ana")
        await ana.says("Hello")
        await ana.sees("You said: Hello")
        async with aiohttp.request("GET", f"http://127.0.0.1:{port}/healthz") as answer:
            assert (answer.status, await answer.text()) == (200, "ok")
        async with aiohttp.request("GET", f"http://127.0.0.1:{port}/metrics") as answer:
            assert "coach_updates_total" in await answer.text()
