"""Which updates are taken, and up to where Telegram may forget them."""

from bot.telegram.ledger import Ledger


def test_what_was_committed_while_an_answer_of_telegram_travelled_is_not_taken_again() -> None:
    ledger = Ledger()
    assert ledger.begin(7, polled=None)
    assert ledger.begin(8, polled=None)
    ledger.commit(7)
    assert not ledger.begin(7, polled=None)
    assert not ledger.begin(8, polled=None)
    ledger.commit(8)
    assert not ledger.begin(8, polled=8)
    assert ledger.begin(9, polled=8)


def test_what_telegram_repeats_although_it_was_told_to_forget_it_is_taken_again() -> None:
    ledger = Ledger()
    assert ledger.begin(7, polled=None)
    ledger.commit(7)
    assert ledger.begin(7, polled=8)


def test_the_offset_stops_before_the_first_that_is_not_committed() -> None:
    ledger = Ledger()
    for update in (7, 8, 9):
        assert ledger.begin(update, polled=None)
    ledger.commit(9)
    assert ledger.offset is None
    ledger.commit(7)
    assert ledger.offset == 8
    ledger.commit(8)
    assert ledger.offset == 10


def test_numbers_that_begin_anew_are_taken() -> None:
    ledger = Ledger()
    assert ledger.begin(500_000_000, polled=None)
    ledger.commit(500_000_000)
    assert ledger.begin(1, polled=500_000_001)
