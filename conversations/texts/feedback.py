"""What feedback and reports say: what landed (quoted), at most two gaps, the level, one next step."""

from content.model import Behavior, Slot
from conversations.interview.digest import Digest, NextStep
from conversations.markup import bold, italic, quote

LONGEST_QUOTE = 220  # characters; a phone shows this in four or five lines

_REASONS = {
    "too-short": "That was too short for me to judge. Two or three sentences about one real situation are enough.",
    "pasted": "That is mostly the question or the description of the behavior in its own words. Tell me what you did.",
    "gibberish": "I could not read that as an answer, so I did not judge it.",
    "other-language": "I can only judge answers in English, so I did not judge this one. It is stored as you wrote it.",
    "stuffed": "I heard many big words and no act of yours. What did you do, on one particular day?",
    "refused": "You had no answer for this one, so there is nothing to judge. Any true story will do, however small.",
    "empty": "There are no words here to judge.",
}
_NOT_JUDGED = "I could not judge this answer. It is stored as you wrote it."

SLOTS = {
    Slot.SITUATION: "the situation",
    Slot.TASK: "what was expected of you",
    Slot.ACTION: "what you did",
    Slot.RESULT: "how it turned out",
    Slot.REASON: "why you did it that way",
    Slot.REFLECTION: "what you learned",
}

_NEXT_STEPS = {
    NextStep.RESULT: "end with what changed: a number, a reaction, a before and an after.",
    NextStep.OWN_PART: "say “I” where it was you. An interviewer hires you, not your team.",
    NextStep.SITUATION: "open with one sentence on where this was and what was going on.",
    NextStep.ACTION: "tell one real occasion and what you yourself did, step by step.",
    NextStep.SPECIFICS: "add one detail that only you can know: a number, a name, a tool.",
    NextStep.DEEPEN: "stay longer with the first point above: what exactly did you do, and what came of it?",
    NextStep.NEXT_LEVEL: "try the question one level higher, or keep this story and practice another.",
}


def reason(code: str | None) -> str:
    """Why an answer was not judged."""
    return _REASONS.get(code or "", _NOT_JUDGED)


def excerpt(words: str) -> str:
    """A quotation of bearable length, cut at a word."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def feedback(found: Digest) -> str:
    """Feedback on one judged question."""
    parts = [landed(found), gaps(found), level(found), next_step(found)]
    return "\n\n".join(part for part in parts if part)


def landed(found: Digest) -> str:
    if not found.landed:
        return f"{bold('What came across')}\nNothing yet that an interviewer at this level listens for."
    lines = [f"{quote(excerpt(one.quote))}\n{sentence(one.behavior.text)}" for one in found.landed]
    return f"{bold('What came across')}\n" + "\n".join(lines)


def gaps(found: Digest) -> str:
    if not found.gaps:
        return ""
    lines = [f"• {expected(one.behavior)}{touched(one.quote)}" for one in found.gaps]
    return f"{bold('Not there yet')}\n" + "\n".join(lines)


def touched(words: str) -> str:
    return f" You touched on it: “{excerpt(words)}”" if words else ""


def level(found: Digest) -> str:
    if found.reads_like is None:
        return ""
    line = f"This reads like level {found.reads_like}."
    if found.next_level:
        number, behavior = found.next_level
        line += f" A level {number} answer would add {as_clause(behavior)}."
    return line


def next_step(found: Digest) -> str:
    return f"{bold('Next time')}, {_NEXT_STEPS[found.next_step]}"


def expected(behavior: Behavior) -> str:
    return sentence(behavior.listens_for or behavior.text)


def as_clause(behavior: Behavior) -> str:
    """What an interviewer listens for, to stand within a sentence."""
    words = (behavior.listens_for or behavior.text).rstrip(".")
    return words[0].lower() + words[1:]


def sentence(words: str) -> str:
    words = words.strip()
    return words[0].upper() + words[1:] + ("" if words.endswith((".", "?")) else ".")


def passed_over(slots: list[Slot]) -> str:
    if not slots:
        return ""
    named = " and ".join(dict.fromkeys(SLOTS[slot] for slot in slots))
    return italic(f"I left out the follow-up about {named}: your answer had covered it.")


def compared(gained: list[Behavior], lost: list[Behavior], attempt: int) -> str:
    """How a further attempt differs from the one before."""
    heading = bold(f"Attempt {attempt} against the one before")
    if not gained and not lost:
        return f"{heading}\nThe same points came across as last time."
    lines = [f"+ {expected(behavior)}" for behavior in gained] + [f"− {expected(behavior)}" for behavior in lost]
    return f"{heading}\n" + "\n".join(lines)


def report_heading(competency: str, level_number: int) -> str:
    return bold(f"Report: {competency}, level {level_number}")


def report_question(place: int, text: str, attempt: int) -> str:
    again = f" (attempt {attempt})" if attempt > 1 else ""
    return f"{bold(f'{place}.')} {text}{again}"


def report_brief(shown: int, quotes: list[str]) -> str:
    """One question in the report of a practice interview, whose feedback was already read."""
    if not shown:
        return "Nothing at this level came across yet."
    points = "1 point" if shown == 1 else f"{shown} points"
    return f"{points} came across: " + "; ".join(f"“{excerpt(words)}”" for words in quotes)


def report_rating(own: int) -> str:
    return f"Your own rating: {own} of 5."


def took(minutes: int, seconds: int) -> str:
    return f"Your first answer took {minutes}:{seconds:02d} minutes. Aim for about two."


REPORT_SKIPPED = "Skipped."
REPORT_NOT_ANSWERED = "Not answered."
REPORT_NOTHING = "You answered no question this time, so there is nothing to judge. That is no harm done."
