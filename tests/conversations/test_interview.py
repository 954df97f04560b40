"""Interviews as they are lived: each test is a conversation."""

from conversations.interview.machine import State
from tests.conversations.person import Person
from tests.conversations.stories import STORY, THIN

FIRST = "Give me an example of a situation where you had to use CRM technology to extract information about a customer."
SECOND = "Describe the process you use to cleanse and validate customer data before it is input into the CRM system."


def state(person: Person) -> State:
    assert person.notebook.interview is not None
    return person.notebook.interview.state


def through_probes(person: Person, answer: str = "It was as I said, nothing more to it than that really.") -> str:
    """Answers follow-ups until something else is asked."""
    heard = ""
    while state(person) is State.PROBE:
        heard = person.say(answer)
    return heard


def test_a_practice_interview_runs_from_hello_to_its_report(ada: Person) -> None:
    assert "mock-interview coach" in ada.say("/start")
    assert "What would you like to practice?" in ada.tap("Practice an interview")
    assert "Which level" in ada.tap("Customer Relationship Management")
    assert "hints if you want them" in ada.tap("Level 1")
    assert FIRST in ada.tap("Practice, 1 question")
    ada.say(STORY)
    through_probes(ada)
    assert state(ada) is State.RATING
    feedback = ada.tap("4")
    assert "What came across" in feedback
    assert "typed their words into the record" in feedback or "filtered her last nine contacts" in feedback
    assert "Next time" in feedback
    report = ada.tap("See the report")
    assert "Report: Customer Relationship Management, level 1" in report
    assert "Your own rating: 4 of 5." in report
    assert ada.notebook.interview is None
    assert [summary.complete for summary in ada.notebook.history] == [True]
    assert ada.archive[1].exchanges[0].answers[0].text == STORY


def test_a_typed_shortcut_asks_the_primary_question_word_for_word_at_once(ada: Person) -> None:
    assert FIRST in ada.say("/practice crm 1")


def test_a_real_interview_has_no_hints_and_keeps_its_feedback_for_the_report(ada: Person) -> None:
    assert "feedback waits until the report" in ada.say("/practice crm 1 real 2")
    assert "Hint" not in ada.labels()
    assert "no hints" in ada.say("/hint")
    ada.say(STORY)
    through_probes(ada)
    assert SECOND in ada.tap("5")
    ada.say(THIN)
    through_probes(ada)
    report = ada.tap("2")
    assert report.count("Next time") >= 1
    assert FIRST in report
    assert SECOND in report


def test_probes_come_word_for_word_one_at_a_time_and_all_of_them_when_asked_for(ada: Person) -> None:
    ada.say("/settings")
    ada.tap("Follow-ups: only")
    ada.say("/practice crm 1 practice 1")
    probes = (
        "What was the specific situation?",
        "Which technology did you use? Why?",
        "How did you pull out the information?",
        "How did you decide what information was important?",
    )
    heard = ada.say(STORY)
    for probe in probes:
        assert heard == probe
        heard = ada.say("I asked my manager and then I did it in the evening, as I told you.")
    assert state(ada) is State.RATING


