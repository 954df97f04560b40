"""The one screen of each step of the wizard."""

from collections.abc import Callable

from content.model import Competency, Question
from conversations import buttons
from conversations.coaching import moments, roster
from conversations.coaching.record import Draft, DraftState
from conversations.interview.record import Mode
from conversations.replies import Choice, Reply
from conversations.texts import assigning as texts
from conversations.visit import Visit

LENGTHS = (1, 2, 4)
TAKES: dict[str, int | None] = {"1": 1, "2": 2, "3": 3, "any": None}
DAYS = {"1": "Tomorrow", "3": "In 3 days", "7": "In a week", "14": "In 2 weeks"}
GROUPS_SHOWN = 12
IN_A_ROW = 5


def draft_of(visit: Visit) -> Draft:
    """The assignment in the making. Called only where one is open."""
    draft = visit.notebook.coaching.draft
    if draft is None:
        raise LookupError("No assignment is being made.")
    return draft


def tap(visit: Visit, verb: str, value: object = "", *, label: str) -> Choice:
    """A button of the present screen."""
    return buttons.button(buttons.ASSIGNING, draft_of(visit).step, verb, value, label=label)


def screen(visit: Visit) -> Reply:
    """The screen of the step that the coach is at, with the ways back and out."""
    draft = draft_of(visit)
    shown = SCREENS[draft.state](visit)
    back = () if draft.state is DraftState.WHO else (tap(visit, "back", label=texts.BACK),)
    rows = (*shown.choices, (*back, tap(visit, "cancel", label=texts.CANCEL)))
    return Reply(shown.text, rows, header=draft.state.value, replace=True)


def who(visit: Visit) -> Reply:
    """The groups of the roster; after a name that fits several people, those."""
    people = visit.notebook.coaching.roster
    found = draft_of(visit).found
    if found:
        named = (
            tap(visit, "person", place, label=people[key].name) for place, key in enumerate(found) if key in people
        )
        return Reply(texts.WHO, buttons.rows_of(named, 2))
    cohorts = roster.cohorts(visit)
    sizes = [sum(one.cohort == cohort for one in people.values()) for cohort in cohorts]
    groups = [
        tap(visit, "cohort", place, label=texts.cohort_label(cohort, size))
        for place, (cohort, size) in enumerate(zip(cohorts, sizes, strict=True))
    ][:GROUPS_SHOWN]
    everybody = tap(visit, "all", label=texts.everybody(len(people)))
    return Reply(texts.WHO, (*buttons.rows_of(groups if len(cohorts) > 1 or cohorts != [""] else [], 2), (everybody,)))


def competency(visit: Visit) -> Reply:
    names = visit.library.competencies.values()
    return Reply(texts.WHAT, tuple((tap(visit, "competency", one.id, label=one.name),) for one in names))


def chosen_competency(visit: Visit) -> Competency:
    return visit.library.competency(draft_of(visit).competency)


def level(visit: Visit) -> Reply:
    one = chosen_competency(visit)
    levels = [tap(visit, "level", each.number, label=f"Level {each.number}") for each in one.levels]
    return Reply(texts.choose_level(one), buttons.rows_of(levels, 3))


def available(visit: Visit) -> list[Question]:
    """The questions that the chosen level has."""
    draft = draft_of(visit)
    return list(visit.library.questions_for(draft.competency, draft.level))


def questions(visit: Visit) -> Reply:
    draft, every = draft_of(visit), available(visit)
    lines = [
        texts.question_line(place, one.text, one.id in draft.questions) for place, one in enumerate(every, start=1)
    ]
    lengths = [
        tap(visit, "length", length, label=texts.length_label(length)) for length in LENGTHS if length <= len(every)
    ]
    each = (
        tap(visit, "question", place, label=texts.question_button(place + 1, one.id in draft.questions))
        for place, one in enumerate(every)
    )
    use = ((tap(visit, "chosen", label=texts.USE_CHOSEN),),) if draft.questions else ()
    return Reply(texts.choose_questions(lines), (tuple(lengths), *buttons.rows_of(each, IN_A_ROW), *use))


def mode(visit: Visit) -> Reply:
    return Reply(texts.MODE, (tuple(tap(visit, "mode", one.value, label=texts.MODES[one]) for one in Mode),))


def due(visit: Visit) -> Reply:
    days = (tap(visit, "days", number, label=label) for number, label in DAYS.items())
    return Reply(texts.DUE, (*buttons.rows_of(days, 2), (tap(visit, "days", 0, label=texts.NO_DATE),)))


def takes(visit: Visit) -> Reply:
    labels = {value: value if number else texts.ANY_NUMBER for value, number in TAKES.items()}
    return Reply(texts.TAKES, (tuple(tap(visit, "takes", value, label=label) for value, label in labels.items()),))


def note(visit: Visit) -> Reply:
    return Reply(texts.NOTE, ((tap(visit, "note", label=texts.SKIP),),))


def confirm(visit: Visit) -> Reply:
    draft = draft_of(visit)
    asked = [f"• {one.text}" for one in available(visit) if one.id in draft.questions]
    when = moments.shown(visit, draft.due) if draft.due else ""
    text = texts.summary(draft, chosen_competency(visit).name, asked, when)
    return Reply(text, ((tap(visit, "send", label=texts.SEND),),))


SCREENS: dict[DraftState, Callable[[Visit], Reply]] = {
    DraftState.WHO: who,
    DraftState.COMPETENCY: competency,
    DraftState.LEVEL: level,
    DraftState.QUESTIONS: questions,
    DraftState.MODE: mode,
    DraftState.DUE: due,
    DraftState.TAKES: takes,
    DraftState.NOTE: note,
    DraftState.CONFIRM: confirm,
}
