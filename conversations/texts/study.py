"""What is said in a sitting with flashcards, and what all study conversations say alike."""

from datetime import date

from content.model import Card, Deck
from conversations.feedback import Recall
from conversations.markup import bold, italic
from conversations.study.standing import NEW_A_DAY, Standing

RESUME, DONE = "Back to the interview", "Done"
INTERVIEW_WAITS = "Your interview waits where you left it: /resume"
INTERVIEW_PAUSED = "Your interview is paused meanwhile; /resume takes you back."
NOT_HERE = "That belongs to an interview. Here is where we are now."

CHOOSE_DECK = "Which cards would you like to go through?"
NOTHING_DUE = "Nothing is due for review today. A deck with new cards is a good next step."
SHOW, UNDO, BURY, SUSPEND, NEXT_CARD = "Show the answer", "Undo", "Bury until tomorrow", "Suspend", "Next card"
DECKS, BACK_TO_DECK, ADD_CARD, OWN_CARDS = "All decks", "Back to the deck", "Add a card of my own", "Edit my cards"
AS_CSV, AS_ANKI = "Export as CSV", "Export for Anki"
TYPE_OR_SHOW = "Type what you remember, in your own words, or have a look."
TAP_BELOW = "Please tap a button below."
RATE_WITH_A_NUMBER = "Please rate how well you knew it: type a number from 1 to 5, or tap one."
ADDED = "I added that to what you remembered."
CARD_GONE = "This card is no longer there. What you rated before is kept."
BURIED = "Buried until tomorrow."
SUSPENDED_NOTE = "Suspended. It comes back when you unsuspend it on its deck’s page."
UNSUSPENDED = "Unsuspended. It is asked again when it is due."
UNDONE = "Undone. The card is as it was before."
PUT_LAST = "I put it last."
ONLY_CARD = "It is the only card left."
FOUND_IT, NOT_FOUND = "I found it in your words.", "I did not find it in your words."
LEFT = "Your cards are put away. Every rating is kept; /cards takes them out again."
CSV_FILE = "Here is the deck as a table. Any spreadsheet opens it."
ANKI_FILE = "Here is the deck for Anki. Open the file with Anki, on a computer or a phone, and it is there."
HEADER = "flashcards"
DONE_HEADING = "Done for now"


def deck_label(deck: Deck, found: Standing) -> str:
    waiting = found.due + found.fresh
    return f"{deck.title} ({waiting})" if waiting else deck.title


def deck_line(deck: Deck, found: Standing) -> str:
    return f"{bold(deck.title)}  {standing(found)}"


def standing(found: Standing) -> str:
    """How a deck stands, in words: "3 due, 5 new, 2 of 12 mastered, 1 suspended"."""
    parts = [f"{found.due} due" if found.due else "", f"{found.fresh} new" if found.fresh else ""]
    parts += [f"{found.mastered} of {found.total} mastered", f"{found.suspended} suspended" if found.suspended else ""]
    return ", ".join(part for part in parts if part)


def study_due(count: int) -> str:
    return f"Review what is due ({count})"


def study_deck(due: int, new: int) -> str:
    parts = [f"{due} due" if due else "", f"{new} new" if new else ""]
    return f"Start: {' and '.join(part for part in parts if part)}"


def suspended_label(count: int) -> str:
    return f"Suspended cards ({count})"


def study_more(count: int) -> str:
    return f"Meet {count} more new {'card' if count == 1 else 'cards'} today"


def deck_page(deck: Deck, found: Standing, new_left: int) -> str:
    lines = [bold(deck.title), standing(found), italic(f"Source: {deck.source}")]
    if found.fresh and not new_left:
        lines.append(f"You met {NEW_A_DAY} new cards today. More tomorrow keeps them from piling up, but you decide.")
    elif not found.due and not found.fresh:
        lines.append("Nothing to do here today.")
    return "\n".join(lines)


def no_such_deck(words: str) -> str:
    return f"I could not match “{words[:40]}” with one deck. Please choose below."


def suspended_page(deck: str) -> str:
    return f"{bold(f'Suspended cards: {deck}')}\nTap a card to have it asked again."


def place(deck: str, left: int) -> str:
    return f"{deck}, {left} {'card' if left == 1 else 'cards'} left"


def front(card: Card, deck: str, left: int) -> str:
    return f"{place(deck, left)}\n\n{bold(card.front)}\n\n{italic(TYPE_OR_SHOW)}"


def back(card: Card, recall: Recall | None, rating_question: str) -> str:
    """The answer, with what was recalled marked in it; ``recall`` is None when the person only looked."""
    parts = [bold(card.front), items(card, recall), score(card, recall), card.note, bold(rating_question)]
    return "\n\n".join(part for part in parts if part)


def items(card: Card, recall: Recall | None) -> str:
    lines = []
    for number, item in enumerate(card.items, start=1):
        mark = "" if recall is None else ("✓ " if number in recall.recalled else "✗ ")
        lines.append(f"{mark}{numeral(card, number)}{item.text}")
        if item.detail:
            lines.append(item.detail)
    return "\n".join(lines)


def numeral(card: Card, number: int) -> str:
    """How the source marks its items, before an item: "3. ", "c. ", "• ", or nothing before a single one."""
    if len(card.items) == 1:
        return ""
    if card.numbering == "a" and number <= 26:
        return f"{chr(ord('a') + number - 1)}. "
    return "• " if card.numbering == "-" else f"{number}. "


def score(card: Card, recall: Recall | None) -> str:
    if recall is None:
        return ""
    if len(card.items) == 1:
        found = FOUND_IT if recall.recalled else NOT_FOUND
    else:
        found = f"You named {len(recall.recalled)} of {len(card.items)}."
    if not recall.wrong:
        return found
    return f"{found} Not part of the answer: " + ", ".join(f"“{words[:60]}”" for words in recall.wrong) + "."


def rating_label(rating: int, label: str, when: str) -> str:
    return f"{rating} {label} · {when}" if label else f"{rating} · {when}"


def day(when: date, today: date) -> str:
    """ "today", "tomorrow", "Mar 9", and the year when it is another one."""
    if when <= today:
        return "today"
    if (when - today).days == 1:
        return "tomorrow"
    return f"{when:%b} {when.day}" + (f", {when.year}" if when.year != today.year else "")


def rated(when: str) -> str:
    return f"Back {when}." if when in ("today", "tomorrow") else f"Back on {when}."


def done(rated_count: int, missed: int, next_due: str) -> str:
    lines = [bold(DONE_HEADING), f"You rated {rated_count} {'card' if rated_count == 1 else 'cards'}."]
    if missed:
        lines.append(f"{missed} of them did not come to you yet. Once more now helps them stick.")
    if next_due:
        lines.append(f"The next card is due {next_due if next_due in ('today', 'tomorrow') else 'on ' + next_due}.")
    return "\n".join(lines)


def once_more(missed: int) -> str:
    return "Once more: the one I missed" if missed == 1 else f"Once more: the {missed} I missed"


def excerpt(words: str, longest: int = 40) -> str:
    """The beginning of a question, for a button."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
