"""Interviews to export, judged by the real engine on the real packs."""

from datetime import UTC, datetime, timedelta

from content.library import Library
from conversations.feedback import Engine
from conversations.interview.machine import State
from conversations.interview.record import Answer, Exchange, Interview, Message

MONDAY = datetime(2025, 3, 3, 9, 30, tzinfo=UTC)
TOLD = (
    "Our booking system went down on a Friday with 40 arrivals to come. I rang the night porter at our sister hotel, "
    "who had been through the same outage, and asked in the front-desk group chat for the vendor's number."
)
ADDED = "By nine the system was back.\n\nNobody waited more than 5 minutes."


def said(text: str, seconds: int, earlier: list[str] | None = None) -> list[Message]:
    return [Message(text, MONDAY + timedelta(seconds=seconds), earlier=earlier or [])]


def an_exchange(library: Library, engine: Engine, told: str = TOLD, added: str = ADDED) -> Exchange:
    """The first CRM question of level 1: answered, one follow-up answered, one refused, one left out."""
    question = library.questions_for("crm", 1)[0]
    probes = library.probes_for(question)
    first, second = (
        Answer(probe.text, MONDAY, probe=probe.id, slot=probe.slot.value) for probe in (probes[0], probes[1])
    )
    first.messages = said(added, 80)
    second.refused = True
    primary = Answer(
        question.text, MONDAY, messages=said(told, 42, ["Our system went down."]), hints=["Think of an outage."]
    )
    exchange = Exchange(question.id, [primary, first, second], rating=4, passed_over=[probes[2].id])
    exchange.assessment = engine.assess("crm", 1, question.id, exchange.passages())
    return exchange


def an_interview(*exchanges: Exchange, state: State = State.REPORT) -> Interview:
    finished = MONDAY + timedelta(minutes=14) if state in (State.REPORT, State.ENDED) else None
    return Interview(3, MONDAY, state, 9, "crm", 1, length=2, exchanges=list(exchanges), finished=finished)
