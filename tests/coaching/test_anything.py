"""People tap, type, reply and edit at random: nobody goes without an answer, and the rules hold after every step."""

from random import Random

import pytest

from conversations.coaching.gate import is_shared
from conversations.coaching.letters import Letter, PageAsked
from conversations.events import Arrived, Event, Said
from conversations.markup import plain
from conversations.visit import Visit
from tests.coaching.reviews import handed_in
from tests.coaching.town import Neighbor, Town, joined
from tests.conversations.stories import STORY, THIN

STEPS = 400
WORDS = ["hello", "3: nice", "“furniture store” which?", "1", "5", "/review", "/board", "/resume", "/cancel", "/stop",
         "/sharing", "/assignments", "/transcript 1", "/practice crm 1 practice 1", STORY, THIN, "/assign spring",
         "tomorrow", "crm", " ", "x" * 1_200]  # fmt: skip


class Chance:
    """What somebody does next; reviewing more often than chance would have it."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.seen: dict[str, list[str]] = {}

    def acts(self, person: Neighbor) -> None:
        random, buttons = self.random, [choice.id for choice in person.choices()]
        seen = self.seen.setdefault(person.name, [])
        seen.extend(buttons)
        about_reviews = [button for button in buttons if button[0] in "ry"]
        dice = random.random()
        if dice < 0.6 and buttons:
            person.press(random.choice(about_reviews or buttons))
        elif dice < 0.7 and seen:
            person.press(random.choice(seen[-60:]))
        elif dice < 0.75:
            person.edit(random.randint(1, person.messages), random.choice(WORDS))
        elif dice < 0.8:
            shown = plain(random.choice(person.replies).text)
            said = Said(random.choice(WORDS[:4]), person.now, None, 800, answered=shown, quoted=shown[40:80])
            person.happen(said)
        else:
            person.say(random.choice(WORDS))


def lets_read(town: Town, candidate: Neighbor, coach: Neighbor, interview: int) -> bool:
    asked = Letter(1, coach.notebook.person, candidate.notebook.person, PageAsked(interview, 0), town.now)
    event = Event(candidate.notebook.person, Arrived(asked, town.now))
    visit = Visit(candidate.notebook, event, town.desk.library, town.desk.engine, town.now, Random(1), {})
    return is_shared(visit, coach.notebook.person, interview)


@pytest.mark.parametrize("seed", [5, 6, 7, 8])
def test_whatever_people_do_only_what_is_shared_is_under_review_and_every_quote_is_true(
    town: Town, bea: Neighbor, carl: Neighbor, ada: Neighbor, seed: int
) -> None:
    chance, dan = Chance(seed), town.person("Dan")
    joined(carl, ada, "fall", scope="Everything")
    for candidate in (ada, dan):
        joined(bea, candidate, "spring")
        handed_in(bea, candidate, takes="3")
    for _ in range(STEPS):
        chance.acts(chance.random.choice([bea, carl, ada, dan]))
        for coach in (bea, carl):
            for draft in coach.notebook.coaching.reviewing.drafts.values():
                assert lets_read(town, town.people[draft.candidate], coach, draft.interview)
    for candidate in (ada, dan):
        for done in candidate.notebook.history:
            interview = candidate.archive[done.number]
            assert sorted(done.reviewers) == sorted(review.coach for review in interview.reviews)
            for comment in (comment for review in interview.reviews for comment in review.comments if comment.end):
                assert comment.exchange is not None
                text = interview.exchanges[comment.exchange].answers[comment.answer].text
                assert text[comment.start : comment.end] == comment.quote
