"""What was meant, planned or asked for and did not come about, and what was done all the same."""

import pytest

from conversations.feedback import Verdict
from tests.feedback.conftest import Assess, behavior

REST = " It is a bakery in Leeds with nine shops and about sixty people."

THWARTED = [
    "I wanted to write a guide for the new people.",
    "I meant to write a guide, but the season ate me.",
    "I was going to write a guide and never got round to it.",
    "I'd planned to write a guide with the counter staff. The owner didn't want one.",
    "I was supposed to write a guide, it was dropped in spring.",
    "I'd asked for a week to write a guide. Head office refused.",
    "I put in a request to write a guide for the shops. It was turned down, no budget.",
    "I was asked to write a guide. I didn't, not once in a year.",
    "i wanted to write a guide for the new people but then they cancelled it and that was the end of it",
]
DONE = [
    "I wanted them to feel at home, so I wrote a guide.",
    "I was asked to write a guide and I wrote it in May.",
    "I asked for a quiet room and wrote the guide in a week.",
    "I asked the owner for paper, he refused, and I wrote the guide at home.",
    "I meant to be quick. I wrote the guide in two evenings.",
]


@pytest.mark.parametrize("said", THWARTED)
def test_what_came_to_nothing_does_not_count(assess: Assess, said: str) -> None:
    assert behavior(assess(said + REST)).verdict is Verdict.NOT_YET


@pytest.mark.parametrize("said", DONE)
def test_what_was_done_counts_whatever_was_meant_or_refused(assess: Assess, said: str) -> None:
    assert behavior(assess(said + REST)).verdict is Verdict.SHOWN
