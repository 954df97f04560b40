"""What a coach types while reading: a comment, on what it says itself it is about."""

import re
from typing import NamedTuple

from msgspec.structs import replace

from conversations.coaching.reviewing.bearings import draft_of, heading
from conversations.coaching.reviewing.draft import Draft, Page, State
from conversations.coaching.reviewing.record import Comment
from conversations.coaching.reviewing.sentences import Span, find, sentences, unnumbered
from conversations.events import Said
from conversations.markup import plain
from conversations.texts import reviewing as texts
from conversations.visit import Visit

LONGEST = 1_000  # characters of a comment
MOST = 40  # comments of a review

_NUMBERED = re.compile(r"\s*#?(\d{1,3})\s*[:.)]\s*(\S.*)", re.DOTALL)
_QUOTING = re.compile(r"\s*[\"“”„]([^\"“”]+)[\"“”]\s*[:,-]?\s*(\S.*)", re.DOTALL)


class Aim(NamedTuple):
    """What a comment is about. ``note`` says how it was taken, when that is not what the coach may have meant."""

    comment: Comment
    note: str = ""


def aim(visit: Visit, said: Said) -> Aim | None:
    """Reads a typed comment: on the whole interview while the coach looks the review over, else on the open answer, on
    words of it ("3: nice", “their words” nice), or on the message that it replies to. None when that message shows
    another interview."""
    reviewing = visit.notebook.coaching.reviewing
    page = reviewing.page
    if said.answered and (shown := texts.place_shown(said.answered)):
        if plain(heading(visit, draft_of(visit))) not in said.answered:
            return None
        if page is None or reviewing.state is not State.READING or shown != (page.exchange, page.answer):
            return Aim(Comment(0, said.text, *shown, quote=unnumbered(said.quoted)))
    if page is None or reviewing.state is not State.READING:
        return Aim(Comment(0, said.text))
    return on_page(page, said)


def on_page(page: Page, said: Said) -> Aim:
    """A comment on the open answer, or on a passage of it."""
    if said.quoted and (passage := find(said.quoted, page.text)):
        return Aim(about(page, said.text, passage))
    if quoting := _QUOTING.match(said.text):
        if passage := find(quoting[1], page.text):
            return Aim(about(page, quoting[2], passage))
        return Aim(about(page, said.text), texts.WORDS_NOT_FOUND)
    if numbered := _NUMBERED.match(said.text):
        every, number = sentences(page.text), int(numbered[1])
        if 1 <= number <= len(every):
            return Aim(about(page, numbered[2], every[number - 1]))
        return Aim(about(page, said.text), texts.no_such_sentence(number, len(every)))
    return Aim(about(page, said.text))


def about(page: Page, text: str, passage: Span | None = None) -> Comment:
    """A comment on the answer of a page, on a passage of it if there is one."""
    if passage is None:
        return Comment(0, text, page.exchange, page.answer)
    start, end = passage
    return Comment(0, text, page.exchange, page.answer, page.start + start, page.start + end, page.text[start:end])


def typed_in(visit: Visit, message: int) -> tuple[Draft, Comment] | None:
    """The comment of a draft that was typed in a message of the coach; None for none."""
    drafts = visit.notebook.coaching.reviewing.drafts.values()
    found = ((draft, one) for draft in drafts if not draft.sent for one in draft.review.comments)
    return next(((draft, one) for draft, one in found if one.message == message), None)


def reworded(draft: Draft, before: Comment, text: str) -> Comment:
    """The comment with other words; what it is about stays."""
    typed = _QUOTING.match(text) or _NUMBERED.match(text) if before.quote else None
    made = replace(before, text=typed[2] if typed else text)
    draft.review.comments[draft.review.comments.index(before)] = made
    return made


def keep(visit: Visit, comment: Comment, message: int | None = None) -> Comment:
    """Puts a comment into the open draft."""
    draft = draft_of(visit)
    made = replace(comment, number=visit.notebook.coaching.reviewing.new_number(), message=message)
    draft.review.comments.append(made)
    draft.finished = False
    return made
