"""Reading somebody's transcript: the coach asks by letter, the candidate's own desk decides and notes the visit."""

from datetime import timedelta

from msgspec.structs import replace

from conversations import buttons
from conversations.coaching.letters import Letter, PageAsked, PageShown, TranscriptAsked, TranscriptShown
from conversations.coaching.posting import audit, send
from conversations.coaching.record import Read
from conversations.coaching.reviewing import queue
from conversations.coaching.reviewing.bearings import open_button
from conversations.coaching.reviewing.draft import draft_key
from conversations.coaching.reviewing.pages import page
from conversations.history import as_file, as_text
from conversations.interview.record import Interview
from conversations.replies import Reply, noted
from conversations.texts import coaching as texts
from conversations.texts import records as file_texts
from conversations.visit import Replies, Visit

READS_KEPT = 200
FORMS = {"html": file_texts.AS_HTML, "pdf": file_texts.AS_PDF}  # in which a coach gets a transcript as a file
ONE_SITTING = timedelta(hours=1)  # pages turned within it count as one reading


def ask(visit: Visit, candidate: str, interview: int, form: str = "") -> Replies:
    """A coach wants to read an interview of a candidate, in the chat or as a file."""
    send(visit, candidate, TranscriptAsked(interview, form if form in FORMS else ""))
    return [Reply(texts.TRANSCRIPT_ASKED, passing=True)]


def asked(visit: Visit, letter: Letter, body: TranscriptAsked) -> Replies:
    """At the candidate's desk, where the gate has found it shared: noted, and sent."""
    found = visit.archive.get(body.interview)
    if found is not None:
        note_read(visit, letter, body.interview)
    seen = found and seen_by(letter.sender, found)
    send(visit, letter.sender, TranscriptShown(body.interview, seen, body.form))
    return []


def page_asked(visit: Visit, letter: Letter, body: PageAsked) -> Replies:
    """As `asked`, for one page, which comes with what this coach released about the interview before."""
    found = visit.archive.get(body.interview)
    shown = page(found, visit.library, body.place, body.exchange) if found else None
    own = next((review for review in found.reviews if review.coach == letter.sender), None) if found else None
    reads = visit.notebook.coaching.reads
    is_new = not any(
        (one.coach, one.interview) == (letter.sender, body.interview) and visit.now - one.at < ONE_SITTING
        for one in reversed(reads)
    )
    if shown is not None and is_new:
        note_read(visit, letter, body.interview)
    send(visit, letter.sender, PageShown(body.interview, shown, own))
    return []


def note_read(visit: Visit, letter: Letter, interview: int) -> None:
    """For the candidate, who sees who read what, and for the audit log."""
    coaching = visit.notebook.coaching
    read = Read(visit.now, letter.sender, letter.name or letter.sender, interview)
    coaching.reads = [*coaching.reads[-READS_KEPT + 1 :], read]
    audit(visit, "read a transcript of", visit.notebook.person, interview, who=letter.sender)


def seen_by(coach: str, interview: Interview) -> Interview:
    """The interview as a coach may see it: what other coaches released stays hidden until this one has released, so
    that neither rates by the other; what the candidate wrote back to the others is theirs alone."""
    own = [review for review in interview.reviews if review.coach == coach]
    others = [replace(review, replies=[]) for review in interview.reviews if review.coach != coach]
    return replace(interview, reviews=[*own, *others] if own else [])


def decline(visit: Visit, letter: Letter, body: TranscriptAsked | PageAsked) -> Replies:
    """Not shared, or not there: the same answer, so that it tells nothing."""
    kind = TranscriptShown if isinstance(body, TranscriptAsked) else PageShown
    send(visit, letter.sender, kind(body.interview, None))
    return []


def shown(visit: Visit, letter: Letter, body: TranscriptShown) -> Replies:
    """At the coach's desk: the transcript, or that it cannot be read."""
    if body.interview is None:
        return [Reply(texts.TRANSCRIPT_NOT_SHARED)]
    name = letter.name or letter.sender
    if body.form in FORMS:
        return [Reply(texts.transcript_of(name), attachment=as_file(visit, body.interview, body.form, name))]
    key = draft_key(letter.sender, body.number)
    review = ((open_button(key),),) if queue.find(visit, key) else ()
    files = tuple(
        buttons.button(buttons.BOARD, "read", letter.sender, body.number, form, label=label)
        for form, label in FORMS.items()
    )
    rows = (*review, files, (buttons.command("board", texts.BOARD),))
    return [noted(texts.transcript_of(name), Reply(as_text(visit, body.interview), rows))]
