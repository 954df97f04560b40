"""Whatever happens in whatever state of a review: a useful answer, nothing lost; and interviews of any length."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.rendering import render
from conversations.coaching.responding.record import Responding
from conversations.coaching.responding.record import State as RespondingState
from conversations.coaching.reviewing.draft import Draft, Reviewing, State
from conversations.coaching.reviewing.pages import LONGEST, leaves, page
from conversations.coaching.reviewing.record import Review
from conversations.coaching.reviewing.sentences import find, numbered, sentences, unnumbered
from conversations.events import Delivered, Kind
from conversations.interview.machine import State as InterviewState
from conversations.interview.record import Answer, Exchange, Interview, Message
from conversations.markup import plain
from conversations.notebook import Notebook
from tests.coaching.reviews import handed_in, opened, screen
from tests.coaching.town import Neighbor, Town, joined
from tests.conversations.person import MONDAY, stored
from tests.conversations.stories import STORY

WORDS = [" ", "hello", "1", "3: x", "“x” y", "word " * 3000, "/nonsense", "/hint", "/retry", "/skip", "/help", "/board"]


@pytest.fixture(params=State, ids=lambda state: state.value)
def reviewer(request: pytest.FixtureRequest, bea: Neighbor, ada: Neighbor) -> Neighbor:
    """Bea in a state of reviewing, with a page open."""
    joined(bea, ada)
    handed_in(bea, ada)
    opened(bea)
    bea.notebook.coaching.reviewing.state = request.param
    bea.notebook.coaching.reviewing.behavior = "crm-l1-b1"
    return bea


@pytest.fixture(params=State, ids=lambda state: state.value)
def stranded(request: pytest.FixtureRequest, bea: Neighbor) -> Neighbor:
    """Bea in a state of reviewing whose draft, page and content are gone."""
    drafts = {"telegram-x/1": Draft("telegram-x", 1, Review("telegram-bea", "Bea"), MONDAY, "gone", 9)}
    for_nothing = Reviewing(
        request.param, draft="telegram-x/2", behavior="gone", found=["telegram-x/1", "telegram-x/9"]
    )
    bea.notebook.coaching.reviewing = stored(msgspec.structs.replace(for_nothing, drafts=drafts))
    bea.notebook.foreground = "reviewing"
    return bea


@pytest.fixture(params=RespondingState, ids=lambda state: state.value)
def respondent(request: pytest.FixtureRequest, ada: Neighbor) -> Neighbor:
    """Ada in a state of writing back to somebody who is gone."""
    ada.notebook.coaching.responding = Responding(request.param, 3, "telegram-x", 1, 7)
    ada.notebook.foreground = "responding"
    return ada


def take(person: Neighbor) -> None:
    """All that can come, each answered, with the notebook stored in between."""
    for words in WORDS:
        assert person.say(words)
    person.send(Kind.STICKER)
    person.happen(Delivered("notes.txt", b"Some notes.", person.now))
    for button in ("r", "r:", "r:-:open:telegram-x/1", "r:-:open:", "r:0:page:1", "r:3:value:9", "y", "y:3:send",
                   "y:answer:telegram-x:7", "y:reply:telegram-x:1", "y:answer", "r:99:release:"):  # fmt: skip
        assert person.press(button)
    assert person.say("/resume") == person.say("/resume")
    assert person.say("/cancel")
    assert person.notebook.foreground == ""


def test_a_coach_in_any_state_gets_an_answer_and_out(reviewer: Neighbor) -> None:
    take(reviewer)


def test_a_coach_whose_review_is_gone_gets_an_answer_and_out(stranded: Neighbor) -> None:
    take(stranded)


def test_a_candidate_whose_coach_is_gone_gets_an_answer_and_out(respondent: Neighbor) -> None:
    take(respondent)


@pytest.mark.parametrize("verb", ["entry:0", "entry:9", "blind", "batch:1", "batch:x", "turn:9", "page:x", "exchange:9",
                                  "heard:0", "heard:9", "unruled:0", "value:0", "value:6", "keep:9", "insert:0",
                                  "drop:0", "finish", "beside:9", "again", "read"])  # fmt: skip
def test_a_forged_button_of_the_present_screen_loses_nothing(bea: Neighbor, ada: Neighbor, verb: str) -> None:
    joined(bea, ada)
    handed_in(bea, ada)
    opened(bea)
    bea.say("Good pace.")
    for screen_of in ("Behaviors", "Sum up", "Rate", "Phrases", "Ask further"):
        opened(bea)
        bea.tap(screen_of)
        assert bea.press(f"r:{bea.notebook.coaching.reviewing.step}:{verb}")
        (draft,) = bea.notebook.coaching.reviewing.drafts.values()
        assert [one.text for one in draft.review.comments] == ["Good pace."]


def test_a_doubled_tap_turns_one_page(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    handed_in(bea, ada)
    opened(bea)
    button = bea.button("Next ›").id
    bea.press(button)
    assert "belongs to an earlier moment" in bea.press(button)
    assert "page 2 of 2" in screen(bea)


def test_notebooks_from_before_reviews_are_read_with_nothing_reviewed() -> None:
    old = msgspec.to_builtins(Notebook("telegram-1", MONDAY))
    for field in ("reviewing", "questions", "responding"):
        del old["coaching"][field]
    assert msgspec.convert(old, Notebook).coaching.reviewing == Reviewing()


# Length


def long_interview(exchanges: int, characters: int) -> Interview:
    told = (STORY + " ") * (characters // len(STORY) + 1)
    return Interview(
        1,
        MONDAY,
        InterviewState.REPORT,
        competency="crm",
        level=1,
        length=exchanges,
        exchanges=[
            Exchange(
                "crm-l1-q1", [Answer(f"Question {number}?", MONDAY, messages=[Message(told[:characters], MONDAY)])]
            )
            for number in range(exchanges)
        ],
        finished=MONDAY + timedelta(hours=3),
    )


def test_a_long_interview_is_read_in_pages_that_fit_one_message_and_leave_the_notebook_small(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    joined(bea, ada)
    handed_in(bea, ada)
    long = long_interview(60, 4_000)
    for exchange in long.exchanges[:3]:
        exchange.assessment = town.desk.engine.assess("crm", 1, "crm-l1-q1", exchange.passages())
    ada.archive[1] = stored(long)
    opened(bea)
    read = ""
    for number in range(1, 8):
        assert len(render(bea.replies[-1])) == 1
        read += unnumbered(screen(bea)) if number < 3 else ""
        assert f"(page {number} of " in screen(bea)
        bea.tap("Next ›")
    assert len(msgspec.json.encode(bea.notebook)) < 20_000
    bea.tap("Question 4")
    assert "Question 4 of 60" in screen(bea)
    bea.tap("Question 3")
    assert "Question 3 of 60 (page 7 of " in screen(bea)
    bea.say("r")
    step = bea.notebook.coaching.reviewing.step
    assert "Question 60 of 60" in bea.press(f"r:{step}:exchange:59")
    bea.say("4: The last one.")
    made = next(iter(bea.notebook.coaching.reviewing.drafts.values())).review.comments[-1]
    text = long.exchanges[59].answers[0].text
    assert text[made.start : made.end] == made.quote


@pytest.mark.parametrize(
    "text", ["", " ", "x", STORY, STORY * 40, "x" * 9_000, "x " * 4_000, "a\n" * 3_000, "😀" * 5_000]
)
def test_pages_hold_every_word_once_and_in_order(town: Town, text: str) -> None:
    interview = long_interview(1, 1)
    interview.exchanges[0].answers[0].messages = [Message(text, MONDAY)]
    pages = [page(interview, town.desk.library, place) for place in range(len(leaves(interview)))]
    assert "".join(one.text for one in pages if one) == text
    assert all(one is not None and len(one.text) <= LONGEST for one in pages)
    assert [one.more for one in pages if one] == [True] * (len(pages) - 1) + [False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I left. She stayed!  Really?\nYes", ["I left.", "She stayed!", "Really?", "Yes"]),
        ("“Why?” she said. I knew, e.g. from Mr. Low.", ["“Why?” she said.", "I knew, e.g. from Mr. Low."]),
        ("no full stop", ["no full stop"]),
        ("we sold 3.5 more. great", ["we sold 3.5 more.", "great"]),
        ("... \n\n ", ["..."]),
        ("", []),
    ],
)
def test_sentences_are_told_apart_as_people_write(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected
    assert unnumbered(numbered(text)) == text


@given(st.text(alphabet=st.characters(exclude_characters="⁰¹²³⁴⁵⁶⁷⁸⁹", exclude_categories=("Cs",))))
def test_any_text_is_numbered_and_read_back_without_losing_a_character(text: str) -> None:
    assert unnumbered(numbered(text)) == text
    ends = [0, *(edge for sentence in sentences(text) for edge in sentence)]
    assert ends == sorted(ends)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in sentences(text))


@given(st.text(min_size=1), st.data())
def test_any_words_of_a_text_are_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    found = find(words, text)
    assert found is None or text[found.start : found.end]
    if words.isascii() and words.isalnum():
        assert found is not None


def test_quoted_words_are_found_whatever_a_phone_makes_of_them() -> None:
    text = 'I said: "we\'ll call\nyou back" – and did.'
    for typed in ("“we’ll call you back”", "WE'LL CALL", 'you back" — and', "… and did."):
        found = find(typed, text)
        assert found is not None
        assert text[found.start : found.end].lower().startswith(("we", "you", '"we', "and"))
    assert find("never said", text) is None
    assert find(" … ", text) is None


def test_a_page_of_an_interview_whose_pack_is_gone_can_be_read(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    handed_in(bea, ada)
    ada.archive[1].competency = "gone"
    opened(bea)
    assert "I was the evening clerk" in plain(screen(bea))
    bea.tap("Behaviors")
    bea.tap("Back")
