"""The command /review, the buttons of reviewing, and the commands that mean something of their own within it."""

from collections.abc import Callable
from typing import NamedTuple

from conversations import buttons
from conversations.coaching.reviewing import ending, judging, opening, phrases, queue, releasing
from conversations.coaching.reviewing.bearings import ANYTIME, draft_of
from conversations.coaching.reviewing.draft import State
from conversations.coaching.reviewing.ending import step_out
from conversations.coaching.reviewing.screens import screen
from conversations.coaching.reviewing.stepping import fetch, step
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply
from conversations.study.bearings import come_forward, commands, place_in, step_back
from conversations.texts import reviewing as texts
from conversations.visit import Replies, Visit

S = State
TALK = ending.TALK


class Verb(NamedTuple):
    """What a button does, and on which screens it stands."""

    states: tuple[State, ...]
    act: Callable[[Visit, str], Reply]


def review(visit: Visit, argument: str = "") -> Replies:
    """The command /review: the queue; with the name of a person or a group, only theirs."""
    return [opening.show_queue(visit, argument)]


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A button of reviewing. Raises `WrongMoment` for one of an earlier screen, and for a forged one."""
    reviewing = visit.notebook.coaching.reviewing
    number, verb, value = (*parts, "", "", "")[:3]
    if number == ANYTIME and verb == "open":
        return [opening.open_(visit, value)]
    if number != str(reviewing.step) or verb not in VERBS or reviewing.state not in VERBS[verb].states:
        raise WrongMoment("a button of an earlier screen")
    come_forward(visit, TALK)
    return [VERBS[verb].act(visit, value)]


def entry(visit: Visit, value: str) -> Reply:
    """An interview of the queue."""
    found = visit.notebook.coaching.reviewing.found
    return opening.open_(visit, found[place_in(len(found), (value,))])


def turn(visit: Visit, value: str) -> Reply:
    """Another page of the queue, or of the phrases."""
    reviewing = visit.notebook.coaching.reviewing
    reviewing.turned = buttons.number(value)
    step(visit, "stay")
    return screen(visit)


def blind(visit: Visit, value: str) -> Reply:
    """Whether reviews that are opened from now on begin blind."""
    reviewing = visit.notebook.coaching.reviewing
    reviewing.blind_first = not reviewing.blind_first
    step(visit, "stay")
    return screen(visit)


def page(visit: Visit, value: str) -> Reply:
    return fetch(visit, buttons.number(value))


def exchange(visit: Visit, value: str) -> Reply:
    return fetch(visit, draft_of(visit).place, buttons.number(value))


def again(visit: Visit, value: str) -> Reply:
    return fetch(visit, draft_of(visit).place)


def back(visit: Visit, value: str) -> Reply:
    """Back to what the coach came from; the page is fetched when it is not there."""
    reviewing = visit.notebook.coaching.reviewing
    step(visit, "back")
    return fetch(visit, draft_of(visit).place) if reviewing.state is S.FETCHING else screen(visit)


def to_queue(visit: Visit, value: str) -> Reply:
    return opening.show_queue(visit)


def to(trigger: str) -> Callable[[Visit, str], Reply]:
    """A step of the table that changes nothing else."""

    def act(visit: Visit, value: str) -> Reply:
        step(visit, trigger)
        return screen(visit)

    return act


def beside(visit: Visit, value: str) -> Reply:
    """The interview before or after this one in the queue."""
    key = queue.beside(visit, draft_of(visit).key, 1 if value == "1" else -1)
    return opening.open_(visit, key) if key else opening.show_queue(visit)


def leave(visit: Visit, argument: str = "") -> Replies:
    """Everything is kept as it is."""
    reviewing = visit.notebook.coaching.reviewing
    reviewing.page = None
    step_out(visit)
    return [step_back(visit, Reply(texts.KEPT_ALL))]


WORKING = (S.READING, S.RULING, S.REASON, S.ASKING, S.RATING, S.PHRASES, S.SUMMARY)
VERBS = {
    "entry": Verb((S.QUEUE,), entry),
    "blind": Verb((S.QUEUE,), blind),
    "batch": Verb((S.QUEUE,), releasing.batch),
    "turn": Verb((S.QUEUE, S.PHRASES), turn),
    "queue": Verb((S.FETCHING, *WORKING), to_queue),
    "again": Verb((S.FETCHING,), again),
    "page": Verb((S.READING,), page),
    "exchange": Verb((S.READING,), exchange),
    "rule": Verb((S.READING,), to("rule")),
    "heard": Verb((S.RULING,), lambda visit, value: judging.rule(visit, value, heard=True)),
    "unheard": Verb((S.RULING,), lambda visit, value: judging.rule(visit, value, heard=False)),
    "unruled": Verb((S.RULING,), judging.unrule),
    "confirm": Verb((S.RULING,), judging.confirm),
    "rate": Verb((S.READING, S.SUMMARY), to("rate")),
    "value": Verb((S.RATING,), judging.rate),
    "ask": Verb((S.READING,), to("ask")),
    "phrases": Verb((S.READING, S.SUMMARY), phrases.show),
    "keep": Verb((S.READING, S.SUMMARY), phrases.keep),
    "insert": Verb((S.PHRASES,), phrases.insert),
    "drop": Verb((S.PHRASES,), phrases.drop),
    "sum": Verb((S.READING, S.RULING, S.SUMMARY), to("sum_up")),
    "read": Verb((S.SUMMARY,), back),
    "back": Verb(WORKING, back),
    "uncomment": Verb((S.READING, S.SUMMARY), releasing.uncomment),
    "release": Verb((S.SUMMARY,), releasing.release),
    "finish": Verb((S.SUMMARY,), releasing.finish),
    "discard": Verb((S.SUMMARY,), releasing.discard),
    "beside": Verb((S.SUMMARY,), beside),
}
COMMANDS = commands(leave, screen)
