"""The buttons of the board: turning pages, nudging the late, giving more time, withdrawing, reading."""

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from conversations import buttons
from conversations.coaching import board, moments, transcripts
from conversations.coaching.cohort import showing
from conversations.coaching.letters import Extended, Nudged, Withdrawn
from conversations.coaching.posting import send
from conversations.coaching.record import Given
from conversations.coaching.roster import given_of
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.texts import assigning as texts
from conversations.visit import Replies, Visit

ONCE_A_DAY = timedelta(hours=20)  # so that a coach may come a little earlier on the next day
EXTENSIONS = {"1": timedelta(days=1), "7": timedelta(days=7)}


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A button of the board. Raises `WrongMoment` for one that means nothing."""
    verb, *rest = parts or ("",)
    if verb == "all":
        place, number = (*rest, "", "")[:2]
        return [board.page(visit, place, buttons.number(number))]
    if verb in ("cohort", "file"):
        place, form = (*rest, "", "")[:2]
        return [showing.screen(visit, place) if verb == "cohort" else showing.file(visit, place, form)]
    if verb == "read":
        return read(visit, tuple(rest))
    if verb not in VERBS:
        raise WrongMoment("no such button on the board")
    given = given_of(visit, buttons.number(rest[0] if rest else ""))
    if given is None:
        return [noted(texts.ASSIGNMENT_GONE, board.page(visit, board.ALL, 0))]
    return [VERBS[verb](visit, given, tuple(rest[1:]))]


def one(visit: Visit, given: Given, rest: tuple[str, ...]) -> Reply:
    place, number = (*rest, board.ALL, "")[:2] if len(rest) > 1 else (board.ALL, "")
    return board.detail(visit, given, place, buttons.number(number))


def again(visit: Visit, given: Given, note: str) -> Reply:
    """The assignment as it stands now, after a word on what was done."""
    shown = board.detail(visit, given, board.ALL, 0)
    return Reply(f"{note}\n\n{shown.text}", shown.choices, replace=True)


def nudge(visit: Visit, given: Given, rest: tuple[str, ...]) -> Reply:
    """Reminds everybody who is late, at most once a day."""
    if given.nudged is not None and visit.now - given.nudged < ONCE_A_DAY:
        return again(visit, given, texts.NUDGED_TODAY)
    people = board.late(visit, given)
    if not people:
        return again(visit, given, texts.NOBODY_LATE)
    for person in people:
        send(visit, person, Nudged(given.task.number))
    given.nudged = visit.now
    return again(visit, given, texts.nudged(len(people)))


def extend(visit: Visit, given: Given, rest: tuple[str, ...]) -> Reply:
    """More time, counted from the due date or, once that is over, from now."""
    more = EXTENSIONS.get(rest[0]) if rest else None
    if more is None or given.task.due is None:
        raise WrongMoment("no such extension")
    due = max(given.task.due, visit.now.replace(microsecond=0)) + more
    given.task = replace(given.task, due=due)
    for person in given.progress:
        send(visit, person, Extended(given.task.number, due))
    return again(visit, given, texts.extended_to(moments.shown(visit, due)))


def withdraw(visit: Visit, given: Given, rest: tuple[str, ...]) -> Reply:
    """Asks, as nothing brings it back; a second tap does it."""
    number = given.task.number
    if rest != ("yes",):
        yes = board.tap("withdraw", number, "yes", label=texts.REALLY_WITHDRAW)
        keep = board.tap("one", number, board.ALL, 0, label=texts.KEEP)
        return Reply(texts.withdraw_ask(number), ((yes,), (keep,)), replace=True)
    visit.notebook.coaching.given.remove(given)
    for person in given.progress:
        send(visit, person, Withdrawn(number))
    shown = board.page(visit, board.ALL, 0)
    return Reply(f"{texts.withdrawn_for_all(number)}\n\n{shown.text}", shown.choices, replace=True)


def read(visit: Visit, rest: tuple[str, ...]) -> Replies:
    """Asks for a transcript; the candidate's own desk decides."""
    person, number, form = (*rest, "", "", "")[:3]
    if person not in visit.notebook.coaching.roster:
        raise WrongMoment("nobody on the roster")
    return transcripts.ask(visit, person, buttons.number(number), form)


VERBS: dict[str, Callable[[Visit, Given, tuple[str, ...]], Reply]] = {
    "one": one,
    "nudge": nudge,
    "extend": extend,
    "withdraw": withdraw,
}
