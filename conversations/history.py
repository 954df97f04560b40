"""Looking back: the list of interviews and the transcript of one, in the chat or as a file."""

import msgspec

from conversations import buttons
from conversations.coaching import asking, moments
from conversations.coaching.responding.screens import reply_button
from conversations.coaching.reviewing.showing import shown
from conversations.interview.feedback_screen import judgment
from conversations.interview.record import Answer, Exchange, Interview
from conversations.notebook import Summary
from conversations.replies import Attachment, Choice, Reply
from conversations.texts import coaching as coaching_texts
from conversations.texts import feedback as feedback_texts
from conversations.texts import general as general_texts
from conversations.texts import records as texts
from conversations.transcript import transcript as transcript_of
from conversations.visit import Replies, Visit

PAGE = 6  # interviews on a page; more do not fit a phone with their buttons
FORMS = {"html": texts.AS_HTML, "pdf": texts.AS_PDF, "md": texts.AS_MARKDOWN, "json": texts.AS_JSON}


def history(visit: Visit, argument: str = "") -> Replies:
    """The command /history: finished interviews, newest first, unfinished ones apart."""
    return [page(visit, 0)]


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A page button: ``h:2``."""
    number = buttons.number(parts[0]) if parts else 0
    return [page(visit, number)]


def page(visit: Visit, number: int) -> Reply:
    """One page of the history; the last one when ``number`` is beyond it."""
    finished = [summary for summary in reversed(visit.notebook.history) if summary.complete]
    left = unfinished(visit)
    if not finished and not left:
        return Reply(texts.NO_HISTORY, ((buttons.command("practice", general_texts.PRACTICE),),))
    pages = max(1, -(-len(finished) // PAGE))
    number = min(number, pages - 1)
    chosen = finished[number * PAGE : (number + 1) * PAGE]
    lines = [texts.history_heading(number + 1, pages), *(line(visit, summary) for summary in chosen)]
    if left:
        lines += ["", texts.UNFINISHED, *left]
    numbers = tuple(buttons.command(f"transcript {summary.number}", str(summary.number)) for summary in chosen)
    rows = (numbers, turns(number, pages))
    return Reply("\n".join(lines), tuple(row for row in rows if row), replace=True)


def turns(number: int, pages: int) -> tuple[Choice, ...]:
    newer = (buttons.button(buttons.HISTORY, number - 1, label=texts.NEWER),) if number else ()
    older = (buttons.button(buttons.HISTORY, number + 1, label=texts.OLDER),) if number + 1 < pages else ()
    return (*newer, *older)


def name_of(visit: Visit, competency: str) -> str:
    """The competency's name; its id when the pack is no longer there."""
    known = visit.library.competencies.get(competency)
    return known.name if known else competency


def line(visit: Visit, summary: Summary) -> str:
    points = sum(len(result.shown) for result in summary.results)
    return texts.history_line(
        summary.number,
        name_of(visit, summary.competency),
        summary.level,
        summary.mode,
        moments.local(visit, summary.finished),
        points,
        len(summary.results),
        len(summary.reviewers),
    )


def unfinished(visit: Visit) -> list[str]:
    """The interview that is open, and those that were left without a report."""
    left = [
        texts.unfinished_line(
            one.number,
            name_of(visit, one.competency),
            one.level,
            moments.local(visit, one.finished),
            open_now=False,
        )
        for one in reversed(visit.notebook.history)
        if not one.complete
    ]
    running = visit.notebook.interview
    if running is not None and running.exchanges:
        name = name_of(visit, running.competency)
        left.insert(0, texts.unfinished_line(running.number, name, running.level, running.started, open_now=True))
    return left[:PAGE]


def wanted(argument: str) -> tuple[int, str]:
    """The number and the form that "/transcript 3 html" asks for; 0 for no number, "" for reading it here."""
    words = argument.split()
    number = int(words[0]) if words and words[0].isdecimal() and len(words[0]) < 8 else 0
    form = words[1].lower() if len(words) > 1 else ""
    return number, form if form in FORMS else ""


def transcript(visit: Visit, argument: str) -> Replies:
    """The command /transcript with a number, and the format of a file if one is wanted."""
    number, form = wanted(argument)
    if not number:
        return [noted_history(visit, texts.WHICH_TRANSCRIPT)]
    interview = visit.archive.get(number)
    if interview is None and visit.notebook.interview and visit.notebook.interview.number == number:
        interview = visit.notebook.interview
    if interview is None or not interview.exchanges:
        return [noted_history(visit, texts.no_such_transcript(argument.split()[0]))]
    if form:
        return [Reply(texts.TRANSCRIPT_FILES[form], attachment=as_file(visit, interview, form))]
    files = tuple(buttons.command(f"transcript {number} {form}", label) for form, label in FORMS.items())
    replying = tuple((reply_button(review.coach, review.name, number),) for review in interview.reviews)
    text = "\n\n".join([as_text(visit, interview), *read_by(visit, number)])
    return [Reply(text, (*replying, *asking.rows(visit, number), files[:2], files[2:]))]


def read_by(visit: Visit, number: int) -> list[str]:
    """Which coaches read an interview, each with the last time."""
    latest = {one.coach: one for one in visit.notebook.coaching.reads if one.interview == number}
    return [coaching_texts.read_line(one.name, number, one.at) for one in latest.values()]


def noted_history(visit: Visit, note: str) -> Reply:
    shown = page(visit, 0)
    return Reply(f"{note}\n\n{shown.text}", shown.choices)


def as_file(visit: Visit, interview: Interview, form: str, candidate: str = "") -> Attachment:
    """The transcript as a file; ``candidate`` is whose it is where somebody else reads it."""
    data = msgspec.json.encode(transcript_of(interview, visit.library, candidate))
    return Attachment("transcript", form, f"interview-{interview.number}.{form}", data)


def as_text(visit: Visit, interview: Interview) -> str:
    """The whole transcript as one message; an edge cuts it where its own limit is."""
    heading = texts.transcript_heading(
        interview.number,
        name_of(visit, interview.competency),
        interview.level,
        interview.mode.value,
        moments.local(visit, interview.started),
    )
    parts = [heading]
    for place, exchange in enumerate(interview.exchanges, start=1):
        parts.append(exchange_as_text(visit, interview, place, exchange))
    parts += [shown(visit.library, interview, review) for review in interview.reviews]
    return "\n\n".join(parts)


def exchange_as_text(visit: Visit, interview: Interview, place: int, exchange: Exchange) -> str:
    attempt = texts.attempt(place, exchange.attempt)
    lines = [attempt, *(answer_as_text(answer) for answer in exchange.answers)]
    if exchange.rating is not None:
        lines.append(feedback_texts.report_rating(exchange.rating))
    if exchange.assessment is not None:
        lines.append(judgment(visit, interview, exchange))
    return "\n\n".join(lines)


def answer_as_text(answer: Answer) -> str:
    edited = any(message.earlier for message in answer.messages)
    return texts.said(answer.prompt, answer.text, len(answer.hints), edited, answer.asked_by)
