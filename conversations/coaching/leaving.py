"""Somebody deletes everything: what the others are told, and what they let go of."""

from conversations.coaching import consenting, roster
from conversations.coaching.letters import Gone, Letter
from conversations.coaching.posting import AUDIT_LOG, RETURNED, audit, send
from conversations.visit import Replies, Visit


def farewell(visit: Visit, act: str = "deleted everything about") -> None:
    """The last letters: away from every candidate, off every coach's roster, and ``act`` in the audit log."""
    coaching, person = visit.notebook.coaching, visit.notebook.person
    known = {*coaching.sharing, *coaching.offers, *coaching.roster, *coaching.heard} - {person, AUDIT_LOG, RETURNED}
    roster.dissolve(visit)
    audit(visit, act, person)
    for other in (*sorted(known), AUDIT_LOG):
        send(visit, other, Gone())


def gone(visit: Visit, letter: Letter, body: Gone) -> Replies:
    """Nothing about the sender stays, but what happened to the owner of this notebook is still theirs to know."""
    told = roster.strike(visit, letter.sender)
    consenting.forget(visit, letter.sender)
    visit.notebook.coaching.heard.pop(letter.sender, None)
    return told
