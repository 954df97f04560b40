"""Assignments at the candidate's desk: received, listed, started, submitted."""

from msgspec.structs import replace

from conversations import buttons
from conversations.coaching import gate, moments
from conversations.coaching.cohort.outcome import outcome, tell
from conversations.coaching.letters import Assigned, Declined, Extended, Letter, Nudged, Withdrawn
from conversations.coaching.posting import send
from conversations.coaching.record import Assignment, Progress, Status
from conversations.coaching.responding.screens import answer_button
from conversations.history import name_of
from conversations.interview import rotation
from conversations.interview.flow import proceed
from conversations.interview.machine import State, WrongMoment
from conversations.interview.opening import opened
from conversations.replies import Choice, Reply, noted
from conversations.texts import assigning as texts
from conversations.texts import responding as responding_texts
from conversations.visit import Replies, Visit

SHOWN = 8


def about(visit: Visit, one: Assignment) -> str:
    """What is to be done, for whom and by when."""
    task = one.task
    due = moments.shown(visit, task.due) if task.due else ""
    name = name_of(visit, task.competency)
    return texts.assignment(one.name, name, task, due, one.takes_left)


def start_button(one: Assignment, label: str = texts.START) -> Choice:
    return buttons.button(buttons.ASSIGNMENTS, one.key, label=label)


# Letters from the coach


def assigned(visit: Visit, letter: Letter, body: Assigned) -> Replies:
    """A new assignment; the gate has found that its coach may give one."""
    one = Assignment(letter.sender, letter.name or letter.sender, body.task, given=visit.now)
    visit.notebook.coaching.assignments[one.key] = one
    if "assignments" in visit.notebook.coaching.quiet:
        return []
    return [Reply(texts.new_assignment(about(visit, one)), ((start_button(one),),))]


def decline(visit: Visit, letter: Letter, body: Assigned | Extended | Nudged) -> Replies:
    """Back to a coach with whom nothing is shared: what they sent was not taken."""
    task = body.task.number if isinstance(body, Assigned) else body.task
    send(visit, letter.sender, Declined(task))
    return []


def held(visit: Visit, letter: Letter, number: int) -> Assignment | None:
    """The assignment that a letter of its coach is about."""
    return visit.notebook.coaching.assignments.get(f"{letter.sender}/{number}")


def extended(visit: Visit, letter: Letter, body: Extended) -> Replies:
    one = held(visit, letter, body.task)
    if one is None:
        return []
    one.task, one.given = replace(one.task, due=body.due), visit.now
    if "assignments" in visit.notebook.coaching.quiet or one.takes_left == 0:
        return []
    return [Reply(texts.extended(one.name, about(visit, one)), ((start_button(one),),))]


def withdrawn(visit: Visit, letter: Letter, body: Withdrawn) -> Replies:
    """An interview that is under way for it goes on as the candidate's own."""
    one = held(visit, letter, body.task)
    if one is None:
        return []
    del visit.notebook.coaching.assignments[one.key]
    quiet = "assignments" in visit.notebook.coaching.quiet or one.progress.interviews
    return [] if quiet else [Reply(texts.withdrawn(one.name, name_of(visit, one.task.competency), one.task.level))]


def nudged(visit: Visit, letter: Letter, body: Nudged) -> Replies:
    one = held(visit, letter, body.task)
    if one is None or one.progress.interviews or "nudges" in visit.notebook.coaching.quiet:
        return []
    return [Reply(texts.nudge(one.name, about(visit, one)), ((start_button(one),),))]


# What the candidate does


def listed(visit: Visit, argument: str = "") -> Replies:
    """The command /assignments: what is open, what is due first on top."""
    every = visit.notebook.coaching.assignments.values()
    left = [one for one in every if not one.progress.interviews or one.takes_left != 0]
    questions = visit.notebook.coaching.questions[:SHOWN]
    if not left and not questions:
        return [Reply(texts.NOTHING_ASSIGNED, ((buttons.command("practice", texts.PRACTICE),),))]
    far = max((one.task.due for one in left if one.task.due), default=visit.now)
    left.sort(key=lambda one: (bool(one.progress.interviews), one.task.due or far))
    lines = [texts.numbered(place, about(visit, one), one.progress) for place, one in enumerate(left[:SHOWN], start=1)]
    rows = tuple((start_button(one, texts.start_number(place)),) for place, one in enumerate(left[:SHOWN], start=1))
    asked = [responding_texts.waiting(one.name, one.interview, one.text) for one in questions]
    answering = tuple((answer_button(one),) for one in questions)
    return [Reply(texts.open_assignments([*asked, *lines], len(left[SHOWN:])), (*answering, *rows))]


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A start button; it stays good for as long as the assignment is open."""
    one = visit.notebook.coaching.assignments.get(":".join(parts))
    if one is None or not gate.is_linked(visit.notebook.coaching, one.coach):
        raise WrongMoment("no such assignment")
    running = visit.notebook.interview
    resume = ((buttons.command("resume", texts.RESUME),),)
    if running is not None and running.assignment == one.key:
        return [Reply(texts.RUNNING_ALREADY, resume)]
    if running is not None and running.has_answer():
        return [Reply(texts.FINISH_FIRST, resume)]
    if one.takes_left == 0:
        return [Reply(texts.no_takes_left(one.name))]
    return begin(visit, one)


def begin(visit: Visit, one: Assignment) -> Replies:
    """Asks the first question of an interview that belongs to the assignment."""
    library, task = visit.library, one.task
    questions = [question for question in task.questions if question in library.questions]
    if not questions and task.competency in library.competencies:
        questions = rotation.next_questions(library, visit.notebook, task.competency, task.level, task.length)
    if not questions:
        return [Reply(texts.CONTENT_GONE)]
    opened(visit, task.competency, task.level, task.mode, questions, one.key)
    if one.progress.status is Status.NOT_STARTED:
        note_progress(visit, one, Progress(Status.IN_PROGRESS, at=visit.now))
    return [noted(texts.begun(one.name, task.note), proceed(visit, "begin"))]


def note_progress(visit: Visit, one: Assignment, progress: Progress) -> None:
    """Here, and by letter on the coach's board."""
    one.progress = progress
    tell(visit, one)


def submit(visit: Visit) -> Replies:
    """After any event: interviews that it finished for an assignment are handed in, and the candidate is told."""
    replies: Replies = []
    for interview in visit.notebook.finished:
        one = visit.notebook.coaching.assignments.get(interview.assignment or "")
        if one is None or interview.state is not State.REPORT or interview.number in one.progress.interviews:
            continue
        done = (*one.progress.interviews, interview.number)
        summary = next(line for line in reversed(visit.notebook.history) if line.number == interview.number)
        progress = replace(one.progress, status=Status.SUBMITTED, interviews=done, at=visit.now)
        note_progress(visit, one, progress.with_outcome(outcome(summary)))
        again = () if one.takes_left == 0 else ((start_button(one, texts.ANOTHER_TAKE),),)
        replies.append(Reply(texts.handed_in(one.name, len(done), one.task.takes), again))
    return replies
