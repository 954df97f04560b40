"""A coach's roster and board: an index of other people's notebooks, fed by their letters."""

from conversations.coaching.letters import (
    CoachLeft,
    ConsentChanged,
    Declined,
    Letter,
    Progressed,
)
from conversations.coaching.posting import send
from conversations.coaching.record import Candidate, Given, Progress, Scope, Status
from conversations.coaching.reviewing.bearings import open_button
from conversations.coaching.reviewing.draft import Reviewing, draft_key
from conversations.coaching.reviewing.ending import TALK as REVIEWING
from conversations.coaching.reviewing.ending import end
from conversations.replies import Reply
from conversations.texts import assigning as texts
from conversations.visit import Replies, Visit


def join(visit: Visit, letter: Letter, scope: Scope, cohort: str) -> None:
    """Puts the writer of a letter on the roster."""
    visit.notebook.coaching.roster[letter.sender] = Candidate(letter.name or letter.sender, cohort, scope, visit.now)


def consent_changed(visit: Visit, letter: Letter, body: ConsentChanged) -> Replies:
    """A candidate shares more or less; nothing at all takes them off the roster and off the board."""
    roster = visit.notebook.coaching.roster
    if body.scope is Scope.NOTHING:
        return strike(visit, letter.sender)
    if letter.sender in roster:
        roster[letter.sender].scope = body.scope
    else:
        join(visit, letter, body.scope, "")
    return []


def strike(visit: Visit, person: str) -> Replies:
    """Forgets a candidate and how far they were; reviews of their interviews end, which the coach is told."""
    coaching = visit.notebook.coaching
    ended = end(visit, person)
    coaching.roster.pop(person, None)
    for given in coaching.given:
        given.progress.pop(person, None)
    return ended


def dissolve(visit: Visit) -> None:
    """Tells every candidate that this coach is none any more, and forgets them."""
    coaching = visit.notebook.coaching
    for person in coaching.roster:
        send(visit, person, CoachLeft())
    coaching.roster, coaching.invites, coaching.given, coaching.draft = {}, {}, [], None
    coaching.reviewing = Reviewing(step=coaching.reviewing.step + 1)
    if visit.notebook.foreground in ("assigning", REVIEWING):
        visit.notebook.foreground = ""


def given_of(visit: Visit, number: int) -> Given | None:
    """An assignment of this coach; None when it was withdrawn."""
    return next((one for one in visit.notebook.coaching.given if one.task.number == number), None)


def progressed(visit: Visit, letter: Letter, body: Progressed) -> Replies:
    """A candidate began or submitted. The board knows at once; a submission is worth a notice."""
    given = given_of(visit, body.task)
    known = visit.notebook.coaching.roster.get(letter.sender)
    if given is None or known is None or letter.sender not in given.progress:
        return []
    before, now = given.progress[letter.sender], body.progress
    given.progress[letter.sender] = now
    known.name = letter.name or known.name
    submitted = len(now.interviews) > len(before.interviews)
    if not submitted or "progress" in visit.notebook.coaching.quiet:
        return []
    competency = visit.library.competencies.get(given.task.competency)
    name = competency.name if competency else given.task.competency
    review = open_button(draft_key(letter.sender, now.interviews[-1]))
    return [Reply(texts.submitted(known.name, given.task.number, name, given.task.level), ((review,),))]


def declined(visit: Visit, letter: Letter, body: Declined) -> Replies:
    """What was sent did not reach a candidate who shares nothing; the roster had not heard of it yet."""
    return strike(visit, letter.sender)


def gone(visit: Visit, letter: Letter, body: object) -> Replies:
    """A candidate's notebook is not there any more."""
    return strike(visit, letter.receiver)


def cohorts(visit: Visit) -> list[str]:
    """The names of the groups on the roster, in order; "" for those without one."""
    return sorted({one.cohort for one in visit.notebook.coaching.roster.values()})


def begin(candidates: list[str]) -> dict[str, Progress]:
    """How far everybody is with an assignment that was just given."""
    return dict.fromkeys(candidates, Progress(Status.NOT_STARTED))
