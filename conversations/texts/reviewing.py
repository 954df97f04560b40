"""What is said to a coach who reviews."""

import re
from collections.abc import Sequence

from conversations.coaching.reviewing.draft import Draft, Page
from conversations.coaching.reviewing.record import Comment, Ruling
from conversations.markup import bold, italic, quote
from conversations.texts.feedback import sentence
from conversations.texts.reviews import ANCHORS, place

# Buttons

OPEN, READ_AGAIN, TRY_AGAIN = "Review it", "Read the interview", "Try again"
QUEUE, FEWER, MORE, BACK = "Queue", "Back", "More", "Back"
BEFORE, AFTER = "‹ Previous", "Next ›"
BEHAVIORS, RATE, ASK, PHRASES, SUM_UP = "Behaviors", "Rate", "Ask further", "Phrases", "Sum up"
CONFIRM = "The others are right"
NO_REASON, KEEP_PHRASE, DROP_LATEST = "No reason", "Keep as a phrase", "Take the latest comment back"
ANSWERS, DISCARD, REALLY_DISCARD, KEEP = "Back to the answers", "Throw away", "Yes, throw it away", "Keep it"
FINISH, UNFINISH = "Finished, release it later", "Not finished yet"
SIDES = {-1: "‹ Interview before", 1: "Next interview ›"}

LONGEST_QUOTE = 140  # characters of evidence beside an answer
LONGEST_LABEL = 40


def blind(*, on: bool) -> str:
    return f"Rate before I see other ratings: {'on' if on else 'off'}"


def batch(number: int, task: int | None) -> str:
    which = f"assignment {task}" if task is not None else "shared interviews"
    return f"Release {number} finished: {which}"


def question_label(exchange: int) -> str:
    return f"Question {exchange + 1}"


def heard(place: int) -> str:
    return f"{place}: heard it"


def unheard(place: int) -> str:
    return f"{place}: did not"


def take_back(place: int) -> str:
    return f"{place}: take it back"


def phrase_label(place: int, words: str) -> str:
    return f"{place}. {cut(words, LONGEST_LABEL)}"


def drop(place: int) -> str:
    return f"✕ {place}"


def release(name: str) -> str:
    return f"Release to {name[:30]} now"


def cut(words: str, longest: int) -> str:
    """The beginning of some words, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"


# The queue

THE_CANDIDATE = "The candidate"
NOTHING_WAITS = "No interview waits for a review. You are told when somebody hands one in."
KEPT_ALL = "Everything you wrote is kept as a draft. /review goes on with it."
LEFT = "You are not reviewing right now. /review shows what waits; every draft is kept."
FETCHING = "Turning the page."
STILL_FETCHING = "I am still fetching that page. Your draft is kept."
TAP_BELOW = "Please tap one of these."


def queue_heading(number: int, unseen: int) -> str:
    new = f", {unseen} new" if unseen else ""
    return f"{bold('Waiting for a review')}: {number}{new}. Tap a number, or type a name."


def queue_line(place: int, about: str, day: str, draft: Draft | None) -> str:
    return f"{place}. {about}\n{italic(stage(day, draft))}"


def stage(day: str, draft: Draft | None) -> str:
    """How far a review is; ``day`` is when the interview came."""
    if draft is None:
        return f"new, {day}"
    if draft.finished:
        return "finished, not released"
    comments = len(draft.review.comments)
    said = [f"{comments} comment{'s' if comments > 1 else ''}"] if comments else []
    said += [f"rated {one.value}" for one in draft.review.ratings]
    return f"draft: {', '.join(said)}" if said else "opened"


def nobody_named(words: str) -> str:
    return f"Nobody in this queue is called “{words[:40]}”."


def shared(name: str, interview: int) -> str:
    return f"{bold(name)} shares interview {interview} with you. You can review it if you like."


# An answer

BLIND = italic("What the machine and the candidate think is shown once you have rated.")
HOW_TO_COMMENT = italic(
    "Type to comment on this answer. Begin with 3: for its third sentence or with “their words” in quotation marks, or "
    "reply to this message."
)
_VERDICTS = {"shown": "✓", "touched": "~", "not-yet": "–", "": "•"}
_PLACE = re.compile(r"^Question (\d+) of \d+(?:, follow-up (\d+) of \d+)?", re.MULTILINE)


def whose(name: str, interview: int, competency: str, level: int) -> str:
    return bold(f"{name}, interview {interview}: {competency}, level {level}")


def answer(page: Page, words: str) -> str:
    """The question and the answer of a page; ``words`` are the answer's, with numbered sentences."""
    asked = f"{page.asked_by} asked afterwards: " if page.asked_by else ""
    before = "… " if page.start else ""
    said = quote(f"{before}{words}{' …' if page.more else ''}") if words.strip() else italic("No answer.")
    return f"{where(page)}\n{asked}{bold(page.prompt)}\n{said}"


def where(page: Page) -> str:
    followed = f", follow-up {page.answer} of {page.answers - 1}" if page.answer else ""
    again = f", attempt {page.attempt}" if page.attempt > 1 else ""
    number = f" (page {page.place + 1} of {page.pages})" if page.pages > 1 else ""
    return f"Question {page.exchange + 1} of {page.exchanges}{followed}{again}{number}"


def place_shown(message: str) -> tuple[int, int] | None:
    """The exchange and the answer, from 0, that a message made by `answer` shows; None for another message."""
    found = _PLACE.search(message)
    return (int(found[1]) - 1, int(found[2] or 0)) if found and int(found[1]) else None


def anchors_heading(level: int) -> str:
    return bold(f"What level {level} asks for")


