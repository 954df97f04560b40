"""The story bank, told as transcripts: keeping, recognizing, naming, finding the one that fits, holes and overuse."""

from itertools import combinations

import msgspec
import pytest

from conversations.feedback.assessment import Assessment, BehaviorVerdict, Verdict
from conversations.interview.machine import State
from conversations.study.stories.fitting import OVERUSED, fits, meant
from conversations.study.stories.keeping import MOST_STORIES, MOST_TELLINGS, MOST_WORDS, shown, tell_again
from conversations.study.stories.recognizing import RECOGNIZED, likeness, own_words, recognized
from conversations.study.stories.record import Bank, Story, Telling
from tests.conversations.person import Person
from tests.conversations.stories import STORY, THIN
from tests.evaluation.labelled import answers, is_held_out

RETOLD = (
    "At the furniture store where I worked evenings, one of our business clients wanted to cancel. I pulled up her "
    "contacts in Zendesk and went through the last nine. Seven complained that the deliveries were late, so I talked "
    "to dispatch and we gave her the morning slot. I typed what she told me into her record. She stayed with us."
)
ELSEWHERE = (
    "At the hotel, guests told us that check-in was slow. I logged every complaint in our CRM with a tag for the "
    "cause, typed their own words into the record and counted them each week. I rang the night porter at our sister "
    "hotel for advice, we moved the key cards, and complaints went from 20 a week to 4."
)


def story(number: int, *shown: str, questions: int = 1) -> Story:
    tellings = tuple(Telling(number, place, f"q{place}", shown) for place in range(questions))
    return Story(number, f"Story {number}", (), tellings)


def answered(ada: Person, answer: str, where: str = "crm 1 practice 1") -> str:
    """Answers a question and skips on to its feedback, which is given back."""
    ada.say(f"/practice {where}")
    return to_feedback(ada, answer)


def to_feedback(ada: Person, answer: str) -> str:
    heard = ada.say(answer)
    while ada.notebook.interview.state in (State.PROBE, State.RATING):
        heard = ada.say("/skip")
    return heard


@pytest.fixture
def with_story(ada: Person) -> Person:
    """Ada with one story, "The late sofa", from a finished interview."""
    answered(ada, STORY)
    ada.tap("Keep as a story")
    ada.tap("Name it")
    ada.say("The late sofa")
    ada.say("/stop")
    return ada


def test_without_stories_the_way_to_one_is_shown(ada: Person) -> None:
    assert "No stories kept yet." in ada.say("/stories")
    assert ada.labels() == ["Practice an interview"]


def test_a_story_is_offered_under_feedback_kept_named_and_the_interview_goes_on(ada: Person) -> None:
    question = answered(ada, STORY, "crm 1 practice 2")
    assert "Kept as a story: “I was the evening clerk at a furniture store”." in ada.tap("Keep as a story")
    assert ada.labels() == ["Name it", "Next question", "Try this question again"]
    asked = ada.tap("Name it")
    assert asked.startswith("Your interview is paused meanwhile")
    named = ada.say("The  late\nsofa")
    assert "It has its name.\n\n1. The late sofa: " in named
    assert "Your interview waits where you left it" in named
    feedback = ada.tap("Back to the interview")
    assert "Kept as your story “The late sofa”." in feedback
    assert question.split("\n\n")[0] in feedback
    assert "Keep as a story" not in ada.labels()
    assert "question 2 of 2" in ada.tap("Next question")


def test_an_answer_that_showed_nothing_is_not_offered(ada: Person) -> None:
    answered(ada, "I like customers and I am good with people, everyone says so about me at work.")
    assert "Keep as a story" not in ada.labels()
    ada.tap("See the report")
    assert "Keep an answer as a story" not in ada.labels()


def test_the_report_leads_to_the_answers_that_can_be_kept(ada: Person) -> None:
    ada.say("/practice crm 1 real 1", STORY, "/stop")
    listed = ada.tap("Keep an answer as a story")
    assert not ada.replies[0].replace  # the report stays
    assert "1. Give me an example of a situation where you had to use CRM technology" in listed
    assert "Customer Relationship Management, level 1, Mar 2, 2026: " in listed
    assert "Kept as a story" in ada.tap("1")
    assert "There is no answer to keep" in ada.press("e:answers:0")


def test_a_page_shows_the_words_from_the_archive(with_story: Person) -> None:
    with_story.say("/stories")
    page = with_story.tap("1")
    for part in ("The late sofa", "It showed\n• ", "Told for\n• Give me an example", "(Mar 2, 2026)", STORY):
        assert part in page
    assert with_story.say("/stories 1") == page
    assert "Question 1" in with_story.tap("Read the interview")


