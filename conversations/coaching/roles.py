"""Who may do what with whose data: one table, looked at for every command, every button and every letter."""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple


class Role(Enum):
    """Everybody is a candidate; coaches and operators are appointed in the settings or by an operator."""

    CANDIDATE = "candidate"
    COACH = "coach"
    OPERATOR = "operator"


class Whose(Enum):
    """Whose data an action touches, seen from the one who acts."""

    OWN = "their own"
    SHARED = "an interview that its candidate shares with them"
    LINKED = "a candidate who shares at least assigned practice with them"
    FOREIGN = "anybody else's"


class Action(Enum):
    """What can be done to one's own affairs or to other people's."""

    SHARE = "decide who sees what"
    READ = "read a transcript"
    REVIEW = "review an interview: rate, comment, ask further, release"
    RESPOND = "answer a coach's question, reply to a review"
    INVITE = "invite candidates"
    ASSIGN = "assign practice, nudge, extend, withdraw"
    BOARD = "see how far the candidates are"
    GRANT = "grant and revoke the coach's role"
    AUDIT = "read the audit log"


W = Whose
EVERYBODY = frozenset(Whose)
TABLE: Mapping[Action, Mapping[Role, frozenset[Whose]]] = {
    Action.SHARE:  {Role.CANDIDATE: frozenset({W.OWN})},
    Action.READ:   {Role.CANDIDATE: frozenset({W.OWN}), Role.COACH: frozenset({W.OWN, W.SHARED})},
    Action.REVIEW: {Role.COACH: frozenset({W.OWN, W.SHARED})},
    Action.RESPOND: {Role.CANDIDATE: frozenset({W.OWN})},
    Action.INVITE: {Role.COACH: frozenset({W.OWN})},
    Action.ASSIGN: {Role.COACH: frozenset({W.OWN, W.LINKED})},
    Action.BOARD:  {Role.COACH: frozenset({W.OWN})},
    Action.GRANT:  {Role.OPERATOR: EVERYBODY},
    Action.AUDIT:  {Role.OPERATOR: EVERYBODY},
}  # fmt: skip


class Appointed(NamedTuple):
    """The keys of those whom the settings make coaches and operators."""

    coaches: frozenset[str] = frozenset()
    operators: frozenset[str] = frozenset()


NOBODY = Appointed()


def roles_of(person: str, granted: bool, appointed: Appointed) -> frozenset[Role]:
    """A person's roles; ``granted``: an operator made them a coach."""
    coach = granted or person in appointed.coaches
    return frozenset(
        role
        for role, held in (
            (Role.CANDIDATE, True),
            (Role.COACH, coach),
            (Role.OPERATOR, person in appointed.operators),
        )
        if held
    )


def may(roles: frozenset[Role], action: Action, whose: Whose) -> bool:
    """Whether somebody with these roles may do it."""
    return any(whose in TABLE[action].get(role, frozenset()) for role in roles)
