"""What is always possible during an interview: hint, skip, retry, a model answer, pause, resume, stop, cancel."""

from conversations import buttons
from conversations.interview.bearings import onward_choices, open_interview, where
from conversations.interview.flow import assessment_of, further_attempt, proceed
from conversations.interview.hints import SHAPE, next_hint
from conversations.interview.machine import ANSWERING, OPEN, State, WrongMoment, move
from conversations.interview.record import Interview, Mode
from conversations.interview.screens import helpers, screen
from conversations.replies import Reply, noted
from conversations.study.stories import pointing
from conversations.texts import general as general_texts
from conversations.texts import interview as texts
from conversations.visit import Replies, Visit


def hint(visit: Visit, argument: str = "") -> Replies:
    """One more hint on the open question; it is noted in the transcript."""
    interview = visit.notebook.interview
    if interview is None or interview.state not in ANSWERING:
        return [Reply(texts.NO_QUESTION_OPEN)]
    if interview.mode is Mode.REAL:
        return [Reply(texts.NO_HINTS_IN_REAL, (helpers(interview),), header=where(visit))]
    so_far = assessment_of(visit, interview.current) if interview.current.answered else None
    found = next_hint(visit.library, interview, so_far)
    if found is None:
        return [Reply(texts.NO_MORE_HINTS, (helpers(interview)[1:],), header=where(visit))]
    interview.current.answers[-1].hints.append(found)
    words = texts.HINT_SHAPE if found == SHAPE else texts.hint_behavior(visit.library.behavior(found).listens_for)
    pointed = pointing.pointer(visit, interview, found)
    text = texts.hint(f"{words}\n\n{pointed}" if pointed else words)
    return [Reply(text, (helpers(interview),), header=where(visit))]


def skip(visit: Visit, argument: str = "") -> Replies:
    """Leaves out what is on the screen: the question, the follow-up, the rating, the addition."""
    interview = visit.notebook.interview
    if interview is None:
        return [Reply(texts.NO_QUESTION_OPEN)]
    match interview.state:
        case State.QUESTION:
            interview.current.skipped = True
            interview.current.answers[-1].refused = True
        case State.PROBE:
            interview.current.answers[-1].refused = True
        case State.RATING:
            interview.current.rating_declined = True
        case State.ADDING:
            return [proceed(visit, "added")]
        case State.FEEDBACK:
            pass
        case _:
            return [Reply(texts.NO_QUESTION_OPEN)]
    return [noted(texts.SKIPPED if interview.state in ANSWERING else "", proceed(visit))]


def retry(visit: Visit, argument: str = "") -> Replies:
    """The same question once more, as a further attempt; after the report, the last question of that interview."""
    interview = visit.notebook.interview
    if interview is None:
        return retry_from_history(visit)
    if interview.state not in OPEN:
        return [Reply(texts.NOTHING_TO_RETRY)]
    if interview.state is State.QUESTION and not interview.current.answers[-1].messages:
        return [screen(visit)]
    return [proceed(visit, "retry")]


def retry_from_history(visit: Visit) -> Replies:
    notebook = visit.notebook
    done = next((summary for summary in reversed(notebook.history) if summary.results), None)
    if done is None or done.results[-1].question not in visit.library.questions:
        return [Reply(texts.NOTHING_TO_RETRY)]
    last = done.results[-1]
    interview = Interview(
        notebook.next_interview,
        visit.now,
        State.QUESTION,
        competency=done.competency,
        level=done.level,
        length=1,
        exchanges=[
            further_attempt(visit, last.question, last.attempt + 1, last.shown if last.score is not None else None)
        ],
        all_probes=notebook.settings.all_probes,
        self_rating=notebook.settings.self_rating,
    )
    notebook.next_interview += 1
    notebook.interview, notebook.foreground = interview, "interview"
    return [screen(visit)]


def model_answer(visit: Visit, argument: str = "") -> Replies:
    """Somebody else's answer to the question, once the person has tried it."""
    interview = open_interview(visit)
    if not interview.current.answered:
        return [Reply(texts.MODEL_ANSWER_AFTER, (onward_choices(interview),), header=where(visit))]
    model = visit.library.model_answer(interview.current.question, interview.level)
    if model is None:
        return [Reply(texts.NO_MODEL_ANSWER, (onward_choices(interview),), header=where(visit))]
    interview.current.saw_model_answer = True
    text = texts.model_answer(model.trade, model.text)
    return [Reply(text, (onward_choices(interview),), header=where(visit))]


def add(visit: Visit, argument: str = "") -> Replies:
    """Opens the latest answer for more words. Raises `WrongMoment` when nothing was answered yet."""
    interview = open_interview(visit)
    if not any(answer.messages for answer in interview.current.answers):
        raise WrongMoment("add before any answer")
    origin = interview.state
    move(interview, "add")
    interview.adding_from = origin
    interview.step += 1
    return [screen(visit)]


def pause(visit: Visit, argument: str = "") -> Replies:
    interview = visit.notebook.interview
    if interview is None:
        return [Reply(texts.NOTHING_TO_STOP)]
    if interview.paused:
        return [Reply(texts.PAUSED_ALREADY, ((buttons.command("resume", general_texts.RESUME),),))]
    interview.paused = True
    visit.notebook.foreground = ""
    return [Reply(texts.PAUSED, ((buttons.command("resume", general_texts.RESUME),),))]


def resume(visit: Visit, argument: str = "") -> Replies:
    interview = visit.notebook.interview
    if interview is None:
        return [Reply(texts.NOTHING_TO_RESUME)]
    interview.paused = False
    visit.notebook.foreground = "interview"
    return [screen(visit)]


def stop(visit: Visit, argument: str = "") -> Replies:
    """Ends the interview now; the report covers what was answered."""
    interview = visit.notebook.interview
    if interview is None:
        return [Reply(texts.NOTHING_TO_STOP)]
    ended = proceed(visit, "stop")
    return [ended if interview.state is State.REPORT else Reply(texts.ENDED_EMPTY)]


def cancel(visit: Visit, argument: str = "") -> Replies:
    """Leaves the interview without a report; answers given so far stay in the history as unfinished."""
    interview = visit.notebook.interview
    if interview is None:
        return [Reply(texts.NOTHING_TO_STOP)]
    kept = interview.has_answer()
    proceed(visit, "cancel")
    return [Reply(texts.CANCELED_KEPT if kept else texts.CANCELED)]