def test_only_what_names_a_story_is_stored_and_its_words_stay_in_the_archive(with_story: Person) -> None:
    assert "Zendesk, filtered" not in str(msgspec.to_builtins(with_story.notebook.study))
    with_story.archive.clear()
    assert "Its words could not be read" in with_story.say("/stories 1")


def test_a_story_that_is_told_again_is_recognized_and_counted(with_story: Person) -> None:
    assert "Your story “The late sofa”, told for 2 questions now." in answered(with_story, RETOLD)
    assert "Keep as a story" not in with_story.labels()
    assert "It is another story" in with_story.labels()
    with_story.say("/stop")
    assert "told for 2 questions" in with_story.say("/stories")
    answered(with_story, ELSEWHERE, "cem 1 practice 1")
    with_story.say("/stop")
    assert len(with_story.notebook.study.bank.stories[0].tellings) == 2


def test_the_same_question_tried_again_is_no_second_question(with_story: Person) -> None:
    with_story.say("/retry")
    to_feedback(with_story, STORY)
    with_story.say("/stop")
    assert len(with_story.notebook.study.bank.stories[0].tellings) == 2
    assert "told for 1 question" in with_story.say("/stories")


def test_a_story_that_only_sounds_like_another_can_be_kept_apart(with_story: Person) -> None:
    bank = with_story.notebook.study.bank
    bank.stories[0] = msgspec.structs.replace(bank.stories[0], words=())
    with_story.say("/practice crm 1 real 1", RETOLD, "/stop")
    bank = with_story.notebook.study.bank
    bank.stories[0] = msgspec.structs.replace(bank.stories[0], words=own_words(with_story.desk.library, STORY))
    with_story.say("/stories")
    with_story.tap("Keep an answer as a story")
    assert "That sounds like your story “The late sofa”" in with_story.tap("1")
    assert "Kept as a story: “At the furniture store" in with_story.tap("It is another story")
    assert [len(one.tellings) for one in with_story.notebook.study.bank.stories] == [1, 1]


def test_an_answer_that_is_taken_for_a_story_can_be_kept_as_another_at_once(with_story: Person) -> None:
    answered(with_story, RETOLD)
    assert "Kept as a story: “At the furniture store" in with_story.tap("It is another story")
    with_story.say("/stop")
    assert [len(one.tellings) for one in with_story.notebook.study.bank.stories] == [1, 1]


def test_an_answer_is_kept_once(with_story: Person) -> None:
    for choice in ("e:keep:1:0", "e:new:1:0", "e:keep:1:0"):
        assert "That answer is kept already, as “The late sofa”." in with_story.press(choice)
    assert len(with_story.notebook.study.bank.stories) == 1


def test_what_an_answer_shows_in_the_end_is_what_its_story_shows(ada: Person) -> None:
    answered(ada, STORY)
    ada.tap("Keep as a story")
    before = ada.notebook.study.bank.stories[0].shown
    ada.edit(
        2, f"{ELSEWHERE} I tried out the new import on a test copy before anybody else used it, and found two bugs."
    )
    ada.say("/stop")
    after = ada.notebook.study.bank.stories[0].shown
    assert after == tuple(
        one.behavior for one in ada.archive[1].exchanges[0].assessment.behaviors if one.verdict is Verdict.SHOWN
    )
    assert after != before


def test_tags_are_set_found_and_removed(with_story: Person) -> None:
    with_story.say("/stories 1")
    with_story.tap("Tags")
    assert "#furniture #late delivery" in with_story.say("furniture, #Late Delivery, furniture")
    assert "1. The late sofa" in with_story.say("/stories late delivery")
    assert "1. The late sofa" in with_story.say("/stories SOFA")
    assert "No story has “hotel” in its title or tags." in with_story.say("/stories hotel")
    with_story.press("e:tag:1")
    assert "That is too much" in with_story.say(", ".join("abcdef"))
    with_story.say("-")
    assert with_story.notebook.study.bank.stories[0].tags == ()


def test_a_title_has_its_limit(with_story: Person) -> None:
    with_story.press("e:name:1")
    assert "That is 61 characters; a title has at most 60." in with_story.say("x" * 61)
    assert "It has its name." in with_story.say("x" * 60)


def test_a_story_is_deleted_after_a_second_tap_and_its_interview_stays(with_story: Person) -> None:
    with_story.say("/stories 1")
    assert "Delete the story “The late sofa”?" in with_story.tap("Delete")
    assert "The late sofa" in with_story.tap("Keep it")
    with_story.press("e:delete:1")
    assert "Deleted." in with_story.tap("Delete this story")
    assert "No stories kept yet." in with_story.say("/stories")
    assert with_story.archive[1].exchanges[0].answers[0].text == STORY
    for choice in ("e:one:1", "e:name:1", "e:tag:1", "e:delete:1", "e:delete:1:yes"):
        assert "That button belongs to something that is over." in with_story.press(choice)


