"""The figures of a group, or of everybody, from the coach's own index; never of fewer than five people."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from content.library import Library
from content.model import Slot
from conversations.coaching import board
from conversations.coaching.cohort.protecting import told
from conversations.coaching.cohort.record import Agreement, Completion, Figures, Missed, Weakness
from conversations.coaching.learning.agreement import NO_VERDICTS, Table
from conversations.coaching.record import Coaching, Given, Outcome, Progress, Status, counts, table_of

T = TypeVar("T")


class Standing(NamedTuple):
    """How far one person is with one assignment."""

    person: str
    group: str
    given: Given
    progress: Progress

    @property
    def outcome(self) -> Outcome | None:
        """What the latest interview came to; None when nothing of it was judged, or nothing is known."""
        known = self.progress.outcome
        return known if known and known.answers else None


class Pool(Generic[T]):
    """What a figure is made of, by group, with the people that it is about."""

    def __init__(self) -> None:
        self.values: dict[str, list[T]] = defaultdict(list)
        self.people: dict[str, set[str]] = defaultdict(set)

    def add(self, standing: Standing, value: T) -> None:
        self.values[standing.group].append(value)
        self.people[standing.group].add(standing.person)

    def told(self, group: str | None) -> list[T]:
        """All values that may be told of together; none when these would be about too few people."""
        groups = told({group: len(people) for group, people in self.people.items()}, group)
        return [value for one in sorted(groups) for value in self.values[one]]


def standings(coaching: Coaching) -> Iterator[Standing]:
    """Everybody with each assignment that they got."""
    for given in coaching.given:
        for person, progress in given.progress.items():
            if person in coaching.roster:
                yield Standing(person, coaching.roster[person].cohort, given, progress)


def figures(coaching: Coaching, library: Library, group: str | None, now: datetime) -> Figures:
    """The figures of a group by its name, or of everybody. ``now`` is aware, UTC."""
    every = [one for one in standings(coaching) if group in (None, one.group)]
    return Figures(group, completion(every, group, now), weakest(every, library, group), missed(every, group),
                   agreement(every, group))  # fmt: skip


def completion(every: Iterable[Standing], group: str | None, now: datetime) -> Completion | None:
    pool: Pool[tuple[Status, bool]] = Pool()
    for one in every:
        pool.add(one, (one.progress.status, board.is_overdue(one.given, one.progress, now)))
    values = pool.told(group)
    if not values:
        return None
    reviewed = sum(status is Status.REVIEWED for status, _ in values)
    handed_in = reviewed + sum(status is Status.SUBMITTED for status, _ in values)
    return Completion(len(values), handed_in, reviewed, sum(overdue for _, overdue in values))


def weakest(every: Iterable[Standing], library: Library, group: str | None) -> tuple[Weakness, ...]:
    pools: dict[tuple[str, int], Pool[str]] = defaultdict(Pool)
    for one in every:
        if one.outcome:
            pools[one.given.task.competency, one.given.task.level].add(one, one.outcome.behaviors)
    found = []
    for (competency, level), pool in pools.items():
        values = pool.told(group)
        shown: Counter[str] = Counter()
        for behaviors_shown, times in Counter(values).items():
            shown.update(dict.fromkeys(behaviors_shown.split(), times))
        found += [
            Weakness(behavior, library.behavior(behavior).text, level, len(values), shown[behavior])
            for behavior in behaviors(library, competency, level)
            if values
        ]
    return tuple(sorted(found, key=lambda one: one.shown / one.interviews))


def behaviors(library: Library, competency: str, level: int) -> list[str]:
    """The ids of the behaviors that a level asks for; none when the pack is gone."""
    known = library.competencies.get(competency)
    levels = [one for one in known.levels if one.number == level] if known else []
    return [behavior.id for one in levels for behavior in one.behaviors]


def missed(every: Iterable[Standing], group: str | None) -> tuple[Missed, ...]:
    pool: Pool[Outcome] = Pool()
    for one in every:
        if one.outcome:
            pool.add(one, one.outcome)
    values = pool.told(group)
    missing: Counter[str] = Counter()
    for gaps, times in Counter(one.gaps for one in values).items():
        missing.update({slot: times * count for slot, count in counts(gaps).items()})
    answers = sum(one.answers for one in values)
    found = [Missed(slot.value, answers, missing[slot.value]) for slot in Slot if missing[slot.value]]
    return tuple(sorted(found, key=lambda one: -one.missing))


def agreement(every: Iterable[Standing], group: str | None) -> Agreement | None:
    pool: Pool[str] = Pool()
    for one in every:
        if one.outcome and one.outcome.verdicts:
            pool.add(one, one.outcome.verdicts)
    table = NO_VERDICTS
    for verdicts, times in Counter(pool.told(group)).items():
        table = table.plus(Table(*(times * count for count in table_of(verdicts))))
    if not table.pairs:
        return None
    kappa = None if table.kappa is None else round(table.kappa, 2)
    return Agreement(table.pairs, table.both + table.neither, kappa)
