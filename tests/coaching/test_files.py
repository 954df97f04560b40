"""A coach takes one transcript along as a file, as far as its candidate shares it."""

import msgspec

from conversations.replies import Attachment
from conversations.transcript import Transcript
from tests.coaching.reviews import handed_in, opened, released
from tests.coaching.town import Neighbor, joined
from tests.conversations.stories import STORY


def file(person: Neighbor) -> Attachment | None:
    return person.replies[-1].attachment


def whole(person: Neighbor) -> Transcript:
    attached = file(person)
    assert attached is not None
    return msgspec.json.decode(attached.data, type=Transcript)


def test_a_coach_gets_one_transcript_with_its_comments_as_a_page_and_as_a_document(
    bea: Neighbor, ada: Neighbor
) -> None:
    joined(bea, ada)
    handed_in(bea, ada)
    released(bea, "A clear story.", "4")
    for label, form in (("As a web page", "html"), ("As a PDF", "pdf")):
        bea.press("b:read:telegram-ada:1")
        assert "They see that you read it." in bea.tap(label)
        attached = file(bea)
        assert attached is not None
        assert (attached.form, attached.filename) == (form, f"interview-1.{form}")
        made = whole(bea)
        assert made.candidate == "Ada"
        assert made.rounds[0].turns[0].text == STORY
        assert [(one.name, one.comments[0].text, one.ratings[0].value) for one in made.reviews] == [
            ("Bea", "A clear story.", 4)
        ]
    assert "Bea read interview 1" in ada.say("/privacy")


def test_a_file_of_what_is_not_shared_any_more_is_not_made(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    handed_in(bea, ada)
    bea.press("b:read:telegram-ada:1")
    button = next(choice.id for choice in bea.choices() if choice.label == "As a PDF")
    ada.press("p:singles:telegram-bea")
    ada.tap("Shared: 1.")
    assert "not shared with you" in bea.press(button)
    assert file(bea) is None


def test_the_file_keeps_the_reviews_of_others_until_the_coach_has_released(
    bea: Neighbor, carl: Neighbor, ada: Neighbor
) -> None:
    for coach in (bea, carl):
        joined(coach, ada, scope="Everything")
    handed_in(bea, ada)
    released(bea, "A clear story.")
    ada.say("/transcript 1")
    ada.tap("Ask Carl for a review")
    carl.press("b:read:telegram-ada:1:pdf")
    assert whole(carl).reviews == ()
    released(carl, "More of the result.", "2")
    carl.press("b:read:telegram-ada:1:pdf")
    assert [one.name for one in whole(carl).reviews] == ["Carl", "Bea"]
    ada.say("/transcript 1 pdf")
    assert [(one.name, one.coach) for one in whole(ada).reviews] == [("Bea", ""), ("Carl", "")]


def test_a_form_that_does_not_exist_is_read_in_the_chat(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    handed_in(bea, ada)
    opened(bea)
    bea.press("b:read:telegram-ada:1:exe")
    assert file(bea) is None
    assert "Zendesk" in bea.replies[-1].text
