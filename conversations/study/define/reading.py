"""What a person can do among the definitions: commands, buttons, typed words."""

from collections.abc import Callable

from rapidfuzz import fuzz, process

from content.model import Definitions
from conversations.events import Said
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.study.bearings import DONE, interrupting, place_in, tapped
from conversations.study.course import Course
from conversations.study.define.machine import MACHINE, State
from conversations.study.define.screens import is_there, screen, the_term
from conversations.texts import define as texts
from conversations.visit import Replies, Visit

NAME_MATCH = 80  # rapidfuzz score, 0 to 100, from which typed words count as an author's name

COURSE = Course("define", MACHINE, lambda visit: visit.notebook.study.reading, screen, (State.CLOSED,))
COMMANDS = COURSE.commands()
step = COURSE.step


def define(visit: Visit, argument: str = "") -> Replies:
    """The command /define, with a term or an author if one is wanted."""
    note, known = interrupting(visit), list(visit.library.definitions.values())
    if not known:
        return [Reply(texts.NOTHING_THERE)]
    wanted = argument.strip()
    for term in known:
        if wanted and wanted.casefold() == term.term.casefold():
            return [noted(note, open_term(visit, term))]
        if wanted and (place := author_meant(term, wanted)) is not None:
            open_term(visit, term)
            return [noted(note, read(visit, place))]
    shown = open_term(visit, known[0]) if len(known) == 1 else step(visit, "terms")
    return [noted(note, noted(texts.no_such(wanted), shown) if wanted else shown)]


def open_term(visit: Visit, term: Definitions) -> Reply:
    visit.notebook.study.reading.term = term.id
    return step(visit, "term")


def author_meant(term: Definitions, words: str) -> int | None:
    """The place of the definition whose author is meant, by any part of the name; None for nobody."""
    names = {place: one.author.casefold() for place, one in enumerate(term.definitions) if one.author}
    found = process.extractOne(words.casefold(), names, scorer=fuzz.partial_token_sort_ratio, score_cutoff=NAME_MATCH)
    return found[2] if found and len(words) > 2 else None


def read(visit: Visit, place: int) -> Reply:
    record = visit.notebook.study.reading
    record.definition = the_term(visit).definitions[place].id
    return step(visit, "read")


def compare(visit: Visit, place: int) -> Reply:
    record, other = visit.notebook.study.reading, the_term(visit).definitions[place].id
    if record.state is not State.READING or other == record.definition:
        raise WrongMoment("nothing to compare with")
    record.other = other
    return step(visit, "compare")


def drill(visit: Visit, *, same: bool = False) -> Reply:
    """Asks for the person's own words; each time another prompt, unless the ``same`` is wanted."""
    record = visit.notebook.study.reading
    record.prompt += 1 if record.state is State.COMPARED and not same else 0
    record.said, record.found = "", ()
    return step(visit, "drill")


def answer(visit: Visit, words: str) -> Reply:
    record = visit.notebook.study.reading
    record.said = words
    record.found = visit.engine.ideas(record.term, words)
    return step(visit, "answer")


def said(visit: Visit, happening: Said) -> Replies:
    """Typed words: a definition in the person's own words, or the name of an author or a term."""
    record, text = visit.notebook.study.reading, happening.text
    if not is_there(visit):
        return define(visit, text)
    match record.state:
        case State.PROMPT:
            return [answer(visit, text)]
        case State.COMPARED if happening.unseen:
            return [noted(texts.ADDED, answer(visit, f"{record.said}\n{text}"))]
        case State.COMPARED:
            return [answer(visit, text)]
        case State.TERMS:
            return define(visit, text)
        case _:
            place = author_meant(the_term(visit), text)
            return [read(visit, place) if place is not None else noted(texts.did_not_get(text), screen(visit))]


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """Does what the button says. Raises `WrongMoment` for a button of an earlier screen, and for a forged one."""
    verb, rest = tapped(visit, parts)
    record = visit.notebook.study.reading
    if verb == "term" and rest and record.state is State.TERMS:
        known = list(visit.library.definitions.values())
        return [open_term(visit, known[place_in(len(known), rest)])]
    if verb == DONE and not rest:
        return COURSE.leave(visit)
    if verb == "terms" and not rest:
        return [step(visit, "terms")]
    if record.state is State.CLOSED or not is_there(visit):
        raise WrongMoment("no definitions are open")
    if verb in WITH_PLACE:
        return [WITH_PLACE[verb](visit, place_in(len(the_term(visit).definitions), rest))]
    if verb == "drill" and rest in ((), ("same",)):
        return [drill(visit, same=bool(rest))]
    if verb == "term" and not rest:
        return [step(visit, "term")]
    raise WrongMoment(f"no such button: {verb}")


WITH_PLACE: dict[str, Callable[[Visit, int], Reply]] = {"read": read, "compare": compare}
