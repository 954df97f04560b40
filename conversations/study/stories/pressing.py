"""What a person can do with their stories: the command /stories, buttons, typed words."""

from msgspec import structs

from conversations.events import Said
from conversations.interview.machine import WrongMoment
from conversations.notebook import Notebook
from conversations.replies import Reply, noted
from conversations.study.bearings import interrupting
from conversations.study.course import Course
from conversations.study.stories import coverage, fitting, keeping, matching
from conversations.study.stories.keeping import bank_of, find
from conversations.study.stories.machine import MACHINE, State
from conversations.study.stories.offering import keep
from conversations.study.stories.record import Story
from conversations.study.stories.screens import answers, ask_delete, line, listed, screen, story_page
from conversations.study.stories.taps import tap
from conversations.texts import stories as texts
from conversations.texts.study import excerpt
from conversations.visit import Replies, Visit

COURSE = Course("stories", MACHINE, bank_of, screen, (State.CLOSED,))
COMMANDS = COURSE.commands()
LONGEST_NUMBER = 8  # digits
NO_TAGS = "-"


def wanted(notebook: Notebook, parts: tuple[str, ...]) -> tuple[int, ...]:
    """The numbers of the interviews whose words a button needs."""
    match parts:
        case ("keep" | "new", interview, _) if is_number(interview):
            return (int(interview),)
        case ("one", number) if is_number(number):
            return wanted_for(notebook, number)
    return ()


def wanted_for(notebook: Notebook, number: str) -> tuple[int, ...]:
    """The interview that tells a story; none when there is no such story."""
    story = find(notebook.study.bank, int(number)) if is_number(number) else None
    return (story.best.interview,) if story else ()


def is_number(written: str) -> bool:
    return written.isdecimal() and len(written) <= LONGEST_NUMBER


def number(written: str) -> int:
    if not is_number(written):
        raise WrongMoment(f"no number: {written}")
    return int(written)


def stories(visit: Visit, argument: str = "") -> Replies:
    """The command /stories: the list, the story of a number, or those with a word in title or tags."""
    words = argument.strip()
    story = find(bank_of(visit), int(words)) if is_number(words) else None
    return [settled(visit, story_page(visit, story) if story else listed(visit, only=words))]


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """Raises `WrongMoment` for a story that is gone, and for a forged button."""
    match parts:
        case ("name" | "tag" as verb, which):
            return [open_(visit, verb, existing(visit, which))]
        case ("ask",):
            return [noted(interrupting(visit), COURSE.step(visit, "ask"))]
        case ("for", competency) if competency in visit.library.competencies:
            return [matching.choose_level(visit, competency)]
        case _:
            return [settled(visit, shown(visit, parts))]


def settled(visit: Visit, reply: Reply) -> Reply:
    """With anything but a button that asks for words, words are no longer waited for."""
    return COURSE.end(visit, reply) if visit.notebook.foreground == COURSE.talk else reply


def shown(visit: Visit, parts: tuple[str, ...]) -> Reply:
    """What a button shows or does at once."""
    match parts:
        case ("all",):
            return listed(visit)
        case ("page", page):
            return listed(visit, number(page))
        case ("one", which):
            return story_page(visit, existing(visit, which))
        case ("answers",):
            return structs.replace(answers(visit), replace=False)  # the report stays
        case ("answers", page):
            return answers(visit, number(page))
        case ("keep" | "new" as verb, interview, place):
            return keep(visit, number(interview), number(place), anew=verb == "new")
        case ("delete", which):
            return ask_delete(existing(visit, which))
        case ("delete", which, "yes"):
            keeping.delete(bank_of(visit), existing(visit, which).number)
            return noted(texts.DELETED, listed(visit))
        case ("leave",):
            return left(visit)
        case ("grid",):
            return coverage.grid(visit)
        case ("grid", competency) if competency in visit.library.competencies:
            return coverage.competency_grid(visit, competency)
        case ("grid", competency, level) if is_level(visit, competency, level):
            return coverage.level_grid(visit, competency, int(level))
        case ("for", competency, level) if is_level(visit, competency, level):
            return matching.of_level(visit, competency, int(level))
    raise WrongMoment(f"no such button: {parts}")


def is_level(visit: Visit, competency: str, level: str) -> bool:
    known = visit.library.competencies.get(competency)
    return known is not None and level in [str(one.number) for one in known.levels]


def existing(visit: Visit, which: str) -> Story:
    story = find(bank_of(visit), number(which))
    if story is None:
        raise WrongMoment("that story is gone")
    return story


def open_(visit: Visit, trigger: str, story: Story) -> Reply:
    """Waits for the story's new title or tags."""
    note = interrupting(visit)
    bank_of(visit).open = story.number
    return noted(note, COURSE.step(visit, trigger))


def left(visit: Visit) -> Reply:
    """The story that was not renamed or tagged after all, or the list."""
    bank = bank_of(visit)
    story = find(bank, bank.open) if bank.state in (State.TITLE, State.TAGS) else None
    return summary(story) if story else listed(visit)


def summary(story: Story) -> Reply:
    """One line about a story, with the ways to it."""
    return Reply(line(story), ((tap("one", story.number, label=texts.SHOW), tap("all", label=texts.ALL)),))


def said(visit: Visit, happening: Said) -> Replies:
    """Typed words: a title, tags, a question; with nothing waited for, words to look for."""
    bank, words = bank_of(visit), " ".join(happening.text.split())
    story = find(bank, bank.open)
    match bank.state:
        case State.QUESTION:
            return [ask(visit, words)]
        case State.TITLE if story:
            return [name(visit, story, words)]
        case State.TAGS if story:
            return [tag(visit, story, words)]
        case State.CLOSED:
            return stories(visit, words)
        case _:
            return [COURSE.end(visit, noted(texts.GONE, listed(visit)))]


def name(visit: Visit, story: Story, title: str) -> Reply:
    if len(title) > texts.LONGEST_TITLE:
        return noted(texts.title_too_long(len(title)), screen(visit))
    named = keeping.change(bank_of(visit), structs.replace(story, title=title))
    return COURSE.end(visit, noted(texts.NAMED, summary(named)))


def tag(visit: Visit, story: Story, words: str) -> Reply:
    """Puts the typed tags in the place of those it had; a dash removes them."""
    written = [" ".join(one.split()).lstrip("#").casefold() for one in words.split(",")]
    tags = tuple(dict.fromkeys(one for one in written if one and one != NO_TAGS))
    if len(tags) > texts.MOST_TAGS or any(len(one) > texts.LONGEST_TAG for one in tags):
        return noted(texts.TAGS_TOO_LONG, screen(visit))
    tagged = keeping.change(bank_of(visit), structs.replace(story, tags=tags))
    return COURSE.end(visit, noted(texts.TAGGED, summary(tagged)))


def ask(visit: Visit, question: str) -> Reply:
    """The story for a question in anybody's words."""
    wanted = fitting.meant(visit.library, question)
    if not wanted:
        return noted(texts.NOT_TOLD, screen(visit))
    return COURSE.end(visit, matching.fitting_page(visit, excerpt(question, texts.LONGEST_QUESTION), wanted))
