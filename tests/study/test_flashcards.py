"""Sittings with flashcards, told as transcripts."""

from datetime import timedelta

import pytest

from conversations.study.flashcards.machine import State
from conversations.study.record import Review
from tests.conversations.person import Person

FIRST = "What are the 12 requirements for a CRM role?"
NINE = """learn about the customers all the time
personal contact
treat different customers differently
keep the right customers
anticipate needs
one face to the customer
share information across departments
empower the agents with training
it is a way of doing business, not technology"""


def test_the_first_sitting_from_the_list_of_decks_to_the_end(ada: Person) -> None:
    assert "CRM flashcards  3 new, 0 of 3 mastered" in ada.say("/cards")
    assert "3 new" in ada.tap("CRM flashcards")
    assert FIRST in ada.tap("Start")
    assert "You named 9 of 12." in ada.say(NINE)
    heard = ada.tap("4")
    assert heard.startswith("Back on Mar 4.")
    assert "For requirement 6" in heard
    assert "• creating efficiencies for customers" in ada.tap("Show the answer")
    assert "Too complex" not in ada.tap("2")
    ada.tap("Show the answer")
    heard = ada.tap("5 Perfectly")
    assert "You rated 3 cards." in heard
    assert "1 of them did not come to you yet." in heard
    assert "The next card is due tomorrow." in heard
    assert ada.notebook.foreground == ""


def test_a_typed_answer_is_held_against_the_list_item_by_item(at_first_card: Person) -> None:
    heard = at_first_card.say("learn about customers; empower agents; buy pizza")
    assert "✓ 1. Continuously learn about the customers." in heard
    assert "✗ 2. Interact personally with the customers." in heard
    assert "✓ 11. Empower agents" in heard
    assert "Not part of the answer: “buy pizza”." in heard


def test_what_was_only_looked_at_is_not_graded(at_first_card: Person) -> None:
    heard = at_first_card.tap("Show the answer")
    assert "1. Continuously learn about the customers." in heard
    assert "✓" not in heard
    assert "You named" not in heard


def test_words_sent_before_the_answer_could_be_seen_are_added(at_first_card: Person) -> None:
    assert "You named 1 of 12." in at_first_card.say("learn about customers")
    assert "You named 2 of 12." in at_first_card.say("empower agents", unseen=True)


def test_the_five_buttons_have_the_seeds_wording_and_the_next_dates(at_first_card: Person) -> None:
    at_first_card.tap("Show the answer")
    assert at_first_card.labels()[:5] == [
        "1 Not at all · tomorrow",
        "2 · tomorrow",
        "3 · tomorrow",
        "4 · Mar 4",
        "5 Perfectly · Mar 10",
    ]


def test_a_rating_can_be_typed_and_anything_else_asks_for_one(at_first_card: Person) -> None:
    at_first_card.tap("Show the answer")
    heard = at_first_card.say("pretty well")
    assert "type a number from 1 to 5" in heard
    assert FIRST in heard
    assert "Back on Mar 4." in at_first_card.say("4")


def test_the_rating_is_kept_as_it_was_given(at_first_card: Person) -> None:
    at_first_card.tap("Show the answer")
    at_first_card.tap("2")
    (memory,) = at_first_card.notebook.study.memories.values()
    assert [review.rating for review in memory.log] == [2]


def test_undo_takes_back_rating_after_rating_exactly(at_first_card: Person) -> None:
    ada = at_first_card
    ada.say("learn about customers")
    before_first = dict(ada.notebook.study.memories)
    ada.tap("1")
    ada.tap("Show the answer")
    after_first = dict(ada.notebook.study.memories)
    ada.tap("3")
    assert "creating efficiencies" in ada.tap("Undo")
    assert ada.notebook.study.memories == after_first
    heard = ada.tap("Undo")
    assert FIRST in heard
    assert "You named 1 of 12." in heard
    assert ada.notebook.study.memories == before_first == {}
    assert ada.notebook.study.sitting.missed == []
    assert ada.notebook.study.sitting.rated == 0
    assert "Undo" not in ada.labels()


