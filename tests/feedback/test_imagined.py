"""Imagined and future acts, in many voices, and the habits and plans carried out that only sound like them."""

import pytest

from conversations.feedback import Verdict
from tests.feedback.conftest import Assess, behavior

REST = " It is a bakery in Leeds with nine shops and about sixty people."

IMAGINED = [
    "My plan would be simple: write a guide.",
    "I would write a guide for everybody.",
    "I would definitely write a guide.",
    "I would first of all write a guide.",
    "I'd write a guide for everybody.",
    "I'd probably write a guide.",
    "I'd start by listening, then I'd write a guide.",
    "We would write a guide together.",
    "We'd write a guide with the shops.",
    "If I were the manager I'd write a guide for everybody.",
    "If I was in charge, I would write a guide.",
    "If I had the time I'd write a guide.",
    "If I got the job I would write a guide in the first month.",
    "If a company had none, I'd begin from the top and write a guide.",
    "If it were up to me, there would be a guide, I'd write it myself.",
    "Ideally I'd write a guide, and each week I'd check the guide again.",
    "In an ideal world I'd write a guide.",
    "In theory I'd write a guide.",
    "In a team lead role I'd want order. I'd write a guide for everybody.",
    "In that role I'd write a guide.",
    "As a service manager I would start by listening, then I'd write a guide.",
    "My approach would be to write a guide.",
    "The first thing would be to write a guide.",
    "What I'd do is write a guide.",
    "How I would go about it: I'd listen, then I'd write a guide.",
    "I could imagine writing a guide. I'd make a guide with pictures.",
    "I imagine I would write a guide.",
    "I might write a guide.",
    "I should write a guide.",
    "We should write a guide.",
    "The plan is to write a guide next summer.",
    "The idea is to write a guide.",
    "I plan to write a guide.",
    "I'm planning to write a guide.",
    "I intend to write a guide.",
    "I hope to write a guide.",
    "I want to write a guide.",
    "I will write a guide next year.",
    "I'm going to write a guide.",
    "We are going to write a guide.",
    "I'd love to write a guide.",
    "I would have written a guide.",
    "Given the chance I'd write a guide.",
    "Suppose I ran it, I'd write a guide.",
    "Let's say I was the manager, I'd write a guide.",
    "I've been meaning to write a guide.",
    "so basically i would go in and i would talk to them and i would write a guide and check it",
    "i'd write a guide i think and then i'd check it with the girls",
]

REAL = [
    "Every spring I'd write a new guide for the season staff.",
    "Each January I would write the guide again.",
    "On Fridays I'd write the guide for the next week.",
    "Every few months I'd check the guide with the girls.",
    "Whenever a shop opened I'd write a guide for it.",
    "Back then I'd write the guide by hand.",
    "I always wrote the guide before the season.",
    "I used to write the guide every spring.",
    "I'd written a guide before anyone asked.",
    "I'd already made a guide when they called.",
    "I had written a guide.",
    "I promised I would help, and I wrote a guide.",
    "They said it would never work but I wrote a guide.",
    "I wrote a guide so that people would know the prices.",
    "I wrote a guide that would fit in a pocket.",
    "I wanted order, so I wrote a guide.",
    "I was asked if I could help, and I wrote a guide.",
    "I wrote a guide, and I'd do it again.",
    "I wrote a guide. Next time I'd add pictures.",
    "I wrote a guide and I'd say it worked.",
    "I'd say the best thing was that I wrote a guide.",
    "The plan worked: I wrote a guide.",
    "I thought it would take a week, I wrote the guide in a day.",
    "I worried we'd run out of time, so I wrote the guide at night.",
    "I'll be honest, I wrote the guide at home.",
    "I write a guide every spring.",
    "I am writing a guide for them now, nine pages done, and I check it with the girls.",
]


@pytest.mark.parametrize("said", IMAGINED)
def test_what_is_imagined_or_still_to_come_does_not_count(assess: Assess, said: str) -> None:
    assert behavior(assess(said + REST)).verdict is not Verdict.SHOWN


@pytest.mark.parametrize("said", REAL)
def test_habits_and_things_done_count(assess: Assess, said: str) -> None:
    assert behavior(assess("We had nine shops and sixty people at the bakery in Leeds. " + said)).verdict is (
        Verdict.SHOWN
    )
