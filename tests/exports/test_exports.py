"""Exported files: complete, readable, and harmless whatever people type."""

import re
from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.exports import ExportError, render
from bot.exports.highlighting import stretches
from bot.exports.markdown import escaped, quoted
from bot.exports.terminal import plain_text
from content.library import Library
from conversations.feedback import Engine
from conversations.interview.machine import State
from conversations.replies import Attachment
from conversations.transcript import Excerpt, Finding, Transcript, transcript
from tests.exports.interviews import ADDED, TOLD, an_exchange, an_interview

HOSTILE = (
    '</blockquote></q><script>alert(1)</script><img src=x onerror=alert(1)> " onmouseover="x {{ 7*7 }} {% raw %} '
    "[link](javascript:alert(1)) ![i](http://e.example/x) <http://e.example> `code` &lt; | # not a heading\n"
    "# heading\n- item\n1. one\n> quote\n    indented\n===\n---\n\n***\n| a | b |\n|---|---|\n~~~\n</style>"
)


class Elements(HTMLParser):
    """Collects the tags, attributes and visible text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def ordinary(library: Library, engine: Engine) -> Transcript:
    again = an_exchange(library, engine)
    again.attempt, again.before, again.saw_model_answer = 2, ("crm-l1-b4",), True
    return transcript(an_interview(an_exchange(library, engine), again), library)


@pytest.fixture
def hostile(library: Library, engine: Engine) -> Transcript:
    exchange = an_exchange(library, engine, told=f"{TOLD} {HOSTILE}", added=HOSTILE)
    exchange.answers[0].messages[0].earlier = [HOSTILE]
    exchange.answers[1].hints = [HOSTILE]
    return transcript(an_interview(exchange), library)


def as_file(made: Transcript, form: str) -> str:
    return render(Attachment("transcript", form, f"x.{form}", msgspec.json.encode(made))).decode()


def words(text: str) -> list[str]:
    return text.split()


def holds(whole: str, part: str) -> bool:
    """Whether the words stand there in this order, whatever the spaces between them."""
    return " ".join(words(part)) in " ".join(words(whole))


def test_the_page_shows_every_word_of_the_interview_and_marks_what_counted(ordinary: Transcript) -> None:
    page = as_file(ordinary, "html")
    text = Elements(re.sub(r"<sup>.*?</sup>", "", page)).text
    for turn in ordinary.rounds[0].turns:
        assert holds(text, turn.text)
        assert holds(text, turn.prompt)
    assert re.search(r"<mark>[^<]*night porter[^<]*</mark><sup><a href=\"#point-1-1\"", page)
    for wanted in (
        "Question 1, attempt 2",
        "What came across",
        "Not there yet",
        "Lost since",
        "A model answer was read",
    ):
        assert wanted in page
    assert holds(text, "March 3, 2025, 09:30 UTC · practice mode · 14 minutes")


def test_the_page_runs_nothing_and_fetches_nothing_whatever_was_typed(
    hostile: Transcript, ordinary: Transcript
) -> None:
    attacked, plain = Elements(as_file(hostile, "html")), Elements(as_file(ordinary, "html"))
    assert set(attacked.tags) <= set(plain.tags)
    assert not {"script", "img", "iframe", "link", "object", "form"} & set(attacked.tags)
    assert not [name for name, _ in attacked.attributes if name.startswith("on") or name in ("src", "style")]
    assert all((value or "").startswith("#") for name, value in attacked.attributes if name == "href")
    assert "{{ 7*7 }}" in attacked.text
    assert "url(" not in as_file(hostile, "html")


def test_the_page_can_be_read_by_everybody(ordinary: Transcript) -> None:
    page = as_file(ordinary, "html")
    parsed = Elements(page)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert parsed.tags.count("h1") == parsed.tags.count("main") == parsed.tags.count("title") == 1
    assert len(parsed.ids) == len(set(parsed.ids))
    targets = [value.removeprefix("#") for name, value in parsed.attributes if name == "href" and value]
    assert targets
    assert set(targets) <= set(parsed.ids)
    for wanted in ("width=device-width", "prefers-color-scheme: dark", "@media print", "default-src 'none'"):
        assert wanted in page


def test_markdown_shows_what_was_typed_and_nothing_that_was_typed_becomes_markup(hostile: Transcript) -> None:
    made = as_file(hostile, "md")
    tokens = MarkdownIt("commonmark").enable("table").parse(made)
    inline = [child for token in tokens for child in token.children or []]
    assert not [
        token.type for token in tokens if token.type in ("html_block", "fence", "code_block", "table_open", "hr")
    ]
    assert not {one.type for one in inline} & {"html_inline", "link_open", "image", "code_inline"}
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h3"]
    shown = "".join(one.content if one.type == "text" else "\n" for one in inline)
    for part in HOSTILE.split("\n"):
        assert holds(shown, part)


@given(st.text(st.characters(blacklist_categories=("Cc", "Cs"))))
def test_any_line_of_text_reads_in_markdown_as_it_was_typed(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(escaped(text))
    shown = "".join(one.content for token in tokens for one in token.children or [])
    assert words(shown) == words(text)
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}


@given(st.lists(st.text("ab #>-*`_1.=\\<&")))
def test_the_lines_of_a_quotation_stay_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    tokens = MarkdownIt("commonmark").parse(quoted(text))
    inline = [one for token in tokens if token.type == "inline" for one in [*(token.children or []), None]]
    shown = "".join("\n" if one is None or one.type == "hardbreak" else one.content for one in inline).split("\n")
    assert [words(line) for line in shown if line.strip()] == [words(line) for line in lines if line.strip()]


def test_json_is_the_whole_transcript(ordinary: Transcript) -> None:
    assert msgspec.json.decode(as_file(ordinary, "json"), type=Transcript) == ordinary


def test_a_notebook_is_exported_as_readable_json() -> None:
    made = render(Attachment("notebook", "json", "me.json", '{"notebook":{"name":"Zoë"}}'.encode())).decode()
    assert made == '{\n  "notebook": {\n    "name": "Zoë"\n  }\n}\n'


@pytest.mark.parametrize(("kind", "form"), [("transcript", "docx"), ("notebook", "html"), ("picture", "png")])
def test_an_unknown_form_is_refused(kind: str, form: str) -> None:
    with pytest.raises(ExportError, match=f"{kind} cannot be exported as {form}"):
        render(Attachment(kind, form, "x", b"{}"))


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_an_interview_without_a_question_can_be_exported_too(library: Library, form: str) -> None:
    made = transcript(an_interview(state=State.LEVEL), library)
    assert "not finished yet" in as_file(made, form) or form == "json"


def test_in_a_terminal_long_lines_are_folded_and_in_a_pipe_they_are_not(ordinary: Transcript) -> None:
    assert max(map(len, plain_text(ordinary, folded=True).splitlines())) <= 96
    assert f"  > {TOLD}\n" in plain_text(ordinary, folded=False)
    assert "  > By nine the system was back.\n  >\n  > Nobody waited" in plain_text(ordinary, folded=False)
    assert words(plain_text(ordinary, folded=False).replace("  >", "")) == words(
        plain_text(ordinary, folded=True).replace("  >", "")
    )
    assert words(ADDED)[0] in plain_text(ordinary, folded=True)


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(-2, 30), st.integers(-2, 30))))
def test_stretches_joined_are_the_answer_again_wherever_evidence_lies(text: str, spans: list[tuple[int, int]]) -> None:
    findings = tuple(Finding("b", 1, "B", "shown", (Excerpt(0, start, end, ""),)) for start, end in spans)
    cut = stretches(text, 0, findings)
    assert "".join(stretch.text for stretch in cut) == text
    for number, (start, end) in enumerate(spans, start=1):
        marked = "".join(stretch.text for stretch in cut if number in stretch.findings)
        assert marked == (text[max(0, start) : max(0, end)] if start < end else "")
