"""A transcript as Markdown (CommonMark); what people and packs wrote is escaped, so that it reads as it was written."""

import re
from collections.abc import Iterator

from bot.exports import wording
from conversations.coaching.reviewing.record import Review
from conversations.transcript import Finding, Judgment, Round, Transcript, Turn

_ALWAYS = re.compile(r"([\\`*_\[\]<>&|~$])")
_LINE_START = re.compile(r"^([#+\-=:]|\d{1,9}(?=[.)]))", re.MULTILINE)


def escaped(text: str) -> str:
    """Text that Markdown shows as it is; lines stay lines, indentation goes."""
    lines = "\n".join(line.strip() for line in text.strip().split("\n"))
    return _LINE_START.sub(_escape_start, _ALWAYS.sub(r"\\\1", lines))


def _escape_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def line(text: str) -> str:
    """Escaped text on one line."""
    return escaped(" ".join(text.split()))


def quoted(text: str) -> str:
    """Escaped text as a quotation, each line on its own."""
    lines = escaped(text).split("\n")
    following = [*lines[1:], ""]
    pairs = zip(lines, following, strict=True)
    return "\n".join(f"> {one}  " if one and after else f"> {one}".rstrip() for one, after in pairs)


def markdown(transcript: Transcript) -> str:
    """The whole document."""
    parts = [f"# {line(wording.title(transcript))}", line(wording.circumstances(transcript))]
    for one in transcript.rounds:
        parts += _round(one)
    for review in transcript.reviews:
        parts += _review(review)
    return "\n\n".join(parts) + "\n"


def _round(one: Round) -> Iterator[str]:
    yield f"## {wording.heading(one)}"
    for turn in one.turns:
        yield from _turn(turn)
    if one.passed_over:
        yield "Left out, because the answer had covered it:"
        yield _list(one.passed_over)
    if one.saw_model_answer:
        yield "A model answer was read."
    if one.rating is not None:
        yield wording.own_rating(one.rating)
    if one.judgment is not None:
        yield "### Feedback"
        yield from _judgment(one.judgment)


def _turn(turn: Turn) -> Iterator[str]:
    label = f"Follow-up ({line(turn.slot)}): " if turn.slot else ""
    if turn.asked_by:
        label = f"{line(turn.asked_by)} asked afterwards: "
    yield f"{label}**{line(turn.prompt)}**"
    for hint in turn.hints:
        yield f"Hint taken: {line(hint)}"
    if turn.text.strip():
        yield quoted(turn.text)
    else:
        yield "Skipped." if turn.refused else "Not answered."
    for text in turn.earlier:
        yield "Before it was edited:"
        yield quoted(text)


def _judgment(judgment: Judgment) -> Iterator[str]:
    if judgment.not_judged:
        yield line(judgment.not_judged)
        return
    for verdict, heading in (("shown", "What came across"), ("touched", "Touched on"), ("not-yet", "Not there yet")):
        found = [finding for finding in judgment.findings if finding.verdict == verdict]
        if found:
            yield f"**{heading}**"
            yield "\n".join(_finding(finding) for finding in found)
    if judgment.beyond:
        yield "**Also shown, from other levels**"
        yield "\n".join(f"- {line(finding.text)} (level {finding.level})" for finding in judgment.beyond)
    yield "**The parts of the answer**"
    yield _list([f"{part.slot.capitalize()}: {wording.presence(part.strength)}" for part in judgment.parts])
    for texts, heading in ((judgment.gained, "Gained"), (judgment.lost, "Lost")):
        if texts:
            yield f"**{heading} since the attempt before**"
            yield _list(texts)
    for sentence in (judgment.reading, judgment.next_step):
        if sentence:
            yield line(sentence)


def _finding(finding: Finding) -> str:
    quotes = "".join(f"\n  “{line(excerpt.quote)}”" for excerpt in finding.evidence)
    return f"- {line(finding.text)}{quotes}"


def _review(review: Review) -> Iterator[str]:
    yield f"## {line(wording.review(review.name, review.released))}"
    for rating in review.ratings:
        yield line(wording.rating(rating))
    for where, comment in wording.remarks(review.comments):
        yield f"**{where}**"
        if comment.quote:
            yield quoted(comment.quote)
        yield escaped(comment.text)
    if review.rulings:
        yield "**Verdicts**"
        yield _list([wording.ruling(one) for one in review.rulings])
    for remark in review.replies:
        yield "**Written back**"
        yield quoted(remark.text)


def _list(texts: tuple[str, ...] | list[str]) -> str:
    return "\n".join(f"- {line(text)}" for text in texts)
