"""The one check of who may do what: before a command, before a button, and before a letter is handled."""

from conversations import buttons
from conversations.coaching import letters
from conversations.coaching.letters import Letter
from conversations.coaching.record import Coaching, Scope, Sharing
from conversations.coaching.roles import Action, Role, Whose, may
from conversations.notebook import Notebook
from conversations.visit import Visit

COMMANDS = {
    "sharing": Action.SHARE,
    "invite": Action.INVITE,
    "invites": Action.INVITE,
    "assign": Action.ASSIGN,
    "board": Action.BOARD,
    "cohort": Action.BOARD,
    "review": Action.REVIEW,
    "grant": Action.GRANT,
    "revoke": Action.GRANT,
    "audit": Action.AUDIT,
}
BUTTONS = {
    buttons.SHARING: Action.SHARE,
    buttons.INVITES: Action.INVITE,
    buttons.ASSIGNING: Action.ASSIGN,
    buttons.BOARD: Action.BOARD,
    buttons.REVIEW: Action.REVIEW,
    buttons.RESPOND: Action.RESPOND,
    buttons.AUDIT: Action.AUDIT,
}
TALKS = {"assigning": Action.ASSIGN, "reviewing": Action.REVIEW, "responding": Action.RESPOND}
LETTERS: dict[type, Action] = {
    letters.Granted: Action.GRANT,
    letters.Revoked: Action.GRANT,
    letters.AuditAsked: Action.AUDIT,
    letters.Assigned: Action.ASSIGN,
    letters.Extended: Action.ASSIGN,
    letters.Nudged: Action.ASSIGN,
    letters.TranscriptAsked: Action.READ,
    letters.PageAsked: Action.REVIEW,
    letters.ReviewsReleased: Action.REVIEW,
    letters.FurtherAsked: Action.REVIEW,
}


def admits(visit: Visit, *, command: str = "", button: str = "", talk: str = "") -> bool:
    """Whether the person may use a command, a button, a conversation. What the table does not name is everybody's."""
    action = COMMANDS.get(command) or BUTTONS.get(button) or TALKS.get(talk)
    return action is None or may(visit.roles, action, Whose.OWN)


def accepts(visit: Visit, letter: Letter) -> bool:
    """Whether the sender may do to the owner of this notebook what the letter is about."""
    action = LETTERS.get(type(letter.body))
    if action is None:
        return True
    return may(frozenset(map(Role, letter.roles)), action, relation(visit, letter))


def relation(visit: Visit, letter: Letter) -> Whose:
    """Whose data the letter asks for, seen from its sender; the owner's consent decides."""
    notebook = visit.notebook
    if letter.sender == notebook.person:
        return Whose.OWN
    if wanted := letters.interviews_of(letter.body):
        return Whose.SHARED if all(is_shared(visit, letter.sender, one) for one in wanted) else Whose.FOREIGN
    return Whose.LINKED if is_linked(notebook.coaching, letter.sender) else Whose.FOREIGN


def is_shared(visit: Visit, coach: str, interview: int) -> bool:
    """Whether the owner of this notebook lets a coach read an interview of theirs, finished with a report."""
    return lets_read(visit.notebook, coach, interview)


def lets_read(notebook: Notebook, coach: str, interview: int) -> bool:
    """As `is_shared`, of any notebook."""
    sharing = notebook.coaching.sharing.get(coach)
    done = next((one for one in notebook.history if one.number == interview and one.complete), None)
    return sharing is not None and done is not None and shares(sharing, coach, interview, done.assignment)


def shares(sharing: Sharing, coach: str, interview: int, assignment: str | None) -> bool:
    """Whether a coach may read an interview; ``assignment`` is the one that it was done for, None for none.

    A decision on the single interview goes first, but nothing is shared with a coach whom the candidate left.
    """
    if sharing.scope is Scope.NOTHING or interview in sharing.withheld:
        return False
    if sharing.scope is Scope.EVERYTHING or interview in sharing.shared:
        return True
    return assignment is not None and assignment.startswith(f"{coach}/")


def is_linked(coaching: Coaching, coach: str) -> bool:
    """Whether a candidate shares anything with a coach."""
    sharing = coaching.sharing.get(coach)
    return sharing is not None and sharing.scope is not Scope.NOTHING
