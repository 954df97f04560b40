"""A transcript: one interview with every text that it needs to be read on its own, without packs and without ids."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from content.library import Library
from content.model import Slot
from conversations.coaching.reviewing.record import Review
from conversations.feedback import Assessment, BehaviorVerdict, Verdict
from conversations.interview.digest import digest
from conversations.interview.machine import State
from conversations.interview.record import Answer, Exchange, Interview
from conversations.markup import plain
from conversations.texts import feedback as texts


class Excerpt(Struct, frozen=True):
    """Words of an answer: ``turns[turn].text[start:end]``."""

    turn: int
    start: int
    end: int
    quote: str


class Finding(Struct, frozen=True):
    """A behavior and what the answer said of it. ``verdict`` is "shown", "touched" or "not-yet"."""

    behavior: str
    level: int
    text: str
    verdict: str
    evidence: tuple[Excerpt, ...] = ()


class Part(Struct, frozen=True):
    """A part of a STAR answer, such as "result", and how much of it was there, 0 to 1."""

    slot: str
    strength: float


class Judgment(Struct, frozen=True):
    """The feedback on one question.

    ``not_judged`` says why there is none; it is empty otherwise. ``findings`` are the behaviors of the level in the
    order of the source, ``beyond`` what was shown of other levels. ``reading`` is the sentence on the level that it
    reads like and ``next_step`` the one thing to change; both may be empty. ``gained`` and ``lost`` compare with the
    attempt before, as texts of behaviors.
    """

    not_judged: str = ""
    findings: tuple[Finding, ...] = ()
    beyond: tuple[Finding, ...] = ()
    parts: tuple[Part, ...] = ()
    reads_like: int | None = None
    reading: str = ""
    next_step: str = ""
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


class Turn(Struct, frozen=True):
    """What was asked and what was answered. ``slot`` is None for the primary question.

    ``asked_by`` names the coach who asked after the interview, "" for what the interview asked. ``text`` is empty when
    nothing was said. ``seconds`` until the first message, None without one. ``earlier`` are
    wordings that the person edited later.
    """

    prompt: str
    text: str
    asked: datetime
    slot: str | None = None
    seconds: int | None = None
    hints: tuple[str, ...] = ()
    refused: bool = False
    earlier: tuple[str, ...] = ()
    asked_by: str = ""


class Round(Struct, frozen=True):
    """One question with its probes. ``number`` counts the questions, ``attempt`` how often this one was asked.

    ``passed_over`` are the probes left out because the answer covered them. ``rating`` is the person's own, 1 to 5,
    None when not given. ``judgment`` is None until judged.
    """

    number: int
    question: str
    turns: tuple[Turn, ...]
    attempt: int = 1
    skipped: bool = False
    saw_model_answer: bool = False
    passed_over: tuple[str, ...] = ()
    rating: int | None = None
    judgment: Judgment | None = None


class Transcript(Struct, frozen=True):
    """One interview. ``finished`` is None while it is open; ``complete`` is False without a report.

    ``reviews`` are those that coaches released, with texts in the place of ids and no key of a coach. ``candidate`` is
    whose it is, "" in what its candidate reads.
    """

    number: int
    competency: str
    level: int
    mode: str
    started: datetime
    finished: datetime | None
    complete: bool
    rounds: tuple[Round, ...]
    reviews: tuple[Review, ...] = ()
    candidate: str = ""


def transcript(interview: Interview, library: Library, candidate: str = "") -> Transcript:
    """The transcript of an open or finished interview. What the packs no longer hold is named by its id."""
    competency = library.competencies.get(interview.competency)
    rounds: list[Round] = []
    for exchange in interview.exchanges:
        again = exchange.attempt > 1 and bool(rounds)
        number = rounds[-1].number if again else (rounds[-1].number if rounds else 0) + 1
        rounds.append(_round(library, interview, exchange, number))
    return Transcript(
        number=interview.number,
        competency=competency.name if competency else interview.competency,
        level=interview.level,
        mode=interview.mode.value,
        started=interview.started,
        finished=interview.finished,
        complete=interview.state is State.REPORT,
        rounds=tuple(rounds),
        reviews=tuple(_review(library, review) for review in interview.reviews),
        candidate=candidate,
    )


def _review(library: Library, review: Review) -> Review:
    names = {one.id: one.name for one in library.competencies.values()}
    return replace(
        review,
        coach="",
        ratings=[replace(one, competency=names.get(one.competency, one.competency)) for one in review.ratings],
        rulings=[replace(one, behavior=_behavior(library, one.behavior)) for one in review.told],
    )


def _round(library: Library, interview: Interview, exchange: Exchange, number: int) -> Round:
    question = library.questions.get(exchange.question)
    probes = {probe.id: probe.text for probe in library.probes_for(question)} if question else {}
    return Round(
        number=number,
        question=exchange.answers[0].prompt if exchange.answers else exchange.question,
        turns=tuple(_turn(answer) for answer in exchange.answers),
        attempt=exchange.attempt,
        skipped=exchange.skipped,
        saw_model_answer=exchange.saw_model_answer,
        passed_over=tuple(probes.get(probe, probe) for probe in exchange.passed_over),
        rating=exchange.rating,
        judgment=_judgment(library, interview, exchange),
    )


def _turn(answer: Answer) -> Turn:
    return Turn(
        prompt=answer.prompt,
        text=answer.text,
        asked=answer.asked_at,
        slot=answer.slot,
        seconds=answer.seconds,
        hints=tuple(answer.hints),
        refused=answer.refused,
        earlier=tuple(wording for message in answer.messages for wording in message.earlier),
        asked_by=answer.asked_by,
    )


def _judgment(library: Library, interview: Interview, exchange: Exchange) -> Judgment | None:
    assessment = exchange.assessment
    if assessment is None:
        return None
    if not assessment.judged:
        return Judgment(not_judged=texts.reason(assessment.reason))
    judged_turns = [place for place, answer in enumerate(exchange.answers) if answer.messages and not answer.refused]
    found = [_finding(library, exchange, verdict, judged_turns) for verdict in assessment.behaviors]
    own = tuple(finding for finding in found if finding.level == interview.level)
    shown = [finding.behavior for finding in own if finding.verdict == Verdict.SHOWN.value]
    before = shown if exchange.before is None else exchange.before
    reading, next_step = _advice(library, interview, exchange, assessment)
    return Judgment(
        findings=own,
        beyond=tuple(one for one in found if one.level != interview.level and one.verdict == Verdict.SHOWN.value),
        parts=tuple(Part(slot.value, round(assessment.slots.get(slot, 0.0), 2)) for slot in Slot),
        reads_like=assessment.reads_like,
        reading=reading,
        next_step=next_step,
        gained=tuple(_behavior(library, one) for one in shown if one not in before),
        lost=tuple(_behavior(library, one) for one in before if one not in shown),
    )


def _behavior(library: Library, behavior: str) -> str:
    known = library.behaviors.get(behavior)
    return known.text if known else behavior


def _finding(library: Library, exchange: Exchange, verdict: BehaviorVerdict, turns: Sequence[int]) -> Finding:
    """``turns`` lead from the passages that were judged to the turns that they come from."""
    excerpts = []
    for evidence in verdict.evidence:
        if evidence.passage >= len(turns):  # the answer was taken back after it had been judged
            continue
        turn = turns[evidence.passage]
        quote = exchange.answers[turn].text[evidence.start : evidence.end]
        excerpts.append(Excerpt(turn, evidence.start, evidence.end, quote))
    text = _behavior(library, verdict.behavior)
    return Finding(verdict.behavior, verdict.level, text, verdict.verdict.value, tuple(excerpts))


def _advice(library: Library, interview: Interview, exchange: Exchange, assessment: Assessment) -> tuple[str, str]:
    """The level reading and the next step as sentences; both empty when a pack no longer knows the behaviors."""
    if any(verdict.behavior not in library.behaviors for verdict in assessment.behaviors):
        return "", ""
    found = digest(library, interview, exchange, assessment)
    return plain(texts.level(found)), plain(texts.next_step(found))
