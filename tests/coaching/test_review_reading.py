"""A coach reads what a candidate handed in, page by page, from a queue."""

import pytest

from tests.coaching.reviews import handed_in, opened, screen
from tests.coaching.town import Neighbor, Town, joined

SHOWN = "✓ Uses CRM technology to capture customer feedback."

pytestmark = pytest.mark.usefixtures("handed_in_by_ada")


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