def test_never_mind_and_another_button_leave_the_name_as_it_was(with_story: Person) -> None:
    with_story.press("e:name:1")
    assert "1. The late sofa" in with_story.tap("Never mind")
    with_story.press("e:name:1")
    with_story.press("e:all")
    with_story.say("hello there")
    with_story.press("e:name:1")
    with_story.say("/stories")
    with_story.say("hello there")
    assert with_story.notebook.study.bank.stories[0].title == "The late sofa"


def test_a_button_of_the_bank_leaves_an_interview_that_goes_on_alone(with_story: Person) -> None:
    with_story.press("e:name:1")
    question = with_story.say("/practice crm 1 practice 1")
    with_story.press("e:one:1")
    assert with_story.notebook.foreground == "interview"
    assert with_story.say("/resume") == question
    with_story.say(ELSEWHERE)
    assert with_story.notebook.interview.exchanges[0].answers[0].text == ELSEWHERE


def test_which_story_fits_a_known_question_one_of_ones_own_and_a_level(with_story: Person) -> None:
    with_story.say("/stories")
    with_story.tap("Which story for a question?")
    fits = "For this question, your story “The late sofa” fits: it showed logging what customers tell you in the CRM"
    known = "Give me an example of a situation where you had to use CRM technology to extract customer information"
    assert fits in with_story.say(known)
    with_story.tap("Another question")
    assert fits in with_story.say("How did you use CRM technology to record customer feedback?")
    with_story.tap("Another question")
    with_story.tap("Customer Relationship Management")
    heard = with_story.tap("Level 1")
    assert "A question of Customer Relationship Management, level 1" in heard
    assert fits in heard
    assert STORY in with_story.tap("The late sofa")


def test_a_question_without_a_story_names_what_is_listened_for(with_story: Person) -> None:
    with_story.press("e:ask")
    with_story.press("e:for:csm")
    heard = with_story.tap("Level 2")
    assert "No story of yours shows what it listens for yet." in heard
    assert "• leading the people who serve customers directly" in heard


def test_a_question_that_cannot_be_told_asks_for_its_level(with_story: Person) -> None:
    with_story.press("e:ask")
    assert "I cannot tell what that question listens for." in with_story.say("What is your favorite color?")
    assert "Customer Service Management" in with_story.labels()
    with_story.say("/cancel")
    assert with_story.notebook.foreground == ""


def test_the_grid_shows_holes_and_who_fills_them(with_story: Person) -> None:
    with_story.say("/stories")
    overview = with_story.tap("What they cover")
    assert "Customer Service Management\n0 of 21 points with a story, 21 holes" in overview
    grid = with_story.tap("Customer Relationship Management")
    assert "Level 2:  1 ○  2 ○" in grid
    assert "2 ✓" in grid
    level = with_story.tap("Level 1")
    assert "2. ✓ logging what customers tell you in the CRM" in level
    assert "so that complaints and wishes can be counted: “The late sofa”" in level
    assert "4. ○ trying out a changed CRM screen or import yourself before others rely on it: no story yet" in level
    assert "level 1, question 1 of" in with_story.tap("Practice level 1")


def test_a_story_that_is_told_too_often_is_named_and_no_longer_pointed_to(with_story: Person) -> None:
    bank = with_story.notebook.study.bank
    told = bank.stories[0].tellings[0]
    for number in range(OVERUSED - 1):
        tell_again(bank, bank.stories[0], Telling(50 + number, 0, f"crm-l{number + 2}-q1", told.shown))
    assert f"Told often\n“The late sofa”: {OVERUSED} questions" in with_story.say("/stories")
    with_story.press("e:ask")
    with_story.press("e:for:crm")
    assert f"You told it for {OVERUSED} questions already" in with_story.tap("Level 1")
    with_story.say("/practice crm 1 practice 1")
    assert "The late sofa" not in with_story.say("/hint")


def test_a_hint_points_to_a_story_in_practice_and_never_in_a_real_interview(with_story: Person) -> None:
    with_story.say("/practice crm 1 practice 1")
    shape = with_story.say("/hint")
    assert "Your story “The late sofa” may fit: it showed logging what customers tell you" in shape
    with_story.say("/hint")
    assert "The late sofa" in with_story.say("/hint")
    with_story.say("/cancel", "/practice crm 1 real 1")
    assert "The late sofa" not in with_story.say("/hint")
    with_story.say("/cancel", "/practice csm 2 practice 1")
    assert "The late sofa" not in with_story.say("/hint")