def test_undo_brings_the_last_card_of_a_finished_sitting_back(ada: Person) -> None:
    ada.say("/addcard What is churn?\nCustomers who leave")
    ada.say("/cards my own cards")
    ada.tap("Start")
    ada.tap("Show the answer")
    assert "Done for now" in ada.tap("5")
    assert "What is churn?" in ada.tap("Undo")
    assert "Back tomorrow." in ada.tap("1")


def test_a_buried_card_is_back_tomorrow(at_first_card: Person) -> None:
    ada = at_first_card
    assert ada.tap("Bury until tomorrow").startswith("Buried until tomorrow.")
    assert "2 new" in ada.say("/cards CRM flashcards")
    ada.now += timedelta(days=1)
    assert "3 new" in ada.say("/cards CRM flashcards")


def test_a_suspended_card_stays_away_until_it_is_unsuspended(at_first_card: Person) -> None:
    ada = at_first_card
    assert ada.tap("Suspend").startswith("Suspended.")
    ada.now += timedelta(days=30)
    assert "2 new, 0 of 3 mastered, 1 suspended" in ada.say("/cards CRM flashcards")
    ada.tap("Suspended cards (1)")
    assert ada.tap("What are the 12").startswith("Unsuspended.")
    assert "3 new, 0 of 3 mastered" in ada.say("/cards CRM flashcards")


def test_burying_can_be_undone(at_first_card: Person) -> None:
    at_first_card.tap("Bury until tomorrow")
    assert FIRST in at_first_card.tap("Undo")
    assert at_first_card.notebook.study.memories == {}


def test_skip_puts_a_card_last(at_first_card: Person) -> None:
    heard = at_first_card.say("/skip")
    assert heard.startswith("I put it last.")
    assert "For requirement 6" in heard
    assert at_first_card.notebook.study.sitting.queue[-1] == "crm-flashcards-c1"


def test_no_more_than_eight_new_cards_a_day_unless_one_wants(ada: Person) -> None:
    ada.say("/cards What is CRM?")
    assert "Start: 8 new" in ada.labels()
    ada.tap("Start")
    for _ in range(8):
        ada.tap("Show the answer")
        ada.tap("4")
    assert "You met 8 new cards today." in ada.say("/cards What is CRM?")
    assert not [label for label in ada.labels() if label.startswith("Start")]
    ada.tap("Meet 8 more new cards today")
    assert len(ada.notebook.study.sitting.queue) == 8
    ada.now += timedelta(days=1)
    ada.say("/cards What is CRM?")
    assert "Start: 8 new" in ada.labels()


def test_what_is_due_comes_back_from_all_decks_together(ada: Person) -> None:
    ada.say("/addcard What is churn?\nCustomers who leave")
    for deck in ("my own cards", "CRM flashcards"):
        ada.say(f"/cards {deck}")
        ada.tap("Start")
        ada.tap("Show the answer")
        ada.tap("1")
    ada.now += timedelta(days=1)
    ada.say("/cards")
    assert "What is churn?" in ada.tap("Review what is due (2)")
    ada.tap("Show the answer")
    assert FIRST in ada.tap("5")


def test_missed_cards_can_be_asked_once_more(ada: Person) -> None:
    ada.say("/addcard What is churn?\nCustomers who leave")
    ada.say("/cards my own cards")
    ada.tap("Start")
    ada.tap("Show the answer")
    ada.tap("1")
    assert "What is churn?" in ada.tap("Once more: the one I missed")
    ada.tap("Show the answer")
    ada.tap("4")
    log = ada.notebook.study.memories["own.1"].log
    assert [review.rating for review in log] == [1, 4]


def test_mastery_grows_with_what_is_known_for_weeks(ada: Person) -> None:
    ada.say("/addcard What is churn?\nCustomers who leave")
    for _ in range(3):
        ada.say("/cards my own cards")
        ada.tap("Start")
        ada.tap("Show the answer")
        ada.tap("5")
        due = ada.notebook.study.memories["own.1"].due
        assert due is not None
        ada.now = due
    assert "1 due, 1 of 1 mastered" in ada.say("/cards my own cards")


