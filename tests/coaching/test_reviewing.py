"""A coach reviews what a candidate handed in, and both read it: two people in one conversation."""

import pytest

from tests.coaching.town import Neighbor, Town, assigned, joined
from tests.conversations.stories import STORY


@pytest.fixture(autouse=True)
def handed_in(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada, "spring")
    assigned(bea, "Ada")
    ada.tap("Start")
    ada.say(STORY, "/stop")


def opened(bea: Neighbor) -> str:
    bea.say("/review")
    return bea.tap("1")


def released(bea: Neighbor, comment: str = "A clear story.", rating: str = "4") -> None:
    """A short review, from the queue to its candidate."""
    opened(bea)
    bea.tap("Sum up")
    bea.say(comment)
    bea.tap("Sum up")
    bea.tap("Rate")
    bea.tap(rating)
    bea.tap("Sum up")
    bea.tap("Release to Ada now")


def test_a_submission_is_told_with_a_button_that_opens_its_review(bea: Neighbor) -> None:
    heard = bea.tap("Review it")
    for part in (
        "Ada, interview 1: Customer Relationship Management, level 1",
        "¹ I was the evening clerk",
        "Question 1 of 1",
        "What level 1 asks for",
        "✓ Uses CRM technology to capture customer feedback.",
    ):
        assert part in heard  # fmt: skip


def test_a_review_travels_from_the_queue_to_its_candidate(bea: Neighbor, ada: Neighbor) -> None:
    assert "Waiting for a review: 1, 1 new." in bea.say("/review")
    released(bea)
    assert "No interview waits" in bea.say("/review")
    heard = ada.latest_mail()
    for part in ("Bea reviewed an interview of yours", "4 of 5: most of it is shown", "On the whole\nA clear story."):
        assert part in heard
    assert "A clear story." in ada.say("/transcript 1")
    assert "1 reviewed" in bea.say("/board")


def test_the_candidate_answers_a_further_question_and_the_transcript_keeps_it(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    bea.tap("Ask further")
    assert "Sent to Ada." in bea.say("What did your manager say?")
    assert "What did your manager say?" in ada.latest_mail()
    ada.tap("Answer Bea")
    ada.say("She thanked me", "and told the team.")
    assert "This goes to Bea:\nShe thanked me\nand told the team." in ada.replies[0].text.replace("\x03", "").replace(
        "\x05", ""
    )
    ada.tap("Send it to Bea")
    assert "Ada answered your further question about interview 1:\nShe thanked me" in bea.latest_mail()
    assert "Bea asked afterwards: What did your manager say?" in ada.say("/transcript 1")


def test_the_candidate_replies_and_the_coach_reads_it(bea: Neighbor, ada: Neighbor) -> None:
    released(bea)
    ada.tap("Reply to Bea")
    ada.say("Thank you!")
    ada.tap("Send it to Bea")
    assert "wrote back about your review of interview 1:\nThank you!" in bea.latest_mail()


def test_consent_withdrawn_in_the_middle_ends_the_review_and_takes_every_quoted_word(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    opened(bea)
    bea.say("3: Good that you counted them.")
    ada.press("p:set:telegram-bea:nothing")
    heard = bea.latest_mail()
    assert "Ada does not share interview 1 with you any more" in heard
    assert "Good that you counted them." in heard
    assert "Zendesk" not in heard
    assert bea.notebook.coaching.reviewing.drafts == {}
    assert "Zendesk" not in str(bea.notebook.coaching)
    assert "No interview waits" in bea.say("/review")
    assert ada.archive[1].reviews == []
