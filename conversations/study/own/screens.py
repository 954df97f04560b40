"""The one screen of each state of writing own cards, the list of them, and the page of one."""

from collections.abc import Callable

from conversations import buttons
from conversations.replies import Choice, Reply, noted
from conversations.study.own.cards import find
from conversations.study.own.machine import State
from conversations.study.record import OwnCard
from conversations.texts import own_cards as texts
from conversations.texts.study import excerpt
from conversations.visit import Visit

PAGE = 8  # cards on a page; their buttons fit two rows


def screen(visit: Visit) -> Reply:
    """The screen of the state."""
    return SCREENS[visit.notebook.study.writing.state](visit)


def button(verb: str, *rest: object, label: str) -> Choice:
    """Buttons name the card they belong to, so they mean the same at any time."""
    return buttons.button(buttons.OWN_CARDS, verb, *rest, label=label)


def listed(visit: Visit, page: int = 0) -> Reply:
    """One page of the cards, newest first; the last when ``page`` is beyond it."""
    cards = list(reversed(visit.notebook.study.own))
    more = (buttons.command("addcard", texts.ADD), button("import", label=texts.IMPORT))
    if not cards:
        return Reply(texts.EMPTY, (more,), replace=True)
    pages = -(-len(cards) // PAGE)
    page = min(page, pages - 1)
    shown = list(enumerate(cards[page * PAGE : (page + 1) * PAGE], start=page * PAGE + 1))
    lines = [
        texts.heading(len(cards), page + 1, pages),
        *(texts.line(at, excerpt(card.front, 80)) for at, card in shown),
    ]
    numbers = [button("card", card.number, label=str(at)) for at, card in shown]
    newer = (button("page", page - 1, label=texts.NEWER),) if page else ()
    older = (button("page", page + 1, label=texts.OLDER),) if page + 1 < pages else ()
    study = (buttons.command(f"cards {texts.DECK_TITLE.lower()}", texts.STUDY),)
    rows = (tuple(numbers[:4]), tuple(numbers[4:]), (*newer, *older), study, more)
    return Reply("\n".join(lines), tuple(row for row in rows if row), replace=True)


def card_page(card: OwnCard, note: str = "") -> Reply:
    rows = (
        (button("front", card.number, label=texts.CHANGE_FRONT), button("back", card.number, label=texts.CHANGE_BACK)),
        (button("delete", card.number, label=texts.DELETE), buttons.command("mycards", texts.LIST)),
        (buttons.command("addcard", texts.ANOTHER),),
    )
    return noted(note, Reply(texts.card(card.front, card.back), rows, replace=True))


def cancel() -> tuple[tuple[Choice, ...], ...]:
    return ((button("cancel", label=texts.CANCEL),),)


def ask_front(visit: Visit) -> Reply:
    return Reply(texts.ASK_FRONT, cancel())


def ask_back(visit: Visit) -> Reply:
    return Reply(texts.ask_back(visit.notebook.study.writing.front), cancel())


def of_card(text: Callable[[OwnCard], str]) -> Callable[[Visit], Reply]:
    """A screen about the card that is being changed; the list when it is gone."""

    def shown(visit: Visit) -> Reply:
        card = find(visit.notebook.study, visit.notebook.study.writing.number)
        return Reply(text(card), cancel()) if card else noted(texts.GONE, listed(visit))

    return shown


def ask_delete(visit: Visit) -> Reply:
    card = find(visit.notebook.study, visit.notebook.study.writing.number)
    if card is None:
        return noted(texts.GONE, listed(visit))
    rows = ((button("yes", card.number, label=texts.YES_DELETE), button("cancel", label=texts.KEEP)),)
    return Reply(texts.ask_delete(card.front), rows)


def ask_import(visit: Visit) -> Reply:
    return Reply(texts.ASK_IMPORT, ((button("done", label=texts.DONE),),))


SCREENS: dict[State, Callable[[Visit], Reply]] = {
    State.CLOSED: listed,
    State.FRONT: ask_front,
    State.BACK: ask_back,
    State.NEW_FRONT: of_card(lambda card: texts.ask_new_front(card.front)),
    State.NEW_BACK: of_card(lambda card: texts.ask_new_back(card.front, card.back)),
    State.DELETING: ask_delete,
    State.IMPORTING: ask_import,
}