def test_an_interview_waits_while_cards_are_studied(ada: Person) -> None:
    question = ada.say("/practice crm 1")
    assert ada.say("/cards CRM flashcards").startswith("Your interview is paused meanwhile")
    ada.tap("Start")
    assert "You named 1 of 12." in ada.say("learn about customers")
    heard = ada.say("/stop")
    assert "Every rating is kept" in heard
    assert heard.endswith("Your interview waits where you left it: /resume")
    assert ada.say("/resume").splitlines()[2] == question.splitlines()[2]
    assert ada.notebook.interview is not None
    assert not ada.notebook.interview.has_answer()


def test_the_interviews_commands_do_not_touch_it_from_the_cards(ada: Person) -> None:
    ada.say("/practice crm 1")
    before = ada.notebook.interview
    assert before is not None
    before.paused = True
    ada.say("/cards CRM flashcards")
    ada.tap("Start")
    for line in ("/hint", "/skip", "/retry", "/cancel"):
        ada.say(line)
    assert ada.notebook.interview == before


def test_cards_answer_old_and_forged_buttons_kindly(at_first_card: Person) -> None:
    ada = at_first_card
    old = ada.button("Show the answer").id
    ada.tap("Show the answer")
    for choice in (old, "c:1:rate:4", "c:9999:rate:4", "c", "c:2", f"{old[:4]}:rate:9", "c:x:y:z:w"):
        heard = ada.press(choice)
        assert "That button belongs to an earlier moment." in heard
        assert FIRST in heard
    assert ada.notebook.study.memories == {}


def test_no_forged_button_rates_a_card_whose_answer_was_not_shown(at_first_card: Person) -> None:
    ada = at_first_card
    step = ada.notebook.study.step
    for forged in (f"c:{step}:rate:4", f"c:{step}:deck:0", f"c:{step}:wake:0", f"c:{step}:csv", f"c:{step}:study"):
        assert "That button belongs to an earlier moment." in ada.press(forged)
    assert ada.notebook.study.memories == {}
    assert ada.notebook.study.sitting.state is State.FRONT


def test_a_deck_that_is_not_there_is_said_and_the_others_are_shown(ada: Person) -> None:
    heard = ada.say("/cards astrophysics")
    assert heard.startswith("I could not match “astrophysics” with one deck.")
    assert "CRM flashcards" in heard
    assert "3 new, 0 of 3 mastered" in ada.say("crm flashcrads")


def test_a_card_that_was_deleted_meanwhile_lets_the_sitting_go_on(ada: Person) -> None:
    ada.say("/addcard What is churn?\nCustomers who leave")
    ada.say("/addcard What is NPS?\nNet promoter score")
    ada.say("/cards my own cards")
    ada.tap("Start")
    showing = ada.button("Show the answer").id
    ada.press("o:delete:1")
    ada.tap("Yes")
    assert "This card is no longer there." in ada.press(showing)
    assert "What is NPS?" in ada.tap("Next card")


@pytest.mark.parametrize("words", ["x", "5,000 " * 1000, "ß", "12", "???", "/nonsense"])
def test_every_state_answers_whatever_is_typed(words: str, ada: Person) -> None:
    ada.say("/cards")
    ada.say(words)
    ada.say("/cards CRM flashcards")
    ada.say(words)
    ada.say("/cards CRM flashcards")
    ada.tap("Start")
    ada.say(words)
    ada.say(words)
    ada.say("/stop")
    ada.say(words)


def test_the_log_holds_whole_seconds(at_first_card: Person) -> None:
    at_first_card.now += timedelta(microseconds=123456)
    at_first_card.tap("Show the answer")
    moment = int(at_first_card.now.timestamp())
    at_first_card.tap("3")
    (memory,) = at_first_card.notebook.study.memories.values()
    assert memory.log == (Review(moment, 3),)
    assert memory.due is not None
    assert memory.due.microsecond == 0
