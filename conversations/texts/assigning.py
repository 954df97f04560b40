"""What is said about assignments: making one, doing one, and how far everybody is."""

from content.model import Competency
from conversations.coaching.record import Draft, Progress, Status, Task
from conversations.interview.record import Mode
from conversations.markup import bold, italic, quote

START, RESUME, PRACTICE, ANOTHER_TAKE = "Start", "Go on", "Practice an interview", "Another take"
BACK, SEND, CANCEL, SKIP = "Back", "Send it", "Cancel", "No note"
ANY_NUMBER, NO_DATE = "Any number", "No due date"
EVERYBODY = "Everybody"
USE_CHOSEN = "Use the chosen ones"
NEWER, OLDER, BOARD = "Back", "More", "Board"
MODES = {Mode.PRACTICE: "Practice", Mode.REAL: "Real"}

# For the candidate

NOTHING_ASSIGNED = "Nothing is assigned to you right now. Practice on your own whenever you like."
RUNNING_ALREADY = "You are in the middle of it. Your answers so far are kept."
FINISH_FIRST = (
    "You have another interview open. It is kept as it is. Finish it or leave it with /stop, then tap Start again."
)
CONTENT_GONE = (
    "The questions of this assignment are not in this coach's content any more. Nothing was started; please tell your "
    "coach."
)


def questions_label(task: Task) -> str:
    number = len(task.questions) or task.length
    return f"{number} question{'s' if number > 1 else ''}"


def takes_label(takes: int | None) -> str:
    return "any number of takes" if takes is None else f"{takes} take{'s' if takes != 1 else ''}"


def assignment(coach: str, competency: str, task: Task, due: str, left: int | None) -> str:
    what = bold(f"{competency}, level {task.level}")
    lines = [f"{what} for {coach}: {questions_label(task)}, {task.mode.value} mode, {takes_label(left)} left"]
    lines += [f"Due {due}"] if due else []
    lines += [quote(task.note)] if task.note else []
    return "\n".join(lines)


def new_assignment(about: str) -> str:
    return f"You have a new assignment.\n\n{about}\n\nIt waits in /assignments for whenever you are ready."


def extended(coach: str, about: str) -> str:
    return f"{coach} gave you more time.\n\n{about}"


def withdrawn(coach: str, competency: str, level: int) -> str:
    return f"{coach} took an assignment back: {competency}, level {level}. There is nothing left to do for it."


def due_soon(lines: list[str], *, late: bool) -> str:
    return "\n\n".join([bold("Due soon" if late else "Due tomorrow"), *lines])


def place(number: int, about: str) -> str:
    return f"{number}. {about}"


def nudge(coach: str, about: str) -> str:
    return f"{coach} asks you to think of this one.\n\n{about}"


def start_number(place: int) -> str:
    return f"{START} {place}"


def numbered(place: int, about: str, progress: Progress) -> str:
    done = len(progress.interviews)
    state = f"{done} handed in" if done else progress.status.value
    return f"{place}. {about}\n{italic(state)}"


def open_assignments(lines: list[str], more: int) -> str:
    rest = [f"{more} more after these."] if more else []
    return "\n\n".join([bold("What is assigned to you"), *lines, *rest])


def no_takes_left(coach: str) -> str:
    return f"You have used every take of this assignment. What you handed in is with {coach}."


def begun(coach: str, note: str) -> str:
    said = f"\n{quote(note)}" if note else ""
    return f"This interview is for {coach}, who can read it once it is finished.{said}"


def handed_in(coach: str, done: int, takes: int | None) -> str:
    which = f"take {done}" if takes is None else f"take {done} of {takes}"
    return f"Handed in: {coach} can read this interview now. That was {which}."


# For the coach

NO_CANDIDATES = (
    "Nobody shares anything with you yet. /invite makes a link for the people you coach; whoever accepts it can get "
    "assignments."
)
WHO = "Who is it for? Tap a group, or type a name."
WHAT = "What should they practice?"
MODE = "In which mode?\nPractice has hints and feedback after each question. Real has neither until the report."
DUE = "When is it due? Tap one, or type a date, as in 2026-05-01, May 1 18:00, Friday."
TAKES = "How many takes may they hand in?"
NOTE = "A note for them? Type it, or go on without one."
CANCELED = "Nothing was assigned."
NOT_NOW = "You were making an assignment. Here is where we were."
TYPE_OR_TAP = "I did not get that. Please tap one of these."


def length_label(number: int) -> str:
    return f"Pick {number}"


