"""The transcript as a PDF: every word of it, of the coaches' reviews too, whatever people type."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.exports import render
from content.library import Library
from conversations.coaching.reviewing.record import Comment, Remark, Review, RubricRating, Ruling
from conversations.feedback import Engine
from conversations.interview.record import Answer, Interview
from conversations.replies import Attachment
from conversations.texts.reviews import ANCHORS
from conversations.transcript import Round, Transcript, Turn, transcript
from tests.exports.interviews import ADDED, MONDAY, TOLD, an_exchange, an_interview, said
from tests.exports.paper import pages

BEHAVIOR = "crm-l1-b2"


@pytest.fixture
def reviewed(library: Library, engine: Engine) -> Interview:
    """An interview that Bea and Carl reviewed; Carl asked something afterwards, and Bea was written back to."""
    interview = an_interview(an_exchange(library, engine))
    interview.exchanges[0].answers.append(
        Answer("And who paid?", MONDAY, messages=said("The hotel.", 90), asked_by="Carl")
    )
    interview.reviews = [
        Review(
            "telegram-77",
            "Bea",
            MONDAY,
            [Comment(2, "Who was that?", 0, 0, 64, 95, "I rang the night porter"), Comment(1, "A clear story.")],
            [RubricRating("crm", 4)],
            [Ruling(0, BEHAVIOR, True, "The group chat.")],
            [Remark(MONDAY, "Thanks, a colleague.")],
        ),
        Review("telegram-78", "Carl", MONDAY, [Comment(1, "More of the result.")], [RubricRating("crm", 2)]),
    ]
    return interview


def as_file(made: Transcript, form: str) -> bytes:
    return render(Attachment("transcript", form, f"x.{form}", msgspec.json.encode(made)))


def read(made: Transcript) -> str:
    """The words of the PDF, as one line."""
    return " ".join(" ".join(pages(as_file(made, "pdf"))).split())


def test_the_document_has_every_word_of_the_interview(library: Library, reviewed: Interview) -> None:
    text = read(transcript(reviewed, library, "Ada"))
    assert text.startswith("Interview 3: Customer Relationship Management, level 1 Ada · March 3, 2025, 09:30 UTC")
    for part in ("Hint taken: Think of an outage.", "Before it was edited: Our system went down.", "Skipped.",
                 "Own rating: 4 of 5", "Not there yet", "Carl asked afterwards And who paid? The hotel.",
                 "1 of 2"):  # fmt: skip
        assert part in text
    for told in (*TOLD.split(), *ADDED.split()):
        assert told.strip(",.") in text


@pytest.mark.parametrize("form", ["html", "pdf", "md", "json"])
def test_the_reviews_of_both_coaches_stand_in_every_file(library: Library, reviewed: Interview, form: str) -> None:
    made = transcript(reviewed, library)
    text = read(made) if form == "pdf" else as_file(made, form).decode()
    for part in ("Bea", "A clear story.", "I rang the night porter", "Who was that?", "The group chat.",
                 "Thanks, a colleague.", "Carl", "More of the result."):  # fmt: skip
        assert part in text
    assert text.index("A clear story.") < text.index("More of the result.")
    assert "telegram-7" not in text
    assert BEHAVIOR not in text.split("A clear story.")[1]
    if form != "json":
        assert f"Customer Relationship Management: 4 of 5, {ANCHORS[4]}" in text
        assert text.index("On the whole") < text.index("Who was that?")


def test_the_document_has_signs_of_other_scripts_and_a_box_for_what_its_font_lacks(
    library: Library, engine: Engine
) -> None:
    exchange = an_exchange(library, engine, added="Η Άννα τηλεφώνησε, Анна позвонила. 日本")
    text = read(transcript(an_interview(exchange), library))
    assert "Η Άννα τηλεφώνησε, Анна позвонила. □□" in text


def test_the_same_transcript_makes_the_same_document(library: Library, reviewed: Interview) -> None:
    made = transcript(reviewed, library)
    assert as_file(made, "pdf") == as_file(made, "pdf")


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))), st.text("ab \n()\\*_<>", max_size=3000))
def test_any_words_make_a_document(first: str, second: str) -> None:
    turns = tuple(Turn("Why?", text, MONDAY) for text in (first, second))
    made = Transcript(1, "CRM", 1, "practice", MONDAY, None, False, (Round(1, "Why?", turns),), candidate=first)
    assert pages(as_file(made, "pdf"))
