"""The words that a coach types while reviewing, in each state."""

from collections.abc import Callable

from conversations.coaching.letters import FurtherAsked
from conversations.coaching.posting import send
from conversations.coaching.reviewing import commenting, queue
from conversations.coaching.reviewing.bearings import candidate_name, draft_of
from conversations.coaching.reviewing.draft import Further, State
from conversations.coaching.reviewing.judging import rate, with_reason
from conversations.coaching.reviewing.opening import open_
from conversations.coaching.reviewing.reading_screens import kept, onward
from conversations.coaching.reviewing.screens import screen
from conversations.coaching.reviewing.stepping import step
from conversations.events import Edited, Said
from conversations.replies import Reply, noted
from conversations.texts import general as general_texts
from conversations.texts import reviewing as texts
from conversations.texts.reviews import ANCHORS
from conversations.visit import Replies, Visit

LONGEST_QUESTION = 500  # characters
MOST_QUESTIONS = 5  # of one review


def said(visit: Visit, happening: Said) -> Replies:
    """Typed words answer the present screen, or comment on what it shows."""
    reviewing = visit.notebook.coaching.reviewing
    if reviewing.state is not State.QUEUE and reviewing.current is None:
        return [screen(visit)]
    return [TYPED.get(reviewing.state, puzzled)(visit, happening)]


def puzzled(visit: Visit, happening: Said) -> Reply:
    return noted(texts.TAP_BELOW, screen(visit))


def comment(visit: Visit, happening: Said) -> Reply:
    """A comment on the open answer, on words of it, or on the whole."""
    draft = draft_of(visit)
    if not any(character.isalnum() for character in happening.text):
        return noted(general_texts.NO_WORDS, screen(visit))
    if len(happening.text) > commenting.LONGEST or len(draft.review.comments) >= commenting.MOST:
        return noted(texts.too_much(commenting.LONGEST, commenting.MOST), screen(visit))
    aimed = commenting.aim(visit, happening)
    if aimed is None:
        return noted(texts.OTHER_INTERVIEW, screen(visit))
    return kept(visit, commenting.keep(visit, aimed.comment, happening.message), aimed.note)


def edited(visit: Visit, happening: Edited) -> Replies:
    """A message that a comment was typed in was changed. Gives nothing for a message that holds none."""
    found = commenting.typed_in(visit, happening.message)
    if found is None:
        return []
    if len(happening.text) > commenting.LONGEST or not any(character.isalnum() for character in happening.text):
        note = texts.not_changed(commenting.LONGEST)
    else:
        note = texts.changed(commenting.reworded(*found, happening.text).text)
    reviewing = visit.notebook.coaching.reviewing
    is_open = found[0] is reviewing.current and reviewing.state in (State.READING, State.SUMMARY)
    return [onward(visit, note) if is_open else Reply(note)]


def ask(visit: Visit, happening: Said) -> Reply:
    """Sends a further question about the exchange on the page; the candidate gets it at once."""
    reviewing, draft = visit.notebook.coaching.reviewing, draft_of(visit)
    if reviewing.page is None:
        return screen(visit)
    if len(happening.text) > LONGEST_QUESTION:
        return noted(texts.question_too_long(LONGEST_QUESTION), screen(visit))
    if len([one for one in draft.questions if not one.answered]) >= MOST_QUESTIONS:
        step(visit, "back")
        return onward(visit, texts.TOO_MANY_QUESTIONS)
    asked = Further(reviewing.new_number(), reviewing.page.exchange, happening.text, visit.now)
    draft.questions.append(asked)
    send(visit, draft.candidate, FurtherAsked(asked.number, draft.interview, asked.exchange, asked.text))
    step(visit, "back")
    return onward(visit, texts.asked(candidate_name(visit, draft.candidate)))


def value(visit: Visit, happening: Said) -> Reply:
    return rate(visit, happening.text) if happening.text in map(str, ANCHORS) else puzzled(visit, happening)


def entry(visit: Visit, happening: Said) -> Reply:
    """The number of an interview in the queue, or a name."""
    reviewing, words = visit.notebook.coaching.reviewing, happening.text
    if words.isdecimal() and 1 <= int(words[:6]) <= len(reviewing.found):
        return open_(visit, reviewing.found[int(words[:6]) - 1])
    found = (queue.find(visit, key) for key in reviewing.found if queue.waits(visit, key))
    named = next((entry for entry in found if entry and queue.is_named(visit, entry, words)), None)
    return open_(visit, named.key) if named else noted(texts.nobody_named(words), screen(visit))


TYPED: dict[State, Callable[[Visit, Said], Reply]] = {
    State.QUEUE: entry,
    State.READING: comment,
    State.SUMMARY: comment,
    State.ASKING: ask,
    State.RATING: value,
    State.REASON: lambda visit, happening: with_reason(visit, happening.text),
}
