"""A review is released, read and answered: two people, or two coaches, in one conversation."""

import pytest

from tests.coaching.reviews import drafted, handed_in, opened, released, review, screen
from tests.coaching.town import Neighbor, Town, assigned, joined
from tests.conversations.stories import STORY

pytestmark = pytest.mark.usefixtures("handed_in_by_ada")


# Releasing


def test_a_review_travels_from_the_queue_to_its_candidate(bea: Neighbor, ada: Neighbor) -> None:
    assert "Waiting for a review: 1, 1 new." in bea.say("/review")
    released(bea)
    assert "No interview waits" in bea.say("/review")
    heard = ada.latest_mail()
    for part in (
        "Bea reviewed an interview of yours",
        "4 of 5: most of what the level asks for",
        "On the whole\nA clear story.",
    ):
        assert part in heard
    assert "A clear story." in ada.say("/transcript 1")
    assert "reviewed" in ada.say("/history")
    assert "1 reviewed" in bea.say("/board")
    assert bea.notebook.coaching.reviewing.drafts == {}


def test_nothing_is_released_before_something_is_said(bea: Neighbor) -> None:
    opened(bea)
    bea.tap("Sum up")
    assert not [label for label in bea.labels() if label.startswith(("Release", "Finished"))]


def test_the_candidate_replies_and_the_coach_reads_it(bea: Neighbor, ada: Neighbor) -> None:
    released(bea)
    ada.tap("Reply to Bea")
    ada.say("Thank you!")
    ada.tap("Send it to Bea")
    assert "wrote back about your review of interview 1:\nThank you!" in bea.latest_mail()
    assert "Written back\nThank you!" in bea.tap("Read the interview")


def test_a_batch_is_released_at_once_and_everybody_is_told_once(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    dan = town.person("Dan")
    joined(bea, dan, "spring")
    assigned(bea, "spring", takes="2")
    for candidate in (ada, dan):
        candidate.tap("Start")
        candidate.say(STORY, "/stop")
    dan.tap("Another take")
    dan.say(STORY, "/stop")
    bea.press("b:withdraw:1:yes")
    for _ in range(3):
        drafted(bea)
        bea.tap("Finished, release it later")
    mails = len(ada.mail), len(dan.mail)
    assert "3 reviews on the way." in bea.tap("Release 3 finished: assignment 2")
    assert (len(ada.mail), len(dan.mail)) == (mails[0] + 1, mails[1] + 1)
    assert "Bea reviewed 2 interviews of yours" in dan.latest_mail()
    assert [label for label in dan.labels() if label.startswith("Reply")] == [
        "Reply to Bea about interview 1",
        "Reply to Bea about interview 2",
    ]
    assert "No interview waits" in bea.say("/review")


def test_a_finished_draft_that_is_changed_is_a_draft_again(bea: Neighbor) -> None:
    drafted(bea)
    bea.tap("Finished, release it later")
    assert "finished, not released" in screen(bea)
    bea.tap("1")
    bea.say("One more thing.")
    assert "draft: 2 comments, rated 4" in bea.say("/review")
    assert not [label for label in bea.labels() if label.startswith("Release")]


def test_a_draft_is_thrown_away_after_a_second_tap(bea: Neighbor) -> None:
    drafted(bea)
    bea.tap("Throw away")
    bea.tap("Keep it")
    bea.tap("Throw away")
    assert "The draft is gone." in bea.tap("Yes, throw it away")
    assert "1 new" in bea.say("/review")


def test_a_released_review_can_be_opened_again_and_takes_the_place_of_the_first(bea: Neighbor, ada: Neighbor) -> None:
    released(bea)
    ada.tap("Reply to Bea")
    ada.say("Thank you!")
    ada.tap("Send it to Bea")
    bea.tap("Read the interview")
    bea.tap("Review it")
    bea.tap("Sum up")
    assert "A clear story." in screen(bea)
    bea.say("And a good end.")
    bea.tap("Sum up")
    bea.tap("Release to Ada")
    assert [one.text for one in review(ada).comments] == ["A clear story.", "And a good end."]
    assert [one.text for one in review(ada).replies] == ["Thank you!"]
    assert len(ada.archive[1].reviews) == 1


def test_a_further_take_waits_for_a_review_of_its_own(bea: Neighbor, ada: Neighbor) -> None:
    handed_in(bea, ada, takes="2")
    bea.say("/review")
    bea.say("2")
    bea.tap("Sum up")
    bea.say("Good.")
    bea.tap("Sum up")
    bea.tap("Release to Ada")
    ada.press("t:telegram-bea/2")
    ada.say(STORY, "/stop")
    heard = bea.say("/review")
    assert "Waiting for a review: 2" in heard
    assert "interview 3" in heard


def test_a_review_without_an_assignment_is_asked_for_by_its_candidate(bea: Neighbor, ada: Neighbor) -> None:
    ada.say("/practice crm 2 practice 1", STORY, "/stop", "/transcript 2")
    assert "was asked to review it" in ada.tap("Ask Bea for a review")
    assert "Ada shares interview 2 with you" in bea.latest_mail()
    assert "level 2" in bea.tap("Review it")
    bea.tap("Sum up")
    bea.say("Well done.")
    bea.tap("Sum up")
    bea.tap("Release to Ada")
    assert "Well done." in ada.latest_mail()
    ada.say("/transcript 2")
    assert "Ask Bea for a review" not in ada.labels()


def test_the_notice_of_a_review_can_be_turned_off_and_the_review_is_there(bea: Neighbor, ada: Neighbor) -> None:
    ada.say("/notices")
    ada.tap("Reviews by coaches: on")
    mails = len(ada.mail)
    released(bea)
    assert len(ada.mail) == mails
    assert "A clear story." in ada.say("/transcript 1")
    ada.tap("Reply to Bea")


# Two coaches


def test_two_coaches_see_each_others_reviews_once_both_have_released(
    town: Town, bea: Neighbor, carl: Neighbor, ada: Neighbor
) -> None:
    joined(carl, ada)
    ada.say("/transcript 1")
    ada.tap("Ask Carl for a review")
    released(bea, "Bea's words.", "2")
    heard = opened(carl)
    assert "Bea's words." not in heard
    assert "Bea's words." not in carl.press("b:read:telegram-ada:1")
    assert "Bea's words." not in str(carl.notebook)
    carl.say("/review")
    released(carl, "Carl's words.", "5")
    for reader in (ada.say("/transcript 1"), carl.press("b:read:telegram-ada:1"), bea.press("b:read:telegram-ada:1")):
        for part in ("Review by Bea", "2 of 5", "Bea's words.", "Review by Carl", "5 of 5", "Carl's words."):
            assert part in reader
    ada.say("/transcript 1")
    ada.tap("Reply to Carl")
    ada.say("Only for Carl.")
    ada.tap("Send it to Carl")
    assert "Only for Carl." in carl.press("b:read:telegram-ada:1")
    assert "Only for Carl." not in bea.press("b:read:telegram-ada:1")


# What is written down about it


def test_the_audit_log_has_reads_questions_comments_and_releases(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    olga = town.person("Olga")
    opened(bea)
    bea.tap("Ask further")
    bea.say("And then?")
    released(bea)
    heard = olga.say("/audit")
    for act in (
        "read a transcript of",
        "asked a further question of",
        "commented on an interview of",
        "released a review to",
    ):
        assert f"bea {act} ada, interview 1" in heard  # fmt: skip
