"""What is said in the quiz "What are they really asking?"."""

from content.model import Behavior, Level
from conversations.markup import bold

HEADING = "What are they really asking?"
WHICH_LEVEL = "An interviewer asks this to test one level. Which one?"
WHICH_BEHAVIOR = "Which of these does the interviewer listen for?"
NEXT = "Next question"
RIGHT, WRONG = "That is it.", "Not this one."
NOTHING_TO_ASK = "There are no questions to ask about here at the moment."
LETTERS = "ABCD"
CHOOSE = "Please type a letter or tap one."
NEXT_BELOW = "That one is answered. Tap Next question, or Done."


def asked(question: str, competency: str, which: str, options: list[str]) -> str:
    lines = [f"{letter}. {option}" for letter, option in zip(LETTERS, options, strict=False)]
    return f"{bold(HEADING)}\n{competency}\n\n“{question}”\n\n{which}\n" + "\n".join(lines)


def level_option(level: Level) -> str:
    return f"Level {level.number}: {level.description}"


def answered(question: str, picked: str, answer: str, why: str, *, is_right: bool) -> str:
    """What was picked, what is right, and why."""
    verdict = f"{bold(RIGHT)} {answer}" if is_right else f"{bold(WRONG)} You picked: {picked}\nIt is: {answer}"
    return f"“{question}”\n\n{verdict}\n\n{why}"


def why_level(level: Level, behaviors: list[Behavior]) -> str:
    """Why a question belongs to its level: what it gives room to show."""
    points = "\n".join(f"• {one.listens_for or one.text}" for one in behaviors)
    return f"It is a level {level.number} question. At that level an interviewer listens for:\n{points}"


def why_behavior(level: int, behavior: Behavior, picked: tuple[int, Behavior] | None) -> str:
    """``picked`` is the wrong choice with its level, None when the choice was right."""
    listens = f" In everyday words: {behavior.listens_for}." if behavior.listens_for else ""
    why = f"It is a level {level} question, and this is a level {level} behavior.{listens}"
    return why if picked is None else f"{why}\nWhat you picked belongs to level {picked[0]}."


def score(right: int, asked_count: int) -> str:
    return f"{right} of {asked_count} so far."


def left(right: int, asked_count: int) -> str:
    result = f"You got {right} of {asked_count}. " if asked_count else ""
    return f"{result}/quiz asks more whenever you like."


def no_such(words: str) -> str:
    return f"I know no competency “{words[:40]}”, so I ask about all of them."
