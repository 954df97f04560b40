"""A coach's bank of phrases: comments that are kept to be used again."""

from conversations.coaching.reviewing import commenting
from conversations.coaching.reviewing.bearings import draft_of
from conversations.coaching.reviewing.draft import State
from conversations.coaching.reviewing.reading_screens import kept
from conversations.coaching.reviewing.record import Comment
from conversations.coaching.reviewing.screens import screen
from conversations.coaching.reviewing.stepping import step
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.study.bearings import place_in
from conversations.texts import reviewing as texts
from conversations.visit import Visit

MOST = 60


def show(visit: Visit, value: str = "") -> Reply:
    visit.notebook.coaching.reviewing.turned = 0
    step(visit, "phrases")
    return screen(visit)


def keep(visit: Visit, value: str) -> Reply:
    """Keeps a comment as a phrase."""
    phrases = visit.notebook.coaching.reviewing.phrases
    comment = next((one for one in draft_of(visit).review.comments if str(one.number) == value), None)
    if comment is None:
        raise WrongMoment("no such comment")
    if len(phrases) >= MOST:
        return noted(texts.bank_full(MOST), screen(visit))
    if comment.text not in phrases:
        phrases.append(comment.text)
    return kept(visit, comment, texts.PHRASE_KEPT, as_phrase=False)


def insert(visit: Visit, value: str) -> Reply:
    """A phrase becomes a comment on what the coach came from: the open answer, or the whole."""
    reviewing = visit.notebook.coaching.reviewing
    words = reviewing.phrases[place_in(len(reviewing.phrases), (value,))]
    on_the_whole = reviewing.page is None or reviewing.back is State.SUMMARY
    if len(draft_of(visit).review.comments) >= commenting.MOST:
        return noted(texts.too_much(commenting.LONGEST, commenting.MOST), screen(visit))
    page = reviewing.page
    made = Comment(0, words) if on_the_whole or page is None else commenting.about(page, words)
    step(visit, "back")
    return kept(visit, commenting.keep(visit, made), as_phrase=False)


def drop(visit: Visit, value: str) -> Reply:
    """Takes a phrase out of the bank; comments that were made from it stay."""
    phrases = visit.notebook.coaching.reviewing.phrases
    del phrases[place_in(len(phrases), (value,))]
    step(visit, "stay")
    return screen(visit)