def test_a_story_that_was_kept_in_this_interview_is_not_pointed_to(ada: Person) -> None:
    answered(ada, STORY, "crm 1 practice 2")
    ada.tap("Keep as a story")
    ada.tap("Next question")
    assert "Your story" not in ada.say("/hint")


def test_export_holds_the_stories_and_forgetting_takes_them(with_story: Person) -> None:
    with_story.say("/export")
    exported = msgspec.json.decode(with_story.replies[0].attachment.data)
    assert exported["notebook"]["study"]["bank"]["stories"][0]["title"] == "The late sofa"
    with_story.say("/forget", "DELETE")
    assert with_story.notebook.forgotten


def test_forged_buttons_mean_nothing(with_story: Person) -> None:
    before = with_story.notebook.study
    kept = ("e:keep:1:9", "e:keep:9:0", "e:keep:x:0", "e:keep:1", "e:new:1:-1", "e:page:x")
    levels = ("e:grid:gone", "e:grid:crm:9", "e:for:crm:x", "e:for:gone:1")
    for choice in ("e", *kept, *levels, "e:name", "e:delete:1:no", "e:one:" + "1" * 40):
        assert "That button belongs to" in with_story.press(choice)
    assert with_story.notebook.study == before


def test_a_full_bank_keeps_what_it_has(with_story: Person) -> None:
    bank = with_story.notebook.study.bank
    bank.stories = [story(number) for number in range(100, 100 + MOST_STORIES)]
    with_story.say("/stories")
    assert "page 1 of 10" in with_story.say("/stories")
    assert "Story 153" in with_story.tap("Older")
    heard = with_story.say("/stories story")
    assert "54 more have that too" in heard
    assert "Older" not in with_story.labels()
    assert "Your bank is full." in with_story.press("e:keep:1:0")
    assert len(with_story.notebook.study.bank.stories) == MOST_STORIES


def test_who_shows_most_fits_best_then_who_is_told_least_then_the_latest() -> None:
    known = [story(1, "a", questions=2), story(2, "a"), story(3, "a"), story(4, "a", "b", questions=3), story(5, "z")]
    assert [fit.story.number for fit in fits(known, ["a", "b"])] == [4, 3, 2, 1]
    assert fits(known, ["a", "b"])[0].shown == ("a", "b")


def test_the_tellings_of_a_story_are_bounded_and_the_first_stays() -> None:
    bank = Bank([story(1, "a")])
    for number in range(2, 60):
        tell_again(bank, bank.stories[0], Telling(number, 0, "q", ("a",)))
    tellings = bank.stories[0].tellings
    assert len(tellings) == MOST_TELLINGS
    assert (tellings[0].interview, tellings[-1].interview) == (1, 59)


def test_an_event_is_recognized_in_other_words_and_another_event_of_the_same_place_is_not(ada: Person) -> None:
    library = ada.desk.library
    sofa = Story(1, "Sofa", own_words(library, STORY), (Telling(1, 0, "q", ()),))
    seam = (
        "When I worked at the furniture store a couple wanted to return a sofa that had a torn seam. I called the "
        "supplier, arranged a replacement within three days and followed up by phone. They wrote a nice review."
    )
    assert recognized([sofa], own_words(library, RETOLD)) == sofa
    for other in (seam, ELSEWHERE, THIN, "", "Nothing."):
        assert recognized([sofa], own_words(library, other)) is None
    assert likeness((), ()) == 0.0


def test_answers_of_different_people_are_not_taken_for_one_another(ada: Person) -> None:
    judged = [row["answer"] for row in answers() if row["evidenced"] and not is_held_out(row)][:150]
    told = [own_words(ada.desk.library, answer) for answer in judged]
    pairs = [likeness(one[:MOST_WORDS], other) for one, other in combinations(told, 2)]
    assert len(pairs) > 10_000
    assert sum(alike >= RECOGNIZED for alike in pairs) == 0


def test_every_question_of_the_packs_is_known_by_its_words(ada: Person) -> None:
    library = ada.desk.library
    for competency in library.competencies.values():
        for level in competency.levels:
            for question in level.questions:
                assert meant(library, question.text.upper()) == [behavior.id for behavior in level.behaviors]


def test_an_assessment_of_no_answer_shows_nothing() -> None:
    assert shown(None) == ()
    judged = Assessment(
        True, behaviors=(BehaviorVerdict("a", 1, Verdict.SHOWN, 1.0), BehaviorVerdict("b", 1, Verdict.TOUCHED, 0.3))
    )
    assert shown(judged) == ("a",)
