"""How replies look, held against the rules of the Bot API server."""

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.rendering import Outgoing, render
from bot.telegram.splitting import split, units
from conversations.markup import bold, code, italic, quote, unmark
from conversations.replies import Attachment, Choice, Reply
from tests.telegram.methods import METHODS
from tests.telegram.state import State

FILE = Attachment("transcript", "html", "interview.html", b"{}")


def accepted(messages: list[Outgoing]) -> list[dict[str, Any]]:
    """The messages as the server keeps them; it refuses what Telegram would refuse."""
    state = State()
    state.chat(7)
    taken = []
    for message in messages:
        fields = {"chat_id": 7, **message.fields}
        if message.file is None:
            taken.append(METHODS["sendMessage"](state, fields))
        else:
            taken.append(METHODS["sendDocument"](state, {**fields, "document": (message.file.filename, b"x")}))
    return taken


def marked(message: dict[str, Any]) -> list[tuple[str, str]]:
    """The entities of a message with the words they mark, counted as Telegram counts."""
    encoded = message["text"].encode("utf-16-le")
    return [
        (each["type"], encoded[2 * each["offset"] : 2 * (each["offset"] + each["length"])].decode("utf-16-le"))
        for each in message.get("entities", [])
    ]


def test_marks_become_entities_counted_in_utf_16() -> None:
    (message,) = accepted(
        render(Reply(f"👋🏽 Hi {bold('Ana')}, {italic('try')} {code('/hint')} {quote('I led 👍 it')}"))
    )
    assert message["text"] == "👋🏽 Hi Ana, try /hint I led 👍 it"
    assert marked(message) == [("bold", "Ana"), ("italic", "try"), ("code", "/hint"), ("blockquote", "I led 👍 it")]


def test_markup_in_what_people_write_stays_as_they_wrote_it() -> None:
    (message,) = accepted(render(Reply(f"You wrote {quote('<b>5 * 3</b> _and_ [x](y) & co')}")))
    assert message["text"] == "You wrote <b>5 * 3</b> _and_ [x](y) & co"


def test_a_long_quotation_is_folded() -> None:
    (message,) = accepted(render(Reply(quote("word " * 100))))
    assert message["entities"][0]["type"] == "expandable_blockquote"


def test_a_long_text_is_cut_between_paragraphs() -> None:
    first, second = "One sentence. " * 200, "Another one. " * 200
    parts = accepted(render(Reply(f"{first.strip()}\n\n{second.strip()}")))
    assert [part["text"] for part in parts] == [first.strip(), second.strip()]


def test_a_text_without_paragraphs_is_cut_after_a_sentence() -> None:
    parts = accepted(render(Reply("This is a sentence of some length. " * 200)))
    assert len(parts) == 2
    assert all(part["text"].endswith("length.") for part in parts)


def test_a_text_without_any_border_is_cut_where_it_must_be() -> None:
    parts = accepted(render(Reply("😀" * 3000)))
    assert [units(part["text"]) for part in parts] == [4096, 1904]


def test_the_buttons_stand_under_the_last_part() -> None:
    parts = accepted(render(Reply("word " * 2000, ((Choice("a", "A"),),))))
    assert ["reply_markup" in part for part in parts] == [False, False, True]


def test_a_mark_over_a_border_goes_on_in_the_next_part() -> None:
    parts = accepted(render(Reply(bold("word " * 1200))))
    assert [words for part in parts for kind, words in marked(part)] == [part["text"] for part in parts]


def test_a_reply_without_words_is_not_empty() -> None:
    for text in ("", "  \n ", bold(" ")):
        (message,) = accepted(render(Reply(text)))
        assert message["text"] == "…"


def test_half_an_emoji_in_a_reply_does_not_stop_it() -> None:
    (message,) = accepted(render(Reply("broken \ud83d here", ((Choice("a", "\ud83d"),),))))
    assert message["text"] == "broken ? here"


def test_a_long_label_is_cut_and_an_empty_one_filled() -> None:
    (message,) = accepted(render(Reply("Pick", ((Choice("a", "x" * 80), Choice("b", " ")),))))
    assert [button["text"] for button in message["reply_markup"]["inline_keyboard"][0]] == ["x" * 63 + "…", "b"]


def test_a_file_comes_with_its_words_as_the_caption() -> None:
    (message,) = accepted(render(Reply(f"Here is {bold('interview 3')}.", ((Choice("a", "A"),),), FILE)))
    assert message["caption"] == "Here is interview 3."
    assert message["caption_entities"][0]["type"] == "bold"
    assert message["document"]["file_name"] == "interview.html"
    assert "reply_markup" in message


def test_words_too_long_for_a_caption_come_before_the_file() -> None:
    text, file = accepted(render(Reply("word " * 300, attachment=FILE)))
    assert text["text"].startswith("word")
    assert "caption" not in file


def test_a_file_may_come_without_words() -> None:
    (message,) = accepted(render(Reply("", attachment=FILE)))
    assert "caption" not in message


texts = st.text(st.sampled_from("ab .!?\n\t😀é\u200d–/@") | st.characters(), max_size=300)
marks = st.sampled_from([bold, italic, quote, code, lambda text: text])
sentences = st.lists(
    st.builds(lambda mark, text, times: mark(text * times), marks, texts, st.integers(1, 40)), max_size=5
)


@settings(deadline=None)
@given(sentences)
def test_every_reply_is_one_that_telegram_takes(parts: list[str]) -> None:
    assert accepted(render(Reply("".join(parts), ((Choice("a", parts[0] if parts else ""),),))))


@settings(deadline=None)
@given(sentences, st.integers(2, 60))
def test_cutting_leaves_out_nothing_but_white_space(parts: list[str], limit: int) -> None:
    plain, spans = unmark("".join(parts).encode("utf-8", "replace").decode())
    cut = list(split(plain, spans, limit))
    assert re.sub(r"\s", "", "".join(text for text, _ in cut)) == re.sub(r"\s", "", plain)
    assert all(units(text) <= limit for text, _ in cut)
    shown = "".join(text[span.start : span.end] for text, shares in cut for span in shares)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", "".join(plain[each.start : each.end] for each in spans))
