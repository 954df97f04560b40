"""The gentle pointer to a story, within a hint."""

from conversations.interview.hints import SHAPE
from conversations.interview.record import Interview
from conversations.study.stories import fitting
from conversations.study.stories.keeping import bank_of
from conversations.texts import stories as texts
from conversations.visit import Visit


def pointer(visit: Visit, interview: Interview, hint: str) -> str:
    """A line on the story that fits the open question, or the behavior that the hint names; "" when none does.

    A story that was told for many questions already, or in this interview, is not pointed to.
    """
    wanted = fitting.listened_for(visit.library, interview.competency, interview.level) if hint == SHAPE else [hint]
    stories = [
        story
        for story in bank_of(visit).stories
        if not fitting.is_overused(story) and all(told.interview != interview.number for told in story.tellings)
    ]
    found = fitting.fits(stories, wanted)
    return texts.pointer(found[0].story.title, visit.library.behavior(found[0].shown[0])) if found else ""
