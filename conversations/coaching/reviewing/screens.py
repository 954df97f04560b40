"""The one screen of each state of reviewing."""

from collections.abc import Callable

from conversations import buttons
from conversations.coaching.reviewing import queue, showing
from conversations.coaching.reviewing.bearings import PAGE, candidate_name, full, heading, present, tap, turns
from conversations.coaching.reviewing.draft import Draft, State
from conversations.coaching.reviewing.queue_screen import waiting
from conversations.coaching.reviewing.reading_screens import reading, ruling
from conversations.history import name_of
from conversations.replies import Choice, Reply
from conversations.texts import reviewing as texts
from conversations.texts.reviews import ANCHORS
from conversations.visit import Visit


def screen(visit: Visit) -> Reply:
    """The screen of the state that the coach is in; that of the queue when what it was about is gone."""
    reviewing = visit.notebook.coaching.reviewing
    state = reviewing.state
    if state not in (State.QUEUE, State.LEFT) and reviewing.current is None:
        state = State.LEFT
    elif state in (State.READING, State.RULING, State.REASON, State.ASKING) and reviewing.page is None:
        state = State.FETCHING
    return SCREENS[state](visit)


def fetching(visit: Visit) -> Reply:
    again = (tap(visit, "again", label=texts.TRY_AGAIN), tap(visit, "queue", label=texts.QUEUE))
    return Reply(texts.STILL_FETCHING, (again,))


def reason(visit: Visit) -> Reply:
    behavior = visit.notebook.coaching.reviewing.behavior
    known = visit.library.behaviors.get(behavior)
    return Reply(
        texts.reason(known.text if known else behavior),
        ((tap(visit, "back", label=texts.NO_REASON),),),
        replace=True,
    )


def asking(visit: Visit) -> Reply:
    draft, page = present(visit)
    name = candidate_name(visit, draft.candidate)
    return Reply(texts.ask(name, page.prompt), ((tap(visit, "back", label=texts.BACK),),), replace=True)


def rating(visit: Visit) -> Reply:
    draft = visit.notebook.coaching.reviewing.current
    level = draft.level if draft else 0
    competency = name_of(visit, draft.competency) if draft else ""
    values = [tap(visit, "value", value, label=str(value)) for value in ANCHORS]
    text = texts.rate(competency, level, level_behaviors(visit))
    return Reply(text, (tuple(values), (tap(visit, "back", label=texts.BACK),)), replace=True)


def level_behaviors(visit: Visit) -> list[str]:
    """What the level asks for, as the anchors of the rating."""
    draft = visit.notebook.coaching.reviewing.current
    known = visit.library.competencies.get(draft.competency) if draft else None
    levels = [one for one in known.levels if draft and one.number == draft.level] if known else []
    return [behavior.text for one in levels for behavior in one.behaviors]


def phrases(visit: Visit) -> Reply:
    reviewing = visit.notebook.coaching.reviewing
    kept = reviewing.phrases
    number = max(0, min(reviewing.turned, (len(kept) - 1) // PAGE))
    chosen = list(enumerate(kept))[number * PAGE : (number + 1) * PAGE]
    insert = tuple((tap(visit, "insert", place, label=texts.phrase_label(place + 1, one)),) for place, one in chosen)
    drop = [tap(visit, "drop", place, label=texts.drop(place + 1)) for place, _ in chosen]
    back = (tap(visit, "back", label=texts.BACK),)
    rows = (*insert, *buttons.rows_of(drop, PAGE), turns(visit, number, len(kept)), back)
    return Reply(texts.CHOOSE_PHRASE if kept else texts.NO_PHRASES, full(rows), replace=True)


def summary(visit: Visit) -> Reply:
    reviewing = visit.notebook.coaching.reviewing
    draft = reviewing.current
    if draft is None:
        return left(visit)
    name = candidate_name(visit, draft.candidate)
    said = showing.content(visit.library, draft.review)
    text = "\n\n".join([heading(visit, draft), said or texts.NOTHING_YET, texts.WHOLE_HOW])
    return Reply(text, summary_rows(visit, draft, name), replace=True)


def summary_rows(visit: Visit, draft: Draft, name: str) -> tuple[tuple[Choice, ...], ...]:
    comments = len(draft.review.comments)
    drop = ((tap(visit, "uncomment", label=texts.DROP_LATEST),),) if comments else ()
    release = (
        (
            (tap(visit, "release", label=texts.release(name)),),
            (tap(visit, "finish", label=texts.UNFINISH if draft.finished else texts.FINISH),),
        )
        if draft.review.says_something
        else ()
    )
    sides = [(step, queue.beside(visit, draft.key, step), label) for step, label in texts.SIDES.items()]
    return full(
        (
            (tap(visit, "read", label=texts.ANSWERS), tap(visit, "rate", label=texts.RATE)),
            (tap(visit, "phrases", label=texts.PHRASES), tap(visit, "discard", label=texts.DISCARD)),
            *drop,
            *release,
            tuple(tap(visit, "beside", step, label=label) for step, there, label in sides if there),
            (tap(visit, "queue", label=texts.QUEUE),),
        )
    )


def left(visit: Visit) -> Reply:
    return Reply(texts.LEFT, ((buttons.command("review", texts.QUEUE),),))


SCREENS: dict[State, Callable[[Visit], Reply]] = {
    State.QUEUE: waiting,
    State.FETCHING: fetching,
    State.READING: reading,
    State.RULING: ruling,
    State.REASON: reason,
    State.ASKING: asking,
    State.RATING: rating,
    State.PHRASES: phrases,
    State.SUMMARY: summary,
    State.LEFT: left,
}
