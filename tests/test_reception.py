"""The moves around the desk: what is a repeated event and what is a new one."""

import re
from pathlib import Path
from random import Random

from bot.reception import Reception, is_repeat
from bot.stores.tinydb import TinyDBStore
from conversations.coaching.roles import Appointed
from conversations.desk import Desk
from conversations.events import Event, Said
from tests.stores.values import MONDAY


def test_an_event_that_was_handled_is_a_repeat() -> None:
    assert is_repeat(500, last=500)
    assert is_repeat(499, last=500)


def test_a_later_event_and_the_first_one_are_new() -> None:
    assert not is_repeat(501, last=500)
    assert not is_repeat(500, last=None)
    assert not is_repeat(None, last=500)


def test_after_a_quiet_week_telegram_begins_anew_at_any_number() -> None:
    assert not is_repeat(120_000_000, last=871_000_000)


async def test_the_token_of_an_invitation_cannot_be_guessed_from_anything(tmp_path: Path) -> None:
    """Neither from the random numbers of the desk, which are the same here, nor from the time."""
    store = TinyDBStore(tmp_path)
    await store.start()
    desk = Desk(None, None, Appointed(frozenset({"telegram-1"}), frozenset()))  # type: ignore[arg-type]
    tokens = set()
    for _ in range(20):
        reception = Reception(desk, store, lambda: MONDAY, Random(7))
        [invitation] = await reception.receive(Event("telegram-1", Said("/invite", MONDAY)))
        found = re.search(r"inv-([0-9a-f]{20})-telegram-1\b", invitation.reply.text)
        assert found, "80 bits, as hexadecimal digits"
        tokens.add(found[1])
    assert len(tokens) == 20
    await store.stop()
