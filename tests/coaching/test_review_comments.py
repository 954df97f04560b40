"""A coach comments on what was handed in, overrules verdicts and rates."""

import pytest

from conversations.coaching.reviewing import commenting
from tests.coaching.reviews import comments, draft, opened, replies, review, screen
from tests.coaching.town import Neighbor
from tests.conversations.stories import STORY

SHOWN = "✓ Uses CRM technology to capture customer feedback."

pytestmark = pytest.mark.usefixtures("handed_in_by_ada")


# Commenting


def test_a_comment_is_on_the_answer_that_is_read(bea: Neighbor) -> None:
    opened(bea)
    assert "Kept on question 1." in bea.say("Good pace.")
    bea.tap("Next ›")
    bea.say("Say something here.")
    assert [(one.text, one.exchange, one.answer, one.quote) for one in comments(bea)] == [
        ("Good pace.", 0, 0, ""),
        ("Say something here.", 0, 1, ""),
    ]


@pytest.mark.parametrize("typed", ["2: What did he say?", "2. What did he say?", "#2) What did he say?",
                                   "“my manager asked me to find out” What did he say?",
                                   '"My manager  asked me to find out": What did he say?'])  # fmt: skip
def test_a_comment_is_on_a_passage_by_its_number_or_its_words(bea: Neighbor, typed: str) -> None:
    opened(bea)
    bea.say(typed)
    made = comments(bea)[0]
    assert made.text == "What did he say?"
    assert made.quote.startswith("My manager asked me to find out")
    assert STORY[made.start : made.end] == made.quote


@pytest.mark.parametrize(("typed", "why"), [("99: Hm.", "no number 99"), ("“never said” Hm.", "did not find those")])
def test_a_passage_that_is_not_there_leaves_the_comment_on_the_answer(bea: Neighbor, typed: str, why: str) -> None:
    opened(bea)
    heard = bea.say(typed)
    assert why in heard
    assert "Kept on question 1." in heard
    assert comments(bea)[0].text == typed
    assert comments(bea)[0].quote == ""


def test_replying_to_the_message_with_words_selected_comments_on_these(bea: Neighbor) -> None:
    opened(bea)
    replies(bea, screen(bea), "How many causes?", "same thing: deliveries came late. ⁴ I had tagged")
    made = comments(bea)[0]
    assert made.quote == "same thing: deliveries came late. I had tagged"
    assert STORY[made.start : made.end] == made.quote


