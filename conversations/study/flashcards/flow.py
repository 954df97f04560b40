"""How a sitting with flashcards moves on: what is put in the queue, rated, set aside, undone."""

from datetime import timedelta

from msgspec.structs import replace

from content.model import Card
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.study import decks as shelf
from conversations.study.course import Course
from conversations.study.days import days_of
from conversations.study.flashcards.machine import CARD, MACHINE, State
from conversations.study.flashcards.screens import current, open_deck, screen
from conversations.study.moving import move
from conversations.study.recalling import recall
from conversations.study.record import Memory, Past, Sitting
from conversations.study.scheduling import forgotten, reviewed
from conversations.study.standing import NEW_A_DAY, due, fresh, new_left
from conversations.texts import study as texts
from conversations.visit import Visit

MOST_UNDONE = 10  # ratings that can be taken back, one after the other

COURSE = Course("cards", MACHINE, lambda visit: visit.notebook.study.sitting, screen, (State.DONE, State.LEFT))
step = COURSE.step


def begin(visit: Visit, queue: list[str], trigger: str = "study") -> Reply:
    """Starts on the cards. Raises `WrongMoment` when there are none; with the trigger "begin" they take the place of
    whatever cards are on the screen."""
    study = visit.notebook.study
    if not queue:
        raise WrongMoment("no cards to study")
    study.sitting = Sitting(study.sitting.state, study.sitting.deck, queue)
    return step(visit, trigger)


def review_due(visit: Visit) -> Reply:
    """What is due in all decks."""
    visit.notebook.study.sitting.deck = ""
    return begin(visit, due(shelf.decks(visit).values(), visit.notebook.study.memories, days_of(visit)))


def study_deck(visit: Visit, *, more: bool = False) -> Reply:
    """What is due in the deck, then its new cards, as many as today allows; ``more``: beyond that, as often again."""
    deck, memories, days = open_deck(visit), visit.notebook.study.memories, days_of(visit)
    if deck is None:
        raise WrongMoment("the deck is gone")
    new = NEW_A_DAY if more else new_left(memories, days)
    return begin(visit, [*due([deck], memories, days), *fresh(deck, memories, days)[:new]])


def show(visit: Visit, typed: str = "") -> Reply:
    """The answer, held against what the person typed, if anything."""
    shown, sitting = current(visit), visit.notebook.study.sitting
    if shown is None:
        return screen(visit)
    sitting.typed = typed
    sitting.recall = recall(visit, shown[1], typed) if typed else None
    return step(visit, "show")


def add(visit: Visit, typed: str) -> Reply:
    """Words sent before the answer could be seen: they belong to what was recalled."""
    shown, sitting = current(visit), visit.notebook.study.sitting
    if shown is not None:
        sitting.typed = f"{sitting.typed}\n{typed}"
        sitting.recall = recall(visit, shown[1], sitting.typed)
    return noted(texts.ADDED, screen(visit))


def rate(visit: Visit, rating: int) -> Reply:
    """A rating, 1 to 5, and the next card."""
    sitting = visit.notebook.study.sitting
    card = on_screen(visit)
    memory = reviewed(visit.notebook.study.memories.get(card.id, Memory()), rating, visit.now)
    remember(visit, card, memory, rating)
    sitting.rated += 1
    if forgotten(rating):
        sitting.missed.append(card.id)
    days = days_of(visit)
    when = days.due(memory)
    return noted(texts.rated(texts.day(when, days.today)) if when else "", step(visit, "next"))


def bury(visit: Visit) -> Reply:
    """Not today: the card is asked from tomorrow on."""
    card = on_screen(visit)
    memory = visit.notebook.study.memories.get(card.id, Memory())
    remember(visit, card, replace(memory, buried=days_of(visit).today + timedelta(days=1)))
    return noted(texts.BURIED, step(visit, "next"))


def suspend(visit: Visit) -> Reply:
    """Not until the person wants it again."""
    card = on_screen(visit)
    memory = visit.notebook.study.memories.get(card.id, Memory())
    remember(visit, card, replace(memory, suspended=True))
    return noted(texts.SUSPENDED_NOTE, step(visit, "next"))


def skip(visit: Visit) -> Reply:
    """Puts the card last; one that is no longer in its deck leaves the queue."""
    sitting = visit.notebook.study.sitting
    if sitting.state not in CARD:
        return noted(texts.NOT_HERE, screen(visit))
    is_gone = current(visit) is None
    card = sitting.queue.pop(0)
    if is_gone:
        return step(visit, "next")
    sitting.queue.append(card)
    sitting.typed, sitting.recall = "", None
    return noted(texts.PUT_LAST if len(sitting.queue) > 1 else texts.ONLY_CARD, step(visit, "next"))


def undo(visit: Visit) -> Reply:
    """Takes the last rating, burying or suspending back, and shows the card as it was then."""
    study = visit.notebook.study
    sitting = study.sitting
    move(MACHINE, sitting, "undo")
    past = sitting.past.pop()
    if past.before is None:
        study.memories.pop(past.card, None)
    else:
        study.memories[past.card] = past.before
    sitting.queue.insert(0, past.card)
    sitting.typed, sitting.recall = past.typed, past.recall
    if past.rating is not None:
        sitting.rated -= 1
        if forgotten(past.rating):
            sitting.missed.remove(past.card)
    return noted(texts.UNDONE, COURSE.show(visit))


def once_more(visit: Visit) -> Reply:
    """The cards that were not known in this sitting, again."""
    return begin(visit, list(dict.fromkeys(visit.notebook.study.sitting.missed)))


def on_screen(visit: Visit) -> Card:
    """The card on the screen. Raises `WrongMoment` when there is none."""
    shown = current(visit) if visit.notebook.study.sitting.state in CARD else None
    if shown is None:
        raise WrongMoment("no card is on the screen")
    return shown[1]


def remember(visit: Visit, card: Card, memory: Memory, rating: int | None = None) -> None:
    """Notes what is known of the card now, keeps what was known before for undo, and takes it from the queue."""
    study = visit.notebook.study
    sitting = study.sitting
    past = Past(card.id, study.memories.get(card.id), sitting.state, sitting.typed, sitting.recall, rating)
    sitting.past = [*sitting.past, past][-MOST_UNDONE:]
    study.memories[card.id] = memory
    sitting.queue.pop(0)
    sitting.typed, sitting.recall = "", None
