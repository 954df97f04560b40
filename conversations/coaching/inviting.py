"""Invitations at the coach's desk: made, listed, taken back, and honored when somebody opens one."""

from datetime import timedelta

from conversations import buttons
from conversations.coaching import roster
from conversations.coaching.letters import InviteAccepted, InviteOpened, InviteRefused, InviteShown, Letter
from conversations.coaching.people import KEY
from conversations.coaching.posting import send
from conversations.coaching.record import Invite
from conversations.coaching.roles import Action, Whose, may
from conversations.markup import clean
from conversations.replies import Reply
from conversations.texts import coaching as texts
from conversations.visit import Replies, Visit

PREFIX = "inv-"
VALID = timedelta(days=14)
DEFAULT_LIMIT, MOST = 30, 5_000
COHORT_LENGTH = 24  # characters
SHOWN = 10  # invitations in the list


def invite(visit: Visit, argument: str) -> Replies:
    """The command /invite with a cohort and a number of people, both optional: ``/invite spring 5``.

    The token leads to the coach and holds a part that nobody can guess: ``inv-<random>-<key of the notebook>``.
    """
    *words, last = argument.split() or [""]
    limit = int(last) if last.isdecimal() and len(last) < 8 else DEFAULT_LIMIT
    if not last.isdecimal():
        words = [*words, last]
    if not 1 <= limit <= MOST:
        return [Reply(texts.bad_limit(MOST))]
    coaching = visit.notebook.coaching
    drop_stale(visit)
    made = Invite(
        number=max((one.number for one in coaching.invites.values()), default=0) + 1,
        token=f"{PREFIX}{visit.token}-{visit.notebook.person}",
        cohort=clean(" ".join(words))[:COHORT_LENGTH].strip(),
        expires=visit.now + VALID,
        limit=limit,
    )
    coaching.invites[made.token] = made
    link = texts.deep_link(visit.address, made.token)
    choices = ((buttons.command("invites", texts.ALL_INVITATIONS),),)
    return [Reply(texts.invited(link, made.cohort, limit, made.expires), choices)]


def drop_stale(visit: Visit) -> None:
    """Forgets invitations that ran out long ago, so that the list stays short."""
    invites = visit.notebook.coaching.invites
    for token in [token for token, one in invites.items() if one.expires + VALID < visit.now]:
        del invites[token]


def invites(visit: Visit, argument: str = "") -> Replies:
    """The command /invites: those that still hold, each with a button that takes it back."""
    open_ones = [one for one in visit.notebook.coaching.invites.values() if one.holds(visit.now)][-SHOWN:]
    if not open_ones:
        return [Reply(texts.NO_INVITES, replace=True)]
    lines = [texts.invite_line(one.number, one.cohort, one.used, one.limit, one.expires) for one in open_ones]
    rows = tuple((buttons.button(buttons.INVITES, one.number, label=texts.take_back(one.number)),) for one in open_ones)
    return [Reply(texts.invites(lines), rows, replace=True)]


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A button of /invites; one for an invitation that is not there any more shows the list."""
    for one in visit.notebook.coaching.invites.values():
        if parts == (str(one.number),) and not one.revoked:
            one.revoked = True
            return [Reply(texts.taken_back(one.number), ((buttons.command("invites", texts.ALL_INVITATIONS),),))]
    return invites(visit)


def coach_of(token: str) -> str:
    """The key of the coach that a token leads to; "" when it is none."""
    _, _, coach = token.removeprefix(PREFIX).partition("-")
    return coach if KEY.fullmatch(coach) else ""


def opened(visit: Visit, letter: Letter, body: InviteOpened) -> Replies:
    """Somebody asks what an invitation is worth."""
    found = honored(visit, body.token)
    send(visit, letter.sender, InviteShown(body.token, found.cohort) if found else InviteRefused(body.token))
    return []


def accepted(visit: Visit, letter: Letter, body: InviteAccepted) -> Replies:
    """Somebody says yes. One who joined before does not use the invitation up."""
    found = honored(visit, body.token)
    known = visit.notebook.coaching.roster.get(letter.sender)
    if found is None and known is None:
        send(visit, letter.sender, InviteRefused(body.token, joining=True))
        return []
    if found is not None and known is None:
        found.used += 1
    roster.join(visit, letter, body.scope, found.cohort if found else known.cohort if known else "")
    return []


def honored(visit: Visit, token: str) -> Invite | None:
    """The invitation of a token if it holds and its coach still is one."""
    found = visit.notebook.coaching.invites.get(token)
    holds = found is not None and found.holds(visit.now) and may(visit.roles, Action.INVITE, Whose.OWN)
    return found if holds else None
