"""What a person can do in a chat, over real HTTP, read as transcripts."""

import asyncio

from conversations.events import Said
from conversations.replies import Choice, Reply
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.coach import Coach
from tests.telegram.person import labels


async def test_a_tap_changes_the_screen_it_was_on(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.says("Hello")
    screen = await ana.reply()
    assert labels(screen) == ["Yes", "No"]
    query = await ana.presses("Yes")
    changed = await ana.sees("You chose yes")
    assert changed["message_id"] == screen["message_id"]
    while not server.state.queries[query]:
        await asyncio.sleep(0.01)


async def test_two_taps_at_once_are_answered_and_change_nothing_twice(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.says("Hello")
    await ana.sees("Hello")
    queries = [await ana.presses("Yes"), await ana.presses("Yes")]
    await ana.sees("You chose yes")
    while not all(server.state.queries[query] for query in queries):
        await asyncio.sleep(0.01)
    assert ana.unread == 0


async def test_a_screen_that_is_gone_is_shown_again_below(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    ana.taps({"message_id": 3, "date": 0, "chat": {"id": ana.number, "type": "private"}}, "old")
    assert await ana.reads() == "You chose old"


async def test_an_edited_message_is_told_apart(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    message = await ana.says("I lead it")
    await ana.sees("I lead it")
    await ana.edits(message, "I led it")
    assert await ana.reads() == "You changed it to: I led it"


async def test_a_photo_and_a_voice_note_are_named(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.sends("photo", caption="my team")
    assert await ana.reads() == "You sent: photo my team"
    await ana.sends("voice")
    assert await ana.reads() == "You sent: voice"


async def test_an_album_is_one_event(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.sends("photo", media_group_id="1", caption="album")
    await ana.sends("photo", media_group_id="1")
    await ana.sends("photo", media_group_id="1")
    await ana.says("That was it")
    assert await ana.reads() == "You sent: photo album"
    assert (await ana.reads()).startswith("You said: That was it")


async def test_an_answer_in_several_messages_is_known_as_one(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.says("/practice")
    await ana.sees("/practice")
    await ana.says("First I listened.")
    await ana.says("Then I acted.")
    await ana.sees("You said: Then I acted. (unseen)")
    await ana.says("To the second question: yes.")
    await ana.sees("To the second question: yes.")
    assert [said.unseen for said in spoken(coach)] == [False, False, True, False]


async def test_a_message_that_crossed_the_reply_on_its_way_is_known_by_its_number(
    server: BotApiServer, coach: Coach
) -> None:
    ana = server.person("Ana")
    await ana.says("/practice")
    await ana.sees("/practice")
    state = server.state
    await ana.says("First I listened.")
    state.last_message += 1  # sent before the reply was there, but delivered to the bot after it
    crossing = state.last_message
    await ana.sees("First I listened.")
    now, state.last_message = state.last_message, crossing - 1
    await ana.says("Then I acted.")
    state.last_message = now
    await ana.sees("Then I acted.")
    assert [said.unseen for said in spoken(coach)] == [False, False, True]


async def test_when_a_reply_may_have_arrived_twice_nothing_counts_as_unseen(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.says("/practice")
    await ana.sees("/practice")
    server.break_("sendMessage", drop=True)
    state = server.state
    await ana.says("First I listened.")
    await ana.sees("First I listened.")  # the one whose arrival the bot never heard of
    seen = state.last_message
    state.last_message += 1
    while server.calls["sendMessage"] < 3:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    state.last_message, now = seen, state.last_message
    await ana.says("An answer to what I saw.")
    state.last_message = now
    await ana.sees("An answer to what I saw.")
    assert [said.unseen for said in spoken(coach)] == [False, False, False]


async def test_an_answer_to_a_screen_from_before_a_restart_is_an_answer(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    sent = server.break_("sendMessage", delay=60.0)
    await ana.says("/practice")
    while not sent.happened:
        await asyncio.sleep(0.01)
    await coach.dies()  # the screen may have arrived or not; it is sent again
    held = server.break_("sendMessage", delay=0.1)
    await ana.says("First I listened.")
    coach.start()
    await ana.sees("You said: First I listened.")
    assert held.happened
    assert [said.unseen for said in spoken(coach)] == [False, False]


async def test_a_group_is_told_where_to_practice(server: BotApiServer, coach: Coach) -> None:
    group = server.state.chat(-500, "supergroup")
    ana = {"id": 1, "is_bot": False, "first_name": "Ana"}
    server.push("message", server.state.add(group, {"from": ana, "text": "Morning all"}), chat=-500)
    server.push("message", server.state.add(group, {"from": ana, "text": "/practice@CoachBot crm 1"}), chat=-500)
    while not group.sent:
        await asyncio.sleep(0.01)
    assert group.messages[-1]["text"] == (
        "I practice one on one, so that your answers stay yours. Write to me here: https://t.me/CoachBot"
    )
    assert coach.reception.events == []


async def test_a_very_long_reply_comes_in_parts_with_the_buttons_last(server: BotApiServer, coach: Coach) -> None:
    coach.reception.answer = lambda _: [Reply("A sentence to read. " * 500, ((Choice("ok", "OK"),),))]
    ana = server.person("Ana")
    await ana.says("Report")
    parts = [await ana.reply() for _ in range(3)]
    assert [labels(part) for part in parts] == [[], [], ["OK"]]


async def test_several_replies_arrive_in_their_order(server: BotApiServer, coach: Coach) -> None:
    coach.reception.answer = lambda _: [Reply(f"Part {number}") for number in range(5)]
    ana = server.person("Ana")
    await ana.says("Go")
    assert [await ana.reads() for _ in range(5)] == [f"Part {number}" for number in range(5)]


def spoken(coach: Coach) -> list[Said]:
    happenings = [event.happening for event in coach.reception.events]
    return [happening for happening in happenings if isinstance(happening, Said)]
