"""The screens of an answer that is read: the answer with its anchors and comments, and the behaviors to rule on."""

from conversations.coaching.reviewing import sentences, showing
from conversations.coaching.reviewing.bearings import full, heading, present, tap
from conversations.coaching.reviewing.draft import Draft, Page, State
from conversations.coaching.reviewing.record import Comment
from conversations.replies import Choice, Reply
from conversations.texts import reviewing as texts
from conversations.transcript import Finding
from conversations.visit import Visit


def reading(visit: Visit) -> Reply:
    draft, page = present(visit)
    parts = [
        heading(visit, draft),
        texts.answer(page, sentences.numbered(page.text)),
        anchors(draft, page) if page.text else "",
        "\n".join(texts.comment_here(one) for one in comments_here(draft, page)),
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
    stand = ((tap(visit, "confirm", label=texts.CONFIRM),),) if showing.unruled(draft, page) else ()
    return Reply(text, (*rows, *stand, (tap(visit, "back", label=texts.BACK),)), replace=True)


def ruling_buttons(visit: Visit, draft: Draft, page: Page, place: int) -> tuple[Choice, ...]:
    one = page.findings[place]
    if showing.overruled(draft.review.rulings, page.exchange, one.behavior):
        return (tap(visit, "unruled", place, label=texts.take_back(place + 1)),)
    heard = tap(visit, "heard", place, label=texts.heard(place + 1))
    unheard = tap(visit, "unheard", place, label=texts.unheard(place + 1))
    if draft.hides or one.verdict not in ("shown", "not-yet"):
        return (heard, unheard)
    return (unheard,) if one.verdict == "shown" else (heard,)
