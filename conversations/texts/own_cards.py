"""What is said while a person writes, changes, deletes and imports their own cards."""

from conversations.markup import bold, code, quote

DECK_TITLE = "My own cards"
DECK_SOURCE = "written by you"
LONGEST_FRONT, LONGEST_BACK, MOST_CARDS = 500, 2000, 1000
ADD, ANOTHER, IMPORT, STUDY = "Add a card", "Add another", "Import cards", "Go through my cards"
CHANGE_FRONT, CHANGE_BACK, DELETE = "Change the question", "Change the answer", "Delete it"
YES_DELETE, KEEP, CANCEL, DONE, LIST = "Yes, delete it", "Keep it", "Cancel", "Done", "My own cards"
NEWER, OLDER = "Newer", "Older"
ASK_FRONT = (
    "What should the card ask? Type the question, as in “What is churn?”. Both sides in one go work too: the question "
    "on the first line, the answer below it."
)
EMPTY = "You have no cards of your own yet. A question that you stumbled over in an interview makes a good first one."
SAVED, DELETED, KEPT = "Saved.", "Deleted.", "Nothing was deleted."
CHANGED = "Changed. Its schedule stays as it was."
NOT_WRITTEN = "Left. Cards that you saved are kept."
TWICE = "You have this card already, so I did not store it twice."
FULL = (
    f"You have {MOST_CARDS} cards of your own, which is as many as I keep. /mycards is where you can delete some; "
    "nothing was lost."
)
SEND_MORE = "Send more, or tap Done."
NO_FILE_NOW = "I did not take that file: no import is open. /mycards has a button for it."
GONE = "That card was deleted. Here are the others."
CONFIRM_BELOW = "Please choose below; nothing was deleted."
ASK_IMPORT = (
    "Send me cards as a table: a CSV or text file, or lines pasted here. Each row holds a question and its answer:\n"
    f"{code('What is churn?,Customers who leave')}\n"
    "Tabs and semicolons work too. Send as often as you like, and tap Done when you are through."
)
NOT_TEXT = "I could not read that file as text, so nothing was added. Save it as CSV (UTF-8) and send it once more."
NO_CARDS_IN_IT = (
    "I found no cards in that, so nothing was added. Each row needs a question and an answer, with a comma, a "
    "semicolon or a tab between them."
)


def ask_back(front: str) -> str:
    return f"{bold(front)}\n\nAnd the answer? For a list, put each item on its own line."


def ask_new_front(front: str) -> str:
    return f"The question reads now:\n{quote(front)}\nType the new one."


def ask_new_back(front: str, back: str) -> str:
    return f"{bold(front)}\nThe answer reads now:\n{quote(back)}\nType the new one."


def ask_delete(front: str) -> str:
    return f"Delete this card and what you remember of it?\n{quote(front)}"


def card(front: str, back: str) -> str:
    return f"{bold(front)}\n{back}"


def heading(count: int, page: int, pages: int) -> str:
    where = f" (page {page} of {pages})" if pages > 1 else ""
    return bold(f"My own cards: {count}{where}")


def line(place: int, front: str) -> str:
    return f"{place}. {front}"


def too_long(what: str, length: int, longest: int) -> str:
    return (
        f"That {what} has {length} characters, and a card takes {longest}. It is not stored; please send a shorter one."
    )


def imported(added: int, doubled: int, faulty: list[int], too_long: int, cut: int) -> str:
    """What an import did. ``faulty`` are numbers of rows, ``cut`` the cards beyond what is kept."""
    lines = [f"Added {added} {'card' if added == 1 else 'cards'}."]
    if doubled:
        lines.append(f"{doubled} {'was' if doubled == 1 else 'were'} there already.")
    if faulty:
        rows = ", ".join(map(str, faulty[:10])) + (" and more" if len(faulty) > 10 else "")
        lines.append(f"Left out, because a question or an answer is missing: row {rows}.")
    if too_long:
        lines.append(f"Left out as too long for a card: {too_long}.")
    if cut:
        lines.append(f"{cut} more would not fit: I keep {MOST_CARDS}.")
    return " ".join([*lines, SEND_MORE])
