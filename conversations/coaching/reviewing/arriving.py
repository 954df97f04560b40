"""Letters of candidates at the desk of the coach who reviews: pages, what became of a release, answers, replies.

A sender who is not on the roster, and an interview that no draft is about, change nothing.
"""

from msgspec.structs import replace

from conversations import buttons
from conversations.coaching.letters import (
    FurtherAnswered,
    InterviewKept,
    InterviewShared,
    Letter,
    PageShown,
    ReviewReplied,
    ReviewsRefused,
    ReviewsTaken,
)
from conversations.coaching.reviewing.bearings import open_button
from conversations.coaching.reviewing.draft import State, Waiting, draft_key
from conversations.coaching.reviewing.ending import TALK, end
from conversations.coaching.reviewing.screens import screen
from conversations.coaching.reviewing.stepping import step
from conversations.replies import Reply
from conversations.texts import reviewing as texts
from conversations.visit import Replies, Visit


def page_shown(visit: Visit, letter: Letter, body: PageShown) -> Replies:
    """The page that the coach waits for. None means that the interview is not shared any more."""
    reviewing = visit.notebook.coaching.reviewing
    key = draft_key(letter.sender, body.interview)
    draft = reviewing.drafts.get(key)
    if draft is None:
        return []
    if body.page is None:
        return end(visit, letter.sender, (body.interview,))
    if body.review is not None and not draft.review.says_something:
        draft.review = replace(body.review, released=None)
    if reviewing.draft != key or reviewing.state is not State.FETCHING:
        return []
    reviewing.page, draft.place = body.page, body.page.place
    step(visit, "show")
    return [screen(visit)] if visit.notebook.foreground == TALK else []


def taken(visit: Visit, letter: Letter, body: ReviewsTaken) -> Replies:
    """What was released has arrived: the draft is done, the board knows."""
    coaching = visit.notebook.coaching
    for number in body.interviews:
        key = draft_key(letter.sender, number)
        coaching.reviewing.shared.pop(key, None)
        draft = coaching.reviewing.drafts.get(key)
        if draft is None or not draft.sent:
            continue
        del coaching.reviewing.drafts[key]
        for given in coaching.given:
            progress = given.progress.get(letter.sender)
            if given.task.number == draft.task and progress is not None:
                given.progress[letter.sender] = progress.with_review(number, visit.now)
    return []


def refused(visit: Visit, letter: Letter, body: ReviewsRefused) -> Replies:
    """Some of it is not shared any more. What else was sent with it is a finished draft again."""
    drafts = visit.notebook.coaching.reviewing.drafts
    for number in body.others:
        if draft := drafts.get(draft_key(letter.sender, number)):
            draft.sent, draft.finished = False, True
    return end(visit, letter.sender, body.interviews)


def kept(visit: Visit, letter: Letter, body: InterviewKept) -> Replies:
    """The candidate keeps an interview to themselves from now on; what it came to is forgotten."""
    for given in visit.notebook.coaching.given:
        progress = given.progress.get(letter.sender)
        if progress and progress.outcome and progress.outcome.interview == body.interview:
            given.progress[letter.sender] = progress.with_outcome(None)
    return end(visit, letter.sender, (body.interview,))


def shared(visit: Visit, letter: Letter, body: InterviewShared) -> Replies:
    """The candidate shares an interview by itself: it joins the queue."""
    coaching = visit.notebook.coaching
    known = coaching.roster.get(letter.sender)
    if known is None:
        return []
    key = draft_key(letter.sender, body.interview)
    coaching.reviewing.shared[key] = Waiting(body.competency, body.level, visit.now)
    if "progress" in coaching.quiet:
        return []
    return [Reply(texts.shared(known.name, body.interview), ((open_button(key),),))]


def answered(visit: Visit, letter: Letter, body: FurtherAnswered) -> Replies:
    """The answer to a further question; it stands in the transcript too."""
    coaching = visit.notebook.coaching
    known = coaching.roster.get(letter.sender)
    if known is None:
        return []
    told = texts.answered(known.name, body.interview, body.text)
    key = draft_key(letter.sender, body.interview)
    draft = coaching.reviewing.drafts.get(key)
    if draft is None:
        return [Reply(told)]
    draft.questions = [replace(one, answered=True) if one.number == body.number else one for one in draft.questions]
    return [Reply(told, ((open_button(key),),))]


def replied(visit: Visit, letter: Letter, body: ReviewReplied) -> Replies:
    """The candidate wrote back about a review."""
    known = visit.notebook.coaching.roster.get(letter.sender)
    if known is None:
        return []
    read = buttons.button(buttons.BOARD, "read", letter.sender, body.interview, label=texts.READ_AGAIN)
    return [Reply(texts.replied(known.name, body.interview, body.text), ((read,),))]
