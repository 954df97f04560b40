"""Files made from what is stored: transcripts as HTML, PDF, Markdown or JSON, notebooks as JSON, decks as CSV or Anki,
groups as CSV or JSON, progress as a picture."""

import msgspec

from conversations.coaching.cohort.exporting import Exported
from conversations.progress.chart import Chart
from conversations.replies import Attachment
from conversations.study.exporting import ExportedDeck
from conversations.transcript import Transcript


class ExportError(ValueError):
    """There is no export of this kind in this form."""


def render(attachment: Attachment) -> bytes:
    """The bytes of the file, UTF-8. Raises `ExportError` for a kind or form that does not exist."""
    match attachment.kind, attachment.form:
        case "transcript", "html":
            from bot.exports.page import page  # its template engine takes a fifth of a second to import

            return page(_transcript(attachment)).encode()
        case "transcript", "pdf":
            from bot.exports.document import document  # its font and its library take half a second

            return document(_transcript(attachment))
        case "transcript", "md":
            from bot.exports.markdown import markdown

            return markdown(_transcript(attachment)).encode()
        case "transcript" | "notebook" | "cohort", "json":
            return msgspec.json.format(attachment.data, indent=2) + b"\n"
        case "progress", "png":
            from bot.exports.charts.progress import picture  # matplotlib takes most of a second, for those who look

            return picture(msgspec.json.decode(attachment.data, type=Chart))
        case "cohort", "csv":
            from bot.exports.cohort import as_csv as as_table  # most exports are transcripts

            return as_table(msgspec.json.decode(attachment.data, type=Exported))
        case "deck", "csv":
            from bot.exports.decks import as_csv

            return as_csv(_deck(attachment))
        case "deck", "apkg":
            from bot.exports.decks import as_anki

            return as_anki(_deck(attachment))
    raise ExportError(f"A {attachment.kind} cannot be exported as {attachment.form}.")


def _transcript(attachment: Attachment) -> Transcript:
    return msgspec.json.decode(attachment.data, type=Transcript)


def _deck(attachment: Attachment) -> ExportedDeck:
    return msgspec.json.decode(attachment.data, type=ExportedDeck)
