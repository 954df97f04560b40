"""What a coach chooses in the wizard, by button or by typed words."""

from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz import process, utils

from conversations import dates
from conversations.coaching import moments, roster
from conversations.coaching.assigning.machine import MACHINE
from conversations.coaching.assigning.screens import DAYS, LENGTHS, TAKES, available, draft_of, screen
from conversations.coaching.record import DraftState
from conversations.interview.choosing import named
from conversations.interview.machine import WrongMoment
from conversations.interview.record import Mode
from conversations.replies import Reply, noted
from conversations.study.bearings import place_in
from conversations.study.moving import move
from conversations.texts import assigning as texts
from conversations.visit import Visit

NAME_MATCH = 75  # rapidfuzz score, 0 to 100, from which a typed name may be a candidate's
NAMES_SHOWN = 6
NOTE_LENGTH = 500  # characters

S = DraftState


class Verb(NamedTuple):
    """What a button does, and on which screen it stands."""

    state: DraftState
    act: Callable[[Visit, str], Reply]


def onward(visit: Visit) -> Reply:
    """The next step of the table, and its screen."""
    return step(visit, "choose")


def step(visit: Visit, trigger: str) -> Reply:
    draft = draft_of(visit)
    move(MACHINE, draft, trigger)
    draft.step += 1
    return screen(visit)


def give_to(visit: Visit, label: str, candidates: list[str]) -> Reply:
    draft = draft_of(visit)
    if not candidates:
        raise WrongMoment("nobody to give it to")
    draft.label, draft.candidates, draft.found = label, candidates, []
    return onward(visit)


def everybody(visit: Visit, value: str) -> Reply:
    return give_to(visit, texts.EVERYBODY.lower(), list(visit.notebook.coaching.roster))


def cohort(visit: Visit, value: str) -> Reply:
    cohorts = roster.cohorts(visit)
    chosen = cohorts[place_in(len(cohorts), (value,))]
    members = [key for key, one in visit.notebook.coaching.roster.items() if one.cohort == chosen]
    return give_to(visit, chosen or texts.cohort_label("", len(members)), members)


def person(visit: Visit, value: str) -> Reply:
    found = draft_of(visit).found
    return one_person(visit, found[place_in(len(found), (value,))])


def one_person(visit: Visit, key: str) -> Reply:
    known = visit.notebook.coaching.roster.get(key)
    if known is None:
        raise WrongMoment("no such candidate any more")
    return give_to(visit, known.name, [key])


def somebody(visit: Visit, words: str) -> Reply:
    """A typed group or name; several people of that name are shown to choose from."""
    draft, people = draft_of(visit), visit.notebook.coaching.roster
    cohorts = [one.lower() for one in roster.cohorts(visit)]
    if words.lower() in cohorts:
        return cohort(visit, str(cohorts.index(words.lower())))
    names = {key: one.name for key, one in people.items()}
    exact = [key for key, name in names.items() if name.lower() == words.lower()]
    close = process.extract(words, names, processor=utils.default_process, limit=NAMES_SHOWN, score_cutoff=NAME_MATCH)
    found = exact or [key for _, _, key in close]
    if len(found) == 1:
        return one_person(visit, found[0])
    draft.found = found[:NAMES_SHOWN]
    draft.step += 1
    return noted(texts.several_named(words) if found else texts.nobody_named(words), screen(visit))


def competency(visit: Visit, value: str) -> Reply:
    if value not in visit.library.competencies:
        raise WrongMoment("no such competency")
    draft_of(visit).competency = value
    return onward(visit)


def competency_named(visit: Visit, words: str) -> Reply:
    found = named(visit.library, words.lower())
    return competency(visit, found.id) if found else puzzled(visit)


def level(visit: Visit, value: str) -> Reply:
    draft = draft_of(visit)
    levels = [one.number for one in visit.library.competency(draft.competency).levels]
    number = next((number for number in levels if value.lower().removeprefix("level").strip() == str(number)), None)
    if number is None:
        return puzzled(visit)
    if number != draft.level:
        draft.questions = []
    draft.level = number
    return onward(visit)


def length(visit: Visit, value: str) -> Reply:
    draft = draft_of(visit)
    if value not in map(str, LENGTHS) or int(value) > len(available(visit)):
        return puzzled(visit)
    draft.length, draft.questions = int(value), []
    return onward(visit)


def question(visit: Visit, value: str) -> Reply:
    """Takes one question in, or out again."""
    draft, every = draft_of(visit), available(visit)
    chosen = every[place_in(len(every), (value,))].id
    if chosen in draft.questions:
        draft.questions.remove(chosen)
    else:
        draft.questions.append(chosen)
    draft.step += 1
    return screen(visit)


def chosen(visit: Visit, value: str) -> Reply:
    draft = draft_of(visit)
    if not draft.questions:
        raise WrongMoment("no question is chosen")
    draft.length = len(draft.questions)
    return onward(visit)


def mode(visit: Visit, value: str) -> Reply:
    found = next((one for one in Mode if one.value == value.lower()), None)
    if found is None:
        return puzzled(visit)
    draft_of(visit).mode = found
    return onward(visit)


def days(visit: Visit, value: str) -> Reply:
    if value != "0" and value not in DAYS:
        raise WrongMoment("no such day")
    draft_of(visit).due = dates.in_days(int(value), visit.now, moments.zone(visit)) if value != "0" else None
    return onward(visit)


def date_typed(visit: Visit, words: str) -> Reply:
    due = dates.read(words, visit.now, moments.zone(visit))
    if due is None:
        return Reply(texts.bad_date(words), screen(visit).choices)
    draft_of(visit).due = due
    return onward(visit)


def takes(visit: Visit, value: str) -> Reply:
    if value.lower() not in TAKES:
        return puzzled(visit)
    draft_of(visit).takes = TAKES[value.lower()]
    return onward(visit)


def note(visit: Visit, words: str) -> Reply:
    draft_of(visit).note = words[:NOTE_LENGTH].strip()
    return onward(visit)


def puzzled(visit: Visit, words: str = "") -> Reply:
    return noted(texts.TYPE_OR_TAP, screen(visit))


VERBS = {
    "all": Verb(S.WHO, everybody),
    "cohort": Verb(S.WHO, cohort),
    "person": Verb(S.WHO, person),
    "competency": Verb(S.COMPETENCY, competency),
    "level": Verb(S.LEVEL, level),
    "length": Verb(S.QUESTIONS, length),
    "question": Verb(S.QUESTIONS, question),
    "chosen": Verb(S.QUESTIONS, chosen),
    "mode": Verb(S.MODE, mode),
    "days": Verb(S.DUE, days),
    "takes": Verb(S.TAKES, takes),
    "note": Verb(S.NOTE, note),
}
TYPED: dict[DraftState, Callable[[Visit, str], Reply]] = {
    S.WHO: somebody,
    S.COMPETENCY: competency_named,
    S.LEVEL: level,
    S.QUESTIONS: length,
    S.MODE: mode,
    S.DUE: date_typed,
    S.TAKES: takes,
    S.NOTE: note,
    S.CONFIRM: puzzled,
}
