"""How long a coach with many candidates waits: ``python -m tests.benchmarks.board [CANDIDATES] [ASSIGNMENTS]``.

Each line is the whole way of one event, from the stored notebook through the desk to the commit: a tap or words of the
coach, or a letter of one of the candidates. Letters that an event wrote are not carried; their receivers' notebooks are
small. Where other programs run beside, what the processor works tells more than the clock; the program ends with 1 when
that is longer than 100 ms for something.
"""

import asyncio
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from bot.reception import Reception
from bot.stores.forms import encoded
from bot.stores.tinydb import TinyDBStore
from content.library import load
from conversations.coaching.learning.agreement import Table
from conversations.coaching.letters import Letter, Progressed
from conversations.coaching.record import Candidate, Given, Outcome, Progress, Scope, Status, Task
from conversations.coaching.reviewing.draft import Draft
from conversations.coaching.reviewing.record import Comment, Review
from conversations.coaching.roles import Appointed
from conversations.desk import Desk
from conversations.events import Arrived, Event, Happening, Pressed, Said
from conversations.feedback import Engine
from conversations.interview.record import Mode
from conversations.notebook import Notebook

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
COACH = "telegram-1"
MOST_SECONDS = 0.1
TIMES = 15
DEFAULTS = (2_000, 12)  # candidates, assignments
DRAFTS = 20  # reviews that are begun
SHOWN = ("crm-l1-b1", "crm-l1-b2")
STATES = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.SUBMITTED, Status.REVIEWED)


def fill(notebook: Notebook, candidates: int, assignments: int) -> None:
    """A coach of so many in eight groups; of every assignment, one person in four stands at each status."""
    coaching = notebook.coaching
    coaching.roster = {
        f"telegram-{1000 + n}": Candidate(f"Person {n}", f"group {n % 8}", Scope.ASSIGNED, NOW)
        for n in range(candidates)
    }
    for number in range(1, assignments + 1):
        task = Task(number, "crm", 1 + number % 5, Mode.PRACTICE, 2, due=NOW + timedelta(days=number - 6))
        progress = {key: standing(place // 8 % 4, number) for place, key in enumerate(coaching.roster)}
        coaching.given.append(Given(task, "everybody", NOW, progress))
    coaching.next_given = assignments + 1
    for key in list(coaching.roster)[16 : 16 + DRAFTS]:
        comments = [Comment(n, "Say what you did yourself, step by step.", 0, 0) for n in range(8)]
        review = Review(COACH, "Bea", comments=comments)
        draft = Draft(key, assignments, review, NOW, "crm", 1, assignments)
        coaching.reviewing.drafts[draft.key] = draft


def standing(state: int, interview: int) -> Progress:
    status = STATES[state]
    handed_in = (interview,) if status in (Status.SUBMITTED, Status.REVIEWED) else ()
    reviewed = handed_in if status is Status.REVIEWED else ()
    came_to = Outcome.of(interview, 2, SHOWN, {"result": 1, "reflection": 2}, Table(1, 1, 0, 2)) if handed_in else None
    return Progress(status, handed_in, NOW if state else None, reviewed, came_to)


def letters() -> Iterator[Happening]:
    """One candidate after another hands something in."""
    for number in range(1, 1_000):
        progress = Progress(Status.SUBMITTED, (number,), NOW)
        body = Progressed(1, progress)
        yield Arrived(Letter(number, f"telegram-{1000 + number}", COACH, body, NOW, f"Person {number}"), NOW)


def waits(candidates: int) -> dict[str, Callable[[], Happening]]:
    """What is timed."""
    handed_in = letters()

    def said(text: str) -> Callable[[], Happening]:
        return lambda: Said(text, NOW)

    def pressed(choice: str) -> Callable[[], Happening]:
        return lambda: Pressed(choice, NOW)

    return {
        "/board": said("/board"),
        "/board of one group": said("/board group 3"),
        "another page of the board": pressed("b:all:-:1"),
        "/cohort": said("/cohort"),
        "/cohort of one group": said("/cohort group 3"),
        "one assignment": pressed("b:one:1:-:0"),
        "page 40 of its people": pressed("b:one:1:-:39"),
        "/review": said("/review"),
        "open an interview": pressed("r:-:open:telegram-1020/12"),
        "/assign": said("/assign"),
        "a name in /assign": said(f"Person {candidates - 1}"),
        "/invites": said("/invites"),
        "/help": said("/help"),
        "a letter: somebody handed in": lambda: next(handed_in),
    }


async def measure(candidates: int, assignments: int) -> float:
    library = load()
    desk = Desk(library, Engine(library), Appointed(coaches=frozenset({COACH})))
    with tempfile.TemporaryDirectory() as folder:
        store = TinyDBStore(Path(folder))
        await store.start()
        reception = Reception(desk, store, lambda: NOW, Random(7))
        async with store.open(COACH, NOW) as notebook:
            fill(notebook, candidates, assignments)
        size = len(encoded(notebook))
        gc.collect()
        gc.freeze()  # as the program does when it starts
        print(f"{candidates:,} candidates, {assignments} assignments, a notebook of {size / 1e6:.1f} MB\n")
        print(f"{'':32}   quickest     median    slowest   processor, ms")
        slowest = 0.0
        for what, happening in waits(candidates).items():
            worked = time.process_time()
            seconds = sorted([await timed(reception, happening()) for _ in range(TIMES)])
            worked = (time.process_time() - worked) / TIMES
            median = statistics.median(seconds)
            slowest = max(slowest, worked)
            times = (seconds[0], median, seconds[-1], worked)
            print(f"{what:32}{''.join(f'{each * 1e3:11.1f}' for each in times)}")
        await reception.courier.stop()
        await store.stop()
    return slowest


async def timed(reception: Reception, happening: Happening) -> float:
    begun = time.perf_counter()
    await reception.receive(Event(COACH, happening))
    seconds = time.perf_counter() - begun
    await reception.courier.stop()
    return seconds


def main(arguments: list[str]) -> int:
    given = [int(argument) for argument in arguments]
    candidates, assignments = [*given, *DEFAULTS[len(given) :]]
    return int(asyncio.run(measure(candidates, assignments)) > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
