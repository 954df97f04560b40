"""Words that speak for new cues."""

from conversations.coaching.learning.examples import without
from conversations.coaching.learning.speaking import Word, speaking

OTHERS = ["I rang the shop and they sent the order.", "I went to the shop.", "They sent a letter to the shop."]


def test_words_of_several_missed_answers_that_others_do_not_have_speak() -> None:
    missed = ["I kept a tally in the shop.", "Each week I looked at my tallies.", "I sent a tally to the shop."]
    assert speaking(missed, OTHERS, []) == (Word("tally", 3, 0),)


def test_a_word_of_a_single_answer_speaks_only_when_a_coach_names_it() -> None:
    missed = ["I kept an exercise book by the till."]
    assert speaking(missed, OTHERS, []) == ()
    named = {one.word: one.named for one in speaking(missed, OTHERS, ["The exercise book is feedback."])}
    assert named == {"exercise book": True, "book": True, "exercise": True}


def test_nothing_speaks_without_a_missed_answer() -> None:
    assert speaking([], OTHERS, ["tally"]) == ()


def test_names_are_taken_out_whole_and_in_part_and_words_that_hold_them_stay() -> None:
    text = "Ada Lee said: Lee, call Adam. Ada's list was Leeds."
    assert without(["Ada Lee"], text) == "[…] said: […], call Adam. […]'s list was Leeds."
    assert without(["", "A"], text) == text
