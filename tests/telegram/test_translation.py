"""What updates mean, without a network."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.translation import (
    Addressed,
    Happened,
    Me,
    Reach,
    chat_of,
    line_of,
    person_of,
    translate,
)
from conversations.events import Edited, Happening, Kind, Pressed, Said, Sent

ME = Me(4242, "CoachBot")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ANA = {"id": 7, "is_bot": False, "first_name": "Ana"}
PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -100, "type": "supergroup", "title": "Job seekers"}
SENT_AT = datetime(2025, 10, 9, 8, 53, 20, tzinfo=UTC)


def message(chat: dict[str, Any] = PRIVATE, **fields: Any) -> dict[str, Any]:
    return {"message_id": 31, "date": int(SENT_AT.timestamp()), "chat": chat, "from": ANA, **fields}


def happening(**fields: Any) -> Happening | None:
    """What a message in private means."""
    meaning = translate({"update_id": 5, "message": message(**fields)}, ME, NOW)
    return meaning.event.happening if isinstance(meaning, Happened) else None


def words(**fields: Any) -> str:
    said = happening(**fields)
    assert isinstance(said, Said)
    return said.text


def test_a_text_is_what_the_person_said_when_they_said_it() -> None:
    meaning = translate({"update_id": 5, "message": message(text="I led it.")}, ME, NOW)
    assert isinstance(meaning, Happened)
    assert meaning.chat == 7
    assert (meaning.event.person, meaning.event.id, meaning.event.name) == ("telegram-7", 5, "Ana")
    assert meaning.event.happening == Said("I led it.", SENT_AT, 31)


def test_a_reply_names_the_message_that_it_answers() -> None:
    assert happening(text="More", reply_to_message={"message_id": 12}) == Said("More", SENT_AT, 31, answers=12)


def test_a_reply_to_the_coach_brings_what_was_answered_and_what_was_selected_by_hand() -> None:
    shown = {"message_id": 12, "from": {"id": ME.id}, "text": "¹ I led it. ² We won."}
    chosen = {"text": "We won", "position": 14, "is_manual": True}
    said = happening(text="How?", reply_to_message=shown, quote=chosen)
    assert said == Said("How?", SENT_AT, 31, answers=12, answered="¹ I led it. ² We won.", quoted="We won")
    whole = happening(text="How?", reply_to_message=shown, quote={**chosen, "is_manual": None})
    assert isinstance(whole, Said)
    assert whole.quoted == ""
    foreign = happening(text="How?", reply_to_message={**shown, "from": ANA}, quote=chosen)
    assert foreign == Said("How?", SENT_AT, 31, answers=12)


def test_a_forwarded_text_is_a_text() -> None:
    assert (
        words(text="Forwarded", forward_origin={"type": "hidden_user", "sender_user_name": "X", "date": 1})
        == "Forwarded"
    )


def test_a_command_that_names_this_bot_is_the_plain_command() -> None:
    assert words(text="/practice@CoachBot crm 1") == "/practice crm 1"
    assert words(text="/practice@coachbot") == "/practice"


def test_a_command_for_another_bot_is_not_for_us() -> None:
    assert happening(text="/practice@OtherBot crm 1") is None


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("photo", Kind.PHOTO),
        ("video", Kind.VIDEO),
        ("video_note", Kind.VIDEO),
        ("voice", Kind.VOICE),
        ("sticker", Kind.STICKER),
        ("document", Kind.FILE),
        ("location", Kind.PLACE),
        ("contact", Kind.CONTACT),
        ("poll", Kind.OTHER),
        ("dice", Kind.OTHER),
        ("story", Kind.OTHER),
    ],
)
def test_what_holds_no_words_is_named(field: str, kind: Kind) -> None:
    assert happening(**{field: {}, "caption": "Look"}) == Sent(kind, SENT_AT, "Look", 31)


def test_what_telegram_says_about_the_chat_is_not_said_by_the_person() -> None:
    assert happening(pinned_message={"message_id": 1}) is None
    assert happening(message_auto_delete_timer_changed={"message_auto_delete_time": 60}) is None


def test_an_edited_message_is_known_by_its_id() -> None:
    meaning = translate({"update_id": 6, "edited_message": message(text="I led them.", edit_date=1)}, ME, NOW)
    assert isinstance(meaning, Happened)
    assert meaning.event.happening == Edited("I led them.", datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC), 31)


def test_a_tap_holds_the_choice_and_the_screen() -> None:
    query = {"id": "q1", "from": ANA, "data": "crm:1", "message": message(text="Pick one")}
    meaning = translate({"update_id": 8, "callback_query": query}, ME, NOW)
    assert isinstance(meaning, Happened)
    assert meaning.event.happening == Pressed("crm:1", NOW)
    assert (meaning.query, meaning.screen, meaning.chat) == ("q1", 31, 7)


def test_a_tap_on_a_message_too_old_to_read_still_counts() -> None:
    old = {"message_id": 3, "date": 0, "chat": PRIVATE}
    meaning = translate(
        {"update_id": 8, "callback_query": {"id": "q", "from": ANA, "data": "x", "message": old}}, ME, NOW
    )
    assert isinstance(meaning, Happened)
    assert meaning.screen == 3


@pytest.mark.parametrize(("status", "reachable"), [("kicked", False), ("member", True)])
def test_blocking_and_letting_in_change_the_reach(status: str, reachable: bool) -> None:
    change = {"chat": PRIVATE, "from": ANA, "date": 1, "new_chat_member": {"user": {"id": 4242}, "status": status}}
    assert translate({"update_id": 9, "my_chat_member": change}, ME, NOW) == Reach("telegram-7", reachable)


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "/practice@CoachBot"},
        {"text": "/start"},
        {"text": "What do you think, @coachbot?"},
        {"photo": [], "caption": "@CoachBot look"},
        {"text": "thanks", "reply_to_message": {"message_id": 1, "from": {"id": 4242}}},
    ],
)
def test_somebody_in_a_group_speaks_to_us(fields: dict[str, Any]) -> None:
    assert translate({"update_id": 1, "message": message(GROUP, **fields)}, ME, NOW) == Addressed(-100)


@pytest.mark.parametrize(
    "fields", [{"text": "hello all"}, {"text": "/start@OtherBot"}, {"text": "@CoachBots"}, {"new_chat_members": []}, {}]
)
def test_what_a_group_says_to_others_is_left_alone(fields: dict[str, Any]) -> None:
    assert translate({"update_id": 1, "message": message(GROUP, **fields)}, ME, NOW) is None


def test_channels_are_left_alone() -> None:
    post = message({"id": -200, "type": "channel"}, text="/start@CoachBot")
    assert translate({"update_id": 1, "channel_post": post}, ME, NOW) is None
    assert translate({"update_id": 1, "message": post}, ME, NOW) is None


def test_half_an_emoji_and_control_characters_are_cleaned_away() -> None:
    assert words(text="a\ud83db\x01c\r\nd") == "abc\nd"


def test_messages_edits_taps_and_blocks_of_one_person_wait_in_one_line() -> None:
    query = {"id": "q", "from": ANA, "data": "x", "message": message()}
    updates = [
        {"message": message()},
        {"edited_message": message()},
        {"callback_query": query},
        {"my_chat_member": {"from": ANA, "chat": PRIVATE}},
    ]
    assert {line_of(update) for update in updates} == {7}


def test_a_person_has_a_key_and_a_chat() -> None:
    assert person_of(7) == "telegram-7"
    assert chat_of("telegram-7") == 7
    assert chat_of("terminal") is None
    assert chat_of("telegram-x") is None


hostile = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
PARTS = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat",
    "from",
    "text",
    "caption",
    "date",
    "id",
)
PLACES = (*PARTS, "message_id", "type", "data", "new_chat_member", "status", "photo", "reply_to_message", "first_name")


@settings(deadline=None)
@given(st.recursive(hostile, lambda inner: st.dictionaries(st.sampled_from(PLACES), inner, max_size=6), max_leaves=12))
def test_no_update_however_hostile_raises(update: Any) -> None:
    translate(update, ME, NOW)
    line_of(update)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(PLACES), hostile, max_size=4), st.sampled_from(PARTS[:4]))
def test_no_damage_to_a_good_update_raises(damage: dict[str, Any], kind: str) -> None:
    good = message(text="Hello", id="q", data="x", message=message(), new_chat_member={"status": "member"})
    translate({"update_id": 1, kind: {**good, **damage}}, ME, NOW)
    line_of({"update_id": 1, kind: {**good, **damage}})
