"""The coach's role: given and taken back by an operator, and what that means at the coach's desk."""

from conversations.coaching import roster
from conversations.coaching.letters import Granted, Letter, Revoked
from conversations.coaching.people import key_of, number_of
from conversations.coaching.posting import audit, send
from conversations.coaching.roles import Role
from conversations.replies import Reply
from conversations.texts import coaching as texts
from conversations.visit import Replies, Visit


def grant(visit: Visit, argument: str) -> Replies:
    """The command /grant with the number of a person."""
    person = key_of(argument)
    if not person:
        return [Reply(texts.GRANT_HOW)]
    send(visit, person, Granted())
    return [Reply(texts.granting(number_of(person)))]


def revoke(visit: Visit, argument: str) -> Replies:
    """The command /revoke with the number of a coach."""
    person = key_of(argument)
    if not person:
        return [Reply(texts.REVOKE_HOW)]
    if person in visit.appointed.coaches:
        return [Reply(texts.appointed_in_settings(number_of(person)))]
    send(visit, person, Revoked())
    return [Reply(texts.revoking(number_of(person)))]


def own_number(visit: Visit, argument: str = "") -> Replies:
    """The command /id."""
    return [Reply(texts.own_number(number_of(visit.notebook.person)))]


def granted(visit: Visit, letter: Letter, body: Granted) -> Replies:
    """Who is a coach already hears nothing."""
    coaching = visit.notebook.coaching
    if coaching.granted:
        return []
    coaching.granted = True
    audit(visit, "made a coach of", visit.notebook.person, who=letter.sender)
    return [Reply(texts.GRANTED, menu=menu(visit, Role.COACH))]


def revoked(visit: Visit, letter: Letter, body: Revoked) -> Replies:
    """The coach's candidates are told, and every tie to them is cut."""
    coaching = visit.notebook.coaching
    if not coaching.granted:
        return []
    coaching.granted = False
    audit(visit, "took the coach's role from", visit.notebook.person, who=letter.sender)
    roster.dissolve(visit)
    return [Reply(texts.REVOKED, menu=menu(visit))]


def menu(visit: Visit, *more: Role) -> tuple[str, ...]:
    """The roles that the person has now, for the menu of commands."""
    held = (visit.roles - {Role.COACH}) | set(more)
    return tuple(role.value for role in Role if role in held)


def nobody_there(visit: Visit, letter: Letter, body: Granted | Revoked) -> Replies:
    """Nobody has that number."""
    return [Reply(texts.stranger(number_of(letter.receiver)))]
