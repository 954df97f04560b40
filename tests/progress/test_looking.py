"""Looking at one's progress, told as transcripts."""

import re
from random import Random

import msgspec
from hypothesis import given, settings

from conversations.desk import Desk
from conversations.events import Event, Said
from conversations.feedback import Engine
from conversations.markup import plain
from conversations.notebook import Notebook, Summary
from conversations.progress.chart import Chart
from tests.conversations.person import MONDAY, Person
from tests.conversations.stories import STORY, THIN
from tests.progress.histories import LIBRARY, histories

DESK = Desk(LIBRARY, Engine(LIBRARY))


def practiced(ada: Person, *answers: str, where: str = "crm 1") -> None:
    for answer in answers:
        ada.say(f"/practice {where} practice 1", answer, "/stop")


def drawn(ada: Person) -> Chart:
    attachment = ada.replies[0].attachment
    assert attachment is not None
    assert (attachment.kind, attachment.form) == ("progress", "png")
    return msgspec.json.decode(attachment.data, type=Chart)


def test_before_the_first_answer_there_is_a_way_to_it(ada: Person) -> None:
    for line in ("/progress", "/progress picture", "/progress crm", "/progress picture crm"):
        assert "begins with your first judged answer" in ada.say(line)
        assert ada.labels() == ["Practice an interview"]


def test_from_the_overview_into_a_competency_and_a_level(ada: Person) -> None:
    practiced(ada, THIN, STORY)
    overview = ada.say("/progress")
    assert "2 judged answers in 2 interviews, the latest on Mar 2, 2026." in overview
    assert re.search(r"Management\nLevel 1: \d of 5 points shown, latest answer [12½]+ of 2\n", overview)
    assert "Customer Service" not in overview
    page = ada.tap("Customer Relationship Management")
    assert "Points in an answer: latest " in page
    assert "Most often missing: " in page
    assert re.search(r"Not practiced yet: levels ([23], )+4 and 5\.", page)
    level = ada.tap("Level 1")
    assert "2. ✓ shown: logging what customers tell you" in level
    assert "4. ○ not yet: trying out a changed CRM screen" in level
    assert "level 1, question 1 of" in ada.tap("Practice level 1")


def test_the_way_back_leads_to_the_overview(ada: Person) -> None:
    practiced(ada, STORY)
    overview = ada.say("/progress")
    ada.say("/progress crm 1")
    ada.tap("Customer Relationship Management")
    assert ada.tap("All of my progress") == overview


def test_a_level_that_was_never_practiced_shows_what_is_listened_for(ada: Person) -> None:
    heard = ada.say("/progress csm 2")
    assert "0 of 5 points shown." in heard
    assert "1. ○ not yet: leading the people who serve customers" in heard
    assert "belongs here yet" not in heard


def test_own_ratings_are_told_against_the_reports(ada: Person) -> None:
    for _ in range(3):
        ada.say("/practice crm 1 practice 1", THIN)
        while ada.notebook.interview.state.name == "PROBE":
            ada.say("/skip")
        ada.say("5", "/stop")
    assert "You rate your answers 5.0 of 5 on average, the reports come to" in ada.say("/progress")
    assert "Your own ratings" in ada.say("/progress crm 1")


def test_a_picture_of_everything_and_of_one_competency(ada: Person) -> None:
    practiced(ada, STORY)
    practiced(ada, THIN, where="csm 2")
    ada.say("/progress")
    ada.tap("As a picture")
    assert [panel.title for panel in drawn(ada).panels] == [
        "Customer Service Management",
        "Customer Relationship Management",
    ]
    ada.say("/progress picture crm")
    assert [panel.title for panel in drawn(ada).panels] == ["Customer Relationship Management"]
    assert drawn(ada).answers == 1
    ada.tap("Customer Relationship Management")
    ada.tap("As a picture")
    assert len(drawn(ada).panels) == 1


def test_the_colors_that_were_chosen_last_are_kept(ada: Person) -> None:
    practiced(ada, STORY)
    ada.say("/progress picture")
    assert not drawn(ada).dark
    ada.tap("In dark colors")
    assert drawn(ada).dark
    ada.say("/progress picture crm")
    assert drawn(ada).dark
    ada.tap("In light colors")
    assert not drawn(ada).dark
    assert len(drawn(ada).panels) == 1


def test_what_nobody_knows_is_said_and_the_rest_is_shown(ada: Person) -> None:
    practiced(ada, STORY)
    assert "I know no competency “astrology”" in ada.say("/progress astrology 3")
    assert "Customer Relationship Management has levels 1 to 5." in ada.say("/progress crm 9")
    assert "None of your judged answers belongs here yet." in ada.say("/progress csm")


def test_answers_to_content_that_is_gone_are_counted_and_not_shown(ada: Person) -> None:
    practiced(ada, STORY, STORY)
    ada.notebook.history[0] = msgspec.structs.replace(ada.notebook.history[0], competency="gone")
    heard = ada.say("/progress")
    assert "1 judged answer in 1 interview" in heard
    assert "1 answer more belongs to content that is no longer here." in heard


def test_forged_and_stale_buttons_change_nothing(ada: Person) -> None:
    practiced(ada, STORY)
    before = ada.notebook
    forged = ("g", "g:of:gone", "g:of", "g:level:crm:9", "g:level:crm:x", "g:level:gone:1", "g:draw:gone", "g:x:crm")
    for choice in (*forged, "g:dark:gone", "g:level:crm:" + "9" * 40):
        assert "That button belongs to" in ada.press(choice)
    assert ada.notebook.history == before.history
    assert not ada.notebook.settings.dark_pictures


def test_looking_leaves_an_open_interview_where_it_is(ada: Person) -> None:
    practiced(ada, STORY)
    question = ada.say("/practice crm 1")
    ada.say("/progress")
    ada.tap("As a picture")
    assert ada.say("/resume") == question


@settings(max_examples=100, deadline=None, derandomize=True)
@given(histories())
def test_any_history_gives_valid_texts_with_buttons_that_work(history: list[Summary]) -> None:
    notebook = Notebook("telegram-1", MONDAY, history=history)
    for line in ("/progress", "/progress crm", "/progress csm 4", "/progress picture"):
        event = Event("telegram-1", Said(line, MONDAY))
        (reply,) = DESK.handle(event, notebook, now=MONDAY, random=Random(1), archive={})
        assert 0 < len(plain(reply.text)) <= 4096
        assert reply.choices
