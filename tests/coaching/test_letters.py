"""Letters: handled once, in order, recognized when they come again, brought back when nobody knows the receiver."""

from conversations.coaching.letters import Letter, Nudged, Progressed
from conversations.coaching.record import Progress, Status
from conversations.events import Arrived, Event
from tests.coaching.town import Neighbor, Town, assigned, joined, link_in
from tests.conversations.stories import STORY


def test_a_letter_that_comes_twice_counts_once_and_earns_nothing_again(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    joined(bea, ada)
    assigned(bea, "Ada", takes="3")
    for letter in town.carried[:]:
        if letter.receiver in town.people:
            before = town.people[letter.receiver].notebook
            town.hand_over(letter)
            assert town.people[letter.receiver].notebook == before
    assert ada.say("/assignments").count("Customer Relationship Management") == 1


def test_an_old_letter_that_comes_late_changes_nothing(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    assigned(bea, "Ada")
    ada.tap("Start")
    ada.say(STORY, "/stop")
    began = next(letter for letter in town.carried if isinstance(letter.body, Progressed))
    assert began.body.progress.status is Status.IN_PROGRESS
    town.hand_over(began)
    assert "1 submitted" in bea.say("/board")


def test_the_letters_of_a_sender_grow_in_number_even_after_everything_was_deleted(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    joined(bea, ada)
    ada.say("/forget", "DELETE")
    assert "No group" not in bea.say("/assign")
    again = Neighbor(town, "Ada")
    town.people[again.notebook.person] = again
    again.say("/start")
    joined(bea, again)
    numbers = [letter.number for letter in town.carried if letter.sender == again.notebook.person]
    assert numbers == sorted(set(numbers))
    assert list(bea.notebook.coaching.roster) == ["telegram-ada"]


def test_a_letter_to_nobody_comes_back_to_its_sender(town: Town, olga: Neighbor) -> None:
    assert "I do not know 404" in olga.say("/grant 404")
    assert "I do not know 405" in olga.say("/grant 405")


def test_a_coach_who_vanished_leaves_nothing_open_behind(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    assigned(bea, "Ada")
    ada.tap("Start")
    del town.people[bea.notebook.person]
    heard = ada.say(STORY, "/stop")
    assert "Bea does not coach here any more" in heard
    assert "Nothing is assigned" in ada.say("/assignments")
    assert "share nothing" in ada.say("/sharing")


def test_a_candidate_who_vanished_leaves_the_roster_when_a_letter_comes_back(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    joined(bea, ada)
    del town.people[ada.notebook.person]
    assigned(bea, "Ada")
    assert bea.notebook.coaching.roster == {}
    assert "nobody" in bea.say("/board")


def test_a_letter_wakes_nobody_who_is_not_concerned(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    seen = bea.notebook.seen
    town.later(days=3)
    ada.say("/sharing")
    ada.tap("Bea")
    ada.tap("Everything")
    assert bea.notebook.seen == seen
    assert bea.mail == []


def test_letters_about_what_is_not_there_change_nothing(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    before = bea.notebook.coaching.given
    stray = Letter(10**17, "telegram-ada", "telegram-bea", Progressed(9, Progress(Status.SUBMITTED, (1,))), town.now)
    assert bea.visit(Event("telegram-bea", Arrived(stray, town.now))) == []
    nudge = Letter(10**17, "telegram-bea", "telegram-ada", Nudged(9), town.now, "Bea", ("candidate", "coach"))
    assert ada.visit(Event("telegram-ada", Arrived(nudge, town.now))) == []
    assert bea.notebook.coaching.given == before


def test_an_invitation_is_shown_in_the_middle_of_an_interview_without_disturbing_it(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    token = link_in(bea.say("/invite"))
    ada.say("/practice crm 1 practice 1")
    ada.say(f"/start {token}")
    ada.tap("Everything")
    assert "point came across" in ada.say(STORY, "/stop")
