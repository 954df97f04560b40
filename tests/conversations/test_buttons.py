"""The ids of buttons: each conversation has a letter of its own, and each letter a conversation."""

from conversations import buttons
from conversations.directory import PRESSED

LETTERS = {name: value for name, value in vars(buttons).items() if name.isupper() and isinstance(value, str)}


def test_no_two_conversations_share_a_letter() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_every_letter_leads_somewhere() -> None:
    assert set(PRESSED) == set(LETTERS.values())
