"""What a coach decides: the rating of the competency, and which behaviors were heard."""

from msgspec.structs import replace

from conversations.coaching.reviewing.bearings import draft_of, present
from conversations.coaching.reviewing.draft import Draft
from conversations.coaching.reviewing.reading_screens import onward
from conversations.coaching.reviewing.record import RubricRating, Ruling
from conversations.coaching.reviewing.screens import screen
from conversations.coaching.reviewing.showing import unruled
from conversations.coaching.reviewing.stepping import step
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.study.bearings import place_in
from conversations.texts import reviewing as texts
from conversations.texts.reviews import ANCHORS
from conversations.visit import Visit

LONGEST_REASON = 300  # characters


def rate(visit: Visit, value: str) -> Reply:
    """A rating, 1 to 5. The first of a blind draft shows what the machine and the candidate think."""
    draft = draft_of(visit)
    if value not in map(str, ANCHORS):
        raise WrongMoment("no such rating")
    was_hidden = draft.hides
    before = [one for one in draft.review.ratings if one.competency == draft.competency]
    blind = was_hidden or (bool(before) and before[0].blind and before[0].value == int(value))
    others = [one for one in draft.review.ratings if one.competency != draft.competency]
    draft.review.ratings = [*others, RubricRating(draft.competency, int(value), blind)]
    draft.finished = False
    step(visit, "back")
    words = texts.rated(int(value), shows=was_hidden)
    return noted(words, screen(visit)) if was_hidden else onward(visit, words)


def rule(visit: Visit, place: str, *, heard: bool) -> Reply:
    """What the coach heard of a behavior, and then why."""
    reviewing = visit.notebook.coaching.reviewing
    draft, behavior = chosen(visit, place)
    exchange = present(visit)[1].exchange
    draft.review.rulings.append(Ruling(exchange, behavior, heard, blind=draft.hides))
    draft.finished = False
    reviewing.behavior = behavior
    step(visit, "reason")
    return screen(visit)


def confirm(visit: Visit, value: str) -> Reply:
    """Lets the verdicts of an exchange stand that the coach did not overrule; "touched on" is none of them."""
    draft, page = present(visit)
    for one in unruled(draft, page):
        draft.review.rulings.append(Ruling(page.exchange, one.behavior, one.verdict == "shown", confirms=True))
    step(visit, "back")
    return screen(visit)


def unrule(visit: Visit, place: str) -> Reply:
    """Takes a ruling back."""
    draft, behavior = chosen(visit, place)
    without(draft, present(visit)[1].exchange, behavior)
    step(visit, "rule")
    return screen(visit)


def chosen(visit: Visit, place: str) -> tuple[Draft, str]:
    """The behavior that a button of the list names."""
    draft, page = present(visit)
    behavior = page.findings[place_in(len(page.findings), (place,))].behavior
    return draft, behavior


def without(draft: Draft, exchange: int, behavior: str) -> list[Ruling]:
    """Takes the ruling on a behavior of an exchange out of the draft, and gives it."""
    found = [one for one in draft.review.rulings if (one.exchange, one.behavior) == (exchange, behavior)]
    draft.review.rulings = [one for one in draft.review.rulings if one not in found]
    return found


def with_reason(visit: Visit, words: str) -> Reply:
    """The reason of the ruling that was just made."""
    reviewing = visit.notebook.coaching.reviewing
    if len(words) > LONGEST_REASON:
        return noted(texts.reason_too_long(LONGEST_REASON), screen(visit))
    draft, page = present(visit)
    for one in without(draft, page.exchange, reviewing.behavior):
        draft.review.rulings.append(replace(one, reason=words))
    step(visit, "back")
    return screen(visit)
