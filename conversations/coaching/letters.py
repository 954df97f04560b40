"""What people's notebooks tell each other: letters, each handled once at the receiver's own desk.

A letter is stored with the sender's commit and carried afterwards. One whose receiver nobody knows comes back.
"""

from datetime import datetime

from msgspec import Struct

from conversations.coaching.record import Entry, Progress, Scope, Task
from conversations.interview.record import Interview


class InviteOpened(Struct, frozen=True, tag="invite-opened"):
    """Somebody opened a deep link and asks its coach what it is worth."""

    token: str


class InviteShown(Struct, frozen=True, tag="invite-shown"):
    """The invitation holds; ``cohort`` may be ""."""

    token: str
    cohort: str


class InviteRefused(Struct, frozen=True, tag="invite-refused"):
    """The invitation holds no longer, or never did. ``joining``: it was said yes to, which is thereby undone."""

    token: str
    joining: bool = False


class InviteAccepted(Struct, frozen=True, tag="invite-accepted"):
    """The candidate chose what to share."""

    token: str
    scope: Scope


class ConsentChanged(Struct, frozen=True, tag="consent-changed"):
    """The candidate shares more or less from now on."""

    scope: Scope


class Granted(Struct, frozen=True, tag="granted"):
    """An operator makes the receiver a coach."""


class Revoked(Struct, frozen=True, tag="revoked"):
    """An operator takes the coach's role back."""


class Assigned(Struct, frozen=True, tag="assigned"):
    """A coach assigns practice."""

    task: Task


class Extended(Struct, frozen=True, tag="extended"):
    """An assignment has a later due date."""

    task: int
    due: datetime


class Withdrawn(Struct, frozen=True, tag="withdrawn"):
    """An assignment was taken back by its coach."""

    task: int


class Nudged(Struct, frozen=True, tag="nudged"):
    """A coach reminds somebody who is late."""

    task: int


class Progressed(Struct, frozen=True, tag="progressed"):
    """A candidate began or finished an assignment."""

    task: int
    progress: Progress


class TranscriptAsked(Struct, frozen=True, tag="transcript-asked"):
    """A coach wants to read one interview."""

    interview: int


class TranscriptShown(Struct, frozen=True, tag="transcript-shown"):
    """The interview that was asked for; None when it is not shared, or not there."""

    number: int
    interview: Interview | None


class CoachLeft(Struct, frozen=True, tag="coach-left"):
    """The sender coaches no longer."""


class Declined(Struct, frozen=True, tag="declined"):
    """What a coach sent does not reach somebody who shares nothing with them."""

    task: int


class Audited(Struct, frozen=True, tag="audited"):
    """Something for the audit log."""

    entry: Entry


class AuditAsked(Struct, frozen=True, tag="audit-asked"):
    """An operator asks for a page of the audit log, the latest entries being page 0."""

    page: int


class AuditShown(Struct, frozen=True, tag="audit-shown"):
    """A page of the audit log, latest first."""

    page: int
    pages: int
    entries: tuple[Entry, ...]


Body = (
    InviteOpened
    | InviteShown
    | InviteRefused
    | InviteAccepted
    | ConsentChanged
    | Granted
    | Revoked
    | Assigned
    | Extended
    | Withdrawn
    | Nudged
    | Progressed
    | TranscriptAsked
    | TranscriptShown
    | CoachLeft
    | Declined
    | Audited
    | AuditAsked
    | AuditShown
)


class Letter(Struct, frozen=True):
    """``number`` grows with every letter of a sender, also across a deletion of their notebook.

    ``sender`` and ``receiver`` are keys of notebooks, ``name`` what to call the sender ("" when unknown). ``roles`` are
    those that the sender had when writing. A ``returned`` letter is back at its sender: nobody knows the receiver.
    """

    number: int
    sender: str
    receiver: str
    body: Body
    at: datetime
    name: str = ""
    roles: tuple[str, ...] = ()
    returned: bool = False
