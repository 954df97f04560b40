"""A transcript as plain text for reading in a terminal."""

from collections.abc import Iterator
from textwrap import fill
from typing import NamedTuple

from bot.exports import wording
from conversations.coaching.reviewing.record import Review
from conversations.transcript import Judgment, Round, Transcript, Turn

WIDTH = 96  # characters; longer lines are hard to read however wide the window is


class Paragraph(NamedTuple):
    """A text with what stands before each of its lines; ``bullet`` takes the place of the first ``margin``."""

    text: str
    margin: str = "  "
    bullet: str | None = None

    def lines(self, folded: bool) -> Iterator[str]:
        for number, line in enumerate(self.text.split("\n")):
            first = self.margin if self.bullet is None or number else self.bullet
            if folded and line.strip():
                yield fill(line, WIDTH, initial_indent=first, subsequent_indent=self.margin, break_long_words=False)
            else:
                yield f"{first}{line}".rstrip()


def plain_text(transcript: Transcript, *, folded: bool) -> str:
    """The whole transcript. ``folded`` breaks long lines, which is good for reading and bad for searching."""
    head = [Paragraph(wording.title(transcript), ""), Paragraph(wording.circumstances(transcript), "")]
    paragraphs = head + [paragraph for one in transcript.rounds for paragraph in _round(one)]
    paragraphs += [paragraph for review in transcript.reviews for paragraph in _review(review)]
    return "".join(f"{line}\n" for paragraph in paragraphs for line in paragraph.lines(folded))


def _round(one: Round) -> Iterator[Paragraph]:
    yield Paragraph(f"\n{wording.heading(one)}", "")
    for turn in one.turns:
        yield from _turn(turn)
    for text in one.passed_over:
        yield Paragraph(f"left out, already covered: {text}")
    if one.saw_model_answer:
        yield Paragraph("a model answer was read")
    if one.rating is not None:
        yield Paragraph(f"own rating: {one.rating} of 5")
    if one.judgment is not None:
        yield from _judgment(one.judgment)


def _turn(turn: Turn) -> Iterator[Paragraph]:
    asked = f"{turn.asked_by} asked afterwards: " if turn.asked_by else ""
    yield Paragraph(f"{asked}{turn.prompt} ({turn.slot})" if turn.slot else f"{asked}{turn.prompt}")
    for hint in turn.hints:
        yield Paragraph(f"hint taken: {hint}")
    if turn.text.strip():
        yield Paragraph(turn.text, "  > ")
    else:
        yield Paragraph("(skipped)" if turn.refused else "(not answered)")
    for text in turn.earlier:
        yield Paragraph(f"before it was edited: {text}", "    ")


def _judgment(judgment: Judgment) -> Iterator[Paragraph]:
    if judgment.not_judged:
        yield Paragraph(judgment.not_judged)
        return
    for finding in judgment.findings:
        yield Paragraph(f"{finding.verdict.replace('-', ' ')}: {finding.text}", "    ", bullet="  * ")
        for excerpt in finding.evidence:
            yield Paragraph(f"“{' '.join(excerpt.quote.split())}”", "    ")
    yield Paragraph(", ".join(f"{part.slot} {wording.presence(part.strength)}" for part in judgment.parts))
    for sentence in (judgment.reading, judgment.next_step):
        if sentence:
            yield Paragraph(sentence)


def _review(review: Review) -> Iterator[Paragraph]:
    yield Paragraph(f"\n{wording.review(review.name, review.released)}", "")
    for rating in review.ratings:
        yield Paragraph(wording.rating(rating))
    for where, comment in wording.remarks(review.comments):
        words = f" “{' '.join(comment.quote.split())}”" if comment.quote else ""
        yield Paragraph(f"{where}:{words}", "    ", bullet="  * ")
        yield Paragraph(comment.text, "    ")
    for ruling in review.rulings:
        yield Paragraph(wording.ruling(ruling), "    ", bullet="  * ")
    for remark in review.replies:
        yield Paragraph("written back:")
        yield Paragraph(remark.text, "  > ")
