"""What a person can have seen, when in doubt nothing is said to be unseen."""

from bot.telegram.screens import MOST_CHATS, Screens

ANA = 7


def shown(screens: Screens, number: int, message: int | None, *, sure: bool = True) -> None:
    screens.posted(ANA, number)
    screens.began(ANA, number)
    screens.shown(ANA, message, sure=sure)


def met() -> Screens:
    screens = Screens()
    screens.meet(ANA)
    return screens


def test_what_waits_to_leave_cannot_have_been_seen() -> None:
    screens = met()
    received = screens.moment()
    screens.posted(ANA, 1)
    assert screens.unseen(ANA, 20, received)


def test_what_left_after_the_message_arrived_cannot_have_been_seen() -> None:
    screens = met()
    received = screens.moment()
    shown(screens, 1, 21)
    assert screens.unseen(ANA, 20, received)
    assert not screens.unseen(ANA, 22, screens.moment())


def test_a_message_between_two_screens_was_sent_before_the_second() -> None:
    screens = met()
    shown(screens, 1, 21)
    shown(screens, 2, 23)
    assert screens.unseen(ANA, 22, screens.moment())
    assert not screens.unseen(ANA, 20, screens.moment())
    assert not screens.unseen(ANA, 24, screens.moment())
    assert not screens.unseen(ANA, None, screens.moment())


def test_in_doubt_it_may_have_been_seen() -> None:
    lost_answer, refused, repeated = met(), met(), met()
    for screens in (lost_answer, refused, repeated):
        shown(screens, 1, 21)
    shown(lost_answer, 2, 23, sure=False)
    shown(refused, 2, None, sure=False)
    shown(repeated, 2, 23)
    shown(repeated, 2, 25)
    for screens in (lost_answer, refused, repeated):
        assert not screens.unseen(ANA, 22, screens.moment())


def test_a_changed_screen_is_no_new_message() -> None:
    screens = met()
    shown(screens, 1, 21)
    shown(screens, 2, None)
    assert not screens.unseen(ANA, 22, screens.moment())


def test_a_chat_that_was_not_met_is_never_in_the_way() -> None:
    screens = Screens()
    received = screens.moment()
    shown(screens, 1, 21)
    assert not screens.unseen(ANA, 20, received)


def test_only_the_chats_that_were_busy_last_are_remembered() -> None:
    screens = met()
    for chat in range(100, 100 + MOST_CHATS):
        screens.meet(chat)
    assert not screens.knows(ANA)
    assert screens.knows(100)
