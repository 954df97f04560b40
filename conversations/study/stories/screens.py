"""The screens of the story bank: the list, one story, the answers to keep, and what the next message is for."""

from collections.abc import Callable

from conversations import buttons
from conversations.history import name_of
from conversations.replies import Choice, Reply, noted
from conversations.study.stories import fitting
from conversations.study.stories.keeping import bank_of, find, interview_of, keepable
from conversations.study.stories.machine import State
from conversations.study.stories.matching import ask_question
from conversations.study.stories.record import Story
from conversations.study.stories.taps import rows, tap, turn
from conversations.texts import stories as texts
from conversations.texts.study import excerpt
from conversations.visit import Visit

PAGE = 6  # stories on a page; more do not fit a phone with their buttons
ANSWERS = 4
MOST_NAMED = 3  # stories that are told too often
LONGEST_QUESTION = 90  # characters of a question in a list


def screen(visit: Visit) -> Reply:
    """The screen of the state."""
    return SCREENS[bank_of(visit).state](visit)


def listed(visit: Visit, page: int = 0, only: str = "") -> Reply:
    """One page of the stories, the latest first; with ``only``, those that have it in title or tags."""
    everything = bank_of(visit).stories[::-1]
    if not everything:
        return Reply(texts.EMPTY, ways_in(visit), replace=True)
    chosen = [story for story in everything if matches(story, only)] if only else everything
    if not chosen:
        return noted(texts.none_match(only), listed(visit))
    pages = -(-len(chosen) // PAGE)
    page = min(page, pages - 1)
    here = chosen[page * PAGE : (page + 1) * PAGE]
    parts = [texts.heading(len(chosen), page + 1, pages), "\n".join(map(line, here))]
    if only and pages > 1:
        parts.append(texts.more_match(len(chosen) - len(here)))
    often = [(story.title, len(story.questions)) for story in everything if fitting.is_overused(story)]
    if often and not page and not only:
        parts.append(texts.told_often(often[:MOST_NAMED]))
    numbers = tuple(tap("one", story.number, label=str(story.number)) for story in here)
    turns = () if only else turn("page", page, pages)
    return Reply("\n\n".join(parts), rows(numbers, turns, *ways_in(visit)), replace=True)


def matches(story: Story, words: str) -> bool:
    wanted = words.casefold().lstrip("#")
    return wanted in story.title.casefold() or wanted in (tag.casefold() for tag in story.tags)


def line(story: Story) -> str:
    return texts.line(story.number, story.title, len(story.shown), len(story.questions), story.tags)


def ways_in(visit: Visit) -> tuple[tuple[Choice, ...], ...]:
    """What can be done with stories; without any, how to come by one."""
    has_answer = next(keepable(visit.notebook), None) is not None
    keep = tap("answers", 0, label=texts.KEEP_ONE) if has_answer else buttons.command("practice", texts.PRACTICE)
    if not bank_of(visit).stories:
        return ((keep,),)
    return ((tap("ask", label=texts.WHICH_FITS),), (tap("grid", label=texts.GRID), keep))


def answers(visit: Visit, page: int = 0) -> Reply:
    """The answers that can be kept, the latest first."""
    found = list(keepable(visit.notebook))
    back = (tap("all", label=texts.ALL),) if bank_of(visit).stories else ()
    if not found:
        return Reply(texts.NOTHING_TO_KEEP, rows((buttons.command("practice", texts.PRACTICE),), back), replace=True)
    pages = -(-len(found) // ANSWERS)
    page = min(page, pages - 1)
    here = list(enumerate(found, start=1))[page * ANSWERS : (page + 1) * ANSWERS]
    lines = [
        texts.answer_line(
            at,
            question_of(visit, one.result.question),
            f"{name_of(visit, one.interview.competency)}, level {one.interview.level}",
            one.interview.finished,
            len(one.result.shown) + len(one.result.beyond),
        )
        for at, one in here
    ]
    numbers = tuple(tap("keep", one.interview.number, one.place, label=str(at)) for at, one in here)
    text = "\n\n".join([texts.answers_heading(page + 1, pages), *lines])
    return Reply(text, rows(numbers, turn("answers", page, pages), back), replace=True)


def question_of(visit: Visit, question: str) -> str:
    """The question's text, shortened; a word for one that no pack holds any more."""
    known = visit.library.questions.get(question)
    return excerpt(known.text, LONGEST_QUESTION) if known else texts.QUESTION_GONE


def story_page(visit: Visit, story: Story) -> Reply:
    """One story with its words, which the archive holds."""
    finished = {summary.number: summary.finished for summary in visit.notebook.history}
    behaviors = [visit.library.behaviors[one] for one in story.shown if one in visit.library.behaviors]
    told = [(question_of(visit, one.question), finished.get(one.interview)) for one in story.tellings]
    text = texts.page(story.title, story.tags, behaviors, told, words(visit, story))
    number = story.number
    return Reply(
        text,
        (
            (tap("name", number, label=texts.RENAME), tap("tag", number, label=texts.TAGS)),
            (
                buttons.command(f"transcript {story.best.interview}", texts.READ),
                tap("delete", number, label=texts.DELETE),
            ),
            (tap("all", label=texts.ALL),),
        ),
    )


def words(visit: Visit, story: Story) -> str:
    """The story as it was told best, "" when that cannot be read."""
    told = story.best
    interview = interview_of(visit, told.interview)
    if interview is None or told.exchange >= len(interview.exchanges):
        return ""
    return "\n".join(passage.text for passage in interview.exchanges[told.exchange].passages())


def ask_delete(story: Story) -> Reply:
    yes = tap("delete", story.number, "yes", label=texts.YES_DELETE)
    return Reply(texts.ask_delete(story.title), ((yes, tap("one", story.number, label=texts.KEEP_IT)),))


def of_story(text: Callable[[Story], str]) -> Callable[[Visit], Reply]:
    """A screen about the story that is being changed; the list when it is gone."""

    def shown(visit: Visit) -> Reply:
        story = find(bank_of(visit), bank_of(visit).open)
        if story is None:
            return noted(texts.GONE, listed(visit))
        return Reply(text(story), ((tap("leave", label=texts.DONE),),))

    return shown


SCREENS: dict[State, Callable[[Visit], Reply]] = {
    State.CLOSED: listed,
    State.TITLE: of_story(lambda story: texts.ask_title(story.title)),
    State.TAGS: of_story(lambda story: texts.ask_tags(story.title, story.tags)),
    State.QUESTION: ask_question,
}
