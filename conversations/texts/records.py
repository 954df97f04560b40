"""What is said about what is stored: history, transcripts, settings, privacy, export, deletion."""

from datetime import datetime

from conversations.markup import bold, code, quote

NO_HISTORY = "No finished interview yet. /practice starts the first; a short one takes about ten minutes."
UNFINISHED = "Unfinished"
NEWER, OLDER = "Newer", "Older"
AS_HTML, AS_PDF, AS_MARKDOWN, AS_JSON = "As a web page", "As a PDF", "As Markdown", "As JSON"
WHICH_TRANSCRIPT = "Which interview would you like to read? Type its number, as in /transcript 3, or tap one."
TRANSCRIPT_FILES = {
    "html": "Here is the transcript. It opens in any browser and prints well.",
    "pdf": "Here is the transcript, ready to print.",
    "md": "Here is the transcript as Markdown, a text that any editor opens.",
    "json": "Here is the transcript as JSON, for other programs.",
}
EXPORT_FILE = "Here is everything that is stored about you."
FORGET_WORD = "DELETE"
FORGET_ASK = (
    "This deletes everything that is stored about you: every interview, answer, report and setting. It cannot be "
    "undone, and /export beforehand gives you a copy. An operator's backups keep older copies until they expire, and "
    "the operator's log keeps one line: your number, and that it was deleted.\n\n"
    f"To go through with it, type {code(FORGET_WORD)}. Anything else keeps everything."
)
FORGET_KEPT = "Nothing was deleted. Everything is where it was."
FORGET_DONE = (
    "Everything about you was deleted. If you ever come back, /start begins anew. All the best for your interviews."
)
KEEP = "Keep everything"
SETTINGS = f"{bold('Settings')}\nThey count from your next interview on."
PRIVACY = (
    f"{bold('What is stored about you')}\n"
    "Your first name as it was shown to me, your answers word for word with their times, hints and ratings, the "
    "feedback on them, the stories you keep of them, what coaches wrote about them and you wrote back, your flashcards "
    "with how well you knew each, your plan, and your settings. Nothing else.\n\n"
    f"{bold('Where')}\n"
    "On the machine of whoever runs this coach. No language model and no outside service reads your answers; they "
    "reach me through the messenger you use.\n\n"
    f"{bold('Who can see it')}\n"
    "You, the operator of that machine, and a coach as far as you share with one. /export gives you all of it, /forget "
    "deletes all of it."
)


def how_long(days: int | None) -> str:
    """``days`` is how long people are kept who are not seen any more, None for ever."""
    kept = (
        f"After {days} days without a word from you everything is deleted; I write to you first."
        if days
        else ("Until you delete it.")
    )
    return f"{bold('For how long')}\n{kept}"


def retention_warning(days: int, end: datetime) -> str:
    return (
        f"You have not been here for a while. After {days} days without a word from you, I delete everything that is "
        f"stored about you: on {day(end)}.\n\n"
        "To keep it, write anything to me or tap the button before then. /export gives you a copy."
    )


def retention_done(days: int) -> str:
    return (
        f"You were not here for {days} days, so everything that was stored about you is deleted now, as I wrote to you "
        "before. If you ever come back, /start begins anew. All the best for your interviews."
    )


def day(moment: datetime) -> str:
    return f"{moment:%b} {moment.day}, {moment.year}"


def history_heading(page: int, pages: int) -> str:
    return bold("Your interviews") + (f" (page {page} of {pages})" if pages > 1 else "")


def history_line(
    number: int, competency: str, level: int, mode: str, finished: datetime, points: int, questions: int, reviews: int
) -> str:
    asked = f"{questions} question{'s' if questions != 1 else ''}"
    came = f"{points} point{'s' if points != 1 else ''} came across"
    read = ", reviewed" if reviews else ""
    return f"{bold(f'{number}.')} {competency}, level {level}, {mode}, {day(finished)}: {asked}, {came}{read}"


def unfinished_line(number: int, competency: str, level: int, when: datetime, open_now: bool) -> str:
    state = "open, /resume goes on with it" if open_now else f"left on {day(when)}"
    return f"{bold(f'{number}.')} {competency}, level {level}: {state}"


def no_such_transcript(number: str) -> str:
    return f"There is no finished interview {number[:12]}. /history lists them."


def transcript_heading(number: int, competency: str, level: int, mode: str, when: datetime) -> str:
    return bold(f"Interview {number}: {competency}, level {level}, {mode}, {day(when)}")


def attempt(place: int, number: int) -> str:
    return bold(f"Question {place}") + (f", attempt {number}" if number > 1 else "")


def said(prompt: str, words: str, hints: int, edited: bool, asked_by: str) -> str:
    """``asked_by`` names the coach who asked afterwards, "" for the interview's own question."""
    notes = [f"{hints} hint{'s' if hints > 1 else ''} taken"] if hints else []
    notes += ["edited"] if edited else []
    extra = f" ({', '.join(notes)})" if notes else ""
    coach = f"{asked_by} asked afterwards: " if asked_by else ""
    return f"{coach}{bold(prompt)}{extra}\n{quote(words) if words else 'No answer.'}"


def setting(name: str, value: str) -> str:
    return f"{name}: {value}"


ADAPTIVE = setting("Follow-ups", "only what my answer leaves out")
ALL_PROBES = setting("Follow-ups", "all of them")
RATING_ON = setting("Self-rating", "on")
RATING_OFF = setting("Self-rating", "off")
EXPORT, FORGET = "Export everything", "Delete everything"
