"""Own cards: written step by step, changed, deleted, taken in from tables."""

import pytest

from conversations.events import Delivered
from conversations.study.own.sheets import decoded, guarded, read
from conversations.study.record import OwnCard
from conversations.texts.own_cards import LONGEST_BACK, LONGEST_FRONT, MOST_CARDS
from tests.conversations.person import Person


def test_a_card_is_written_side_by_side_and_then_asked(ada: Person) -> None:
    assert ada.say("/addcard").startswith("What should the card ask?")
    assert "And the answer?" in ada.say("What is NPS made of?")
    assert ada.say("Promoters\nPassives\nDetractors").startswith("Saved.")
    ada.say("/cards my own cards")
    assert "What is NPS made of?" in ada.tap("Start")
    assert "You named 2 of 3." in ada.say("promoters and detractors")


def test_a_card_in_one_message(ada: Person) -> None:
    assert ada.say("/addcard What is churn?\nCustomers who leave").startswith("Saved.")
    assert ada.notebook.study.own == [OwnCard(1, "What is churn?", "Customers who leave")]


def test_a_card_is_not_stored_twice(ada: Person) -> None:
    ada.say("/addcard What is churn?\nCustomers who leave")
    assert ada.say("/addcard What is churn?\nCustomers who leave").startswith("You have this card already")
    assert len(ada.notebook.study.own) == 1


def test_changing_a_card_keeps_what_is_remembered_of_it(ada: Person) -> None:
    ada.say("/addcard What is chrun?\nCustomers who leave")
    ada.say("/cards my own cards")
    ada.tap("Start")
    ada.tap("Show the answer")
    ada.tap("5")
    memory = ada.notebook.study.memories["own.1"]
    ada.say("/mycards")
    ada.tap("1")
    assert "What is chrun?" in ada.tap("Change the question")
    assert ada.say("What is churn?").startswith("Changed.")
    ada.tap("Change the answer")
    ada.say("The share of customers who leave")
    assert ada.notebook.study.own == [OwnCard(1, "What is churn?", "The share of customers who leave")]
    assert ada.notebook.study.memories["own.1"] == memory


def test_deleting_asks_first_and_can_be_called_off(ada: Person) -> None:
    ada.say("/addcard What is churn?\nCustomers who leave")
    ada.tap("Delete it")
    assert "nothing was deleted" in ada.say("no!")
    assert ada.tap("Keep it").startswith("Nothing was deleted.")
    ada.press("o:card:1")
    ada.tap("Delete it")
    yes = ada.button("Yes, delete it").id
    assert ada.tap("Yes, delete it").startswith("Deleted.")
    assert ada.notebook.study.own == []
    for old in (yes, "o:card:1", "o:front:1", "o:delete:1"):
        assert "Nothing was changed." in ada.press(old)


def test_a_number_is_never_used_again(ada: Person) -> None:
    ada.say("/addcard One?\n1")
    ada.press("o:delete:1")
    ada.tap("Yes")
    ada.say("/addcard Two?\n2")
    assert [card.number for card in ada.notebook.study.own] == [2]


def test_too_long_a_side_is_said_and_the_step_stays_open(ada: Person) -> None:
    ada.say("/addcard")
    assert "has 501 characters" in ada.say("x" * (LONGEST_FRONT + 1))
    ada.say("What is churn?")
    assert "has 2001 characters" in ada.say("x" * (LONGEST_BACK + 1))
    assert ada.say("Customers who leave").startswith("Saved.")


def test_a_card_that_was_begun_waits_while_something_else_is_done(ada: Person) -> None:
    ada.say("/addcard")
    ada.say("What is churn?")
    ada.say("/cards")
    assert "What is churn?" in ada.say("/addcard")
    assert ada.say("Customers who leave").startswith("Saved.")


def test_cancel_leaves_without_a_card_and_names_the_interview_that_waits(ada: Person) -> None:
    ada.say("/practice crm 1")
    ada.say("/addcard")
    heard = ada.say("/cancel")
    assert "Cards that you saved are kept." in heard
    assert "Your interview waits" in heard
    assert ada.notebook.study.own == []


