"""What keeps words from counting as the speaker's own act, and what must not."""

import pytest

from conversations.feedback import Engine, Verdict
from tests.feedback.conftest import Assess, behavior

REST = " It was at the bakery in Leeds, where we had nine shops and about sixty people."


@pytest.mark.parametrize(
    "said",
    [
        "I wrote a guide for the new people.",
        "We wrote the guide together, four of us.",
        "My team and I wrote a guide for the counter.",
        "Tom and I wrote a guide for the counter.",
        "My manager asked me to write a guide for the counter.",
        "With the owner I wrote a guide for the counter.",
        "Every spring I'd write a new guide for the season staff.",
        "Each January I would write the guide again.",
        "I didn't wait for head office, I wrote the guide myself.",
        "I not only wrote the guide, I laminated it.",
        "Nobody had a plan. So I wrote a guide.",
        "so um what i did was i wrote a guide and then i gave it to the girls",
        "I'd written a guide before anyone asked.",
        "I wrotte a giude, sorry, a gudie for the counter.",
        "In the end they used the handbok that I wrote.",
    ],
)
def test_the_speakers_own_act_counts(assess: Assess, said: str) -> None:
    assert behavior(assess(said + REST)).verdict is Verdict.SHOWN


@pytest.mark.parametrize(
    "said",
    [
        "I never wrote a guide.",
        "I didn't get to write the guide.",
        "Nobody asked me to write a guide.",
        "I never checked anything, wrote a guide or trained people.",
        "Writing the guide wasn't my job.",
        "I have not written any guide so far.",
    ],
)
def test_what_is_denied_does_not_count(assess: Assess, said: str) -> None:
    assert behavior(assess(said + REST)).verdict is Verdict.NOT_YET


@pytest.mark.parametrize(
    "said",
    [
        "If I were the manager I'd write a guide for everybody.",
        "I would write a guide for everybody.",
        "Ideally I'd write a guide, and each week I'd check the guide again.",
        "In a team lead role I'd want order. I'd write a guide for everybody.",
        "The plan is to write a guide next summer.",
        "As a service manager I would start by listening, then I'd write a guide.",
    ],
)
def test_what_is_imagined_does_not_count(assess: Assess, said: str) -> None:
    assert behavior(assess(said + REST)).verdict is Verdict.NOT_YET


@pytest.mark.parametrize(
    "said",
    [
        "My colleague Tom wrote the guide, I only watched.",
        "My boss did the clever part. She wrote the guide and had it printed.",
        "Our consultant wrote a guide and trained the shops.",
        "Kofi wrote the guide for all nine shops.",
        "Head office wrote the guide before my time.",
        "The guide was written by the quality team, I can't take credit.",
        "I wrote the guide. Actually no, that was Tom.",
        "Writing the guide, that sits with the academy.",
        "I was in the room when they wrote the guide.",
    ],
)
def test_other_peoples_work_does_not_count(assess: Assess, said: str) -> None:
    assert behavior(assess(said + REST)).verdict is Verdict.NOT_YET


def test_the_question_given_back_is_not_an_answer(assess: Assess) -> None:
    question = "Describe the process you use to write and check a handbook before it is given to customers."
    said = assess(
        "The process I use to write and check a handbook before it is given to customers is a process.", prompt=question
    )
    assert (said.judged, said.reason) == (False, "pasted")


def test_a_behaviors_text_given_back_is_not_an_answer(assess: Assess) -> None:
    said = assess(
        "I use formal and informal channels and networks for acquiring information, assistance and accomplishing goals."
    )
    assert (said.judged, said.reason) == (False, "pasted")


BUZZ = (
    "I leverage best-in-class omnichannel synergies to unlock customer-centric, data-driven excellence. "
    "Holistic stakeholder alignment empowers scalable, seamless, end-to-end transformation across the value chain. "
)


def test_buzzwords_without_an_act_are_not_an_answer(assess: Assess) -> None:
    said = assess(BUZZ)
    assert (said.judged, said.reason) == (False, "stuffed")


def test_a_concrete_sentence_in_a_stuffed_answer_counts(assess: Assess) -> None:
    said = assess(
        BUZZ + "On the practical side, I wrote a guide of nine pages for the counter and hung it by the till."
    )
    assert behavior(said).verdict is Verdict.SHOWN


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("", "too-short"),
        ("...!!! ???", "too-short"),
        ("I wrote a guide.", "too-short"),
        ("I can't think of one", "refused"),
        ("skip", "refused"),
        ("asdf jkl qwer uiop zxcv bnm asdf hjkl qwer tyui ghjk dfgh cvbn", "gibberish"),
        ("guide guide guide guide guide guide guide guide guide guide guide guide guide guide", "gibberish"),
        ("En la tienda escribí una guía para los clientes y la revisé con el equipo cada semana", "other-language"),
        (
            "Я написал руководство для клиентов и каждую неделю проверял его вместе с командой магазина",
            "other-language",
        ),
    ],
)
def test_what_cannot_be_judged_says_why(assess: Assess, said: str, reason: str) -> None:
    assert (assess(said).judged, assess(said).reason) == (False, reason)


@pytest.mark.parametrize(
    "said", ["skip", "I can't think of one", "no idea", "pass", "Sorry, nothing comes to mind.", "idk"]
)
def test_a_refusal_is_heard(engine: Engine, said: str) -> None:
    assert engine.refusal(said)


@pytest.mark.parametrize(
    "said", ["I wrote a guide.", "I had no idea at first, so I rang the depot and asked the night porter."]
)
def test_an_answer_is_no_refusal(engine: Engine, said: str) -> None:
    assert not engine.refusal(said)
