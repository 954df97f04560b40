"""The one screen of each state among the definitions."""

from collections.abc import Callable

from content.model import Definition, Definitions
from conversations import buttons
from conversations.replies import Choice, Reply, noted
from conversations.study.bearings import done, tap
from conversations.study.define import ideas
from conversations.study.define.machine import State
from conversations.texts import define as texts
from conversations.visit import Visit


def screen(visit: Visit) -> Reply:
    """The screen of the state; the terms when what it showed is no longer there."""
    reading = visit.notebook.study.reading
    if reading.state not in (State.TERMS, State.CLOSED) and not is_there(visit):
        return noted(texts.GONE, terms(visit))
    return SCREENS[reading.state](visit)


def is_there(visit: Visit) -> bool:
    """Whether the packs still hold the term and the definitions on the screen."""
    reading = visit.notebook.study.reading
    term = visit.library.definitions.get(reading.term)
    known = {one.id for one in term.definitions} if term else set()
    shown = {State.READING: (reading.definition,), State.COMPARING: (reading.definition, reading.other)}
    return term is not None and known.issuperset(shown.get(reading.state, ()))


def button(visit: Visit, verb: str, *rest: object, label: str) -> Choice:
    return tap(visit, buttons.DEFINE, verb, *rest, label=label)


def the_term(visit: Visit) -> Definitions:
    return visit.library.definitions[visit.notebook.study.reading.term]


def definition(visit: Visit, wanted: str) -> Definition:
    return next(one for one in the_term(visit).definitions if one.id == wanted)


def prompt(visit: Visit) -> str:
    """The drill's question; they come in turn."""
    prompts = the_term(visit).prompts
    return prompts[visit.notebook.study.reading.prompt % len(prompts)]


def terms(visit: Visit) -> Reply:
    known = visit.library.definitions.values()
    if not known:
        return Reply(texts.NOTHING_THERE)
    rows = [(button(visit, "term", place, label=one.term),) for place, one in enumerate(known)]
    return Reply(texts.CHOOSE_TERM, (*rows, (done(visit, buttons.DEFINE),)), replace=True)


def term(visit: Visit) -> Reply:
    found = the_term(visit)
    authors = [(button(visit, "read", at, label=texts.author(one)),) for at, one in enumerate(found.definitions)]
    others = (button(visit, "terms", label=texts.TERMS),) if len(visit.library.definitions) > 1 else ()
    rows = (*authors, (button(visit, "drill", label=texts.DRILL),), (*others, done(visit, buttons.DEFINE)))
    return Reply(texts.term_page(found.term, found.definitions), rows, replace=True)


def reading(visit: Visit) -> Reply:
    found, shown = the_term(visit), visit.notebook.study.reading.definition
    others = [
        (button(visit, "compare", place, label=texts.compare_with(one)),)
        for place, one in enumerate(found.definitions)
        if one.id != shown
    ]
    return Reply(texts.reading(found.term, definition(visit, shown)), (*others, *onward(visit)))


def comparing(visit: Visit) -> Reply:
    found, record = the_term(visit), visit.notebook.study.reading
    common, apart = ideas.compared(found, record.definition, record.other)
    both = (definition(visit, record.definition), definition(visit, record.other))
    return Reply(texts.comparing(found.term, both, common, apart), onward(visit))


def ask(visit: Visit) -> Reply:
    return Reply(texts.prompt(prompt(visit)), ((done(visit, buttons.DEFINE),),))


def compared(visit: Visit) -> Reply:
    """What the person's words hold, whose view they are closest to, and which idea to add."""
    found, record = the_term(visit), visit.notebook.study.reading
    near = ideas.closest(found, record.found, prompt(visit))
    said = [idea for idea in found.ideas if idea.id in record.found]
    author = texts.author(near.definition) if near.definition else ""
    text = texts.compared(prompt(visit), said, author, near.held, near.of, near.missing)
    rows: list[tuple[Choice, ...]] = [
        (button(visit, "drill", "same", label=texts.AGAIN), button(visit, "drill", label=texts.ANOTHER_PROMPT))
    ]
    if near.definition:
        place = found.definitions.index(near.definition)
        rows.append((button(visit, "read", place, label=texts.read(near.definition)),))
    return Reply(text, (*rows, (button(visit, "term", label=texts.AUTHORS), done(visit, buttons.DEFINE))))


def closed(visit: Visit) -> Reply:
    return Reply(texts.LEFT)


def onward(visit: Visit) -> tuple[tuple[Choice, ...], ...]:
    authors = button(visit, "term", label=texts.AUTHORS)
    return ((button(visit, "drill", label=texts.DRILL),), (authors, done(visit, buttons.DEFINE)))


SCREENS: dict[State, Callable[[Visit], Reply]] = {
    State.TERMS: terms,
    State.TERM: term,
    State.READING: reading,
    State.COMPARING: comparing,
    State.PROMPT: ask,
    State.COMPARED: compared,
    State.CLOSED: closed,
}
