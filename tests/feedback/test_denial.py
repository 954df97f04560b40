"""Denial: what a person says they did not do, in many voices, and the negations that deny nothing of it."""

import pytest

from conversations.feedback import Verdict
from tests.feedback.conftest import Assess, behavior

REST = " It was at the bakery in Leeds, where we had nine shops and about sixty people."

DENIED = [
    "I never wrote a guide.",
    "I have never written a guide.",
    "I've not written a guide yet.",
    "I did not write the guide.",
    "I didn't write a guide or anything like it.",
    "I didn't get to write the guide.",
    "I didn't get round to writing the guide.",
    "I couldn't write the guide, there was no time.",
    "I wasn't allowed to write a guide.",
    "We didn't make a guide for the new people.",
    "We never made a guide at all.",
    "No guide was written.",
    "There was no time to write a guide.",
    "Nobody wrote a guide.",
    "Nobody asked me to write a guide.",
    "None of us wrote the guide.",
    "Neither of us wrote a guide.",
    "Writing the guide wasn't my job.",
    "Writing the guide was not my task.",
    "It wasn't my place to write a guide.",
    "I wasn't asked to write the guide.",
    "I don't write guides.",
    "I do not make handbooks.",
    "I cannot say that I wrote a guide.",
    "I can't claim that I wrote the guide.",
    "I haven't written any guide so far.",
    "I hadn't written a guide by then.",
    "I never checked anything, wrote a guide or trained people.",
    "i never done no guide, never wrote nothing",
    "i didnt write the guide",
    "honestly i never actually wrote a guide",
    "I was never the one to write the guide.",
    "Not once did I write a guide.",
    "I got by without writing a guide.",
    "Not having written a guide is something I regret.",
    "I'm not somebody who writes guides.",
    "I didn't personally write the guide.",
    "We weren't the ones who wrote the guide.",
]

TOLD = [
    "I didn't wait for head office, I wrote the guide myself.",
    "I not only wrote the guide, I laminated it.",
    "Nobody had a plan. So I wrote a guide.",
    "Nobody knew what to do so I wrote a guide.",
    "There was nothing on paper, so I wrote a guide.",
    "They didn't know the ovens, so I wrote a guide.",
    "I couldn't stand the mess, so I made a guide.",
    "It wasn't easy, but I wrote the guide.",
    "I had no help but I wrote the guide in a week.",
    "I don't like paper, but I made a guide.",
    "Because nobody answered the phone I wrote a guide.",
    "I wrote the guide although nobody asked for it.",
    "I wrote a guide without any help.",
    "I wrote a guide so that nobody had to ask twice.",
    "I wrote a guide because people never knew the prices.",
    "I wrote the guide and not a single tray was wasted after that.",
    "I wrote a guide, no more than four pages.",
    "I wrote a guide; it wasn't pretty.",
    "Until I wrote the guide nobody knew the allergens.",
    "People were not reading the old one, so I wrote a new guide.",
    "No problem was too small: I wrote a guide.",
    "It was not until May that I wrote the guide.",
    "I didn't just complain, I wrote a guide.",
    "Not surprisingly I wrote the guide in one night.",
    "Whether they read it or not, I wrote the guide.",
    "I don't know how many hours, but I wrote the guide.",
    "i wrote a guide cos nobody else was going to",
    "They never asked me twice, I wrote the guide and that was it.",
]


@pytest.mark.parametrize("said", DENIED)
def test_what_is_denied_does_not_count(assess: Assess, said: str) -> None:
    assert behavior(assess(said + REST)).verdict is not Verdict.SHOWN


@pytest.mark.parametrize("said", TOLD)
def test_a_negation_of_something_else_leaves_the_act_alone(assess: Assess, said: str) -> None:
    assert behavior(assess(said + REST)).verdict is Verdict.SHOWN
