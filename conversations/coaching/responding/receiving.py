"""Released reviews and further questions as they arrive at their candidate's desk, where consent was checked."""

from msgspec.structs import replace

from conversations.coaching import gate
from conversations.coaching.cohort.outcome import tell, with_verdicts
from conversations.coaching.letters import (
    FurtherAsked,
    Letter,
    Released,
    ReviewsRefused,
    ReviewsReleased,
    ReviewsTaken,
    interviews_of,
)
from conversations.coaching.posting import audit, send
from conversations.coaching.responding.record import CoachQuestion, Responding
from conversations.coaching.responding.screens import answer_button, reply_button
from conversations.coaching.reviewing.record import Comment, Review
from conversations.coaching.reviewing.sentences import find
from conversations.coaching.reviewing.showing import shown
from conversations.interview.record import Interview
from conversations.notebook import Summary
from conversations.replies import Reply
from conversations.texts import responding as texts
from conversations.visit import Replies, Visit

NOTICE = "reviews"


def released(visit: Visit, letter: Letter, body: ReviewsReleased) -> Replies:
    """Keeps the reviews with their interviews and tells their candidate, all in one message."""
    taken = [keep(visit, letter, one) for one in body.reviews if one.interview in visit.archive]
    numbers = tuple(interview.number for interview, _ in taken)
    if numbers:
        send(visit, letter.sender, ReviewsTaken(numbers))
    if missing := tuple(number for number in interviews_of(body) if number not in numbers):
        send(visit, letter.sender, ReviewsRefused(missing))
    if not taken or NOTICE in visit.notebook.coaching.quiet:
        return []
    name = letter.name or letter.sender
    parts = [texts.released(name, len(taken)), *(shown(visit.library, *one) for one in taken)]
    rows = tuple((reply_button(letter.sender, name, number, alone=len(numbers) == 1),) for number in numbers)
    return [Reply("\n\n".join(parts), rows)]


def keep(visit: Visit, letter: Letter, one: Released) -> tuple[Interview, Review]:
    """Puts a review into the archive; it takes the place of an earlier one of the same coach, whose replies stay."""
    interview = visit.archive[one.interview]
    before = [review for review in interview.reviews if review.coach == letter.sender]
    review = replace(
        one.review,
        comments=[placed(interview, comment) for comment in one.review.comments],
        coach=letter.sender,
        name=letter.name or letter.sender,
        released=visit.now,
        replies=before[0].replies if before else [],
    )
    interview.reviews = [*(other for other in interview.reviews if other.coach != letter.sender), review]
    visit.notebook.finished.append(interview)
    visit.notebook.history = [noted(done, letter.sender, one.interview) for done in visit.notebook.history]
    note_progress(visit, letter.sender, interview, review)
    if review.comments:
        audit(visit, "commented on an interview of", visit.notebook.person, one.interview, who=letter.sender)
    audit(visit, "released a review to", visit.notebook.person, one.interview, who=letter.sender)
    return interview, review


def placed(interview: Interview, comment: Comment) -> Comment:
    """A comment that quotes a page which was not open learns where the words stand, and loses them if they do not."""
    if not comment.quote or comment.end or comment.exchange is None:
        return comment
    exchange = interview.exchanges[comment.exchange] if comment.exchange < len(interview.exchanges) else None
    text = exchange.answers[comment.answer].text if exchange and comment.answer < len(exchange.answers) else ""
    found = find(comment.quote, text)
    if found is None:
        return replace(comment, quote="")
    return replace(comment, start=found.start, end=found.end, quote=text[found.start : found.end])


def noted(done: Summary, coach: str, interview: int) -> Summary:
    """The line of the history, with this coach among the reviewers if it is about that interview."""
    if done.number != interview or coach in done.reviewers:
        return done
    return replace(done, reviewers=(*done.reviewers, coach))


def note_progress(visit: Visit, coach: str, interview: Interview, review: Review) -> None:
    """The assignment that the interview was done for counts as reviewed, once no take waits for a review."""
    for one in visit.notebook.coaching.assignments.values():
        if one.coach == coach and interview.number in one.progress.interviews:
            progress = one.progress.with_review(interview.number, visit.now)
            one.progress = with_verdicts(progress, interview, review)
            tell(visit, one)


def decline(visit: Visit, letter: Letter, body: ReviewsReleased | FurtherAsked) -> Replies:
    """Back to a coach with whom these interviews are not shared, or not any more."""
    wanted = interviews_of(body)
    gone = tuple(one for one in wanted if not gate.is_shared(visit, letter.sender, one))
    send(visit, letter.sender, ReviewsRefused(gone, tuple(one for one in wanted if one not in gone)))
    return []


def asked(visit: Visit, letter: Letter, body: FurtherAsked) -> Replies:
    """A further question: it waits until it is answered, and shows its answer button."""
    coaching = visit.notebook.coaching
    interview = visit.archive.get(body.interview)
    if interview is None or body.exchange >= len(interview.exchanges):
        return []
    name = letter.name or letter.sender
    one = CoachQuestion(letter.sender, name, body.number, body.interview, body.exchange, body.text, visit.now)
    coaching.questions = [*coaching.questions, one]
    audit(visit, "asked a further question of", visit.notebook.person, body.interview, who=letter.sender)
    about = interview.exchanges[body.exchange].answers[0].prompt
    return [Reply(texts.asked(name, body.interview, about, body.text), ((answer_button(one),),))]


def forget(visit: Visit, coach: str) -> None:
    """Lets go of what a coach asked and of what is being written to them."""
    coaching = visit.notebook.coaching
    coaching.questions = [one for one in coaching.questions if one.coach != coach]
    if coaching.responding.coach == coach:
        coaching.responding = Responding(step=coaching.responding.step + 1)
        if visit.notebook.foreground == "responding":
            visit.notebook.foreground = ""
