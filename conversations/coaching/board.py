"""The command /board: how far everybody is, per assignment and per person, from the coach's own index."""

from datetime import datetime
from itertools import islice

from conversations import buttons
from conversations.coaching import moments, roster
from conversations.coaching.record import Given, Progress, Status
from conversations.history import name_of
from conversations.replies import Choice, Reply
from conversations.texts import assigning as texts
from conversations.texts import cohort as cohort_texts
from conversations.visit import Replies, Visit

PAGE = 5  # assignments, or people, on a page
PEOPLE = 10
COHORTS_SHOWN = 6
LATE = frozenset({Status.NOT_STARTED, Status.IN_PROGRESS})
ALL = "-"


def board(visit: Visit, argument: str = "") -> Replies:
    """The command /board, with the name of a group if only that one is wanted."""
    cohorts = roster.cohorts(visit)
    wanted = argument.strip().lower()
    place = next((str(place) for place, one in enumerate(cohorts) if wanted and one.lower() == wanted), ALL)
    return [page(visit, place, 0)]


def tap(*parts: object, label: str) -> Choice:
    return buttons.button(buttons.BOARD, *parts, label=label)


def page(visit: Visit, place: str, number: int) -> Reply:
    """One page of the assignments, latest first. ``place`` is that of a group, or `ALL`."""
    given = visit.notebook.coaching.given[::-1]
    if not given:
        return Reply(texts.NO_ASSIGNMENT, replace=True)
    cohort = cohort_at(visit, place)
    pages = -(-len(given) // PAGE)
    number = min(number, pages - 1)
    chosen = given[number * PAGE : (number + 1) * PAGE]
    lines = [texts.board_heading(cohort, number, pages), *(line(visit, one, cohort) for one in chosen)]
    details = tuple(tap("one", one.task.number, place, 0, label=texts.board_button(one.task.number)) for one in chosen)
    whole = (tap("cohort", place, label=cohort_texts.COHORT),)
    rows = (details[:3], details[3:], turns(("all", place), number, pages), groups(visit, place), whole)
    return Reply("\n\n".join(lines), tuple(row for row in rows if row), replace=True)


def cohort_at(visit: Visit, place: str) -> str | None:
    """The group that a button names; None for everybody."""
    cohorts = roster.cohorts(visit)
    return cohorts[int(place)] if place.isdecimal() and len(place) < 6 and int(place) < len(cohorts) else None


def groups(visit: Visit, place: str, verb: str = "all") -> tuple[Choice, ...]:
    """The buttons of the other groups; ``verb`` is what they show of them."""
    cohorts = roster.cohorts(visit)
    if len(cohorts) < 2:
        return ()
    everybody = () if place == ALL else (tap(verb, ALL, 0, label=texts.EVERYBODY),)
    others = [
        tap(verb, at, 0, label=one or texts.cohort_label("", 0).split(" (")[0])
        for at, one in enumerate(cohorts)
        if str(at) != place
    ]
    return (*everybody, *others[:COHORTS_SHOWN])


def turns(before: tuple[object, ...], number: int, pages: int) -> tuple[Choice, ...]:
    newer = (tap(*before, number - 1, label=texts.NEWER),) if number else ()
    older = (tap(*before, number + 1, label=texts.OLDER),) if number + 1 < pages else ()
    return (*newer, *older)


def line(visit: Visit, given: Given, cohort: str | None) -> str:
    task = given.task
    due = moments.shown(visit, task.due) if task.due else ""
    numbers = counts(visit, given, cohort)
    return texts.board_line(task.number, name_of(visit, task.competency), task.level, given.label, due, numbers)


def is_overdue(given: Given, progress: Progress, now: datetime) -> bool:
    return given.task.due is not None and given.task.due < now and progress.status in LATE


def members(visit: Visit, given: Given, cohort: str | None) -> list[str]:
    """Whom it was given to, within a group if one is wanted."""
    people = visit.notebook.coaching.roster
    return [key for key in given.progress if key in people and (cohort is None or people[key].cohort == cohort)]


def counts(visit: Visit, given: Given, cohort: str | None) -> dict[str, int]:
    """How many stand where; an overdue one counts as overdue alone."""
    numbers = dict.fromkeys(texts.STATES, 0)
    for key in members(visit, given, cohort):
        progress = given.progress[key]
        numbers["overdue" if is_overdue(given, progress, visit.now) else progress.status.value] += 1
    return numbers


def detail(visit: Visit, given: Given, place: str, number: int) -> Reply:
    """One assignment and the people on it, the late ones first, with what can be done about it."""
    cohort = cohort_at(visit, place)
    order = list(Status)
    people = members(visit, given, cohort)
    people.sort(
        key=lambda key: (
            not is_overdue(given, given.progress[key], visit.now),
            order.index(given.progress[key].status),
        )
    )
    pages = max(1, -(-len(people) // PEOPLE))
    number = max(0, min(number, pages - 1))
    chosen = list(islice(people, number * PEOPLE, (number + 1) * PEOPLE))
    lines = [line(visit, given, cohort), *(person_line(visit, given, key) for key in chosen)]
    turn = turns(("one", given.task.number, place), number, pages)
    rows = (*readable(visit, given, chosen), turn, *care(visit, given), (tap("all", place, 0, label=texts.BOARD),))
    return Reply("\n".join(lines), tuple(row for row in rows if row), replace=True)


def person_line(visit: Visit, given: Given, key: str) -> str:
    progress = given.progress[key]
    overdue = is_overdue(given, progress, visit.now)
    name = visit.notebook.coaching.roster[key].name
    return texts.person_line(name, progress.status.value, overdue, len(progress.interviews))


def readable(visit: Visit, given: Given, people: list[str]) -> tuple[tuple[Choice, ...], ...]:
    """A button for the latest interview of everybody on the page who handed one in."""
    done = [(key, given.progress[key].interviews[-1]) for key in people if given.progress[key].interviews]
    names = visit.notebook.coaching.roster
    return tuple(
        (tap("read", key, interview, label=texts.read_label(names[key].name, interview)),) for key, interview in done
    )


def late(visit: Visit, given: Given) -> list[str]:
    """Those whom a nudge is for: everybody who handed nothing in, once it is due; before that nobody."""
    return [key for key in members(visit, given, None) if is_overdue(given, given.progress[key], visit.now)]


def care(visit: Visit, given: Given) -> tuple[tuple[Choice, ...], ...]:
    number, waiting = given.task.number, len(late(visit, given))
    nudge = ((tap("nudge", number, label=texts.nudge_late(waiting)),),) if waiting else ()
    extend = (
        tuple(tap("extend", number, days, label=texts.extend_label(days)) for days in (1, 7)) if given.task.due else ()
    )
    return (*nudge, extend, (tap("withdraw", number, label=texts.WITHDRAW),))
