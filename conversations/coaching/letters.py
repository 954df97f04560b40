"""What people's notebooks tell each other: letters, each handled once at the receiver's own desk.

A letter is stored with the sender's commit and carried afterwards. One whose receiver nobody knows comes back.
"""

from datetime import datetime

from msgspec import Struct

from conversations.coaching.record import Entry, Progress, Scope, Task
from conversations.coaching.reviewing.draft import Page
from conversations.coaching.reviewing.record import Review
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
    """A coach wants to read one interview; ``form`` as in `TranscriptShown`."""

    interview: int
    form: str = ""


class TranscriptShown(Struct, frozen=True, tag="transcript-shown"):
    """The interview that was asked for; None when it is not shared, or not there. ``form`` is the format of the file
    that the coach wants of it, "" for reading it in the chat."""

    number: int
    interview: Interview | None
    form: str = ""


class PageAsked(Struct, frozen=True, tag="page-asked"):
    """A coach who reviews an interview wants to read one page of it: ``place``, from 0, or the first of an exchange."""

    interview: int
    place: int
    exchange: int | None = None


class PageShown(Struct, frozen=True, tag="page-shown"):
    """The page that was asked for; None when the interview is not shared, or not there.

    ``review`` is what this coach released about it before, None for nothing.
    """

    interview: int
    page: Page | None
    review: Review | None = None


class Released(Struct, frozen=True):
    """A review and the number of the interview that it is about."""

    interview: int
    review: Review


class ReviewsReleased(Struct, frozen=True, tag="reviews-released"):
    """A coach releases reviews to their candidate; one letter for a batch, so that the candidate is told once."""

    reviews: tuple[Released, ...]


class ReviewsTaken(Struct, frozen=True, tag="reviews-taken"):
    """The reviews of these interviews have reached their candidate."""

    interviews: tuple[int, ...]


class ReviewsRefused(Struct, frozen=True, tag="reviews-refused"):
    """These interviews are not shared any more; what was sent about them was not taken, nor was what came with it
    about ``others``."""

    interviews: tuple[int, ...]
    others: tuple[int, ...] = ()


class InterviewShared(Struct, frozen=True, tag="interview-shared"):
    """The candidate shares one interview, which waits for a review if the coach likes."""

    interview: int
    competency: str
    level: int


class InterviewKept(Struct, frozen=True, tag="interview-kept"):
    """The candidate no longer shares an interview that the coach has read."""

    interview: int


class FurtherAsked(Struct, frozen=True, tag="further-asked"):
    """A coach asks a further question about an exchange, from 0."""

    number: int
    interview: int
    exchange: int
    text: str


class FurtherAnswered(Struct, frozen=True, tag="further-answered"):
    """The candidate answered a further question."""

    number: int
    interview: int
    text: str


class ReviewReplied(Struct, frozen=True, tag="review-replied"):
    """The candidate wrote back about a released review."""

    interview: int
    text: str


class CoachLeft(Struct, frozen=True, tag="coach-left"):
    """The sender coaches no longer."""


class Gone(Struct, frozen=True, tag="gone"):
    """The sender deleted everything that was stored about them."""


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
    | PageAsked
    | PageShown
    | ReviewsReleased
    | ReviewsTaken
    | ReviewsRefused
    | InterviewShared
    | InterviewKept
    | FurtherAsked
    | FurtherAnswered
    | ReviewReplied
    | CoachLeft
    | Gone
    | Declined
    | Audited
    | AuditAsked
    | AuditShown
)


def interviews_of(body: Body) -> tuple[int, ...]:
    """The interviews of the receiver that a letter asks for or is about; their numbers."""
    match body:
        case TranscriptAsked(interview) | PageAsked(interview) | FurtherAsked(_, interview):
            return (interview,)
        case ReviewsReleased(reviews):
            return tuple(one.interview for one in reviews)
        case _:
            return ()


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
