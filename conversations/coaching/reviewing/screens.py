"""The one screen of each state of reviewing."""

from collections.abc import Callable

from conversations import buttons
from conversations.coaching.reviewing import queue, sentences, showing
from conversations.coaching.reviewing.draft import Draft, Page, State
from conversations.coaching.reviewing.record import Comment
from conversations.history import name_of
from conversations.replies import Choice, Reply
from conversations.texts import reviewing as texts
from conversations.transcript import Finding
from conversations.visit import Visit

PAGE = 6  # interviews, or phrases, on a page
IN_A_ROW = 4
ANYTIME = "-"  # stands for the step in buttons that stay good, under notices


def screen(visit: Visit) -> Reply:
    """The screen of the state that the coach is in; that of the queue when what it was about is gone."""
    reviewing = visit.notebook.coaching.reviewing
    state = reviewing.state
    if state not in (State.QUEUE, State.LEFT) and reviewing.current is None:
        state = State.LEFT
    elif state in (State.READING, State.RULING, State.REASON, State.ASKING) and reviewing.page is None:
        state = State.FETCHING
    return SCREENS[state](visit)


def tap(visit: Visit, verb: str, *rest: object, label: str) -> Choice:
    """A button of the present screen."""
    return buttons.button(buttons.REVIEW, visit.notebook.coaching.reviewing.step, verb, *rest, label=label)


def open_button(key: str, label: str = texts.OPEN) -> Choice:
    """Opens the review of an interview for as long as it waits."""
    return buttons.button(buttons.REVIEW, ANYTIME, "open", key, label=label)


def present(visit: Visit) -> tuple[Draft, Page]:
    """The open draft and its open page; `screen` makes sure that both are there."""
    reviewing = visit.notebook.coaching.reviewing
    if reviewing.current is None or reviewing.page is None:
        raise LookupError("no page is open")
    return reviewing.current, reviewing.page


def candidate_name(visit: Visit, candidate: str) -> str:
    known = visit.notebook.coaching.roster.get(candidate)
    return known.name if known else texts.THE_CANDIDATE


def heading(visit: Visit, draft: Draft) -> str:
    name = candidate_name(visit, draft.candidate)
    return texts.whose(name, draft.interview, name_of(visit, draft.competency), draft.level)


def rows_of(choices: list[Choice], width: int = IN_A_ROW) -> tuple[tuple[Choice, ...], ...]:
    return tuple(tuple(choices[start : start + width]) for start in range(0, len(choices), width))


def turns(visit: Visit, number: int, total: int) -> tuple[Choice, ...]:
    """Buttons to the page before and after, of ``total`` things."""
    newer = (tap(visit, "turn", number - 1, label=texts.FEWER),) if number else ()
    older = (tap(visit, "turn", number + 1, label=texts.MORE),) if (number + 1) * PAGE < total else ()
    return (*newer, *older)


