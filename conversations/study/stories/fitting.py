"""Which story fits a question, which behaviors have none, and which stories are told too often."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from content.library import Library
from conversations.feedback.guards.pasted import meaningful, vocabulary
from conversations.study.stories.record import Story

OVERUSED = 3  # questions from which a story is told too often; an interview seldom has more than ten
SAME_QUESTION = 80  # rapidfuzz score, 0 to 100, from which typed words are a known question
FEWEST_COMMON = 2  # stems that a question must share with a behavior to be about it
MOST_MEANT = 5  # behaviors that a question of one's own is taken to be about


class Fit(NamedTuple):
    """A story and the behaviors, of those that are listened for, that it showed."""

    story: Story
    shown: tuple[str, ...]


def fits(stories: Iterable[Story], wanted: Sequence[str]) -> list[Fit]:
    """The stories that showed any of the behaviors: who shows most comes first; of equals the one told for fewer
    questions, then the latest."""
    found = [Fit(story, tuple(one for one in wanted if one in story.shown)) for story in stories]
    fitting = [fit for fit in found if fit.shown]
    return sorted(fitting, key=lambda fit: (-len(fit.shown), len(fit.story.questions), -fit.story.number))


def is_overused(story: Story) -> bool:
    return len(story.questions) >= OVERUSED


def stories_of(stories: Iterable[Story], behavior: str) -> list[Story]:
    return [story for story in stories if behavior in story.shown]


def covered(stories: Iterable[Story], behaviors: Collection[str]) -> int:
    """How many of the behaviors have a story."""
    return len(set(behaviors).intersection(*[{one for story in stories for one in story.shown}]))


def listened_for(library: Library, competency: str, level: int) -> list[str]:
    """What an interviewer listens for at a level."""
    return [behavior.id for behavior in library.level(competency, level).behaviors]


def meant(library: Library, words: str) -> list[str]:
    """The behaviors that a question in anybody's words is about; empty when that cannot be told.

    A known question stands for its level. Any other is about the behaviors that it shares most words with.
    """
    known = {question.id: question.text.casefold() for question in library.questions.values()}
    found = process.extractOne(words.casefold(), known, scorer=fuzz.token_sort_ratio, score_cutoff=SAME_QUESTION)
    for competency in library.competencies.values():
        for level in competency.levels:
            if found and any(question.id == found[2] for question in level.questions):
                return listened_for(library, competency.id, level.number)
    asked = meaningful(words)
    common = {
        behavior.id: len(asked & vocabulary(f"{behavior.text} {behavior.listens_for}"))
        for behavior in library.behaviors.values()
    }
    near = sorted((one for one in common if common[one] >= FEWEST_COMMON), key=lambda one: -common[one])
    return near[:MOST_MEANT]
