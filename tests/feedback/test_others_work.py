"""Other people's work, in many voices, and the ways in which a colleague may stand in the speaker's own act."""

import pytest

from conversations.feedback import Verdict
from tests.feedback.conftest import Assess, behavior

REST = " This was the bakery in Leeds, with nine shops and about sixty people."

THEIRS = [
    "My colleague Tom wrote the guide, I only watched.",
    "My colleague wrote the guide.",
    "A colleague wrote a guide.",
    "My boss wrote the guide.",
    "My boss did the clever part. She wrote the guide and had it printed.",
    "He wrote the guide in a week.",
    "She wrote a guide and she checked it.",
    "Our consultant wrote a guide and trained the shops.",
    "The agency made the guide.",
    "Head office wrote the guide.",
    "Head office wrote the guide before my time.",
    "Kofi wrote the guide for all nine shops.",
    "It was Kofi who wrote the guide.",
    "It was our manager who wrote the guide.",
    "It was my predecessor who wrote the guide.",
    "The guide was written by the quality team, I can't take credit.",
    "The guide was written by Bram.",
    "The guide was made by our training manager.",
    "I wrote the guide. Actually no, that was Tom.",
    "I wrote the guide. Sorry, no, that was my colleague.",
    "Writing the guide, that sits with the academy.",
    "Writing the guide was my colleague's job.",
    "I was in the room when they wrote the guide.",
    "I just sat in while they made the guide.",
    "I attended, and the manager wrote the guide.",
    "I only took notes while my boss wrote the guide.",
    "The person who wrote the guide was our manager, Moira.",
    "The owner wrote a guide and I read it.",
    "Marketing made the guide.",
    "The marketing team made the guide.",
    "My predecessor wrote the guide and I took it over.",
    "The guide was already there, somebody else wrote it.",
    "Someone else wrote the guide.",
    "Another department made the guide.",
    "The supplier wrote a guide for us.",
    "Our director wrote the guide himself.",
    "the guide that was our trainer she wrote it and she checked it",
    "An outside firm wrote the guide.",
    "The intern wrote the guide, credit where it is due.",
    "Writing the guide was Sunita's baby, she made the guide.",
]

OURS = [
    "We wrote the guide together, four of us.",
    "My team and I wrote a guide for the counter.",
    "My team wrote a guide with me.",
    "Tom and I wrote a guide for the counter.",
    "My boss and I wrote the guide.",
    "Me and Tom wrote the guide.",
    "With the owner I wrote a guide for the counter.",
    "Together with my colleague I wrote the guide.",
    "My manager asked me to write a guide for the counter.",
    "My manager wanted a guide, so I wrote a guide.",
    "The owner said do something, so I made a guide.",
    "She asked for help and I wrote a guide.",
    "He was unhappy, so I wrote a guide for him.",
    "I wrote a guide for my colleague.",
    "I wrote a guide for the manager and she loved it.",
    "I wrote the guide and my boss signed it.",
    "I wrote the guide and Tom printed it.",
    "I wrote the guide and head office used it.",
    "I asked my colleague for the recipes and wrote a guide.",
    "Tom gave me the recipes and I wrote the guide.",
    "After my boss left I wrote the guide.",
    "While my colleague baked, I wrote the guide.",
    "My colleague said it was impossible. I wrote the guide anyway.",
    "I had my team write a guide and I checked the guide page by page.",
    "I wrote the guide in June, when the manager was away.",
    "The girls and I made a guide.",
    "I wrote the guide by Friday.",
    "I wrote the guide because they knew what was theirs and what was mine.",
]


@pytest.mark.parametrize("said", THEIRS)
def test_other_peoples_work_does_not_count(assess: Assess, said: str) -> None:
    assert behavior(assess(said + REST)).verdict is not Verdict.SHOWN


@pytest.mark.parametrize("said", OURS)
def test_work_with_others_and_for_others_counts(assess: Assess, said: str) -> None:
    assert behavior(assess(said + REST)).verdict is Verdict.SHOWN
