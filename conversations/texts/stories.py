"""What is said about a person's stories."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from content.model import Behavior
from conversations.markup import bold, italic, quote
from conversations.texts.feedback import as_clause
from conversations.texts.progress import counted
from conversations.texts.records import day

HEADING = "Your stories"
EMPTY = (
    "No stories kept yet. A handful of true stories carries most interviews: when an answer of yours showed something, "
    "keep it here, and I find the one that fits a question."
)
NOTHING_TO_KEEP = "There is no answer to keep yet. One that shows something an interviewer listens for can be kept."
NEWER, OLDER, DONE = "Newer", "Older", "Never mind"
KEEP, KEEP_ONE, WHICH_FITS, GRID, ALL = (
    "Keep as a story",
    "Keep an answer as a story",
    "Which story for a question?",
    "What they cover",
    "All stories",
)
NAME_IT, RENAME, TAGS, DELETE, READ = "Name it", "Rename", "Tags", "Delete", "Read the interview"
PRACTICE, ANOTHER_QUESTION, QUESTION_GONE = "Practice an interview", "Another question", "A question of an earlier pack"
NEW_STORY, YES_DELETE, KEEP_IT, SHOW = "It is another story", "Delete this story", "Keep it", "Show the story"
LONGEST_TITLE, LONGEST_TAG, MOST_TAGS, LONGEST_QUESTION = 60, 24, 5, 200
FULL = "Your bank is full. Delete a story that you no longer tell, and keep this one then."
DELETED = "Deleted. The interview that it came from stays in your history."
GONE = "That story is no longer there. Here are those that are."
UNREADABLE = "I could not read that interview any more, so there is nothing to keep."
WORDS_UNREADABLE = "Its words could not be read; the interview is no longer in the archive."
ASK_QUESTION = (
    "Which question? Type or paste it as an interviewer would ask it. Or choose a level below, and I go by what is "
    "listened for there."
)
ASK_TAGS = f"Which tags? Type up to {MOST_TAGS}, with commas between them, as in: hotel, complaint. A dash removes all."
NOT_TOLD = "I cannot tell what that question listens for. Choose its level below, or word it in another way."
TAGS_TOO_LONG = f"That is too much: at most {MOST_TAGS} tags, of at most {LONGEST_TAG} characters each."
MOST_TITLES = 3  # stories that are named for one point
NAMED, TAGGED = "It has its name.", "It has its tags."
TOLD_OFTEN = "Told often"


def heading(count: int, page: int, pages: int) -> str:
    paged = f" (page {page} of {pages})" if pages > 1 else ""
    return f"{bold(HEADING)}{paged}\n{counted(count, 'story').replace('storys', 'stories')}."


def line(number: int, title: str, points: int, questions: int, tags: Sequence[str]) -> str:
    """One story in the list."""
    told = f"told for {counted(questions, 'question')}"
    return f"{bold(f'{number}.')} {title}: {counted(points, 'point')}, {told}{tagged(tags)}"


def tagged(tags: Sequence[str]) -> str:
    return "".join(f" #{tag}" for tag in tags)


def told_often(titles: Iterable[tuple[str, int]]) -> str:
    """Stories that an interviewer who compares notes would hear too often."""
    lines = [f"“{title}”: {counted(questions, 'question')}" for title, questions in titles]
    return "\n".join([bold(TOLD_OFTEN), *lines, italic("Interviewers compare notes; a second story helps.")])


def more_match(count: int) -> str:
    return f"{count} more {'has' if count == 1 else 'have'} that too; a longer word finds fewer."


def none_match(words: str) -> str:
    return f"No story has “{words[:40]}” in its title or tags. Here are all:"


def answers_heading(page: int, pages: int) -> str:
    paged = f" (page {page} of {pages})" if pages > 1 else ""
    return f"{bold('Answers that showed something')}{paged}\nTap a number to keep that one as a story."


def answer_line(place: int, question: str, where: str, when: datetime, points: int) -> str:
    return f"{bold(f'{place}.')} {question}\n{where}, {day(when)}: {counted(points, 'point')}"


def kept(title: str) -> str:
    return f"Kept as a story: “{title}”. /stories has it; a name of your own makes it easier to find."


def told_again(title: str, questions: int) -> str:
    return f"That sounds like your story “{title}”, so I noted it there: told for {counted(questions, 'question')} now."


def kept_already(title: str) -> str:
    return f"That answer is kept already, as “{title}”."


def kept_as(title: str) -> str:
    return italic(f"Kept as your story “{title}”.")


def recognized(title: str, questions: int, overused: bool) -> str:
    """Under feedback on an answer that tells a story that is kept."""
    another = " Interviewers compare notes, so another one would help." if overused else ""
    return italic(f"Your story “{title}”, told for {counted(questions, 'question')} now.{another}")


def page(
    title: str,
    tags: Sequence[str],
    behaviors: Iterable[Behavior],
    told: Iterable[tuple[str, datetime | None]],
    words: str,
) -> str:
    """One story with all that is known of it. ``told`` are the questions and when, None when nobody knows; ``words``
    are its best telling, "" when they cannot be read."""
    tag_line = tagged(tags).strip()
    points = [f"• {as_clause(behavior)}" for behavior in behaviors]
    tellings = [f"• {question}{f' ({day(when)})' if when else ''}" for question, when in told]
    parts = [
        f"{bold(title)}\n{tag_line}" if tag_line else bold(title),
        "\n".join([bold("It showed"), *points]),
        "\n".join([bold("Told for"), *tellings]),
        quote(words) if words else WORDS_UNREADABLE,
    ]
    return "\n\n".join(parts)


def ask_title(title: str) -> str:
    return f"What should “{title}” be called? Type a few words that bring it back to you, as in: the late sofa."


def ask_tags(title: str, tags: Sequence[str]) -> str:
    now = f" It has{tagged(tags)}." if tags else ""
    return f"“{title}”.{now} {ASK_TAGS}"


def title_too_long(length: int) -> str:
    return f"That is {length} characters; a title has at most {LONGEST_TITLE}. A few words are enough."


def ask_delete(title: str) -> str:
    return f"Delete the story “{title}”? Its name, tags and what it is noted to have shown go; the interview stays."


def coverage(name: str, covered: int, of: int) -> str:
    holes = of - covered
    return f"{bold(name)}\n{covered} of {counted(of, 'point')} with a story, {counted(holes, 'hole')}"


def coverage_heading() -> str:
    return (
        f"{bold('What your stories cover')}\n"
        "A hole is a point that an interviewer listens for and no story of yours shows."
    )


def coverage_title(name: str) -> str:
    return bold(f"What your stories cover: {name}")


def level_row(number: int, covered: Sequence[int]) -> str:
    """A level in the grid: each point by its number, and how many stories show it."""
    points = "  ".join(f"{place} {sign(count)}" for place, count in enumerate(covered, start=1))
    return f"Level {number}:  {points}"


def sign(stories: int) -> str:
    return "✓" if stories == 1 else f"✓{stories}" if stories else "○"


def grid_legend() -> str:
    return italic("✓ one story shows it, ✓2 two do, ○ a hole. The page of a level names the points.")


def covered_by(place: int, behavior: Behavior, titles: Sequence[str]) -> str:
    stories = ", ".join(f"“{title}”" for title in titles[:MOST_TITLES])
    if len(titles) > MOST_TITLES:
        stories += f" and {len(titles) - MOST_TITLES} more"
    return f"{place}. {'✓' if titles else '○'} {as_clause(behavior)}: {stories or bold('no story yet')}"


def level_page(name: str, level: int, lines: Iterable[str]) -> str:
    return "\n".join([bold(f"{name}, level {level}"), *lines])


def choose_level(name: str) -> str:
    return f"{bold(name)}\nWhich level is the question from?"


def fit(question: str, title: str, shown: Iterable[Behavior], others: Iterable[str], overused: int) -> str:
    """Which story to tell; ``overused`` is for how many questions it was told already, 0 when that is fine."""
    showed = "; ".join(as_clause(behavior) for behavior in shown)
    parts = [f"For this question, your story “{title}” fits: it showed {showed}."]
    if overused:
        parts.append(f"You told it for {overused} questions already, so have another one ready.")
    other = [f"“{one}”" for one in others]
    if other:
        parts.append(f"Also possible: {', '.join(other)}.")
    return "\n\n".join([bold(question), *parts])


def no_fit(question: str, wanted: Iterable[Behavior]) -> str:
    points = "\n".join(f"• {as_clause(behavior)}" for behavior in wanted)
    return (
        f"{bold(question)}\n\nNo story of yours shows what it listens for yet. "
        f"An interviewer would like to hear of:\n{points}"
    )


def of_level(name: str, level: int) -> str:
    return f"A question of {name}, level {level}"


def pointer(title: str, behavior: Behavior) -> str:
    """A line in a hint."""
    return f"Your story “{title}” may fit: it showed {as_clause(behavior)}."
