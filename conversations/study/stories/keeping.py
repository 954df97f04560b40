"""Stories as they are stored: kept from an answer, told again, renamed, tagged, deleted."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from conversations.feedback import Assessment, Verdict
from conversations.interview.record import Exchange, Interview
from conversations.notebook import Notebook, QuestionResult, Summary
from conversations.study.stories.recognizing import own_words, recognized
from conversations.study.stories.record import Bank, Story, Telling
from conversations.visit import Visit

MOST_STORIES = 60
MOST_TELLINGS = 20  # of one story, the latest; the first stays too, as it is what the story is named for
MOST_WORDS = 30  # of a story's own
LONGEST_TITLE = 48  # characters of a title that is taken from the answer


class Keepable(NamedTuple):
    """An answer in the history that showed something and belongs to no story yet; ``place`` is its exchange's."""

    interview: Summary
    place: int
    result: QuestionResult


def bank_of(visit: Visit) -> Bank:
    return visit.notebook.study.bank


def find(bank: Bank, number: int) -> Story | None:
    return next((story for story in bank.stories if story.number == number), None)


def change(bank: Bank, changed: Story) -> Story:
    """Puts a story in the place of the one with its number."""
    bank.stories = [changed if story.number == changed.number else story for story in bank.stories]
    return changed


def untell(bank: Bank, story: Story, interview: int, place: int) -> None:
    """Takes an answer out of a story that has others too."""
    others = tuple(one for one in story.tellings if (one.interview, one.exchange) != (interview, place))
    change(bank, replace(story, tellings=others))


def delete(bank: Bank, number: int) -> None:
    bank.stories = [story for story in bank.stories if story.number != number]


def told_in(bank: Bank, interview: int, place: int) -> Story | None:
    """The story that an answer is known to tell; None when it is none's."""
    for story in bank.stories:
        if any((telling.interview, telling.exchange) == (interview, place) for telling in story.tellings):
            return story
    return None


def interview_of(visit: Visit, number: int) -> Interview | None:
    """An interview from the archive, or the one that is open; None when it cannot be read."""
    running = visit.notebook.interview
    return visit.archive.get(number) or (running if running and running.number == number else None)


def keepable(notebook: Notebook) -> Iterator[Keepable]:
    """The answers that can be kept, the latest first."""
    told = {(one.interview, one.exchange) for story in notebook.study.bank.stories for one in story.tellings}
    for summary in reversed(notebook.history):
        for place, result in enumerate(summary.results):
            if (result.shown or result.beyond) and (summary.number, place) not in told:
                yield Keepable(summary, place, result)


def shown(assessment: Assessment | None) -> tuple[str, ...]:
    """The behaviors of all levels that an answer showed."""
    found = assessment.behaviors if assessment else ()
    return tuple(one.behavior for one in found if one.verdict is Verdict.SHOWN)


def telling(interview: Interview, place: int) -> Telling:
    exchange = interview.exchanges[place]
    return Telling(interview.number, place, exchange.question, shown(exchange.assessment))


def words_of(visit: Visit, exchange: Exchange) -> tuple[str, ...]:
    """The words by which a story is known."""
    return own_words(visit.library, "\n".join(passage.text for passage in exchange.passages()))


def known_story(visit: Visit, interview: Interview, place: int) -> Story | None:
    """The story that an answer tells: noted as such, or recognized by its words."""
    bank = bank_of(visit)
    if not bank.stories:
        return None
    noted = told_in(bank, interview.number, place)
    return noted or recognized(bank.stories, words_of(visit, interview.exchanges[place]))


def keep(visit: Visit, interview: Interview, place: int) -> Story:
    """A new story from an answer that showed something, named by its first words."""
    bank, exchange = bank_of(visit), interview.exchanges[place]
    words = words_of(visit, exchange)[:MOST_WORDS]
    story = Story(bank.next_number, title_of(exchange), words, (telling(interview, place),))
    bank.next_number += 1
    bank.stories.append(story)
    return story


def tell_again(bank: Bank, story: Story, told: Telling) -> Story:
    """Notes a telling; the one that is known of the same answer is brought up to date."""
    here = (told.interview, told.exchange)
    tellings = [told if (one.interview, one.exchange) == here else one for one in story.tellings]
    if told not in tellings:
        tellings.append(told)
    if len(tellings) > MOST_TELLINGS:
        tellings = [tellings[0], *tellings[-MOST_TELLINGS + 1 :]]
    return change(bank, replace(story, tellings=tuple(tellings)))


def note_tellings(visit: Visit, interview: Interview) -> None:
    """At the end of an interview: which of its answers told a story that is kept."""
    for place, exchange in enumerate(interview.exchanges):
        story = known_story(visit, interview, place) if exchange.answered else None
        if story is not None:
            tell_again(bank_of(visit), story, telling(interview, place))


def title_of(exchange: Exchange) -> str:
    """The first words of an answer, as many as make a title."""
    words = " ".join(exchange.answers[0].text.split()) or " ".join(exchange.passages()[0].text.split())
    sentence = words.split(". ")[0].rstrip(".!?")
    if len(sentence) <= LONGEST_TITLE:
        return sentence
    return sentence[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + "…"
