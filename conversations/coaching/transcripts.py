"""Reading somebody's transcript: the coach asks by letter, the candidate's own desk decides and notes the visit."""

from conversations import buttons
from conversations.coaching.letters import Letter, TranscriptAsked, TranscriptShown
from conversations.coaching.posting import audit, send
from conversations.coaching.record import Read
from conversations.history import as_text
from conversations.replies import Reply, noted
from conversations.texts import coaching as texts
from conversations.visit import Replies, Visit

READS_KEPT = 200


def ask(visit: Visit, candidate: str, interview: int) -> Replies:
    """A coach wants to read an interview of a candidate."""
    send(visit, candidate, TranscriptAsked(interview))
    return [Reply(texts.TRANSCRIPT_ASKED)]


def wanted(letter: Letter) -> tuple[int, ...]:
    """The number of the interview that a letter asks for."""
    return (letter.body.interview,) if isinstance(letter.body, TranscriptAsked) and not letter.returned else ()


def asked(visit: Visit, letter: Letter, body: TranscriptAsked) -> Replies:
    """At the candidate's desk, where the gate has found it shared: noted, and sent as it is stored."""
    coaching = visit.notebook.coaching
    found = visit.archive.get(body.interview)
    if found is not None:
        read = Read(visit.now, letter.sender, letter.name or letter.sender, body.interview)
        coaching.reads = [*coaching.reads[-READS_KEPT + 1 :], read]
        audit(visit, "read a transcript of", visit.notebook.person, body.interview, who=letter.sender)
    send(visit, letter.sender, TranscriptShown(body.interview, found))
    return []


def decline(visit: Visit, letter: Letter, body: TranscriptAsked) -> Replies:
    """Not shared, or not there: the same answer, so that it tells nothing."""
    send(visit, letter.sender, TranscriptShown(body.interview, None))
    return []


def shown(visit: Visit, letter: Letter, body: TranscriptShown) -> Replies:
    """At the coach's desk: the transcript, or that it cannot be read."""
    if body.interview is None:
        return [Reply(texts.TRANSCRIPT_NOT_SHARED)]
    board = ((buttons.command("board", texts.BOARD),),)
    return [noted(texts.transcript_of(letter.name or letter.sender), Reply(as_text(visit, body.interview), board))]
