"""The screens that judge: feedback on a question, and the report at the end."""

from content.model import Slot
from conversations import buttons
from conversations.feedback import Assessment, Verdict
from conversations.interview.bearings import onward_choices, open_interview, tap, where
from conversations.interview.digest import digest, quotes
from conversations.interview.record import Exchange, Interview, Mode
from conversations.replies import Choice, Reply
from conversations.study.plan.way import to_today
from conversations.study.stories import offering
from conversations.texts import feedback as texts
from conversations.texts import interview as interview_texts
from conversations.visit import Visit

LONG_ANSWER_SECONDS = 180


def feedback(visit: Visit) -> Reply:
    """Feedback on the question that was just answered."""
    interview = open_interview(visit)
    exchange = interview.current
    parts = [judgment(visit, interview, exchange), texts.passed_over(passed_over_slots(visit, exchange))]
    if exchange.before is not None and judged(exchange):
        parts.append(comparison(visit, interview, exchange, exchange.before))
    parts.append(offering.remark(visit, interview))
    choices = (onward_choices(interview), side_choices(visit, interview), offering.offer(visit, interview))
    return Reply("\n\n".join(part for part in parts if part), tuple(row for row in choices if row), header=where(visit))


def side_choices(visit: Visit, interview: Interview) -> tuple[Choice, ...]:
    add = (tap(interview, "add", label=interview_texts.ADD),) if interview.current.answered else ()
    has_model = visit.library.model_answer(interview.current.question, interview.level) is not None
    return (*add, *((tap(interview, "model", label=interview_texts.MODEL_ANSWER),) if has_model else ()))


def judgment(visit: Visit, interview: Interview, exchange: Exchange) -> str:
    """The feedback itself, or why there is none."""
    assessment = exchange.assessment
    if not exchange.answered:
        return texts.reason("refused")
    if assessment is None or not assessment.judged:
        return texts.reason(assessment.reason if assessment else "empty")
    return texts.feedback(digest(visit.library, interview, exchange, assessment))


def passed_over_slots(visit: Visit, exchange: Exchange) -> list[Slot]:
    probes = visit.library.probes_for(visit.library.question(exchange.question))
    return [probe.slot for probe in probes if probe.id in exchange.passed_over]


def judged(exchange: Exchange) -> bool:
    return exchange.assessment is not None and exchange.assessment.judged


def comparison(visit: Visit, interview: Interview, exchange: Exchange, before: tuple[str, ...]) -> str:
    """What this attempt gained and lost against the one before."""
    now = shown(exchange.assessment, interview.level)
    name = visit.library.behavior
    return texts.compared(
        [name(one) for one in now if one not in before],
        [name(one) for one in before if one not in now],
        exchange.attempt,
    )


def shown(assessment: Assessment | None, level: int) -> list[str]:
    """Ids of the level's behaviors that were shown."""
    if assessment is None:
        return []
    return [one.behavior for one in assessment.behaviors if one.level == level and one.verdict is Verdict.SHOWN]


def report(visit: Visit) -> Reply:
    """The end of an interview: in practice a summary, in real mode the feedback that waited until now."""
    interview = open_interview(visit)
    competency = visit.library.competency(interview.competency)
    parts = [texts.report_heading(competency.name, interview.level)]
    if not interview.has_answer():
        parts.append(texts.REPORT_NOTHING)
    for place, exchange in enumerate(interview.exchanges, start=1):
        parts.append(report_on(visit, interview, place, exchange))
    choices = (
        *to_today(visit),
        (buttons.command("practice", interview_texts.PRACTICE_AGAIN),),
        (
            buttons.command("retry", interview_texts.TRY_AGAIN),
            buttons.command(f"transcript {interview.number}", interview_texts.READ_TRANSCRIPT),
        ),
        offering.offer_all(visit, interview),
    )
    return Reply("\n\n".join(parts), tuple(row for row in choices if row), header="report")


def report_on(visit: Visit, interview: Interview, place: int, exchange: Exchange) -> str:
    """One question in the report."""
    lines = [texts.report_question(place, visit.library.question(exchange.question).text, exchange.attempt)]
    assessment = exchange.assessment
    if exchange.skipped:
        lines.append(texts.REPORT_SKIPPED)
    elif not exchange.answered:
        lines.append(texts.REPORT_NOT_ANSWERED)
    elif interview.mode is Mode.REAL or assessment is None or not assessment.judged:
        lines.append(judgment(visit, interview, exchange))
    else:
        passages = exchange.passages()
        own = [one for one in assessment.behaviors if one.behavior in shown(assessment, interview.level)]
        lines.append(texts.report_brief(len(own), list(dict.fromkeys(quotes(own[:2], passages)))))
    if exchange.rating is not None:
        lines.append(texts.report_rating(exchange.rating))
    seconds = exchange.answers[0].seconds
    if interview.mode is Mode.REAL and seconds is not None and seconds > LONG_ANSWER_SECONDS:
        lines.append(texts.took(*divmod(seconds, 60)))
    return "\n".join(lines)
