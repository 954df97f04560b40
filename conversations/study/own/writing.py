"""What a person can do with their own cards: commands, typed words, files."""

from msgspec.structs import replace

from conversations.events import Delivered, Said
from conversations.replies import Reply, noted
from conversations.study.bearings import come_forward, commands
from conversations.study.course import Course
from conversations.study.moving import move
from conversations.study.own import cards, sheets
from conversations.study.own.machine import MACHINE, State
from conversations.study.own.screens import card_page, listed, screen
from conversations.study.record import OwnCard
from conversations.texts import own_cards as texts
from conversations.visit import Replies, Visit

COURSE = Course("own cards", MACHINE, lambda visit: visit.notebook.study.writing, screen, (State.CLOSED,))


def open_(visit: Visit, trigger: str) -> Reply:
    """Takes a step after which the next message is waited for, and asks for it."""
    move(MACHINE, visit.notebook.study.writing, trigger)
    come_forward(visit, COURSE.talk)
    return screen(visit)


def close(visit: Visit, reply: Reply, trigger: str = "done") -> Reply:
    """Nothing is waited for any more."""
    writing = visit.notebook.study.writing
    writing.front, writing.number = "", 0
    return COURSE.end(visit, reply, trigger)


def addcard(visit: Visit, argument: str = "") -> Replies:
    """The command /addcard: asks for both sides, or takes what was typed with it: a question, an answer below it."""
    if cards.is_full(visit.notebook.study):
        return [Reply(texts.FULL)]
    writing = visit.notebook.study.writing
    if writing.state is State.BACK and not argument:
        come_forward(visit, COURSE.talk)
        return [screen(visit)]
    asked = open_(visit, "add")
    return [front_said(visit, argument) if argument else asked]


def mycards(visit: Visit, argument: str = "") -> Replies:
    """The command /mycards: the list of own cards; "/mycards import" opens the import."""
    if argument.strip().casefold() == "import":
        return [open_(visit, "import")]
    return [listed(visit)]


def leave(visit: Visit, argument: str = "") -> Replies:
    return [close(visit, Reply(texts.NOT_WRITTEN), "leave")]


COMMANDS = commands(leave, screen)


def said(visit: Visit, happening: Said) -> Replies:
    """Typed words go to the side of the card that is waited for."""
    match visit.notebook.study.writing.state:
        case State.FRONT:
            return [front_said(visit, happening.text)]
        case State.BACK:
            return [back_said(visit, happening.text)]
        case State.NEW_FRONT | State.NEW_BACK:
            return [change_said(visit, happening.text)]
        case State.IMPORTING:
            return [import_text(visit, happening.text)]
        case State.DELETING:
            return [noted(texts.CONFIRM_BELOW, screen(visit))]
        case State.CLOSED:
            return [listed(visit)]


def front_said(visit: Visit, text: str) -> Reply:
    front, _, below = text.partition("\n")
    if len(front) > texts.LONGEST_FRONT:
        return noted(texts.too_long("question", len(front), texts.LONGEST_FRONT), screen(visit))
    visit.notebook.study.writing.front = front.strip()
    asked = open_(visit, "front")
    return back_said(visit, below.strip()) if below.strip() else asked


def back_said(visit: Visit, back: str) -> Reply:
    """Stores the new card."""
    study = visit.notebook.study
    if len(back) > texts.LONGEST_BACK:
        return noted(texts.too_long("answer", len(back), texts.LONGEST_BACK), screen(visit))
    if cards.has(study, study.writing.front, back):
        return close(visit, noted(texts.TWICE, listed(visit)))
    if cards.is_full(study):
        return close(visit, Reply(texts.FULL))
    return close(visit, card_page(cards.add(study, study.writing.front, back), texts.SAVED))


def change_said(visit: Visit, text: str) -> Reply:
    """Puts the new side in the place of the old one."""
    study = visit.notebook.study
    card = cards.find(study, study.writing.number)
    if card is None:
        return close(visit, noted(texts.GONE, listed(visit)))
    is_front = study.writing.state is State.NEW_FRONT
    longest, what = (texts.LONGEST_FRONT, "question") if is_front else (texts.LONGEST_BACK, "answer")
    if len(text) > longest:
        return noted(texts.too_long(what, len(text), longest), screen(visit))
    changed: OwnCard = replace(card, front=text) if is_front else replace(card, back=text)
    cards.change(study, changed)
    return close(visit, card_page(changed, texts.CHANGED))


def delivered(visit: Visit, file: Delivered) -> Replies:
    """A file; it is taken in only while an import is open."""
    if visit.notebook.study.writing.state is not State.IMPORTING:
        return [noted(texts.NO_FILE_NOW, screen(visit))]
    text = sheets.decoded(file.content)
    return [noted(texts.NOT_TEXT, screen(visit)) if text is None else import_text(visit, text)]


def import_text(visit: Visit, text: str) -> Reply:
    """Adds the cards of a table and waits for more."""
    sheet = sheets.read(text)
    fitting = [card for card in sheet.cards if cards.fits(*card)]
    if not fitting:
        return noted(texts.NO_CARDS_IN_IT, screen(visit))
    added, doubled, cut = cards.take_in(visit.notebook.study, sheet._replace(cards=fitting))
    too_long = len(sheet.cards) - len(fitting)
    return Reply(texts.imported(added, doubled, sheet.faulty, too_long, cut), screen(visit).choices)
