"""A coach reviews what a candidate handed in, and both read it: two people in one conversation."""

import pytest

from conversations.coaching.reviewing import commenting
from conversations.coaching.reviewing.draft import Draft
from conversations.coaching.reviewing.record import Comment, Review
from tests.coaching.reviews import drafted, handed_in, opened, released, replies, screen
from tests.coaching.town import Neighbor, Town, assigned, joined
from tests.conversations.stories import STORY

SHOWN = "✓ Uses CRM technology to capture customer feedback."


@pytest.fixture(autouse=True)
def acquainted(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada, "spring")
    handed_in(bea, ada)


def draft(coach: Neighbor) -> Draft:
    return next(iter(coach.notebook.coaching.reviewing.drafts.values()))


def comments(coach: Neighbor) -> list[Comment]:
    return draft(coach).review.comments


def review(candidate: Neighbor, number: int = 1) -> Review:
    return candidate.archive[number].reviews[-1]


# Reading


def test_a_submission_is_told_with_a_button_that_opens_its_review(bea: Neighbor) -> None:
    heard = bea.tap("Review it")
    for part in (
        "Ada, interview 1: Customer Relationship Management, level 1",
        "Question 1 of 1 (page 1 of 2)",
        "¹ I was the evening clerk",
        "What level 1 asks for",
        SHOWN,
        "“I had tagged every call",
    ):
        assert part in heard  # fmt: skip


def test_pages_are_turned_and_each_is_asked_for_at_the_candidates_desk(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    assert "follow-up 1 of 1 (page 2 of 2)" in bea.tap("Next ›")
    assert "No answer." in screen(bea)
    assert "page 1 of 2" in bea.tap("‹ Previous")
    assert "Bea read interview 1" in ada.say("/privacy")
    assert len(ada.notebook.coaching.reads) == 1  # one sitting is one reading
    assert "Bea read interview 1 on Mar 2, 2026" in ada.say("/transcript 1")
    assert "They see that you read it." in bea.press("b:read:telegram-ada:1")
    assert "Bea read interview 1" not in screen(bea)


def test_a_page_is_the_screen_until_it_is_turned(bea: Neighbor) -> None:
    opened(bea)
    shown = screen(bea)
    assert bea.say("/resume") == shown
    bea.say("/practice csm 1")
    bea.say("/review")
    assert bea.tap("1").endswith(shown)


def test_a_coach_exports_no_word_of_the_interview_that_is_open(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    bea.say("Good pace.", "/export")
    attachment = bea.replies[0].attachment
    assert attachment is not None
    assert b"Good pace." in attachment.data
    assert b"Zendesk" not in attachment.data


def test_no_word_of_a_transcript_stays_with_the_coach_who_leaves(bea: Neighbor) -> None:
    opened(bea)
    assert "Zendesk" in str(bea.notebook.coaching)
    assert "kept as a draft" in bea.say("/cancel")
    assert "Zendesk" not in str(bea.notebook.coaching)


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


# Asking further


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


# The queue


def test_unseen_interviews_come_first_and_next_and_previous_walk_the_queue(town: Town, bea: Neighbor) -> None:
    for name in ("Cyd", "Dan"):
        somebody = town.person(name)
        joined(bea, somebody, "fall")
        handed_in(bea, somebody)
    opened(bea)
    bea.tap("Sum up")
    heard = bea.tap("Queue")
    assert heard.index("Cyd") < heard.index("Dan") < heard.index("Ada")
    assert "Waiting for a review: 3, 2 new." in heard
    assert "Cyd, interview 1" in bea.tap("1")
    bea.tap("Sum up")
    assert "‹ Interview before" not in bea.labels()
    assert "Dan, interview 1" in bea.tap("Next interview ›")
    bea.tap("Sum up")
    assert "Ada, interview 1" in bea.tap("Next interview ›")
    bea.tap("Sum up")
    assert "Dan, interview 1" in bea.tap("‹ Interview before")


def test_the_queue_is_narrowed_to_a_group_or_a_name_and_opened_by_typing(town: Town, bea: Neighbor) -> None:
    dan = town.person("Dan")
    joined(bea, dan, "fall")
    handed_in(bea, dan)
    assert "Dan" not in bea.say("/review spring")
    assert "Ada" not in bea.say("/review dan")
    bea.say("/review")
    assert "Nobody in this queue is called “Zoe”" in bea.say("Zoe")
    assert "Dan, interview 1" in bea.say("dan")


def test_a_long_queue_has_pages(town: Town, bea: Neighbor) -> None:
    for number in range(8):
        somebody = town.person(f"Person{number}")
        joined(bea, somebody)
        handed_in(bea, somebody)
    assert "7. " not in bea.say("/review")
    heard = bea.tap("More")
    assert "7. Person5" in heard
    assert "Person5, interview 1" in bea.tap("7")


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
