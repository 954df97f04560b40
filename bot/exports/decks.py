"""A deck as a CSV table and as an Anki package."""

import csv
import io
import itertools
import json
import sqlite3
import zipfile
from html import escape
from zlib import crc32

from conversations.study.exporting import ExportedDeck
from conversations.study.own.sheets import HEADER, guarded

_MODEL = 1_607_392_319  # the note type of all our decks; Anki tells note types apart by number
_FIRST_DECK = 1 << 30
_MODIFIED = 1_767_225_600  # seconds since 1970: one moment for all exports, so that the same deck makes the same file
_FIRST_NOTE = 1_767_225_600_000
_STYLE = ".card { font-family: sans-serif; font-size: 20px; line-height: 1.4; text-align: left; margin: 1em; }"


def as_csv(deck: ExportedDeck) -> bytes:
    """UTF-8 with a byte order mark, which Excel wants; no cell can run as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    writer.writerows((guarded(card.front), guarded(card.back)) for card in deck.cards)
    return out.getvalue().encode("utf-8-sig")


def as_anki(deck: ExportedDeck) -> bytes:
    """An .apkg file: a zip with Anki's collection in it, built in memory."""
    import genanki  # half a tenth of a second, for those who export

    model = genanki.Model(
        _MODEL,
        "Interview coach: question and answer",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[
            {"name": "Card", "qfmt": "{{Front}}", "afmt": '{{FrontSide}}<hr id="answer">{{Back}}'},
        ],
        css=_STYLE,
    )
    anki_deck = genanki.Deck(_FIRST_DECK + crc32(deck.id.encode()) % _FIRST_DECK, deck.title, escape(deck.source))
    for card in deck.cards:
        fields = [_html(card.front), _html(card.back)]
        anki_deck.add_note(genanki.Note(model, fields, guid=genanki.guid_for(deck.id, card.id)))
    connection = sqlite3.connect(":memory:")
    try:
        genanki.Package(anki_deck).write_to_db(connection.cursor(), _MODIFIED, itertools.count(_FIRST_NOTE))
        connection.commit()
        collection = connection.serialize()
    finally:
        connection.close()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("collection.anki2", collection)
        package.writestr("media", json.dumps({}))
    return out.getvalue()


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
