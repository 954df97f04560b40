"""The moves around the desk: what is a repeated event and what is a new one."""

from bot.reception import is_repeat


def test_an_event_that_was_handled_is_a_repeat() -> None:
    assert is_repeat(500, last=500)
    assert is_repeat(499, last=500)


def test_a_later_event_and_the_first_one_are_new() -> None:
    assert not is_repeat(501, last=500)
    assert not is_repeat(500, last=None)
    assert not is_repeat(None, last=500)


def test_after_a_quiet_week_telegram_begins_anew_at_any_number() -> None:
    assert not is_repeat(120_000_000, last=871_000_000)
