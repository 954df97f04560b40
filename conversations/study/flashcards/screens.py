"""The one screen of each state of a sitting with flashcards."""

from collections.abc import Callable

from content.model import Card, Deck
from conversations import buttons
from conversations.replies import Choice, Reply
from conversations.study import decks as shelf
from conversations.study.bearings import tap
from conversations.study.days import days_of
from conversations.study.flashcards.machine import State
from conversations.study.plan.way import to_today
from conversations.study.record import Memory
from conversations.study.scheduling import next_memories
from conversations.study.standing import NEW_A_DAY, due, new_left, standing, suspended
from conversations.texts import study as texts
from conversations.visit import Visit


def screen(visit: Visit) -> Reply:
    """The screen of the sitting's state."""
    return SCREENS[visit.notebook.study.sitting.state](visit)


def button(visit: Visit, verb: str, *rest: object, label: str) -> Choice:
    return tap(visit, buttons.CARDS, verb, *rest, label=label)


def current(visit: Visit) -> tuple[Deck, Card] | None:
    """The card on the screen with its deck; None when its deck no longer has it."""
    queue = visit.notebook.study.sitting.queue
    return shelf.cards_of(shelf.decks(visit)).get(queue[0]) if queue else None


def open_deck(visit: Visit) -> Deck | None:
    """The deck of the sitting; None when there is none, or no longer."""
    return shelf.decks(visit).get(visit.notebook.study.sitting.deck)


def choose_deck(visit: Visit) -> Reply:
    memories, days = visit.notebook.study.memories, days_of(visit)
    found = shelf.decks(visit)
    standings = {deck.id: standing(deck, memories, days) for deck in found.values()}
    waiting = len(due(found.values(), memories, days))
    lines = [texts.deck_line(deck, standings[deck.id]) for deck in found.values()]
    note = "" if waiting or not memories else f"\n{texts.NOTHING_DUE}"
    rows = [
        (button(visit, "deck", place, label=texts.deck_label(deck, standings[deck.id])),)
        for place, deck in enumerate(found.values())
    ]
    all_due = ((button(visit, "due", label=texts.study_due(waiting)),),) if waiting else ()
    own = (buttons.command("addcard", texts.ADD_CARD), buttons.command("mycards", texts.OWN_CARDS))
    return Reply(f"{texts.CHOOSE_DECK}{note}\n\n" + "\n".join(lines), (*all_due, *rows, own), replace=True)


def deck_page(visit: Visit) -> Reply:
    deck = open_deck(visit)
    if deck is None:
        return Reply(texts.CARD_GONE, ((button(visit, "decks", label=texts.DECKS),),))
    memories, days = visit.notebook.study.memories, days_of(visit)
    found, left = standing(deck, memories, days), new_left(memories, days)
    new = min(found.fresh, left)
    rows: list[tuple[Choice, ...]] = []
    if found.due or new:
        rows.append((button(visit, "study", label=texts.study_deck(found.due, new)),))
    if found.fresh and not left:
        rows.append((button(visit, "more", label=texts.study_more(min(found.fresh, NEW_A_DAY))),))
    if found.suspended:
        rows.append((button(visit, "suspended", label=texts.suspended_label(found.suspended)),))
    rows.append((button(visit, "csv", label=texts.AS_CSV), button(visit, "apkg", label=texts.AS_ANKI)))
    rows.append((button(visit, "decks", label=texts.DECKS),))
    return Reply(texts.deck_page(deck, found, left), tuple(rows), replace=True)


def suspended_page(visit: Visit) -> Reply:
    deck = open_deck(visit)
    cards = suspended(deck, visit.notebook.study.memories) if deck else []
    rows = [(button(visit, "wake", place, label=texts.excerpt(card.front)),) for place, card in enumerate(cards)]
    back = (button(visit, "back", label=texts.BACK_TO_DECK),)
    return Reply(texts.suspended_page(deck.title if deck else ""), (*rows, back), replace=True)


def front(visit: Visit) -> Reply:
    shown = current(visit)
    if shown is None:
        return gone(visit)
    deck, card = shown
    left = len(visit.notebook.study.sitting.queue)
    rows = ((button(visit, "show", label=texts.SHOW),), aside(visit))
    return Reply(texts.front(card, deck.title, left), rows, header=texts.HEADER)


def back(visit: Visit) -> Reply:
    shown = current(visit)
    if shown is None:
        return gone(visit)
    deck, card = shown
    sitting = visit.notebook.study.sitting
    marks = ratings(visit, deck, card)
    rows = (tuple(marks[:2]), tuple(marks[2:4]), tuple(marks[4:]), aside(visit))
    text = texts.back(card, sitting.recall, deck.rating_question)
    return Reply(text, rows, header=texts.HEADER, replace=sitting.recall is None)


def ratings(visit: Visit, deck: Deck, card: Card) -> list[Choice]:
    """The five buttons, each with the day on which the card would come back."""
    memory = visit.notebook.study.memories.get(card.id, Memory())
    days = days_of(visit)
    return [
        button(
            visit,
            "rate",
            rating,
            label=texts.rating_label(rating, deck.rating_labels[rating - 1], texts.day(when, days.today)),
        )
        for rating, next_memory in next_memories(memory, visit.now).items()
        if (when := days.due(next_memory)) is not None
    ]


def aside(visit: Visit) -> tuple[Choice, ...]:
    """What is possible with any card."""
    undo = (button(visit, "undo", label=texts.UNDO),) if visit.notebook.study.sitting.past else ()
    return (button(visit, "bury", label=texts.BURY), button(visit, "suspend", label=texts.SUSPEND), *undo)


def gone(visit: Visit) -> Reply:
    return Reply(texts.CARD_GONE, ((button(visit, "skip", label=texts.NEXT_CARD),),))


def done(visit: Visit) -> Reply:
    sitting, memories = visit.notebook.study.sitting, visit.notebook.study.memories
    days = days_of(visit)
    dates = [when for memory in memories.values() if not memory.suspended and (when := days.due(memory))]
    next_due = texts.day(min(dates), days.today) if dates else ""
    rows: list[tuple[Choice, ...]] = []
    if sitting.missed:
        rows.append((button(visit, "missed", label=texts.once_more(len(sitting.missed))),))
    undo = (button(visit, "undo", label=texts.UNDO),) if sitting.past else ()
    rows.append((*undo, button(visit, "decks", label=texts.DECKS)))
    return Reply(texts.done(sitting.rated, len(sitting.missed), next_due), (*rows, *to_today(visit)))


def left(visit: Visit) -> Reply:
    return Reply(texts.LEFT)


SCREENS: dict[State, Callable[[Visit], Reply]] = {
    State.DECKS: choose_deck,
    State.DECK: deck_page,
    State.SUSPENDED: suspended_page,
    State.FRONT: front,
    State.BACK: back,
    State.DONE: done,
    State.LEFT: left,
}