def test_an_adaptive_interview_passes_over_what_the_answer_covers_and_says_so(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1")
    ada.say(STORY)
    through_probes(ada)
    assert "your answer had covered it" in ada.tap("3")
    asked = {answer.probe for answer in ada.notebook.interview.current.answers}
    assert not asked & set(ada.notebook.interview.current.passed_over)


def test_competencies_without_probes_of_their_own_use_the_shared_ones(ada: Person, library) -> None:
    ada.say("/practice csm 2 practice 1")
    probe = ada.say(THIN)
    assert probe in {probe.text for probe in library.star_probes}


def test_a_refused_follow_up_is_accepted_once_and_never_asked_again(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1")
    refused = ada.say(THIN)
    heard = ada.say("I can't think of one")
    assert "I will not ask it again" in heard
    while state(ada) is State.PROBE:
        assert refused not in heard.splitlines()
        heard = ada.say("/skip")
    assert state(ada) is State.RATING


def test_a_refused_question_has_no_follow_ups_and_is_not_judged(ada: Person) -> None:
    ada.say("/practice crm 1")
    assert "nothing to judge" in ada.say("I can't think of one")
    assert state(ada) is State.FEEDBACK
    assert SECOND in ada.tap("Next question")


def test_skipping_the_last_question_finishes_the_interview(ada: Person) -> None:
    ada.say("/practice crm 1 practice 2", STORY)
    through_probes(ada)
    ada.tap("Skip the rating")
    ada.tap("Next question")
    report = ada.tap("Skip")
    assert "Report" in report
    assert "Skipped." in report
    assert ada.notebook.interview is None


def test_an_interview_in_which_everything_was_skipped_leaves_no_trace(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1")
    assert "nothing to judge" in ada.say("/skip")
    assert ada.notebook.history == []
    assert "No finished interview yet" in ada.say("/history")


def test_hints_name_the_shape_first_and_then_what_is_listened_for_and_are_noted(ada: Person) -> None:
    ada.say("/practice crm 1")
    assert "what changed in the end" in ada.say("/hint")
    assert "listens for" in ada.tap("Hint")
    heard = [ada.say("/hint") for _ in range(6)]
    assert "all the hints" in heard[-1]
    assert len(ada.notebook.interview.current.answers[0].hints) == 6
    ada.say(STORY, "/stop")
    assert "6 hints taken" in ada.say("/transcript 1")


def test_hints_on_a_follow_up_leave_out_what_the_answer_already_shows(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1", STORY)
    heard = " ".join(ada.say("/hint") for _ in range(5))
    assert "trying out a changed CRM screen" in heard
    assert "logging what customers tell you" not in heard


def test_retry_keeps_both_attempts_and_says_what_was_gained_and_lost(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1", STORY)
    through_probes(ada)
    first = ada.tap("Skip the rating")
    assert "against the one before" not in first
    assert FIRST in ada.tap("Try this question again")
    ada.say(THIN)
    through_probes(ada)
    second = ada.tap("Skip the rating")
    assert "Attempt 2 against the one before" in second
    assert "− " in second
    ada.tap("See the report")
    assert [exchange.attempt for exchange in ada.archive[1].exchanges] == [1, 2]


def test_retry_after_the_report_asks_the_last_question_once_more(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1", STORY, "/stop")
    assert FIRST in ada.say("/retry")
    assert ada.notebook.interview.current.attempt == 2
    ada.say(STORY)
    through_probes(ada)
    assert "Attempt 2 against the one before" in ada.tap("Skip the rating")


def test_pausing_keeps_the_place_and_resuming_shows_the_same_screen(ada: Person) -> None:
    question = ada.say("/practice crm 1")
    assert "Everything is kept" in ada.tap("Pause")
    assert ada.say("/resume") == question


def test_words_typed_while_paused_are_held_until_the_person_decides(ada: Person) -> None:
    ada.say("/practice crm 1", "/pause")
    assert "Should it be your answer" in ada.say(STORY)
    ada.tap("Use it as my answer")
    assert ada.notebook.interview.current.answers[0].text == STORY
    assert state(ada) is State.PROBE


def test_stopping_in_the_middle_reports_on_what_was_said(ada: Person) -> None:
    ada.say("/practice crm 1", STORY)
    report = ada.say("/stop")
    assert "Report" in report
    assert "came across" in report
    assert len(ada.notebook.history) == 1


def test_canceling_keeps_the_answers_apart_as_unfinished(ada: Person) -> None:
    ada.say("/practice crm 1", STORY)
    assert "kept under “unfinished”" in ada.say("/cancel")
    history = ada.say("/history")
    assert "Unfinished" in history
    assert STORY in ada.say("/transcript 1")


def test_canceling_a_choice_leaves_nothing_open(ada: Person) -> None:
    ada.say("/practice")
    assert "Nothing is open" in ada.say("/cancel")
    assert ada.notebook.interview is None


def test_more_words_can_be_added_to_an_answer_from_the_follow_up_and_from_the_feedback(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1")
    probe = ada.say(THIN)
    assert "What would you like to add" in ada.tap("Add to my answer")
    heard = ada.say("I typed what customers told us into Zoho.")
    assert heard == f"I added that to your answer.\n\n{probe}"
    assert [m.text for m in ada.notebook.interview.current.answers[0].messages][1].startswith("I typed")
    through_probes(ada)
    ada.tap("1")
    ada.tap("Add to my answer")
    assert "I added that to your answer." in ada.say("In the end she stayed with us for two more years.")
    assert state(ada) is State.FEEDBACK


def test_leaving_the_addition_comes_back_to_the_follow_up(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1")
    probe = ada.say(THIN)
    ada.tap("Add to my answer")
    assert ada.tap("Back") == probe


def test_a_long_answer_in_several_messages_is_one_answer(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1")
    ada.say(THIN)
    heard = ada.say("And the second half of what I was saying goes like this.", unseen=True)
    assert "I added that to your answer." in heard
    answer = ada.notebook.interview.current.answers[0]
    assert answer.text == f"{THIN}\nAnd the second half of what I was saying goes like this."


def test_an_edited_message_replaces_the_words_and_keeps_what_they_were(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1", THIN)
    assert "I changed that in your answer." in ada.edit(2, STORY)
    message = ada.notebook.interview.current.answers[0].messages[0]
    assert (message.text, message.earlier) == (STORY, [THIN])


def test_an_edit_under_feedback_shows_the_new_feedback(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1", THIN)
    through_probes(ada)
    before = ada.tap("Skip the rating")
    after = ada.edit(2, STORY)
    assert "I changed that in your answer." in after
    assert before not in after


def test_an_edit_of_anything_else_changes_nothing_and_says_so(ada: Person) -> None:
    assert "nothing changed" in ada.edit(99, "something")


def test_a_model_answer_opens_after_an_attempt_and_is_labeled_as_somebody_elses(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1", STORY)
    through_probes(ada)
    ada.tap("Skip the rating")
    assert "Somebody else’s answer" in ada.tap("A model answer")
    assert ada.notebook.interview.current.saw_model_answer
    assert "Report" in ada.tap("See the report")


def test_a_typed_number_is_a_rating(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1", STORY)
    through_probes(ada)
    ada.say("4")
    assert ada.notebook.interview.current.rating == 4
    assert state(ada) is State.FEEDBACK


def test_without_self_rating_feedback_comes_straight_after_the_follow_ups(ada: Person) -> None:
    ada.say("/settings")
    ada.tap("Self-rating: on")
    ada.say("/practice crm 1 practice 1", STORY)
    through_probes(ada)
    assert state(ada) is State.FEEDBACK


def test_a_short_remark_under_feedback_is_no_part_of_the_answer(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1", STORY)
    through_probes(ada)
    ada.tap("3")
    assert "choose below" in ada.say("ok thanks")
    assert "thanks" not in ada.notebook.interview.current.answers[-1].text