def test_lines_pasted_into_the_chat_become_cards(ada: Person) -> None:
    ada.say("/mycards")
    ada.tap("Import cards")
    heard = ada.say("What is churn?,Customers who leave\nWhat are the 3 Ps?,price, place, promotion\nno answer here,\n")
    assert "Added 2 cards." in heard
    assert "row 3" in heard
    assert "Added 0 cards. 1 was there already." in ada.say("What is churn?,Customers who leave")
    assert "I found no cards in that" in ada.say("hello")
    ada.tap("Done")
    assert ada.notebook.study.own[1].back == "price, place, promotion"
    assert ada.notebook.foreground == ""


def test_a_file_becomes_cards_and_one_that_is_no_text_does_not(ada: Person) -> None:
    ada.say("/mycards import")
    table = "front;back\r\nWas ist Abwanderung?;Kunden gehen\r\n".encode("cp1252")
    assert "Added 1 card." in ada.happen(Delivered("karten.csv", table, ada.now))
    assert "could not read that file as text" in ada.happen(Delivered("photo.csv", b"\x89PNG\x00\x01", ada.now))
    assert "could not read that file as text" in ada.happen(Delivered("empty.csv", b"", ada.now))


def test_a_file_that_nobody_asked_for_is_not_taken(ada: Person) -> None:
    ada.say("/addcard")
    heard = ada.happen(Delivered("cards.csv", b"a,b", ada.now))
    assert "I did not take that file" in heard
    assert "What should the card ask?" in heard
    assert ada.notebook.study.own == []


def test_more_cards_than_are_kept_are_counted_and_nothing_is_lost(ada: Person) -> None:
    ada.say("/mycards import")
    table = "\n".join(f"Question {number}?,Answer" for number in range(MOST_CARDS + 5))
    assert f"5 more would not fit: I keep {MOST_CARDS}." in ada.happen(Delivered("all.csv", table.encode(), ada.now))
    assert "as many as I keep" in ada.say("/addcard Another?\nNo")
    assert len(ada.notebook.study.own) == MOST_CARDS


def test_a_long_list_is_shown_page_by_page(ada: Person) -> None:
    ada.say("/mycards import")
    ada.happen(Delivered("all.csv", "\n".join(f"Question {n}?,Answer {n}" for n in range(20)).encode(), ada.now))
    assert "20 (page 1 of 3)" in ada.tap("Done")
    assert "Question 19?" in ada.say("/mycards")
    assert "Question 0?" in (ada.tap("Older") and ada.tap("Older"))
    ada.tap("20")
    assert "Answer 0" in ada.replies[0].text
    assert "page 3 of 3" in ada.press("o:page:999999")


@pytest.mark.parametrize(
    "table",
    [
        "front,back\nWhat is A?,An answer",
        "What is A?\tAn answer\ttag",
        "#separator:tab\n#html:true\nWhat is A?\tAn answer",
        '"What is A?";"An answer"',
        "\ufeffQuestion,Answer\r\nWhat is A?,An answer\r\n",
    ],
)
def test_tables_of_many_makes_are_read(table: str) -> None:
    assert read(table).cards == [("What is A?", "An answer")]


@pytest.mark.parametrize("text", ["", "x", '"', '"""', ",,,,", "\t\t", "a" * 200_000, '"' + "b," * 100_000, "=1+1"])
def test_what_is_no_table_has_no_cards_and_breaks_nothing(text: str) -> None:
    assert read(text).cards == []


def test_an_answer_of_several_lines_stays_one_answer() -> None:
    assert read('"Name two","one\ntwo"\n').cards == [("Name two", "one\ntwo")]


def test_cells_that_a_spreadsheet_would_run_are_guarded_and_read_back() -> None:
    for cell in ("=1+1", "+49 30", "-5 %", "@home", "'quoted'", "plain"):
        assert read(f"{guarded(cell)}\tback").cards == [(cell, "back")]


def test_text_files_of_other_encodings_are_read() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert decoded("Qualität".encode(encoding)) == "Qualität"
    assert decoded(b"\x00\x01\x02") is None
    assert decoded(b" ") is None
