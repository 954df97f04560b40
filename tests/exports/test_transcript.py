"""A transcript holds everything that an interview was, in words."""

from dataclasses import fields
from typing import Any

import msgspec
import pytest

from content.library import Library
from content.model import Slot
from conversations.feedback import Engine
from conversations.interview.machine import State
from conversations.interview.record import Exchange
from conversations.transcript import Transcript, transcript
from tests.exports.interviews import ADDED, TOLD, an_exchange, an_interview


@pytest.fixture
def exchange(library: Library, engine: Engine) -> Exchange:
    return an_exchange(library, engine)


def test_every_question_answer_and_hint_is_there_word_for_word(library: Library, exchange: Exchange) -> None:
    made = transcript(an_interview(exchange), library)
    (one,) = made.rounds
    probes = library.probes_for(library.question(exchange.question))
    assert (made.competency, made.level, made.complete) == ("Customer Relationship Management", 1, True)
    assert [turn.prompt for turn in one.turns] == [one.question, probes[0].text, probes[1].text]
    assert [turn.text for turn in one.turns] == [TOLD, ADDED, ""]
    assert [turn.refused for turn in one.turns] == [False, False, True]
    assert one.turns[0].hints == ("Think of an outage.",)
    assert one.turns[0].earlier == ("Our system went down.",)
    assert (one.turns[0].seconds, one.turns[2].seconds) == (42, None)
    assert one.passed_over == (probes[2].text,)
    assert one.rating == 4


def test_evidence_quotes_the_persons_words_and_says_where_they_stand(library: Library, exchange: Exchange) -> None:
    (one,) = transcript(an_interview(exchange), library).rounds
    assert one.judgment is not None
    level = library.level("crm", 1)
    assert [finding.text for finding in one.judgment.findings] == [behavior.text for behavior in level.behaviors]
    excerpts = [excerpt for finding in one.judgment.findings for excerpt in finding.evidence]
    assert any("night porter" in excerpt.quote for excerpt in excerpts)
    for excerpt in excerpts:
        assert one.turns[excerpt.turn].text[excerpt.start : excerpt.end] == excerpt.quote
    assert [part.slot for part in one.judgment.parts] == [slot.value for slot in Slot]
    assert one.judgment.next_step.startswith("Next time, ")


def test_evidence_from_a_follow_up_after_a_refusal_points_at_the_right_turn(library: Library, engine: Engine) -> None:
    exchange = an_exchange(library, engine, told="Not much.", added=TOLD)
    exchange.answers[0].refused = True
    exchange.assessment = engine.assess("crm", 1, exchange.question, exchange.passages())
    (one,) = transcript(an_interview(exchange), library).rounds
    assert one.judgment is not None
    excerpts = [excerpt for finding in one.judgment.findings for excerpt in finding.evidence]
    assert {excerpt.turn for excerpt in excerpts} == {1}


def test_a_retry_keeps_its_question_number_and_says_what_it_gained_and_lost(library: Library, engine: Engine) -> None:
    first, again, other = (an_exchange(library, engine) for _ in range(3))
    again.attempt, again.before = 2, ("crm-l1-b4",)
    made = transcript(an_interview(first, again, other), library)
    assert [(one.number, one.attempt) for one in made.rounds] == [(1, 1), (1, 2), (2, 1)]
    second = made.rounds[1].judgment
    assert second is not None
    assert second.lost == (library.behavior("crm-l1-b4").text,)
    assert second.gained == tuple(one.text for one in second.findings if one.verdict == "shown")


def test_an_answer_that_was_not_judged_says_why(library: Library, engine: Engine) -> None:
    exchange = an_exchange(library, engine, told="Yes.", added="Fine.")
    (one,) = transcript(an_interview(exchange), library).rounds
    assert one.judgment is not None
    assert one.judgment.findings == ()
    assert "too short" in one.judgment.not_judged


@pytest.mark.parametrize(("state", "complete"), [(State.PROBE, False), (State.ENDED, False), (State.REPORT, True)])
def test_an_interview_without_a_report_is_not_called_complete(library: Library, state: State, complete: bool) -> None:
    made = transcript(an_interview(state=state), library)
    assert made.complete is complete
    assert (made.finished is None) is (state is State.PROBE)


def test_a_transcript_can_be_made_when_the_packs_have_gone(library: Library, exchange: Exchange) -> None:
    nothing: dict[str, Any] = {field.name: {} for field in fields(library)}
    bare = Library(**nothing | {"star_probes": (), "faults": (), "doubt": library.doubt})
    made = transcript(an_interview(exchange), bare)
    (one,) = made.rounds
    assert (made.competency, one.turns[0].text) == ("crm", TOLD)
    assert one.judgment is not None
    assert {finding.text for finding in one.judgment.findings} >= {"crm-l1-b1"}


def test_a_transcript_survives_being_stored_as_json(library: Library, exchange: Exchange) -> None:
    made = transcript(an_interview(exchange), library)
    assert msgspec.json.decode(msgspec.json.encode(made), type=Transcript) == made
