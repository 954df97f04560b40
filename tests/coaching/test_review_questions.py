"""A coach asks a further question after the interview, and the candidate answers it."""

import pytest

from tests.coaching.reviews import opened, screen
from tests.coaching.town import Neighbor
from tests.conversations.stories import STORY

pytestmark = pytest.mark.usefixtures("handed_in_by_ada")


def test_the_candidate_answers_a_further_question_and_the_transcript_keeps_it(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    bea.tap("Ask further")
    assert "Sent to Ada." in bea.say("What did your manager say?")
    assert "You asked further, no answer yet: What did your manager say?" in bea.say("/resume")
    assert "What did your manager say?" in ada.latest_mail()
    ada.tap("Answer Bea")
    ada.say("She thanked me", "and told the team.")
    assert "This goes to Bea:\nShe thanked me\nand told the team." in screen(ada)
    ada.tap("Send it to Bea")
    assert "Ada answered your further question about interview 1:\nShe thanked me" in bea.latest_mail()
    assert "Bea asked afterwards: What did your manager say?" in ada.say("/transcript 1")
    bea.tap("Review it")
    bea.tap("Next ›")
    assert "Bea asked afterwards: What did your manager say?\n¹ She thanked me" in bea.tap("Next ›")
    assert "You asked further" not in screen(bea)


def test_a_question_waits_until_its_candidate_has_time(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    bea.tap("Ask further")
    bea.say("What did your manager say?")
    ada.tap("Answer Bea")
    ada.say("Hm, let me")
    assert "The question waits in /assignments." in ada.tap("Later")
    assert "Bea asks about interview 1: What did your manager say?" in ada.say("/assignments")
    ada.tap("Answer Bea")
    ada.say("Nothing.")
    ada.tap("Write it anew")
    ada.say("She thanked me.")
    ada.tap("Send it")
    assert bea.latest_mail().endswith("\nShe thanked me.")
    assert "Nothing is assigned to you" in ada.say("/assignments")


def test_an_answer_can_be_edited_until_it_is_sent(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    bea.tap("Ask further")
    bea.say("What did your manager say?")
    ada.tap("Answer Bea")
    ada.say("She thanked be.")
    assert "no words" in ada.edit(ada.messages, " ")
    assert "This goes to Bea:\nShe thanked me." in ada.edit(ada.messages, "She thanked me.")
    ada.tap("Send it")
    assert bea.latest_mail().endswith("\nShe thanked me.")


def test_an_answer_that_is_sent_twice_arrives_once(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    bea.tap("Ask further")
    bea.say("What did your manager say?")
    ada.tap("Answer Bea")
    ada.say("She thanked me.")
    send = ada.button("Send it").id
    ada.press(send)
    mails = len(bea.mail)
    ada.press(send)
    assert len(bea.mail) == mails
    assert [answer.asked_by for answer in ada.archive[1].exchanges[0].answers] == ["", "", "Bea"]


def test_at_most_five_questions_wait(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    for number in range(6):
        bea.tap("Ask further")
        heard = bea.say(f"Question {number}?")
    assert "Five of your questions wait" in heard
    assert len(ada.notebook.coaching.questions) == 5


def test_a_further_question_does_not_disturb_an_interview(bea: Neighbor, ada: Neighbor) -> None:
    ada.say("/practice csm 1 practice 1")
    opened(bea)
    bea.tap("Ask further")
    bea.say("And then?")
    ada.tap("Answer Bea")
    ada.say("Nothing.")
    ada.tap("Send it")
    assert "Back to the interview" in ada.labels()
    ada.say("/resume")
    assert "Report: Customer Service Management" in ada.say(STORY, "/stop")
