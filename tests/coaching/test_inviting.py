"""Invitations and consent: what a deep link is worth, and what its candidate decides."""

import pytest

from conversations.coaching.record import Scope
from tests.coaching.town import LINK, Neighbor, Town, assigned, joined, link_in
from tests.conversations.stories import STORY

CLOSED = "This invitation is not open any more"


def test_a_link_leads_to_the_coach_who_is_named_with_what_would_be_shared(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    heard = bea.say("/invite spring 5")
    assert "for spring" in heard
    assert "5 people" in heard
    shown = ada.say(f"/start {link_in(heard)}")
    for part in ("Bea invites you", "group spring", "Assigned practice only", "word for word", "/sharing"):
        assert part in shown
    assert ada.tap("Assigned").startswith("Done. Bea can read assigned practice")
    assert "1 of 5 joined" in bea.say("/invites")
    assert bea.mail == []


def test_the_deep_link_fits_what_telegram_takes(bea: Neighbor) -> None:
    argument = link_in(bea.say("/invite"))
    assert len(argument) <= 64
    assert argument.replace("-", "").replace("_", "").isalnum()


def test_somebody_new_is_welcomed_before_the_invitation(town: Town, bea: Neighbor) -> None:
    ada = town.moves_in("Ada")
    heard = ada.say(f"/start {link_in(bea.say('/invite'))}")
    assert heard.index("I am your mock-interview coach") < heard.index("Bea invites you")


def test_no_means_that_nothing_is_shared_and_nobody_is_told(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    ada.say(f"/start {link_in(bea.say('/invite'))}")
    before = len(town.carried)
    assert "Nothing is shared" in ada.tap("No, thanks")
    assert len(town.carried) == before
    assert "Nobody shares anything with you" in bea.say("/assign")
    assert "answered before" in ada.press("p:answer:telegram-bea:everything")


@pytest.mark.parametrize(
    "argument",
    ["inv-", "inv-0", "inv-0-", "inv-00000000000000000000-telegram-bea", "inv-00-telegram-ada2", "inv-00-../../x",
     "inv-00-audit-log", "inv-00-TELEGRAM-BEA", "inv-0-" + "x" * 100],
)  # fmt: skip
def test_a_forged_link_gets_the_answer_of_an_expired_one(
    town: Town, bea: Neighbor, ada: Neighbor, argument: str
) -> None:
    real = link_in(bea.say("/invite"))
    town.later(days=15)
    expired = ada.say(f"/start {real}")
    assert CLOSED in expired
    assert CLOSED in ada.say(f"/start {argument}")
    assert ada.notebook.coaching.offers == {}


def test_a_link_ends_after_two_weeks(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    token = link_in(bea.say("/invite"))
    town.later(days=13)
    assert "Bea invites you" in ada.say(f"/start {token}")
    town.later(days=1)
    assert "used up or taken back" in ada.tap("Everything")
    assert "share nothing" in ada.say("/sharing")
    assert "No open invitation" in bea.say("/invites")


def test_a_link_is_good_for_as_many_as_it_was_made_for(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    dan = town.person("Dan")
    token = link_in(bea.say("/invite 1"))
    ada.say(f"/start {token}")
    dan.say(f"/start {token}")
    ada.tap("Assigned")
    assert "used up" in dan.tap("Assigned")
    assert CLOSED in town.person("Eve").say(f"/start {token}")
    assert [one.name for one in bea.notebook.coaching.roster.values()] == ["Ada"]


def test_who_joins_twice_counts_once(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    token = link_in(bea.say("/invite 2"))
    for scope in ("Assigned", "Everything"):
        ada.say(f"/start {token}")
        ada.tap(scope)
    assert "1 of 2 joined" in bea.say("/invites")
    assert "Bea sees everything" in ada.say("/sharing")


def test_a_taken_back_link_opens_nothing_and_those_who_joined_stay(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    token = link_in(bea.say("/invite"))
    ada.say(f"/start {token}")
    ada.tap("Assigned")
    bea.say("/invites")
    assert "is taken back" in bea.tap("Take back 1")
    assert CLOSED in town.person("Dan").say(f"/start {token}")
    assert "Everybody (1)" in bea.say("/assign") or "Everybody (1)" in bea.labels()


def test_the_link_of_somebody_who_coaches_no_longer_opens_nothing(town: Town, olga: Neighbor, ada: Neighbor) -> None:
    dan = town.person("Dan")
    olga.say("/grant telegram-dan")
    token = link_in(dan.say("/invite"))
    olga.say("/revoke telegram-dan")
    assert CLOSED in ada.say(f"/start {token}")


def test_ones_own_link_does_nothing(bea: Neighbor) -> None:
    assert "your own invitation" in bea.say(f"/start {link_in(bea.say('/invite'))}")


@pytest.mark.parametrize(("typed", "limit"), [("", 30), ("spring", 30), ("spring 5", 5), ("7", 7), ("the 2 b 9", 9)])
def test_a_group_and_a_number_are_both_optional(bea: Neighbor, typed: str, limit: int) -> None:
    bea.say(f"/invite {typed}")
    assert f"0 of {limit} joined" in bea.say("/invites")


@pytest.mark.parametrize("typed", ["0", "spring 0", "99999"])
def test_an_impossible_number_makes_no_invitation(bea: Neighbor, typed: str) -> None:
    assert "None was made" in bea.say(f"/invite {typed}")
    assert "No open invitation" in bea.say("/invites")


def test_consent_is_widened_narrowed_and_withdrawn_at_once(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    ada.say("/practice crm 1 practice 1", STORY, "/stop")
    joined(bea, ada)
    read = "b:read:telegram-ada:1"
    assert "not shared" in bea.press(read)
    ada.say("/sharing")
    ada.tap("Bea")
    ada.tap("Everything")
    assert "furniture store" in bea.press(read)
    ada.say("/sharing")
    ada.tap("Bea")
    ada.tap("Assigned")
    assert "not shared" in bea.press(read)
    ada.say("/sharing")
    ada.tap("Bea")
    assert "sees nothing of yours any more" in ada.tap("Nothing")
    assert bea.notebook.coaching.roster == {}
    assert "Bea sees nothing" in ada.say("/sharing")


def test_one_interview_is_shared_or_kept_whatever_else_is(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    ada.say("/practice crm 1 practice 1", STORY, "/stop")
    joined(bea, ada)
    read = "b:read:telegram-ada:1"
    ada.press("p:singles:telegram-bea")
    ada.tap("Kept: 1.")
    assert "furniture store" in bea.press(read)
    ada.press("p:singles:telegram-bea")
    ada.tap("Shared: 1.")
    assert "not shared" in bea.press(read)
    ada.press("p:set:telegram-bea:everything")
    ada.press("p:singles:telegram-bea")
    ada.tap("Shared: 1.")
    assert "not shared" in bea.press(read)


def test_consent_withdrawn_in_the_middle_of_an_assignment_keeps_the_interview_ones_own(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    joined(bea, ada)
    assigned(bea, "Ada")
    ada.tap("Start")
    ada.press("p:set:telegram-bea:nothing")
    heard = ada.say(STORY, "/stop")
    assert "point came across" in heard
    assert "Handed in" not in heard
    assert bea.mail == []
    assert "nobody" in bea.say("/board")


def test_an_assignment_that_crosses_with_the_withdrawal_of_consent_is_declined(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    joined(bea, ada)
    ada.notebook.coaching.sharing["telegram-bea"].scope = Scope.NOTHING
    assigned(bea, "Ada")
    assert ada.mail[1:] == []
    assert bea.notebook.coaching.roster == {}


def test_several_coaches_see_each_what_they_were_given(
    town: Town, bea: Neighbor, carl: Neighbor, ada: Neighbor
) -> None:
    joined(bea, ada)
    joined(carl, ada, scope="Everything")
    heard = ada.say("/privacy")
    assert "Bea sees assigned practice." in heard
    assert "Carl sees everything." in heard


def test_who_read_what_is_told_to_its_owner_and_to_the_operator(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    olga = town.person("Olga")
    joined(bea, ada, scope="Everything")
    ada.say("/practice crm 1 practice 1", STORY, "/stop")
    bea.press("b:read:telegram-ada:1")
    assert "Bea read interview 1" in ada.say("/privacy")
    assert "bea read a transcript of ada, interview 1" in olga.say("/audit")


def test_everybody_learns_when_somebody_deletes_everything(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    olga = town.person("Olga")
    joined(bea, ada)
    assigned(bea, "Ada")
    ada.say("/forget", "DELETE")
    assert bea.notebook.coaching.roster == {}
    assert "ada deleted everything" in olga.say("/audit")
    joined(bea, town.person("Dan"))
    bea.say("/forget", "DELETE")
    assert "Bea does not coach here any more" in town.people["telegram-dan"].latest_mail()


def test_the_audit_log_is_paged(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    olga = town.person("Olga")
    assert "empty" in olga.say("/audit")
    joined(bea, ada, scope="Everything")
    ada.say("/practice crm 1 practice 1", STORY, "/stop")
    for _ in range(16):
        bea.press("b:read:telegram-ada:1")
    assert "page 1 of 2" in olga.say("/audit")
    assert "page 2 of 2" in olga.tap("Older")
    assert "page 1 of 2" in olga.tap("Newer")


@pytest.mark.parametrize(
    "button",
    ["p:with:telegram-bea", "p:set:telegram-bea:everything", "p:one:telegram-bea:1", "p:answer:telegram-bea:everything",
     "p", "p:x", "p:set::", "n:x", "v:x"],
)  # fmt: skip
def test_forged_buttons_share_nothing(bea: Neighbor, ada: Neighbor, button: str) -> None:
    ada.say("/practice crm 1 practice 1", STORY, "/stop")
    ada.press(button)
    assert ada.notebook.coaching.sharing == {}
    assert bea.notebook.coaching.roster == {}


def test_links_have_the_address_of_the_edge(bea: Neighbor) -> None:
    assert LINK in bea.say("/invite")
