"""The offer to keep an answer as a story: under feedback and report, and what becomes of it."""

from conversations.interview.bearings import onward_choices
from conversations.interview.machine import State as InterviewState
from conversations.interview.machine import WrongMoment
from conversations.interview.record import Interview
from conversations.replies import Choice, Reply
from conversations.study.stories import fitting, keeping
from conversations.study.stories.keeping import bank_of
from conversations.study.stories.taps import tap
from conversations.texts import stories as texts
from conversations.visit import Visit


def offer(visit: Visit, interview: Interview) -> tuple[Choice, ...]:
    """Under feedback: to keep the answer, when it showed something and is no story's yet. One that sounds like a story
    that is kept can be kept as another."""
    place = len(interview.exchanges) - 1
    is_told = keeping.told_in(bank_of(visit), interview.number, place) is not None
    if is_told or not keeping.shown(interview.current.assessment):
        return ()
    if keeping.known_story(visit, interview, place):
        return (tap("new", interview.number, place, label=texts.NEW_STORY),)
    return (tap("keep", interview.number, place, label=texts.KEEP),)


def remark(visit: Visit, interview: Interview) -> str:
    """Under feedback on an answer that tells a story that is kept; "" for any other."""
    exchange = interview.current
    if not exchange.answered:
        return ""
    place = len(interview.exchanges) - 1
    story = keeping.known_story(visit, interview, place)
    if story is None:
        return ""
    if [(told.interview, told.exchange) for told in story.tellings] == [(interview.number, place)]:
        return texts.kept_as(story.title)
    questions = dict.fromkeys((*story.questions, exchange.question))
    return texts.recognized(story.title, len(questions), len(questions) >= fitting.OVERUSED)


def offer_all(visit: Visit, interview: Interview) -> tuple[Choice, ...]:
    """Under a report: the answers to keep, when any showed something and tells no story that is kept."""
    worth = any(
        keeping.shown(exchange.assessment) and not keeping.known_story(visit, interview, place)
        for place, exchange in enumerate(interview.exchanges)
    )
    return (tap("answers", label=texts.KEEP_ONE),) if worth else ()


def keep(visit: Visit, number: int, place: int, *, anew: bool = False) -> Reply:
    """Keeps an answer as a story. One that sounds like a story that is kept is noted there, unless the person says that
    it is another (``anew``). Raises `WrongMoment` when there is no such answer, or it showed nothing."""
    bank, interview = bank_of(visit), keeping.interview_of(visit, number)
    if interview is None:
        if all(summary.number != number for summary in visit.notebook.history):
            raise WrongMoment("no such interview")
        return Reply(texts.UNREADABLE, ((tap("all", label=texts.ALL),),))
    if place >= len(interview.exchanges) or not keeping.shown(interview.exchanges[place].assessment):
        raise WrongMoment("nothing to keep there")
    kept = keeping.told_in(bank, number, place)
    known = keeping.known_story(visit, interview, place)
    if kept is not None and (not anew or len(kept.tellings) == 1):
        return after(visit, interview, texts.kept_already(kept.title), tap("one", kept.number, label=texts.SHOW))
    if known is not None and not anew:
        told = keeping.tell_again(bank, known, keeping.telling(interview, place))
        another = tap("new", number, place, label=texts.NEW_STORY)
        return after(visit, interview, texts.told_again(told.title, len(told.questions)), another)
    if len(bank.stories) >= keeping.MOST_STORIES:
        return after(visit, interview, texts.FULL, tap("all", label=texts.ALL))
    if kept is not None:
        keeping.untell(bank, kept, number, place)
    story = keeping.keep(visit, interview, place)
    return after(visit, interview, texts.kept(story.title), tap("name", story.number, label=texts.NAME_IT))


def after(visit: Visit, interview: Interview, text: str, choice: Choice) -> Reply:
    """What was done, with the way on: from feedback through the interview, else back to the stories."""
    running = visit.notebook.interview
    in_feedback = running is not None and running is interview and running.state is InterviewState.FEEDBACK
    onward = onward_choices(interview) if in_feedback else (tap("all", label=texts.ALL),)
    return Reply(text, ((choice,), onward) if choice not in onward else (onward,))
