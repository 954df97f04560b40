"""Sittings by pipe: each line is one input, and the output reads as a conversation."""

import re
from pathlib import Path

from bot.assembly import Coach
from tests.terminal.conftest import Sitting

QUESTION = (
    "Give me an example of a situation where you had to use CRM technology to extract information about a customer."
)
ANSWER = (
    "At the hotel, guests told us that check-in was slow. I logged every complaint in our booking system, in their own "
    "words and with a tag, and filtered it by hour. We moved the key cards. Complaints went from 20 a week to 4."
)
FINISH = "/practice crm 1 practice 1\n" + ANSWER + "\n/skip\n/skip\n/skip\n/skip\n"


async def test_a_first_sitting_begins_with_a_welcome_and_numbered_choices(piped: Sitting) -> None:
    transcript = await piped("")
    assert transcript.startswith("Hello. I am your mock-interview coach.")
    assert "1. Practice an interview" in transcript
    assert transcript.endswith("Everything is saved. Come back with make run whenever you like.\n\n")


async def test_numbers_lead_from_the_welcome_to_the_question_word_for_word(piped: Sitting) -> None:
    transcript = await piped("1\n2\n1\n1\n")
    assert "> 1\n" in transcript
    assert "[question 1 of 1]" in transcript
    assert QUESTION in transcript


async def test_every_line_stands_in_the_transcript_before_what_it_earned(piped: Sitting) -> None:
    transcript = await piped(f"/practice crm 1\n{ANSWER}\n")
    assert transcript.index("> /practice crm 1") < transcript.index(QUESTION) < transcript.index(f"> {ANSWER}")
    assert "probe 1 of" in transcript.split(f"> {ANSWER}")[1]


async def test_when_the_input_ends_the_interview_is_kept_and_the_next_sitting_goes_on(piped: Sitting) -> None:
    first = await piped(f"/practice crm 1\n{ANSWER}")
    assert first.endswith("Saved. Your interview is where you left it: come back with make run.\n\n")
    open_screen = first.split(f"> {ANSWER}\n\n")[1].split("\n\nSaved.")[0]
    second = await piped("/skip\n")
    assert second.startswith(open_screen)


async def test_a_number_with_a_quotation_mark_is_an_answer(piped: Sitting, coach: Coach) -> None:
    await piped('/practice crm 1\n"2\n')
    notebook = await coach.store.read("terminal")
    assert notebook is not None
    assert notebook.interview is not None
    assert notebook.interview.exchanges[0].answers[0].text == "2"


async def test_a_name_of_a_choice_presses_it(piped: Sitting) -> None:
    transcript = await piped("practice\ncustomer rel\n")
    assert "Which level should the questions have?" in transcript


async def test_quit_leaves_and_what_comes_after_it_is_not_read(piped: Sitting) -> None:
    transcript = await piped("/quit\n/practice crm 1\n")
    assert QUESTION not in transcript
    assert "> /quit" in transcript


async def test_windows_line_ends_blank_lines_and_a_byte_order_mark_are_no_part_of_what_is_said(
    piped: Sitting, coach: Coach
) -> None:
    await piped(b"\xef\xbb\xbf/practice crm 1\r\n\r\n   \r\nI asked the night porter.\r\n")
    notebook = await coach.store.read("terminal")
    assert notebook is not None
    assert notebook.interview is not None
    assert notebook.interview.exchanges[0].answers[0].text == "I asked the night porter."


async def test_broken_utf8_and_control_characters_reach_neither_the_screen_nor_the_notebook(piped: Sitting) -> None:
    transcript = await piped(b"/practice crm 1\nI asked \xff\xfe them \x1b[31m\x00 all\n")
    assert "> I asked \ufffd\ufffd them [31m all" in transcript
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", transcript)


async def test_a_line_of_a_hundred_thousand_characters_gets_an_answer(piped: Sitting) -> None:
    transcript = await piped("/practice crm 1\n" + "I asked them what they need. " * 3500 + "\n/quit\n")
    assert transcript.endswith("come back with make run.\n\n")
    assert re.search(r"\[question 1 of \d", transcript.split("> I asked")[1])


async def test_a_whole_interview_ends_with_a_report_that_quotes_the_answer(piped: Sitting) -> None:
    transcript = await piped(FINISH + "report\n/history\n")
    assert "[report]" in transcript
    assert "“" in transcript.split("[report]")[1]


async def test_export_saves_a_file_and_says_where(piped: Sitting, exports: Path) -> None:
    transcript = await piped(FINISH + "/export\n/export\n")
    saved = sorted(exports.iterdir())
    assert len(saved) == 2
    assert all(f"Saved as {path}" in transcript for path in saved)
    assert all(ANSWER in path.read_text(encoding="utf-8") for path in saved)


async def test_a_picture_is_a_table_and_a_saved_file(piped: Sitting, exports: Path) -> None:
    transcript = await piped("/practice crm 1 practice 1\n" + ANSWER + "\n/stop\n/progress picture\n")
    assert "Customer Relationship Management\n          1  2  3  4  5  6\nLevel 1   " in transcript
    assert ". not yet, ½ touched on, 1 shown once" in transcript
    (saved,) = exports.iterdir()
    assert f"Saved as {saved}" in transcript
    assert saved.name == "progress.png"
    assert saved.read_bytes().startswith(b"\x89PNG")


async def test_help_explains_the_keys_of_a_terminal(piped: Sitting) -> None:
    transcript = await piped("/help\n")
    assert "/practice" in transcript
    assert 'put a quotation mark first: "2' in transcript


async def test_delivered_replies_are_not_kept_for_another_delivery(piped: Sitting, coach: Coach) -> None:
    await piped("/practice crm 1\n/hint\n")
    assert await coach.store.undelivered() == {}


async def test_forgetting_deletes_the_notebook_and_tells_of_the_files_that_were_saved(
    piped: Sitting, coach: Coach, exports: Path
) -> None:
    transcript = await piped(FINISH + "/export\n/forget\nDELETE\n")
    assert await coach.store.read("terminal") is None
    assert f"I did not touch them: {exports}" in transcript
    assert len(list(exports.iterdir())) == 1
