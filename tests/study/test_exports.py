"""Decks as files: a CSV that comes back as it went, and an Anki package that holds what Anki needs."""

import io
import json
import sqlite3
import zipfile

import pytest

from bot.exports import render
from conversations.replies import Attachment
from conversations.study.own.sheets import decoded, read
from tests.conversations.person import Person

NASTY = [
    ("=cmd|' /C calc'!A0", 'He said "no", twice; and left\nthen came back'),
    ("<b>bold</b> & {{Front}}", "<script>alert(1)</script>\nsecond line"),
    ("Ümläut 🙂", "- minus\n+ plus"),
]


def exported(person: Person, deck: str, label: str) -> Attachment:
    person.say(f"/cards {deck}")
    person.tap(label)
    (reply,) = person.replies
    assert reply.attachment is not None
    return reply.attachment


@pytest.fixture
def with_cards(ada: Person) -> Person:
    for front, back in NASTY:
        ada.say("/addcard")
        ada.say(front)
        ada.say(back)
    return ada


def test_own_cards_go_out_as_csv_and_come_back_the_same(with_cards: Person) -> None:
    attachment = exported(with_cards, "my own cards", "Export as CSV")
    assert attachment.filename == "my-own-cards.csv"
    content = render(attachment)
    assert content.startswith(b"\xef\xbb\xbffront,back\r\n'=cmd")
    text = decoded(content)
    assert text is not None
    assert read(text).cards == NASTY


def test_an_anki_package_holds_every_card_with_nothing_that_runs(with_cards: Person) -> None:
    content = render(exported(with_cards, "my own cards", "Export for Anki"))
    notes, deck_names = opened(content)
    assert deck_names == {"Default", "My own cards"}
    fronts = [front for front, _ in notes]
    assert fronts[1] == "&lt;b&gt;bold&lt;/b&gt; &amp; {{Front}}"
    assert notes[1][1] == "&lt;script&gt;alert(1)&lt;/script&gt;<br>second line"
    assert notes[2] == ("Ümläut 🙂", "- minus<br>+ plus")


def test_the_seeds_deck_goes_to_anki_with_its_lists_details_and_note(ada: Person) -> None:
    notes, deck_names = opened(render(exported(ada, "CRM flashcards", "Export for Anki")))
    assert "CRM flashcards" in deck_names
    assert len(notes) == 3
    assert notes[0][1].count("<br>") == 12
    assert "textbook" in notes[0][1]
    assert "too complicated for people" in notes[2][1]


def test_the_same_deck_makes_the_same_notes_again(ada: Person) -> None:
    first = render(exported(ada, "levels: customer service", "Export for Anki"))
    second = render(exported(ada, "levels: customer service", "Export for Anki"))
    assert identities(first) == identities(second)


def collection(content: bytes) -> sqlite3.Connection:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        assert json.loads(package.read("media")) == {}
        connection = sqlite3.connect(":memory:")
        connection.deserialize(package.read("collection.anki2"))
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    return connection


def opened(content: bytes) -> tuple[list[tuple[str, str]], set[str]]:
    """The two fields of each note that has a card, and the names of the decks."""
    connection = collection(content)
    rows = connection.execute("select flds from notes join cards on cards.nid = notes.id order by notes.id").fetchall()
    (decks,) = connection.execute("select decks from col").fetchone()
    connection.close()
    fields = [row[0].split("\x1f") for row in rows]
    return [(front, back) for front, back in fields], {deck["name"] for deck in json.loads(decks).values()}


def identities(content: bytes) -> list[str]:
    connection = collection(content)
    found = [row[0] for row in connection.execute("select guid from notes order by id")]
    connection.close()
    return found