def waiting(visit: Visit) -> Reply:
    reviewing = visit.notebook.coaching.reviewing
    left = [key for key in reviewing.found if queue.waits(visit, key)]
    blind = tap(visit, "blind", label=texts.blind(on=reviewing.blind_first))
    batches = tuple(
        (tap(visit, "batch", "" if task is None else task, label=texts.batch(len(keys), task)),)
        for task, keys in queue.ready(visit).items()
    )
    if not left:
        return Reply(texts.NOTHING_WAITS, (*batches, (blind,)), replace=True)
    number = max(0, min(reviewing.turned, (len(left) - 1) // PAGE))
    chosen = left[number * PAGE : (number + 1) * PAGE]
    lines = [waiting_line(visit, place, key) for place, key in enumerate(chosen, start=number * PAGE + 1)]
    opening = [
        tap(visit, "entry", reviewing.found.index(key), label=str(place))
        for place, key in enumerate(chosen, start=number * PAGE + 1)
    ]
    rows = (*rows_of(opening, PAGE), turns(visit, number, len(left)), *batches, (blind,))
    unseen = sum(key not in reviewing.drafts for key in left)
    return Reply("\n".join([texts.queue_heading(len(left), unseen), *lines]), full(rows), replace=True)


def waiting_line(visit: Visit, place: int, key: str) -> str:
    entry = queue.find(visit, key)
    if entry is None:
        return ""
    name, competency = candidate_name(visit, entry.candidate), name_of(visit, entry.competency)
    draft = visit.notebook.coaching.reviewing.drafts.get(key)
    return texts.queue_line(place, name, competency, entry.level, entry.interview, draft)


def full(rows: tuple[tuple[Choice, ...], ...]) -> tuple[tuple[Choice, ...], ...]:
    return tuple(row for row in rows if row)


def fetching(visit: Visit) -> Reply:
    again = (tap(visit, "again", label=texts.TRY_AGAIN), tap(visit, "queue", label=texts.QUEUE))
    return Reply(texts.STILL_FETCHING, (again,))


def reading(visit: Visit) -> Reply:
    draft, page = present(visit)
    parts = [
        heading(visit, draft),
        texts.answer(page, sentences.numbered(page.text)),
        anchors(draft, page) if page.text else "",
        *(showing.comment(one) for one in comments_here(draft, page)),
        *(texts.further(one.text) for one in draft.questions if one.exchange == page.exchange and not one.answered),
    ]
    if page.own_rating is not None and not draft.hides:
        parts.append(texts.own_rating(page.own_rating))
    if not draft.review.comments:
        parts.append(texts.HOW_TO_COMMENT)
    return Reply("\n\n".join(part for part in parts if part), reading_rows(visit, page), replace=True)


def reading_rows(visit: Visit, page: Page) -> tuple[tuple[Choice, ...], ...]:
    """What can be done while an answer is read."""
    before = (tap(visit, "page", page.place - 1, label=texts.BEFORE),) if page.place else ()
    after = (tap(visit, "page", page.place + 1, label=texts.AFTER),) if page.place + 1 < page.pages else ()
    beside = [number for number in (page.exchange - 1, page.exchange + 1) if 0 <= number < page.exchanges]
    others = tuple(tap(visit, "exchange", number, label=texts.question_label(number)) for number in beside)
    return full(
        (
            (*before, *after),
            others if page.pages > page.exchanges else (),
            (tap(visit, "rule", label=texts.BEHAVIORS), tap(visit, "rate", label=texts.RATE)),
            (tap(visit, "ask", label=texts.ASK), tap(visit, "phrases", label=texts.PHRASES)),
            (tap(visit, "sum", label=texts.SUM_UP), tap(visit, "queue", label=texts.QUEUE)),
        )
    )


def comments_here(draft: Draft, page: Page) -> list[Comment]:
    return [one for one in draft.review.comments if (one.exchange, one.answer) == (page.exchange, page.answer)]


def onward(visit: Visit, words: str, *rows: tuple[Choice, ...]) -> Reply:
    """A few words instead of the whole screen again, with the ways on from it."""
    reviewing = visit.notebook.coaching.reviewing
    on_page = reviewing.page if reviewing.state is State.READING else None
    ways = reading_rows(visit, on_page) if on_page else ((tap(visit, "sum", label=texts.SUM_UP),),)
    return Reply(words, (*rows, *ways))


def kept(visit: Visit, comment: Comment, note: str = "", *, as_phrase: bool = True) -> Reply:
    """Said after a comment."""
    keep = ((tap(visit, "keep", comment.number, label=texts.KEEP_PHRASE),),) if as_phrase else ()
    undo = (tap(visit, "uncomment", label=texts.DROP_LATEST),)
    return onward(visit, texts.kept(comment, note), *keep, undo)


def anchors(draft: Draft, page: Page) -> str:
    """The level's behaviors beside the answer, with what the machine and the coach found of them."""
    lines = [finding(draft, page, one) for one in page.findings]
    notes = [texts.BLIND] if draft.hides else [page.not_judged] if page.not_judged else []
    return "\n".join([texts.anchors_heading(draft.level), *lines, *notes]) if lines else ""


def finding(draft: Draft, page: Page, one: Finding) -> str:
    ruled = showing.overruled(draft.review.rulings, page.exchange, one.behavior)
    verdict = "" if draft.hides else one.verdict
    words = [] if draft.hides else [excerpt.quote for excerpt in one.evidence[:1]]
    return texts.finding(one.text, verdict, words, ruled)


def ruling(visit: Visit) -> Reply:
    """Each behavior with the buttons that overrule the machine's verdict, or say what was heard before it is shown."""
    draft, page = present(visit)
    lines = [f"{place}. {finding(draft, page, one)}" for place, one in enumerate(page.findings, start=1)]
    rows = tuple(ruling_buttons(visit, draft, page, place) for place in range(len(page.findings)))
    text = "\n".join([texts.ruling_heading(page.exchange, blind=draft.hides), *lines])
    return Reply(text, (*rows, (tap(visit, "back", label=texts.BACK),)), replace=True)


def ruling_buttons(visit: Visit, draft: Draft, page: Page, place: int) -> tuple[Choice, ...]:
    one = page.findings[place]
    if showing.overruled(draft.review.rulings, page.exchange, one.behavior):
        return (tap(visit, "unruled", place, label=texts.take_back(place + 1)),)
    heard = tap(visit, "heard", place, label=texts.heard(place + 1))
    unheard = tap(visit, "unheard", place, label=texts.unheard(place + 1))
    if draft.hides or one.verdict not in ("shown", "not-yet"):
        return (heard, unheard)
    return (unheard,) if one.verdict == "shown" else (heard,)


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
    values = [tap(visit, "value", value, label=str(value)) for value in texts.ANCHORS]
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
    rows = (*insert, *rows_of(drop, PAGE), turns(visit, number, len(kept)), (tap(visit, "back", label=texts.BACK),))
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
