"""What a person can do in a sitting with flashcards: commands, buttons, typed words."""

from collections.abc import Callable

import msgspec
from rapidfuzz import fuzz, process

from conversations.events import Said
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.study import decks as shelf
from conversations.study.bearings import interrupting, place_in, tapped
from conversations.study.exporting import exported
from conversations.study.flashcards import flow
from conversations.study.flashcards.machine import State
from conversations.study.flashcards.screens import choose_deck, open_deck, screen
from conversations.study.standing import suspended
from conversations.texts import study as texts
from conversations.visit import Replies, Visit

NAME_MATCH = 75  # rapidfuzz score, 0 to 100, from which typed words count as a deck's title
RATINGS = ("1", "2", "3", "4", "5")


def cards(visit: Visit, argument: str = "") -> Replies:
    """The command /cards, with the name of a deck if one is wanted."""
    note = interrupting(visit)
    shown = flow.step(visit, "decks")
    if argument.strip():
        shown = by_name(visit, argument)
    return [noted(note, shown)]


def by_name(visit: Visit, words: str) -> Reply:
    """The page of the deck that is meant by its title, typos forgiven."""
    titles = {deck.id: deck.title.casefold() for deck in shelf.decks(visit).values()}
    found = process.extractOne(words.strip().casefold(), titles, scorer=fuzz.WRatio, score_cutoff=NAME_MATCH)
    if found is None:
        return noted(texts.no_such_deck(words), choose_deck(visit))
    visit.notebook.study.sitting.deck = found[2]
    return flow.step(visit, "choose")


def said(visit: Visit, happening: Said) -> Replies:
    """Typed words: what is remembered, a rating, the name of a deck."""
    sitting = visit.notebook.study.sitting
    match sitting.state:
        case State.FRONT:
            return [flow.show(visit, happening.text)]
        case State.BACK if happening.text in RATINGS:
            return [flow.rate(visit, int(happening.text))]
        case State.BACK if happening.unseen and sitting.recall is not None:
            return [flow.add(visit, happening.text)]
        case State.BACK:
            return [noted(texts.RATE_WITH_A_NUMBER, screen(visit))]
        case State.DECKS:
            return [by_name(visit, happening.text)]
        case _:
            return [noted(texts.TAP_BELOW, screen(visit))]


def skip(visit: Visit, argument: str = "") -> Replies:
    return [flow.skip(visit)]


COMMANDS = flow.COURSE.commands(skip=skip)


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """Does what the button says. Raises `WrongMoment` for a button of an earlier screen, and for a forged one."""
    verb, rest = tapped(visit, parts)
    if verb in PLAIN and not rest:
        return [PLAIN[verb](visit)]
    if verb in WITH_ARGUMENT:
        return [WITH_ARGUMENT[verb](visit, rest)]
    raise WrongMoment(f"no such button: {verb}")


def deck(visit: Visit, rest: tuple[str, ...]) -> Reply:
    sitting, found = visit.notebook.study.sitting, list(shelf.decks(visit))
    chosen = found[place_in(len(found), rest)]
    if sitting.state is not State.DECKS:
        raise WrongMoment("no deck is being chosen")
    sitting.deck = chosen
    return flow.step(visit, "choose")


def rate(visit: Visit, rest: tuple[str, ...]) -> Reply:
    if visit.notebook.study.sitting.state is not State.BACK or len(rest) != 1 or rest[0] not in RATINGS:
        raise WrongMoment("no rating is asked for")
    return flow.rate(visit, int(rest[0]))


def wake(visit: Visit, rest: tuple[str, ...]) -> Reply:
    """Unsuspends a card."""
    opened, memories = open_deck(visit), visit.notebook.study.memories
    if opened is None or visit.notebook.study.sitting.state is not State.SUSPENDED:
        raise WrongMoment("no suspended card is shown")
    asleep = suspended(opened, memories)
    card = asleep[place_in(len(asleep), rest)]
    memories[card.id] = msgspec.structs.replace(memories[card.id], suspended=False)
    return noted(texts.UNSUSPENDED, flow.step(visit, "suspended" if len(asleep) > 1 else "choose"))


def export(visit: Visit, form: str, sentence: str) -> Reply:
    """The deck on the screen as a file."""
    opened = open_deck(visit)
    if opened is None or visit.notebook.study.sitting.state is not State.DECK:
        raise WrongMoment("no deck is shown")
    return Reply(sentence, attachment=exported(opened, form))


PLAIN: dict[str, Callable[[Visit], Reply]] = {
    "due": flow.review_due,
    "study": flow.study_deck,
    "more": lambda visit: flow.study_deck(visit, more=True),
    "show": flow.show,
    "bury": flow.bury,
    "suspend": flow.suspend,
    "skip": flow.skip,
    "undo": flow.undo,
    "missed": flow.once_more,
    "decks": lambda visit: flow.step(visit, "decks"),
    "suspended": lambda visit: flow.step(visit, "suspended"),
    "back": lambda visit: flow.step(visit, "choose"),
    "csv": lambda visit: export(visit, "csv", texts.CSV_FILE),
    "apkg": lambda visit: export(visit, "apkg", texts.ANKI_FILE),
}
WITH_ARGUMENT: dict[str, Callable[[Visit, tuple[str, ...]], Reply]] = {"deck": deck, "rate": rate, "wake": wake}
