"""A transcript as a PDF to print or to pass on: A4 pages, the words that counted in bold, numbered as on the page."""

from typing import ClassVar

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from bot.exports import wording
from bot.exports.charts.lettering import BOLD, PLAIN, drawable, path
from bot.exports.highlighting import counted, stretches
from conversations.coaching.reviewing.record import Review
from conversations.transcript import Finding, Judgment, Round, Transcript, Turn

INK, SOFT, COUNTS = (31, 35, 40), (91, 100, 112), (23, 96, 44)
MARGIN, INDENT = 20.0, 6.0  # mm
TITLE, HEADING, TEXT, SMALL = 16.0, 12.5, 10.5, 9.0  # points
LEADING = 0.5  # mm of line height to a point


class Document(FPDF):
    """Paper with one font in two weights, and the number of the page at the foot of each."""

    STYLES: ClassVar[dict[bool, tuple[str, str]]] = {False: ("", PLAIN), True: ("B", BOLD)}

    def __init__(self, title: str) -> None:
        super().__init__(format="A4")
        self.foot = title
        self.set_title(title)
        self.set_lang("en")
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, MARGIN)
        for style, file in self.STYLES.values():
            self.add_font("text", style, path(file))
        self.add_page()

    def footer(self) -> None:
        self.set_y(-MARGIN / 2 - SMALL * LEADING)
        self.lettered(SMALL, color=SOFT)
        self.cell(w=0, text=f"{drawable(self.foot)} · {self.page_no()} of {{nb}}", align="C")

    def lettered(self, size: float, *, bold: bool = False, color: tuple[int, int, int] = INK) -> None:
        self.set_font("text", self.STYLES[bold][0], size)
        self.set_text_color(*color)

    def paragraph(
        self, words: str, *, size: float = TEXT, bold: bool = False, color: tuple[int, int, int] = INK,
        indent: float = 0.0, above: float = 1.5,
    ) -> None:  # fmt: skip
        """Words in a block of their own, their lines kept; ``indent`` and the space ``above`` in mm."""
        self.lettered(size, bold=bold, color=color)
        self.ln(above)
        self.set_x(MARGIN + indent)
        self.multi_cell(w=0, h=size * LEADING, text=signs(words), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def heading(self, words: str) -> None:
        """Begins a part; it does not stand alone at the foot of a page."""
        if self.will_page_break(4 * HEADING * LEADING):
            self.add_page()
        self.paragraph(words, size=HEADING, bold=True, above=6)


def document(transcript: Transcript) -> bytes:
    """The whole file; the same transcript makes the same one."""
    pdf = Document(wording.title(transcript))
    pdf.set_creation_date(transcript.finished or transcript.started)
    pdf.paragraph(wording.title(transcript), size=TITLE, bold=True, above=0)
    pdf.paragraph(wording.circumstances(transcript), size=SMALL, color=SOFT)
    for one in transcript.rounds:
        _round(pdf, one)
    for review in transcript.reviews:
        _review(pdf, review)
    return bytes(pdf.output())


def signs(words: str) -> str:
    """The words with their lines, signs that the font does not have replaced."""
    return "\n".join(drawable(line) for line in words.split("\n"))


def _round(pdf: Document, one: Round) -> None:
    findings = counted(one.judgment)
    pdf.heading(wording.heading(one))
    for place, turn in enumerate(one.turns):
        _turn(pdf, turn, place, findings)
    if one.passed_over:
        left_out = " ".join(f"“{text}”" for text in one.passed_over)
        pdf.paragraph(f"Left out, because the answer had covered it: {left_out}", size=SMALL, color=SOFT)
    if one.saw_model_answer:
        pdf.paragraph("A model answer was read.", size=SMALL, color=SOFT)
    if one.rating is not None:
        pdf.paragraph(wording.own_rating(one.rating), above=3)
    if one.judgment is not None:
        _judgment(pdf, one.judgment, findings)


def _turn(pdf: Document, turn: Turn, place: int, findings: tuple[Finding, ...]) -> None:
    if turn.slot or turn.asked_by:
        label = f"{turn.asked_by} asked afterwards" if turn.asked_by else f"Follow-up: {turn.slot}"
        pdf.paragraph(label, size=SMALL, color=SOFT, above=3)
    pdf.paragraph(turn.prompt, bold=True)
    for hint in turn.hints:
        pdf.paragraph(f"Hint taken: {hint}", size=SMALL, color=SOFT)
    if not turn.text.strip():
        pdf.paragraph("Skipped." if turn.refused else "Not answered.", size=SMALL, color=SOFT)
        return
    _marked(pdf, turn.text, place, findings)
    for text in turn.earlier:
        pdf.paragraph(f"Before it was edited: {text}", size=SMALL, color=SOFT, indent=INDENT)


def _marked(pdf: Document, text: str, place: int, findings: tuple[Finding, ...]) -> None:
    """An answer with the words that counted in bold, each passage followed by the numbers of its points."""
    pdf.ln(1.5)
    pdf.set_left_margin(MARGIN + INDENT)
    for stretch in stretches(text, place, findings):
        counts = bool(stretch.findings)
        pdf.lettered(TEXT, bold=counts, color=COUNTS if counts else INK)
        pdf.write(TEXT * LEADING, inline(stretch.text))
        for number in stretch.ends:
            pdf.char_vpos = "SUP"
            pdf.write(TEXT * LEADING, str(number))
            pdf.char_vpos = "LINE"
    pdf.set_left_margin(MARGIN)
    pdf.ln(TEXT * LEADING)


def inline(words: str) -> str:
    """As `signs`, with the spaces at either end, which part the words from their neighbors."""
    inner = signs(words)
    before = " " if words[:1] == " " else ""
    after = " " if words[-1:] == " " and inner else ""
    return f"{before}{inner}{after}"


def _judgment(pdf: Document, judgment: Judgment, findings: tuple[Finding, ...]) -> None:
    pdf.paragraph("Feedback", bold=True, above=4)
    if judgment.not_judged:
        pdf.paragraph(judgment.not_judged)
        return
    for verdict, heading in (("shown", "What came across"), ("touched", "Touched on")):
        points = [(number, one) for number, one in enumerate(findings, start=1) if one.verdict == verdict]
        _points(pdf, heading, [f"{number}  {one.text}" for number, one in points])
    _points(pdf, "Not there yet", [f"–  {one.text}" for one in judgment.findings if one.verdict == "not-yet"])
    _points(pdf, "Also shown, from other levels", [f"–  {one.text} (level {one.level})" for one in judgment.beyond])
    parts = ", ".join(f"{part.slot} {wording.presence(part.strength)}" for part in judgment.parts)
    _points(pdf, "The parts of the answer", [parts] if parts else [])
    for texts, heading in ((judgment.gained, "Gained"), (judgment.lost, "Lost")):
        _points(pdf, f"{heading} since the attempt before", [f"–  {text}" for text in texts])
    for words in filter(None, (judgment.reading, judgment.next_step)):
        pdf.paragraph(words)


def _points(pdf: Document, heading: str, points: list[str]) -> None:
    if points:
        pdf.paragraph(heading, size=SMALL, bold=True, color=SOFT, above=2.5)
    for point in points:
        pdf.paragraph(point, indent=INDENT, above=0.5)


def _review(pdf: Document, review: Review) -> None:
    pdf.heading(wording.review(review.name, review.released))
    for rating in review.ratings:
        pdf.paragraph(wording.rating(rating))
    for where, comment in wording.remarks(review.comments):
        pdf.paragraph(where, size=SMALL, bold=True, color=SOFT, above=2.5)
        if comment.quote:
            pdf.paragraph(f"“{comment.quote}”", color=SOFT, indent=INDENT)
        pdf.paragraph(comment.text)
    _points(pdf, "Verdicts", [wording.ruling(one) for one in review.rulings])
    for remark in review.replies:
        pdf.paragraph("Written back", size=SMALL, bold=True, color=SOFT, above=2.5)
        pdf.paragraph(remark.text, indent=INDENT)
