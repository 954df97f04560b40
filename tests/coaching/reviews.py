"""The moves of a review that several tests make."""

from conversations.coaching.reviewing.draft import Draft
from conversations.coaching.reviewing.record import Comment, Review
from conversations.events import Said
from conversations.markup import plain
from tests.coaching.town import Neighbor, assigned
from tests.conversations.stories import STORY


def handed_in(coach: Neighbor, candidate: Neighbor, takes: str = "1", answer: str = STORY) -> None:
    """The coach assigns one question of CRM, level 1, and the candidate hands an interview in."""
    assigned(coach, candidate.name, takes=takes)
    candidate.tap("Start")
    candidate.say(answer, "/stop")


def opened(coach: Neighbor) -> str:
    """The first interview of the queue."""
    coach.say("/review")
    return coach.tap("1")


def drafted(coach: Neighbor, comment: str = "A clear story.", rating: str = "4") -> None:
    """A short review of the first interview in the queue, looked over and not released."""
    opened(coach)
    coach.tap("Sum up")
    coach.say(comment)
    coach.tap("Sum up")
    coach.tap("Rate")
    coach.tap(rating)
    coach.tap("Sum up")


def released(coach: Neighbor, comment: str = "A clear story.", rating: str = "4") -> None:
    drafted(coach, comment, rating)
    coach.tap("Release to")


def replies(coach: Neighbor, shown: str, words: str, selected: str = "") -> str:
    """The coach replies to a message that shows something, perhaps with some of its words selected."""
    return coach.happen(Said(words, coach.now, 900, answers=800, answered=shown, quoted=selected))


def screen(person: Neighbor) -> str:
    """The latest message, as plain text."""
    return plain(person.replies[-1].text)


def draft(coach: Neighbor) -> Draft:
    return next(iter(coach.notebook.coaching.reviewing.drafts.values()))


def comments(coach: Neighbor) -> list[Comment]:
    return draft(coach).review.comments


def review(candidate: Neighbor, number: int = 1) -> Review:
    return candidate.archive[number].reviews[-1]
