"""The buttons of own cards. They name their card, so they mean the same whenever they are tapped."""

from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.study.own import cards
from conversations.study.own.machine import State
from conversations.study.own.screens import card_page, listed
from conversations.study.own.writing import close, open_
from conversations.study.record import OwnCard
from conversations.texts import own_cards as texts
from conversations.visit import Replies, Visit

OPENING = {"front": "change_front", "back": "change_back", "delete": "delete"}
LONGEST_NUMBER = 9  # digits


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """Raises `WrongMoment` for a card that is gone and for a question that is no longer open."""
    match parts:
        case ["page", place]:
            return [listed(visit, number(place))]
        case ["card", which]:
            return [card_page(existing(visit, number(which)))]
        case [("front" | "back" | "delete") as verb, which]:
            return [change(visit, OPENING[verb], number(which))]
        case ["yes", which]:
            return [delete(visit, number(which))]
        case ["import"]:
            return [open_(visit, "import")]
        case ["cancel" | "done"]:
            return [end(visit)]
        case _:
            raise WrongMoment(f"no such button: {parts}")


def number(written: str) -> int:
    if not written.isdecimal() or len(written) > LONGEST_NUMBER:
        raise WrongMoment(f"no number: {written}")
    return int(written)


def existing(visit: Visit, which: int) -> OwnCard:
    card = cards.find(visit.notebook.study, which)
    if card is None:
        raise WrongMoment("that card is gone")
    return card


def change(visit: Visit, trigger: str, which: int) -> Reply:
    """Asks for the new side of the card, or whether to delete it."""
    visit.notebook.study.writing.number = existing(visit, which).number
    return open_(visit, trigger)


def delete(visit: Visit, which: int) -> Reply:
    writing = visit.notebook.study.writing
    if writing.state is not State.DELETING or writing.number != which:
        raise WrongMoment("no deletion is being confirmed")
    cards.delete(visit.notebook.study, which)
    return close(visit, noted(texts.DELETED, listed(visit)))


def end(visit: Visit) -> Reply:
    """Cancel, or the end of an import."""
    state = visit.notebook.study.writing.state
    if state is State.CLOSED:
        raise WrongMoment("nothing is being written")
    note = {State.DELETING: texts.KEPT, State.IMPORTING: ""}.get(state, texts.NOT_WRITTEN)
    return close(visit, noted(note, listed(visit)), "leave")
