"""What is said about a person's progress, in the chat and in the picture."""

from collections.abc import Iterable
from datetime import datetime

from content.model import Behavior
from conversations.interview.digest import FULL_ANSWER
from conversations.markup import bold, italic
from conversations.progress.figures import FEWEST_FOR_CALIBRATION, Calibration, LevelFigures, Mark, Trend, View
from conversations.texts.feedback import SLOTS, as_clause
from conversations.texts.records import day

HEADING = "Your progress"
NOTHING_YET = (
    "Nothing to show yet: progress begins with your first judged answer. /practice asks a question; "
    "ten minutes are enough."
)
NOTHING_HERE = "None of your judged answers belongs here yet. This is what there is:"
WHAT_COUNTS = (
    f"A point is something an interviewer at that level listens for; {FULL_ANSWER} of them make a full answer, and "
    "touching on one counts half."
)
PICTURE, IN_LIGHT, IN_DARK = "As a picture", "In light colors", "In dark colors"
BACK_TO_ALL, SURPRISE = "All of my progress", "Practice where I am weakest"
_TRENDS = {Trend.UP: "rising", Trend.STEADY: "steady", Trend.DOWN: "falling", Trend.UNKNOWN: ""}


def points(score: float) -> str:
    """A score of 0 to 1 in halves of points: "1½"."""
    whole, half = divmod(round(2 * FULL_ANSWER * score), 2)
    return f"{whole or ''}{'½' if half else ''}" or "0"


def counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def heading(answers: int, interviews: int, last: datetime) -> str:
    return (
        f"{bold(HEADING)}\n{counted(answers, 'judged answer')} in {counted(interviews, 'interview')}, "
        f"the latest on {day(last)}."
    )


def competency(name: str, levels: Iterable[LevelFigures]) -> str:
    """One competency in the overview, a line for each level that there is something to tell of."""
    lines = [f"Level {level.number}: {brief(level)}" for level in levels if level.is_known]
    return "\n".join([bold(name), *lines])


def brief(level: LevelFigures) -> str:
    parts = [shown(level), latest(level), _TRENDS[level.trend]]
    return ", ".join(part for part in parts if part)


def shown(level: LevelFigures) -> str:
    return f"{level.shown} of {counted(len(level.marks), 'point')} shown"


def latest(level: LevelFigures) -> str:
    return f"latest answer {points(level.scores[-1])} of {FULL_ANSWER}" if level.scores else ""


def calibrated(found: Calibration) -> str:
    """Own ratings against the report's view; "" when there are none."""
    own, report = f"{found.own:.1f}", f"{found.report:.1f}"
    match found.view:
        case View.UNKNOWN:
            missing = FEWEST_FOR_CALIBRATION - found.answers
            return f"Rate {counted(missing, 'more answer')}, and I can say how your ratings compare with the reports."
        case View.SAME:
            return f"You see your answers much as the reports do: {own} of 5 on average, the reports {report}."
        case View.HIGHER:
            return (
                f"You rate your answers {own} of 5 on average, the reports come to {report}. What you did may well be "
                "there; say more of it out loud."
            )
        case View.LOWER:
            return (
                f"You rate your answers {own} of 5 on average, the reports come to {report}. More comes across than "
                "you think."
            )


def ratings(found: Calibration) -> str:
    return f"{bold('Your own ratings')}\n{calibrated(found)}"


def competency_page(name: str, levels: Iterable[LevelFigures]) -> str:
    lines = [bold(name)]
    untried: list[str] = []
    for level in levels:
        if level.is_known:
            lines.append(f"{bold(f'Level {level.number}')}\n{details(level)}")
        else:
            untried.append(str(level.number))
    if untried:
        lines.append(f"Not practiced yet: level{'s' if len(untried) > 1 else ''} {listed(untried)}.")
    return "\n\n".join(lines)


def details(level: LevelFigures) -> str:
    """Everything about a level but its behaviors, a line each."""
    lines = [f"{shown(level)}."]
    if level.scores:
        best = max(level.scores)
        lines.append(f"Points in an answer: latest {points(level.scores[-1])}, best {points(best)} of {FULL_ANSWER}.")
        lines.append(course(level))
        lines.append(weakest(level))
    elif level.is_known:
        lines.append("All of it in answers to questions of other levels; this one is not practiced yet.")
    return "\n".join(line for line in lines if line)


def course(level: LevelFigures) -> str:
    answers = counted(len(level.scores), "answer")
    trend = _TRENDS[level.trend]
    return f"{answers}, {trend} lately." if trend else f"{answers}; a few more will show a trend."


def weakest(level: LevelFigures) -> str:
    slot = level.weakest
    if slot is None:
        return "No part of an answer was missing." if level.scores else ""
    return f"Most often missing: {SLOTS[slot]}, in {level.missing[slot]} of {len(level.scores)}."


def level_page(name: str, level: LevelFigures, behaviors: Iterable[Behavior]) -> str:
    """One level with all its behaviors, numbered as in the picture."""
    heading = f"{bold(f'{name}, level {level.number}')}\n{details(level)}"
    rated = ratings(level.calibration) if level.calibration.answers else ""
    lines = [
        f"{number}. {mark(level.marks[behavior.id])}: {as_clause(behavior)}"
        for number, behavior in enumerate(behaviors, start=1)
    ]
    return "\n\n".join(part for part in (heading, rated, "\n".join(lines)) if part)


def mark(found: Mark) -> str:
    """Whether a behavior was shown, in a sign and words."""
    if found.shown:
        return f"✓ {bold('shown' if found.shown == 1 else f'shown {found.shown} times')}"
    return f"½ {bold('touched on')}" if found.touched else f"○ {bold('not yet')}"


def level_label(number: int) -> str:
    return f"Level {number}"


def practice(number: int) -> str:
    return f"Practice level {number}"


def gone(answers: int) -> str:
    """Said of answers at levels that no pack holds any more."""
    belong = "belongs" if answers == 1 else "belong"
    return italic(f"{counted(answers, 'answer')} more {belong} to content that is no longer here.")


def no_such(words: str) -> str:
    return f"I know no competency “{words[:40]}”. Here is all there is:"


def listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


# The picture

CAPTION = (
    f"{bold(HEADING)}\nEach row is a level, each square one point that an interviewer listens for. The page of a level "
    "names them by their numbers."
)
LEGEND = (((0, 0), "not yet"), ((0, 1), "touched on"), ((1, 0), "shown once"), ((3, 0), "times shown"))
MOST_SAID = "9+"  # in a square; ten times is often enough
TREND = "Points in an answer, the latest five averaged"


def square(shown: int, touched: int) -> str:
    """What stands in a square of the heat map."""
    if shown:
        return str(shown) if shown < 10 else MOST_SAID
    return "½" if touched else ""


def span(first: datetime, last: datetime) -> str:
    return day(first) if day(first) == day(last) else f"{day(first)} to {day(last)}"


def left_out(count: int) -> str:
    return f"and {count} more {'competency' if count == 1 else 'competencies'}, each with a picture of its own"
