"""A candidate who shares less in the middle of a review: it ends at once and kindly, and leaves no word of theirs."""

import pytest

from tests.coaching.reviews import drafted, handed_in, opened, released, screen
from tests.coaching.town import Neighbor, Town, assigned, joined
from tests.conversations.stories import STORY

OVER = "Ada does not share interview 1 with you any more, so that review is over. Nothing was released."


pytestmark = pytest.mark.usefixtures("handed_in_by_ada")


def stops_sharing(candidate: Neighbor) -> None:
    candidate.say("/sharing")
    candidate.tap("Bea")
    candidate.tap("Nothing any more")


def reviews_another(coach: Neighbor, candidate: Neighbor) -> None:
    """The coach has begun to review a second interview, one that no assignment asked for."""
    candidate.press("p:set:telegram-bea:everything")
    candidate.say("/practice crm 1 practice 1", STORY, "/stop")
    candidate.press("p:singles:telegram-bea")
    candidate.tap("Shared: 2.")
    candidate.tap("Kept: 2.")
    coach.tap("Review it")
    coach.say("About the other.")


def is_gone(coach: Neighbor) -> bool:
    """No draft, no page and no word of the transcript is left in the coach's notebook."""
    reviewing = coach.notebook.coaching.reviewing
    return not reviewing.drafts and reviewing.page is None and "Zendesk" not in str(coach.notebook.coaching)


