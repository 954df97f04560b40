"""The end of an interview: judged to the last word, put into the archive and into the history."""

from content.model import Slot
from conversations.feedback import Verdict
from conversations.interview.digest import THIN, score
from conversations.interview.machine import State
from conversations.interview.record import Exchange, Interview
from conversations.notebook import QuestionResult, Summary
from conversations.study.stories.keeping import note_tellings
from conversations.visit import Visit


def close(visit: Visit, interview: Interview) -> None:
    """Archives the interview and frees the notebook. One without any answer leaves no trace."""
    notebook = visit.notebook
    notebook.interview = None
    notebook.foreground = ""
    if not interview.has_answer():
        return
    interview.finished = visit.now
    notebook.finished.append(interview)
    note_tellings(visit, interview)
    notebook.history.append(
        Summary(
            interview.number,
            interview.competency,
            interview.level,
            interview.mode.value,
            interview.started,
            visit.now,
            complete=interview.state is State.REPORT,
            results=tuple(result(exchange, interview.level) for exchange in interview.exchanges),
            assignment=interview.assignment,
        )
    )


def result(exchange: Exchange, level: int) -> QuestionResult:
    """What the history keeps of one exchange."""
    assessment = exchange.assessment
    if assessment is None or not assessment.judged:
        skipped = exchange.skipped or exchange.answers[0].refused
        return QuestionResult(exchange.question, exchange.attempt, rating=exchange.rating, skipped=skipped)
    own = [one for one in assessment.behaviors if one.level == level]
    others = [one for one in assessment.behaviors if one.level != level]
    return QuestionResult(
        exchange.question,
        exchange.attempt,
        score(assessment, level),
        tuple(one.behavior for one in own if one.verdict is Verdict.SHOWN),
        tuple(one.behavior for one in own if one.verdict is Verdict.TOUCHED),
        tuple(slot.value for slot in Slot if assessment.slots.get(slot, 0.0) >= THIN),
        assessment.reads_like,
        exchange.rating,
        tuple(one.behavior for one in others if one.verdict is Verdict.SHOWN),
    )
