"""Invitations at the candidate's desk: looked up, shown, answered; and what a coach's leaving means."""

from conversations import buttons
from conversations.coaching.inviting import PREFIX, coach_of
from conversations.coaching.letters import (
    CoachLeft,
    InviteAccepted,
    InviteOpened,
    InviteRefused,
    InviteShown,
    Letter,
)
from conversations.coaching.narrowing import narrowing
from conversations.coaching.posting import send
from conversations.coaching.record import Offer, Scope, Sharing
from conversations.coaching.responding import receiving
from conversations.replies import Reply
from conversations.texts import coaching as texts
from conversations.visit import Replies, Visit

ANSWERS = {"assigned": Scope.ASSIGNED, "everything": Scope.EVERYTHING, "no": Scope.NOTHING}


def opening(visit: Visit, token: str) -> Replies:
    """A deep link was opened; its coach is asked what it is worth. A forged one gets the answer of an expired one."""
    coach = coach_of(token)
    if not coach:
        return [Reply(texts.INVITE_CLOSED)]
    if coach == visit.notebook.person:
        return [Reply(texts.OWN_INVITE)]
    send(visit, coach, InviteOpened(token))
    return [Reply(texts.LOOKING_UP)]


def is_invite(argument: str) -> bool:
    """Whether what stands behind /start is an invitation."""
    return argument.startswith(PREFIX)


def shown(visit: Visit, letter: Letter, body: InviteShown) -> Replies:
    """The invitation holds: who invites, and what would be shared."""
    visit.notebook.coaching.offers[letter.sender] = Offer(body.token, letter.name, body.cohort, visit.now)
    rows = tuple(
        (buttons.button(buttons.SHARING, "answer", letter.sender, answer, label=label),)
        for answer, label in zip(ANSWERS, (texts.ASSIGNED_ONLY, texts.EVERYTHING, texts.NO_THANKS), strict=True)
    )
    return [Reply(texts.offer(letter.name or letter.sender, body.cohort), rows)]


def refused(visit: Visit, letter: Letter, body: InviteRefused) -> Replies:
    """The invitation does not hold; if the candidate had said yes meanwhile, that is undone."""
    visit.notebook.coaching.offers.pop(letter.sender, None)
    if not body.joining:
        return [Reply(texts.INVITE_CLOSED)]
    visit.notebook.coaching.sharing.pop(letter.sender, None)
    return [Reply(texts.INVITE_USED_UP)]


def answer(visit: Visit, coach: str, chosen: str) -> Replies:
    """A button under an invitation."""
    coaching = visit.notebook.coaching
    scope, offer = ANSWERS.get(chosen), coaching.offers.pop(coach, None)
    if scope is None or offer is None:
        return [Reply(texts.OFFER_GONE)]
    if scope is Scope.NOTHING:
        return [Reply(texts.DECLINED, replace=True)]
    known = coaching.sharing.setdefault(coach, Sharing(offer.name or coach, visit.now))
    with narrowing(visit, coach):
        known.scope, known.since = scope, visit.now
        send(visit, coach, InviteAccepted(offer.token, scope))
    return [Reply(texts.joined(offer.name or coach, scope), replace=True)]


def nobody_there(visit: Visit, letter: Letter, body: InviteOpened | InviteAccepted) -> Replies:
    """The token led to nobody, or to a coach who is gone."""
    forget(visit, letter.receiver)
    return [Reply(texts.INVITE_CLOSED)]


def forget(visit: Visit, coach: str) -> None:
    """Takes back what was offered by or shared with a coach who is gone."""
    coaching = visit.notebook.coaching
    coaching.offers.pop(coach, None)
    coaching.sharing.pop(coach, None)
    forget_assignments(visit, coach)


def forget_assignments(visit: Visit, coach: str) -> None:
    """Takes a coach's assignments and questions off the list. An interview under way for one goes on as the
    candidate's own."""
    receiving.forget(visit, coach)
    assignments = visit.notebook.coaching.assignments
    for key in [key for key, one in assignments.items() if one.coach == coach]:
        del assignments[key]


def coach_left(visit: Visit, letter: Letter, body: CoachLeft) -> Replies:
    """A coach coaches no longer."""
    known = visit.notebook.coaching.sharing.get(letter.sender)
    forget(visit, letter.sender)
    return [Reply(texts.coach_left(known.name))] if known and known.scope is not Scope.NOTHING else []


def coach_is_gone(visit: Visit, letter: Letter, body: object) -> Replies:
    """The coach's notebook is not there any more."""
    known = visit.notebook.coaching.sharing.get(letter.receiver)
    forget(visit, letter.receiver)
    return [Reply(texts.coach_left(known.name))] if known else []