def test_the_coach_is_told_kindly_and_keeps_only_what_they_wrote(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    bea.say("3: Good that you counted them.", "“opened her profile in Zendesk” Which view?")
    bea.tap("Behaviors")
    bea.tap("2: did not")
    bea.say("She asked nobody.")
    stops_sharing(ada)
    heard = bea.latest_mail()
    assert heard.startswith(OVER)
    for own in ("Good that you counted them.", "Which view?", "She asked nobody."):
        assert own in heard
    assert "Zendesk" not in heard
    assert is_gone(bea)
    assert ada.archive[1].reviews == []
    assert "no question open" in bea.say("Hm?")
    assert "No interview waits" in bea.say("/review")


def test_a_button_of_the_page_that_was_open_does_nothing_any_more(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    buttons = [choice.id for choice in bea.choices()]
    stops_sharing(ada)
    for button in buttons:
        assert "belongs to something that is over" in bea.press(button)
    assert is_gone(bea)


def test_a_draft_that_was_put_aside_ends_too(bea: Neighbor, ada: Neighbor) -> None:
    drafted(bea)
    bea.tap("Finished, release it later")
    bea.say("/practice csm 1")
    stops_sharing(ada)
    assert OVER in bea.latest_mail()
    assert is_gone(bea)
    assert bea.notebook.foreground == "interview"


def test_the_open_review_of_somebody_else_goes_on(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    dan = town.person("Dan")
    joined(bea, dan)
    handed_in(bea, dan)
    drafted(bea)
    bea.say("/review dan")
    bea.tap("1")
    stops_sharing(ada)
    assert OVER in bea.latest_mail()
    assert "Dan, interview 1" in bea.say("/resume")
    assert "Kept on question 1." in bea.say("Good pace.")


def test_one_interview_is_kept_while_the_rest_stays_shared(bea: Neighbor, ada: Neighbor) -> None:
    drafted(bea)
    ada.press("p:singles:telegram-bea")
    ada.tap("Shared: 1.")
    assert OVER in bea.latest_mail()
    assert is_gone(bea)
    handed_in(bea, ada)
    assert "interview 2" in bea.say("/review")


def test_sharing_less_ends_what_it_covered_and_nothing_else(bea: Neighbor, ada: Neighbor) -> None:
    ada.press("p:set:telegram-bea:everything")
    ada.say("/practice crm 1 practice 1", STORY, "/stop", "/transcript 2")
    ada.tap("Ask Bea for a review")
    bea.say("/review")
    bea.say("1")
    bea.say("About the first.")
    bea.say("/review")
    bea.say("1")
    bea.say("About the other.")
    ada.press("p:set:telegram-bea:assigned")
    assert OVER.replace("interview 1", "interview 2") not in bea.latest_mail()  # asked for by itself, so still shared
    ada.press("p:singles:telegram-bea")
    ada.tap("Shared: 2.")
    assert OVER.replace("interview 1", "interview 2") in bea.latest_mail()
    assert list(bea.notebook.coaching.reviewing.drafts) == ["telegram-ada/1"]


def test_everything_that_was_read_ends_when_only_assigned_practice_stays_shared(bea: Neighbor, ada: Neighbor) -> None:
    reviews_another(bea, ada)
    ada.press("p:set:telegram-bea:assigned")
    assert OVER.replace("interview 1", "interview 2") in bea.latest_mail()


def test_joining_again_with_less_ends_what_is_not_shared_any_more(bea: Neighbor, ada: Neighbor) -> None:
    reviews_another(bea, ada)
    joined(bea, ada, "spring", scope="Assigned")
    assert OVER.replace("interview 1", "interview 2") in "\n".join(bea.mail)


def test_a_release_that_crosses_with_the_withdrawal_is_refused(bea: Neighbor, ada: Neighbor) -> None:
    drafted(bea)
    ada.notebook.coaching.sharing["telegram-bea"].withheld.append(1)
    mails = len(ada.mail)
    bea.tap("Release to Ada")
    assert OVER in bea.latest_mail()
    assert is_gone(bea)
    assert ada.archive[1].reviews == []
    assert len(ada.mail) == mails


def test_what_crosses_within_a_batch_leaves_the_others_finished(bea: Neighbor, ada: Neighbor) -> None:
    handed_in(bea, ada, takes="2")
    ada.tap("Another take")
    ada.say(STORY, "/stop")
    bea.press("b:withdraw:1:yes")
    for _ in range(2):
        drafted(bea)
        bea.tap("Finished, release it later")
    ada.notebook.coaching.sharing["telegram-bea"].withheld.append(2)
    bea.tap("Release 2 finished")
    assert OVER.replace("interview 1", "interview 2") in bea.latest_mail()
    bea.say("/review")
    bea.tap("Release 1 finished: assignment 2")
    assert "A clear story." in ada.latest_mail()
    assert len(ada.archive[3].reviews) == 1
    assert ada.archive[2].reviews == []


@pytest.mark.parametrize("ask", ["page", "question"])
def test_what_a_coach_asks_while_the_withdrawal_travels_ends_the_review(bea: Neighbor, ada: Neighbor, ask: str) -> None:
    opened(bea)
    if ask == "question":
        bea.tap("Ask further")
    ada.notebook.coaching.sharing["telegram-bea"].withheld.append(1)
    heard = bea.tap("Next ›") if ask == "page" else bea.say("And then?")
    assert OVER in heard
    assert is_gone(bea)
    assert ada.notebook.coaching.questions == []


def test_a_question_that_waits_goes_with_the_consent(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    bea.tap("Ask further")
    bea.say("And then?")
    ada.tap("Answer Bea")
    ada.say("Nothing")
    send = ada.button("Send it").id
    stops_sharing(ada)
    assert ada.notebook.coaching.questions == []
    assert ada.notebook.foreground == ""
    assert "belongs to something that is over" in ada.press(send)
    assert "Nothing is assigned" in ada.say("/assignments")


def test_an_answer_about_an_interview_that_is_kept_now_is_not_sent(bea: Neighbor, ada: Neighbor) -> None:
    opened(bea)
    bea.tap("Ask further")
    bea.say("And then?")
    ada.tap("Answer Bea")
    ada.say("Nothing")
    send = ada.button("Send it").id
    ada.press("p:singles:telegram-bea")
    ada.tap("Shared: 1.")
    mails = len(bea.mail)
    assert "You do not share this interview with Bea any more, so nothing was sent." in ada.press(send)
    assert len(bea.mail) == mails
    assert all(not answer.asked_by for answer in ada.archive[1].exchanges[0].answers)


def test_what_was_released_stays_with_its_candidate(bea: Neighbor, ada: Neighbor) -> None:
    released(bea)
    stops_sharing(ada)
    assert "A clear story." in ada.say("/transcript 1")
    ada.tap("Reply to Bea")
    ada.say("Thank you!")
    mails = len(bea.mail)
    assert "nothing was sent" in ada.tap("Send it")
    assert len(bea.mail) == mails


@pytest.mark.parametrize("vanished", [False, True])
def test_a_candidate_who_deletes_everything_ends_the_review(
    town: Town, bea: Neighbor, ada: Neighbor, vanished: bool
) -> None:
    opened(bea)
    if vanished:
        del town.people[ada.notebook.person]
        heard = bea.tap("Next ›")
    else:
        ada.say("/forget", "DELETE")
        heard = bea.latest_mail()
    assert OVER in heard
    assert is_gone(bea)


def test_a_coach_whose_role_ends_has_no_drafts_and_leaves_no_question(
    town: Town, olga: Neighbor, ada: Neighbor
) -> None:
    dan = town.person("Dan")
    olga.say("/grant telegram-dan")
    joined(dan, ada)
    handed_in(dan, ada)
    opened(dan)
    dan.say("Good pace.")
    dan.tap("Ask further")
    dan.say("And then?")
    olga.say("/revoke telegram-dan")
    assert is_gone(dan)
    assert ada.notebook.coaching.questions == []
    assert "no question open" in dan.say("One more comment.")
    assert "I do not know /review" in dan.say("/review")


def test_sharing_again_begins_anew(bea: Neighbor, ada: Neighbor) -> None:
    drafted(bea)
    stops_sharing(ada)
    joined(bea, ada, "spring")
    assert "No interview waits" in bea.say("/review")
    assigned(bea, "Ada")
    ada.tap("Start")
    ada.say(STORY, "/stop")
    assert "¹ I was the evening clerk" in bea.tap("Review it")
    assert "You have written nothing yet." in bea.tap("Sum up")
    assert "A clear story." not in screen(bea)
