"""The few sentences that only a terminal says: about keys, files and coming back."""

from pathlib import Path

KEYS = (
    "Type a number to choose, or type what you would say. "
    "Enter sends, Alt-Enter starts a new line, Ctrl-C pauses, /quit leaves."
)
MORE_KEYS = (
    "In this terminal: type the number of a choice, its name, or how its name begins. To say a bare number as text, "
    'put a quotation mark first: "2. Alt-Enter starts a new line of an answer, Ctrl-C pauses the interview, Ctrl-D or '
    "/quit leaves; everything is kept."
)
LEAVE_HOW = "Press Ctrl-C once more to leave, or go on typing."
NOT_STORED = "Your last message is still in the line below: press Enter to send it again."
SOMETHING_BROKE = "Something went wrong inside the coach, and it was logged. What you sent before is stored."


def goodbye(again: str, waiting: bool) -> str:
    """``again`` is the command that starts the coach; ``waiting``: an interview is open."""
    if waiting:
        return f"Saved. Your interview is where you left it: come back with {again}."
    return f"Everything is saved. Come back with {again} whenever you like."


def file_saved(path: Path) -> str:
    return f"Saved as {path}"


def file_not_saved(reason: str) -> str:
    return f"The file could not be saved ({reason}). Nothing is lost; ask for it again once that is mended."


def files_stay(folder: Path) -> str:
    return f"The files you saved earlier are copies, and I did not touch them: {folder}"
