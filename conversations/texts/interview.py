"""What is said while an interview goes on: choosing, questions, follow-ups, hints, rating."""

from content.model import Competency, Level
from conversations.interview.record import Mode
from conversations.markup import bold, italic, quote

CHOOSE_COMPETENCY = "What would you like to practice?"
SURPRISE = "Surprise me"
HINT, SKIP, PAUSE, ADD, BACK = "Hint", "Skip", "Pause", "Add to my answer", "Back"
NEXT_QUESTION, SEE_REPORT, TRY_AGAIN, MODEL_ANSWER = (
    "Next question",
    "See the report",
    "Try this question again",
    "A model answer",
)
STAY, STOP_AND_START = "Go on with it", "Stop it and start a new one"
NO_RATING = "Skip the rating"
PRACTICE_AGAIN, READ_TRANSCRIPT = "Practice again", "Read the transcript"
NOTHING_TO_RESUME = "There is no interview to go on with."
NOTHING_TO_STOP = "There is nothing open to stop."
NOTHING_TO_RETRY = "There is no question to try again yet."
NO_QUESTION_OPEN = "There is no question open, so there is nothing to skip or to give a hint for."
NO_HINTS_IN_REAL = "In a real interview there are no hints, so I keep them for practice. Take the time you need."
NO_MORE_HINTS = "Those were all the hints I have for this question. Say what you have; a short true story is enough."
HINT_SHAPE = (
    "Pick one real situation. Say where it was, what was expected of you, what you yourself did, step by step, and "
    "what changed in the end."
)
ADD_NOW = "What would you like to add? I will put it to your answer to this:"
PAUSED = "Paused. Everything is kept; /resume brings you back to this question, today or next month."
PAUSED_ALREADY = "It is already paused. /resume brings you back."
CANCELED = "Left. Nothing is open now."
CANCELED_KEPT = "Left without a report. Your answers are kept under “unfinished” in your history."
ENDED_EMPTY = "Ended. You had not answered anything yet, so there is no report."
REFUSED = "That is fine, it happens in real interviews too. I will not ask it again."
SKIPPED = "Skipped."
RATE_YOURSELF = "How well did that answer go, in your own view, from 1 (not at all) to 5 (very well)?"
RATING_LABELS = ("1", "2", "3", "4", "5")
ADDED_TO_ANSWER = "I added that to your answer."
CHANGED_ANSWER = "I changed that in your answer."
EDIT_UNKNOWN = (
    "I saw your edit. That message is no part of an open answer, so nothing changed; the transcript of a finished "
    "interview stays as it was. /retry asks the same question again."
)
CHOOSE_BELOW = "Please choose below how to go on."
MODEL_ANSWER_AFTER = "A model answer opens once you have tried the question yourself."
NO_MODEL_ANSWER = "There is no model answer for this question yet."
FIRST_TIME = (
    "Answer as you would say it out loud. Several messages are fine, and you can add to an answer or edit it later."
)
SOFT_TIMER = "Aim for about two minutes. Follow-ups come as in a real interview; feedback waits until the report."


def level_label(level: Level) -> str:
    return f"Level {level.number}"


def choose_level(competency: Competency) -> str:
    lines = [f"{bold(f'Level {level.number}')}  {level.description}" for level in competency.levels]
    return f"{bold(competency.name)}\nWhich level should the questions have?\n\n" + "\n".join(lines)


def choose_length(competency: Competency, level: int) -> str:
    return (
        f"{bold(f'{competency.name}, level {level}')}\nHow should we do it?\n\n"
        f"{bold('Practice')}  hints if you want them, feedback after each question\n"
        f"{bold('Real')}  no hints, feedback only in the report"
    )


def length_label(mode: Mode, length: int) -> str:
    name = "Practice" if mode is Mode.PRACTICE else "Real"
    return f"{name}, {length} question{'s' if length > 1 else ''}"


def already_open(competency: str, level: int, place: str) -> str:
    return f"You have an interview open: {competency}, level {level}, {place}. It is kept. What would you like to do?"


def question(text: str, place: str, notes: list[str]) -> str:
    extra = "".join(f"\n\n{italic(note)}" for note in notes)
    return f"{place}\n\n{bold(text)}{extra}"


def probe(text: str) -> str:
    return bold(text)


def hint(text: str) -> str:
    return f"{italic('Hint.')} {text}"


def hint_behavior(listens_for: str) -> str:
    return f"An interviewer at this level listens for {listens_for}. Where did you do something like it?"


def model_answer(trade: str, text: str) -> str:
    return (
        f"{bold('Somebody else’s answer')} ({trade})\n\n{quote(text)}\n\n"
        "Borrow its shape, not its story: yours has to be true."
    )


def place(position: int, length: int, probe_number: int | None = None, probes: int | None = None) -> str:
    """Where a person is, for headers: "question 1 of 2, probe 2 of 3"."""
    where = f"question {position} of {length}"
    return where if probe_number is None else f"{where}, probe {probe_number} of {probes}"


def did_not_get_choice(text: str) -> str:
    return f"I could not match “{text[:40]}” with a choice. Please tap a button or type its number."


def wrong_practice(argument: str, competencies: list[str]) -> str:
    names = ", ".join(competencies)
    return (
        f"I did not understand “{argument[:60]}”. Type a competency ({names}), a level, and if you like practice or "
        "real and a number of questions, as in /practice crm 3 real 2. Or choose here:"
    )


def no_such_level(competency: str, levels: str) -> str:
    return f"{competency} has levels {levels}. Which one?"


def fewer_questions(available: int) -> str:
    return f"This level has {available} question{'s' if available > 1 else ''}, so that is how many I will ask."