def choose_level(competency: Competency) -> str:
    lines = [f"{bold(f'Level {level.number}')}  {level.description}" for level in competency.levels]
    return f"{bold(competency.name)}\nWhich level?\n\n" + "\n".join(lines)


def choose_questions(lines: list[str]) -> str:
    return (
        "Which questions? I can pick those that each person did least recently, or you tap the ones you want:\n\n"
        + "\n".join(lines)
    )


def question_line(place: int, text: str, chosen: bool) -> str:
    return f"{place}. {bold(text) if chosen else text}"


def question_button(place: int, chosen: bool) -> str:
    return f"{'✓ ' if chosen else ''}{place}"


def nobody_named(name: str) -> str:
    return f"Nobody who shares with you is called “{name[:40]}”. {WHO}"


def several_named(name: str) -> str:
    return f"Several people could be “{name[:40]}”. Which one?"


def cohort_label(cohort: str, size: int) -> str:
    return f"{cohort or 'No group'} ({size})"


def everybody(size: int) -> str:
    return f"{EVERYBODY} ({size})"


def bad_date(typed: str) -> str:
    return f"“{typed[:40]}” is no date that I understand, or it is over. {DUE}"


def summary(draft: Draft, competency: str, questions: list[str], due: str) -> str:
    what = "\n".join(questions) if questions else f"{draft.length} question{'s' if draft.length > 1 else ''} each"
    lines = [
        f"{bold('For')} {draft.label}, {people(len(draft.candidates))}",
        f"{bold('What')} {competency}, level {draft.level}, {draft.mode.value} mode",
        what,
        f"{bold('Due')} {due or 'at no date'}",
        f"{bold('Takes')} {takes_label(draft.takes)}",
    ]
    lines += [f"{bold('Note')}\n{quote(draft.note)}"] if draft.note else []
    return "\n".join(lines)


def people(number: int) -> str:
    return "one person" if number == 1 else f"{number} people"


def sent(number: int, size: int) -> str:
    return f"Assignment {number} is on its way to {people(size)}. /board shows how far they are."


def submitted(name: str, number: int, competency: str, level: int) -> str:
    return f"{bold(name)} handed in assignment {number} ({competency}, level {level})."


NO_ASSIGNMENT = "You have assigned nothing yet. /assign gives practice to one person or a group."
ASSIGNMENT_GONE = "That assignment is not there any more."
NOBODY_LATE = "Nobody is late with this one, so nobody was nudged."
NUDGED_TODAY = "They were nudged within the last day. Once a day is enough; nobody was nudged now."
STATES = (*(status.value for status in Status), "overdue")


def board_heading(cohort: str | None, page: int, pages: int) -> str:
    whom = f": {cohort or 'no group'}" if cohort is not None else ""
    where = f" (page {page + 1} of {pages})" if pages > 1 else ""
    return f"{bold(f'Board{whom}')}{where}"


def counts(numbers: dict[str, int]) -> str:
    """ "3 not started, 1 submitted", zeros left out."""
    return ", ".join(f"{number} {state}" for state, number in numbers.items() if number) or "nobody"


def board_line(number: int, competency: str, level: int, label: str, due: str, numbers: dict[str, int]) -> str:
    when = f", due {due}" if due else ""
    return f"{bold(f'{number}.')} {competency}, level {level}, for {label}{when}\n{counts(numbers)}"


def board_button(number: int) -> str:
    return f"Assignment {number}"


def person_line(name: str, status: str, overdue: bool, takes: int) -> str:
    handed = f", {takes} handed in" if takes > 1 else ""
    return f"{bold(name)}: {'overdue, ' if overdue else ''}{status}{handed}"


def nudge_late(number: int) -> str:
    return f"Nudge the late ({number})"


def nudged(number: int) -> str:
    return f"I reminded {people(number)}, kindly."


def extend_label(days: int) -> str:
    return "One more week" if days == 7 else f"{days} more day{'s' if days > 1 else ''}"


def extended_to(due: str) -> str:
    return f"It is due {due} now, and they are told."


WITHDRAW, REALLY_WITHDRAW, KEEP = "Withdraw it", "Yes, withdraw it", "Keep it"


def withdraw_ask(number: int) -> str:
    return f"Withdraw assignment {number}? It leaves everybody's list and your board. What was handed in stays theirs."


def withdrawn_for_all(number: int) -> str:
    return f"Assignment {number} is withdrawn."


def read_label(name: str, interview: int) -> str:
    return f"Read {name[:20]}, interview {interview}"
