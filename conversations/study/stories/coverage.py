"""What the stories cover: each point that is listened for, with the stories that show it and the holes."""

from conversations import buttons
from conversations.replies import Reply
from conversations.study.stories import fitting
from conversations.study.stories.keeping import bank_of
from conversations.study.stories.taps import level_choices, rows, tap
from conversations.texts import stories as texts
from conversations.texts.progress import practice as practice_label
from conversations.visit import Visit


def grid(visit: Visit) -> Reply:
    """What the stories cover, competency by competency."""
    stories = bank_of(visit).stories
    lines, choices = [texts.coverage_heading()], []
    for one in visit.library.competencies.values():
        behaviors = [behavior.id for level in one.levels for behavior in level.behaviors]
        lines.append(texts.coverage(one.name, fitting.covered(stories, behaviors), len(behaviors)))
        choices.append((tap("grid", one.id, label=one.name),))
    return Reply("\n\n".join(lines), (*choices, (tap("all", label=texts.ALL),)), replace=True)


def competency_grid(visit: Visit, competency: str) -> Reply:
    """The points of a competency, level by level, with the number of stories for each."""
    known, stories = visit.library.competency(competency), bank_of(visit).stories
    lines = [
        texts.level_row(level.number, [len(fitting.stories_of(stories, one.id)) for one in level.behaviors])
        for level in known.levels
    ]
    text = "\n".join([texts.coverage_title(known.name), *lines, "", texts.grid_legend()])
    labels = level_choices(visit, "grid", competency)
    return Reply(text, rows(labels[:3], labels[3:], (tap("grid", label=texts.GRID),)), replace=True)


def level_grid(visit: Visit, competency: str, number: int) -> Reply:
    """The points of one level with the stories that show them."""
    known, stories = visit.library.competency(competency), bank_of(visit).stories
    lines = [
        texts.covered_by(place, behavior, [story.title for story in fitting.stories_of(stories, behavior.id)])
        for place, behavior in enumerate(visit.library.level(competency, number).behaviors, start=1)
    ]
    practice = buttons.command(f"practice {competency} {number}", practice_label(number))
    choices = ((practice,), (tap("grid", competency, label=known.name), tap("all", label=texts.ALL)))
    return Reply(texts.level_page(known.name, number, lines), choices, replace=True)
