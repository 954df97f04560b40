"""Looking back and having a say: history, transcripts, settings, export, deletion."""

import msgspec

from tests.conversations.person import MONDAY, Person
from tests.conversations.stories import STORY, THIN


def practiced(ada: Person, times: int) -> None:
    for _ in range(times):
        ada.say("/practice crm 1 practice 1", STORY, "/stop")


def test_history_pages_through_finished_interviews_newest_first(ada: Person) -> None:
    practiced(ada, 8)
    first = ada.say("/history")
    assert "page 1 of 2" in first
    assert first.index("8. Customer") < first.index("3. Customer")
    second = ada.tap("Older")
    assert "2. Customer" in second
    assert ada.replies[0].replace
    assert ada.tap("Newer") == first


def test_history_shows_the_open_interview_apart(ada: Person) -> None:
    practiced(ada, 1)
    ada.say("/practice csm 2", THIN)
    heard = ada.say("/history")
    assert "Unfinished\n2. Customer Service Management, level 2: open, /resume" in heard


def test_a_transcript_shows_question_answers_probes_evidence_and_rating(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1")
    probe = ada.say(STORY)
    ada.say("I chose it because the desk had it already and everyone could read it.")
    while "rating" not in " ".join(ada.labels()):
        ada.say("/skip")
    ada.tap("4")
    ada.tap("See the report")
    heard = ada.tap("Read the transcript")
    for part in ("Question 1", STORY, probe.splitlines()[-1], "because the desk had it", "4 of 5", "What came across"):
        assert part in heard


def test_a_transcript_comes_as_a_file_in_four_forms(ada: Person) -> None:
    practiced(ada, 1)
    ada.say("/transcript 1")
    assert ada.labels() == ["As a web page", "As a PDF", "As Markdown", "As JSON"]
    forms = ("html", "pdf", "md", "json")
    for label, name in zip(ada.labels(), forms, strict=True):
        ada.say("/transcript 1")
        ada.tap(label)
        attachment = ada.replies[0].attachment
        assert attachment is not None
        assert (attachment.kind, attachment.form) == ("transcript", name)
        assert attachment.filename == f"interview-1.{name}"


def test_transcripts_that_do_not_exist_lead_to_the_history(ada: Person) -> None:
    practiced(ada, 1)
    assert "There is no finished interview 9" in ada.say("/transcript 9")
    assert "Which interview" in ada.say("/transcript")
    assert "Which interview" in ada.say("/transcript ../../etc/passwd")
    assert "1. Customer" in ada.say("/transcript 99999999999999999999")


def test_the_transcript_of_an_open_interview_can_be_read(ada: Person) -> None:
    ada.say("/practice crm 1", THIN)
    assert THIN in ada.say("/transcript 1")


def test_export_holds_the_notebook_and_every_interview(ada: Person) -> None:
    practiced(ada, 2)
    ada.say("/export")
    attachment = ada.replies[0].attachment
    assert attachment is not None
    exported = msgspec.json.decode(attachment.data)
    assert [one["number"] for one in exported["interviews"]] == [1, 2]
    assert STORY in str(exported["interviews"][0])
    assert exported["notebook"]["name"] == "Ada"


def test_forget_asks_for_a_word_and_anything_else_keeps_everything(ada: Person) -> None:
    practiced(ada, 1)
    assert "type DELETE" in ada.say("/forget")
    assert "Nothing was deleted" in ada.say("delete")
    assert not ada.notebook.forgotten
    ada.say("/forget", "/help")
    assert not ada.notebook.forgetting
    ada.say("/forget")
    assert "Everything about you was deleted" in ada.say("DELETE")
    assert ada.notebook.forgotten


def test_a_setting_counts_from_the_next_interview_on(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1", "/settings")
    assert "Follow-ups: all of them" not in ada.labels()
    ada.tap("Follow-ups: only what my answer leaves out")
    assert "Follow-ups: all of them" in ada.labels()
    assert not ada.notebook.interview.all_probes


def test_privacy_says_what_is_stored_where_and_who_sees_it(ada: Person) -> None:
    heard = ada.say("/privacy")
    for part in ("What is stored", "Where", "Who can see it", "/export", "/forget"):
        assert part in heard


def test_a_damaged_notebook_is_told_once(ada: Person) -> None:
    ada.notebook.began_anew = True
    assert "could not be read" in ada.say("/start")
    assert "could not be read" not in ada.say("/start")


def test_markup_that_a_person_types_is_only_text(ada: Person) -> None:
    ada.say(
        "/practice crm 1 practice 1", "<b>bold</b> \x01evil\x05 *stars* & I rang the customer & wrote it down.", "/stop"
    )
    assert "<b>bold</b> evil *stars* & I rang" in ada.say("/transcript 1")


def test_after_an_interview_hello_leads_to_progress_and_stories(ada: Person) -> None:
    ada.say("/start")
    assert "My progress" not in ada.labels()
    practiced(ada, 1)
    ada.say("/start")
    assert "1 judged answer" in ada.tap("My progress")
    ada.say("/start")
    assert "No stories kept yet." in ada.tap("My stories")


def test_notebook_says_hello_again_by_the_place_where_one_left(ada: Person) -> None:
    ada.say("/practice crm 1", "/pause")
    assert "Welcome back" in ada.say("/start")
    assert ada.labels()[0] == "Go on"


def test_the_days_in_the_history_are_those_where_the_person_was(ada: Person) -> None:
    ada.say("/timezone Los Angeles")
    ada.now = MONDAY.replace(day=3, hour=4)
    ada.say("/practice crm 1 practice 1", STORY, "/stop")
    assert "Mar 2, 2026" in ada.say("/history")
    assert "Mar 2, 2026" in ada.say("/transcript 1")
