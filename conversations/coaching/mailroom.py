"""What becomes of a letter at its receiver's desk: recognized if it came before, checked, handled, refused."""

from collections.abc import Callable
from typing import Any

from conversations.coaching import (
    assignments,
    auditing,
    consenting,
    gate,
    granting,
    inviting,
    leaving,
    roster,
    transcripts,
)
from conversations.coaching import letters as kinds
from conversations.coaching.letters import Letter
from conversations.coaching.posting import AUDIT_LOG, RETURNED
from conversations.coaching.responding import receiving
from conversations.coaching.reviewing import arriving
from conversations.visit import Replies, Visit

Handler = Callable[[Visit, Letter, Any], Replies]

HANDLERS: dict[type, Handler] = {
    kinds.InviteOpened: inviting.opened,
    kinds.InviteShown: consenting.shown,
    kinds.InviteRefused: consenting.refused,
    kinds.InviteAccepted: inviting.accepted,
    kinds.ConsentChanged: roster.consent_changed,
    kinds.Granted: granting.granted,
    kinds.Revoked: granting.revoked,
    kinds.CoachLeft: consenting.coach_left,
    kinds.Gone: leaving.gone,
    kinds.Assigned: assignments.assigned,
    kinds.Extended: assignments.extended,
    kinds.Withdrawn: assignments.withdrawn,
    kinds.Nudged: assignments.nudged,
    kinds.Progressed: roster.progressed,
    kinds.Declined: roster.declined,
    kinds.TranscriptAsked: transcripts.asked,
    kinds.TranscriptShown: transcripts.shown,
    kinds.PageAsked: transcripts.page_asked,
    kinds.PageShown: arriving.page_shown,
    kinds.ReviewsReleased: receiving.released,
    kinds.ReviewsTaken: arriving.taken,
    kinds.ReviewsRefused: arriving.refused,
    kinds.InterviewShared: arriving.shared,
    kinds.InterviewKept: arriving.kept,
    kinds.FurtherAsked: receiving.asked,
    kinds.FurtherAnswered: arriving.answered,
    kinds.ReviewReplied: arriving.replied,
    kinds.Audited: auditing.audited,
    kinds.AuditAsked: auditing.asked,
    kinds.AuditShown: auditing.shown,
}
# What is said back when the sender may not do this; other letters that are refused vanish.
REFUSALS: dict[type, Handler] = {
    kinds.Assigned: assignments.decline,
    kinds.Extended: assignments.decline,
    kinds.Nudged: assignments.decline,
    kinds.TranscriptAsked: transcripts.decline,
    kinds.PageAsked: transcripts.decline,
    kinds.ReviewsReleased: receiving.decline,
    kinds.FurtherAsked: receiving.decline,
}
# What it means that nobody knows the receiver; other letters that come back mean nothing.
COMEBACKS: dict[type, Handler] = {
    kinds.InviteOpened: consenting.nobody_there,
    kinds.InviteAccepted: consenting.nobody_there,
    kinds.Granted: granting.nobody_there,
    kinds.Revoked: granting.nobody_there,
    kinds.Assigned: roster.gone,
    kinds.Extended: roster.gone,
    kinds.Nudged: roster.gone,
    kinds.TranscriptAsked: roster.gone,
    kinds.PageAsked: roster.gone,
    kinds.ReviewsReleased: roster.gone,
    kinds.FurtherAsked: roster.gone,
    kinds.ConsentChanged: consenting.coach_is_gone,
    kinds.Progressed: consenting.coach_is_gone,
    kinds.FurtherAnswered: consenting.coach_is_gone,
    kinds.ReviewReplied: consenting.coach_is_gone,
}


# All that means something to the notebook that belongs to nobody; who guesses its key is told that no invitation holds.
OF_THE_LOG = (kinds.Audited, kinds.AuditAsked, kinds.Gone, kinds.InviteOpened, kinds.InviteAccepted)


def arrived(visit: Visit, letter: Letter) -> Replies:
    """Handles a letter once; one that was handled before changes nothing and earns nothing."""
    heard = visit.notebook.coaching.heard
    source = RETURNED if letter.returned else letter.sender
    if letter.number <= heard.get(source, 0):
        return []
    heard[source] = letter.number
    return handler(visit, letter)(visit, letter, letter.body)


def handler(visit: Visit, letter: Letter) -> Handler:
    kind = type(letter.body)
    if visit.notebook.person == AUDIT_LOG and kind not in OF_THE_LOG:
        return ignore
    if letter.returned:
        return COMEBACKS.get(kind, ignore)
    if not gate.accepts(visit, letter):
        return REFUSALS.get(kind, ignore)
    return HANDLERS[kind]


def ignore(visit: Visit, letter: Letter, body: Any) -> Replies:
    return []