def test_replying_to_an_earlier_page_comments_on_that_one(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    first = screen(bea)
    bea.tap("Next ›")
    replies(bea, first, "On the first.", "² My manager asked me")
    made = comments(bea)[0]
    assert (made.exchange, made.answer, made.quote) == (0, 0, "My manager asked me")
    bea.tap("Sum up")
    bea.tap("Release to Ada")
    kept = review(ada).comments[0]
    assert STORY[kept.start : kept.end] == "My manager asked me"


def test_replying_to_a_page_of_another_interview_keeps_nothing(bea: Neighbor) -> None:
    opened(bea)
    foreign = screen(bea).replace("Ada, interview 1", "Dan, interview 4")
    assert "shows another interview, so I kept nothing" in replies(bea, foreign, "Hm.")
    assert comments(bea) == []


def test_replying_to_any_other_message_is_a_plain_comment(bea: Neighbor) -> None:
    opened(bea)
    replies(bea, "Welcome back.", "Good pace.", "Welcome")
    assert [(one.text, one.exchange, one.quote) for one in comments(bea)] == [("Good pace.", 0, "")]


def test_a_comment_on_the_whole_is_typed_while_the_review_is_looked_over(bea: Neighbor) -> None:
    opened(bea)
    assert "You have written nothing yet." in bea.tap("Sum up")
    assert "Kept on the whole." in bea.say("3: A clear story.")
    assert [(one.text, one.exchange) for one in comments(bea)] == [("3: A clear story.", None)]
    assert "On the whole\n3: A clear story." in bea.tap("Sum up")


def test_the_latest_comment_can_be_taken_back(bea: Neighbor) -> None:
    opened(bea)
    bea.say("One.", "Two.")
    assert "The latest comment is gone." in bea.tap("Take the latest")
    assert [one.text for one in comments(bea)] == ["One."]


def test_a_comment_whose_message_is_edited_reads_otherwise(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    bea.say("2: What did he sya?")
    passage = bea.messages
    bea.say("Good pase.")
    assert "I changed your comment:\nWhat did he say?" in bea.edit(passage, "2: What did he say?")
    assert "I changed your comment:\nGood pace." in bea.edit(passage + 1, "Good pace.")
    assert "stays as it was" in bea.edit(passage + 1, " ")
    bea.tap("Sum up")
    bea.tap("Release to Ada")
    assert [(one.text, one.message) for one in review(ada).comments] == [
        ("What did he say?", None),
        ("Good pace.", None),
    ]
    assert "nothing changed" in bea.edit(passage, "2: Too late.")


def test_what_is_too_long_or_without_words_is_not_kept_and_said_so(bea: Neighbor) -> None:
    opened(bea)
    assert "I did not keep this one" in bea.say("x" * (commenting.LONGEST + 1))
    assert "no words" in bea.say("…")
    for number in range(commenting.MOST):
        bea.say(f"Comment number {number}.")
    assert "I did not keep this one" in bea.say("One more.")
    assert len(comments(bea)) == commenting.MOST


def test_phrases_are_kept_used_with_a_tap_and_dropped(bea: Neighbor) -> None:
    opened(bea)
    bea.tap("Phrases")
    assert "You have kept no phrase yet." in screen(bea)
    bea.tap("Back")
    bea.say("2: Say what you did.")
    assert "among your phrases now" in bea.tap("Keep as a phrase")
    bea.tap("Next ›")
    bea.tap("Phrases")
    assert "Kept on question 1, follow-up 1." in bea.tap("1. Say what you did.")
    bea.tap("Sum up")
    bea.tap("Phrases")
    assert "Kept on the whole." in bea.tap("1. Say what you did.")
    assert [(one.text, one.exchange, one.answer) for one in comments(bea)] == [
        ("Say what you did.", 0, 0),
        ("Say what you did.", 0, 1),
        ("Say what you did.", None, 0),
    ]
    bea.tap("Sum up")
    bea.tap("Phrases")
    bea.tap("✕ 1")
    assert "You have kept no phrase yet." in screen(bea)
    assert len(comments(bea)) == 3


# Judging


def test_a_verdict_is_overruled_with_a_reason_and_taken_back(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    bea.tap("Behaviors")
    assert "2: heard it" not in bea.labels()
    bea.tap("2: did not")
    assert "You did not hear it." in bea.say("She tagged calls, she asked for nothing.")
    bea.tap("4: heard it")
    bea.tap("No reason")
    assert "2: take it back" in bea.labels()
    bea.tap("4: take it back")
    bea.tap("Back")
    bea.tap("Sum up")
    bea.tap("Release to Ada")
    heard = ada.latest_mail()
    assert "Not heard in the answer: Uses CRM technology to capture customer feedback." in heard
    assert "Why: She tagged calls, she asked for nothing." in heard
    (ruling,) = review(ada).rulings
    assert (ruling.exchange, ruling.heard, ruling.blind) == (0, False, False)


def test_blind_first_hides_what_others_think_until_the_coach_has_rated(bea: Neighbor, ada: Neighbor) -> None:
    ada.say("/practice crm 1 practice 1", STORY)
    while ada.notebook.interview and ada.notebook.interview.current.rating is None:
        ada.say("5" if "How well did that answer go" in screen(ada) else "/skip")
    ada.say("/stop", "/transcript 2")
    ada.tap("Ask Bea for a review")
    bea.say("/review")
    assert "Rate before I see other ratings: on" in bea.tap("Rate before") + " ".join(bea.labels())
    heard = bea.say("2")
    for hidden in (SHOWN, "“I had tagged", "Their own rating"):
        assert hidden not in heard
    assert "• Uses CRM technology to capture customer feedback." in heard
    assert "is shown once you have rated" in heard
    bea.tap("Behaviors")
    bea.tap("1: did not")
    bea.tap("No reason")
    bea.tap("Back")
    bea.tap("Rate")
    heard = bea.tap("2")
    for shown in ("Now you see what the machine and the candidate think", SHOWN, "Their own rating: 5 of 5."):
        assert shown in heard
    bea.tap("Behaviors")
    bea.tap("2: did not")
    bea.tap("No reason")
    made = draft(bea).review
    assert [one.blind for one in made.rulings] == [True, False]
    assert [(one.value, one.blind) for one in made.ratings] == [(2, True)]
    bea.tap("Back")
    bea.tap("Rate")
    bea.say("4")
    assert [(one.value, one.blind) for one in draft(bea).review.ratings] == [(4, False)]


def test_a_rating_stands_on_anchors_and_is_tapped_or_typed(bea: Neighbor) -> None:
    opened(bea)
    heard = bea.tap("Rate")
    assert "• Uses CRM technology to capture customer feedback." in heard
    assert "5 all that the level asks for" in heard
    assert "Please tap one of these." in bea.say("7")
    assert "Rated 3 of 5." in bea.say("3")
