"""Exported pages in a real browser: whatever people typed is text there, and nothing of it runs or fetches anything."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, sync_playwright

from bot.exports import render
from content.library import Library
from conversations.feedback import Engine
from conversations.replies import Attachment
from conversations.transcript import transcript
from tests.exports.interviews import TOLD, an_exchange, an_interview

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
INJECTIONS = [
    "<script>window.broken = 1</script>",
    "<img src=x onerror=window.broken=1>",
    "<svg/onload=window.broken=1>",
    "</blockquote></main></body><script src=http://127.0.0.1:9/x.js></script>",
    '" autofocus onfocus=window.broken=1 x="',
    "<iframe srcdoc='<script>parent.broken=1</script>'></iframe>",
    "<a href=javascript:window.broken=1>x</a>",
    "<style>@import url(http://127.0.0.1:9/x.css)</style></style><b>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
    "<!--<script>/* --!><script>window.broken=1//-->",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=window.broken=1>",
    "{{ 7*7 }}{% raw %}{{ cycler.__init__.__globals__ }}",
    "[x](javascript:window.broken=1) ![x](http://127.0.0.1:9/x.png) <http://127.0.0.1:9/>",
    "\u2028\u2029\ufeff&#60;script&#62;window.broken=1&#60;/script&#62;",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed here (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def attacked(library: Library, engine: Engine) -> bytes:
    """A transcript in which everything that a person can type is an attack."""
    everything = "\n\n".join(INJECTIONS)
    exchange = an_exchange(library, engine, told=f"{TOLD} {everything}", added=everything)
    exchange.answers[0].messages[0].earlier = INJECTIONS
    exchange.answers[1].hints = INJECTIONS
    return msgspec.json.encode(transcript(an_interview(exchange), library))


def opened(browser: Browser, page: str, folder: Path) -> str:
    """The text that the page shows. Fails when anything ran, was fetched, or a dialog came up."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    with browser.new_page() as tab:
        requested: list[str] = []
        tab.on("request", lambda request: requested.append(request.url))
        tab.on("dialog", lambda dialog: requested.append(f"dialog {dialog.message}"))
        tab.goto(file.as_uri())
        tab.wait_for_load_state("networkidle")
        for element in tab.locator("summary").all():
            element.click()
        assert requested == [file.as_uri()]
        assert tab.evaluate("window.broken") is None
        assert tab.locator("script, img, svg, iframe, form, math, object, embed").count() == 0
        return tab.inner_text("body")


def is_shown(text: str, shown: str) -> bool:
    return " ".join(text.split()) in " ".join(shown.split())


@pytest.mark.parametrize("policy", ["with its content policy", "without it"])
def test_a_transcript_page_shows_every_attack_as_text(
    browser: Browser, attacked: bytes, tmp_path: Path, policy: str
) -> None:
    page = render(Attachment("transcript", "html", "x.html", attacked)).decode()
    if policy == "without it":  # escaping alone must hold
        page, left_out = re.subn(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", page)
        assert left_out == 1
    shown = opened(browser, page, tmp_path)
    for injection in INJECTIONS[:-1]:
        assert is_shown(injection, shown), injection


def test_markdown_turned_into_a_page_by_a_reader_shows_every_attack_as_text(
    browser: Browser, attacked: bytes, tmp_path: Path
) -> None:
    written = render(Attachment("transcript", "md", "x.md", attacked)).decode()
    page = MarkdownIt("commonmark", {"html": True}).render(written)  # a reader that lets HTML through
    shown = opened(browser, f"<!DOCTYPE html><meta charset=utf-8><body>{page}</body>", tmp_path)
    for injection in INJECTIONS[:-1]:
        assert is_shown(injection, shown), injection


def test_the_browser_would_notice_an_attack(browser: Browser, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        opened(browser, f"<!DOCTYPE html><body>{INJECTIONS[0]}</body>", tmp_path)