def finding(behavior: str, verdict: str, words: list[str], ruled: Ruling | None) -> str:
    quoted = "".join(f" “{cut(one, LONGEST_QUOTE)}”" for one in words)
    yours = "" if ruled is None else italic(" You heard it." if ruled.heard else " You did not hear it.")
    return f"{_VERDICTS.get(verdict, '•')} {sentence(behavior)}{quoted}{yours}"


def comment_here(one: Comment) -> str:
    """A comment on the answer beside it, in one line."""
    about = f"“{cut(one.quote, LONGEST_LABEL)}” " if one.quote else ""
    return f"✎ {about}{cut(one.text, LONGEST_QUOTE)}"


def further(words: str) -> str:
    return f"{italic('You asked further, no answer yet:')} {words}"


def own_rating(value: int) -> str:
    return f"Their own rating: {value} of 5."


def kept(one: Comment, note: str) -> str:
    where_to = f" on {place(one.exchange, one.answer).lower()}" if one.exchange is not None else " on the whole"
    about = f"Kept{where_to}."
    words = f"\n{quote(cut(one.quote, LONGEST_QUOTE))}" if one.quote else ""
    return f"{note} {about}".strip() + words


def changed(words: str) -> str:
    return f"I changed your comment:\n{words}"


def not_changed(longest: int) -> str:
    return f"A comment has words, and at most {longest:,} characters. This one stays as it was."


WORDS_NOT_FOUND = "I did not find those words in this answer, so your comment is about all of it."
OTHER_INTERVIEW = (
    "The message that you replied to shows another interview, so I kept nothing. Open that one in the queue first."
)
TAKEN_BACK = "The latest comment is gone."


def no_such_sentence(number: int, sentences: int) -> str:
    count = "one sentence" if sentences == 1 else f"{sentences} sentences"
    return f"This answer has {count}, no number {number}, so your comment is about all of it."


def too_much(longest: int, most: int) -> str:
    return f"A comment has at most {longest:,} characters, and a review {most} comments. I did not keep this one."


# Behaviors, ratings, questions


def ruling_heading(exchange: int, *, blind: bool) -> str:
    how = (
        "What did you hear?" if blind else "✓ heard, ~ touched on, – not heard by the machine. Overrule what is wrong."
    )
    return f"{bold(f'Question {exchange + 1}: behaviors')}\n{how}"


def reason(behavior: str) -> str:
    return f"{sentence(behavior)}\n\nWhy? Type a reason, the words that decided it for instance, or go on without."


def reason_too_long(longest: int) -> str:
    return f"A reason has at most {longest} characters. I did not keep this one."


def rate(competency: str, level: int, behaviors: Sequence[str]) -> str:
    scale = "\n".join(f"{bold(str(value))} {words}" for value, words in ANCHORS.items())
    asks = "\n".join(f"• {sentence(one)}" for one in behaviors)
    return f"{bold(f'{competency}, level {level}')}\n{asks}\n\nHow much of that comes across, in all answers?\n{scale}"


def rated(value: int, *, shows: bool) -> str:
    now = " Now you see what the machine and the candidate think." if shows else ""
    return f"Rated {value} of 5.{now}"


def ask(name: str, prompt: str) -> str:
    return (
        f"What would you like to ask {name} further? Type one question.\nThe answer it follows up on was to: {prompt}"
    )


def asked(name: str) -> str:
    return f"Sent to {name}. The answer comes to you and into the transcript."


def question_too_long(longest: int) -> str:
    return f"A question has at most {longest} characters. I did not send this one."


TOO_MANY_QUESTIONS = "Five of your questions wait for an answer already, so I did not send this one."


def answered(name: str, interview: int, words: str) -> str:
    return f"{bold(name)} answered your further question about interview {interview}:\n{quote(words)}"


def replied(name: str, interview: int, words: str) -> str:
    return f"{bold(name)} wrote back about your review of interview {interview}:\n{quote(words)}"


# Phrases

CHOOSE_PHRASE = "Which phrase? Tap it to use it as a comment. ✕ takes one out of the list."
NO_PHRASES = "You have kept no phrase yet. Under each comment there is a button that keeps it as one."
PHRASE_KEPT = "It is among your phrases now."


def bank_full(most: int) -> str:
    return f"You have {most} phrases, which is as many as I keep. Take one out first."


# Letting go

NOTHING_YET = "You have written nothing yet."
WHOLE_HOW = italic("Type to comment on the whole interview.")
FINISHED = "Finished. It waits to be released with the others of its assignment."
UNFINISHED = "It is a draft again."
DISCARD_ASK = "Throw the draft away? Your comments and ratings go; the interview waits as a new one."
DISCARDED = "The draft is gone."


def released(name: str) -> str:
    return f"On its way to {name}, who is told once and can reply."


def released_batch(number: int) -> str:
    reviews = "one review" if number == 1 else f"{number} reviews"
    return f"{reviews.capitalize()} on the way. Everybody is told once and can reply."


def ended(name: str, drafts: Sequence[tuple[int, Sequence[str]]]) -> str:
    """Said when interviews are not shared any more: which ones, and the coach's own words about them."""
    numbers = " and ".join(str(interview) for interview, _ in drafts)
    which = f"interview {numbers}" if len(drafts) == 1 else f"interviews {numbers}"
    own = [words for _, written in drafts for words in written]
    gone = f"{bold(name)} does not share {which} with you any more, so that review is over. Nothing was released."
    if not own:
        return gone
    listed = "\n".join(f"• {words}" for words in own)
    return f"{gone} The draft is gone, with every word that it quoted. What you wrote yourself:\n{listed}"
