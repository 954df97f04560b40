"""Which story for a question: asked in one's own words, or by the level that the question is from."""

from collections.abc import Sequence
from itertools import islice

from conversations.replies import Reply
from conversations.study.stories import fitting
from conversations.study.stories.keeping import bank_of
from conversations.study.stories.taps import level_choices, rows, tap
from conversations.texts import stories as texts
from conversations.texts.study import excerpt
from conversations.visit import Visit


def ask_question(visit: Visit) -> Reply:
    """Waits for a question, with the competencies to choose a level from."""
    choices = [(tap("for", one.id, label=one.name),) for one in visit.library.competencies.values()]
    return Reply(texts.ASK_QUESTION, (*choices, (tap("leave", label=texts.DONE),)))


def choose_level(visit: Visit, competency: str) -> Reply:
    labels = level_choices(visit, "for", competency)
    back = (tap("leave", label=texts.DONE),)
    return Reply(texts.choose_level(visit.library.competency(competency).name), rows(labels[:3], labels[3:], back))


def of_level(visit: Visit, competency: str, level: int) -> Reply:
    """Which story to tell for a question of a level."""
    title = texts.of_level(visit.library.competency(competency).name, level)
    return fitting_page(visit, title, fitting.listened_for(visit.library, competency, level))


def fitting_page(visit: Visit, question: str, wanted: Sequence[str]) -> Reply:
    """Which story to tell when these behaviors are listened for."""
    found = fitting.fits(bank_of(visit).stories, wanted)
    ways = (tap("ask", label=texts.ANOTHER_QUESTION), tap("all", label=texts.ALL))
    if not found:
        return Reply(texts.no_fit(question, [visit.library.behavior(one) for one in wanted]), (ways,))
    best, others = found[0], [fit.story.title for fit in islice(found, 1, 3)]
    overused = len(best.story.questions) if fitting.is_overused(best.story) else 0
    text = texts.fit(question, best.story.title, [visit.library.behavior(one) for one in best.shown], others, overused)
    return Reply(text, ((tap("one", best.story.number, label=excerpt(best.story.title)),), ways))
