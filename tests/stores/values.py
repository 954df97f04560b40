"""Notebooks and interviews to store, with something in every field that matters."""

from datetime import UTC, datetime, timedelta

from content.model import Slot
from conversations.feedback.assessment import Assessment, BehaviorVerdict, Evidence, Ownership, Specifics, Verdict
from conversations.interview.machine import State
from conversations.interview.record import Answer, Exchange, Interview, Message, Mode
from conversations.notebook import Notebook, QuestionResult, Summary
from conversations.replies import Attachment, Choice, Reply

MONDAY = datetime(2025, 3, 3, 9, 30, tzinfo=UTC)
ANSWER = "I rang the night porter, \N{PARTY POPPER} “sorted” by 07:40 — 3 guests moved. <b>Done</b>"


def an_interview(number: int = 1, said: str = ANSWER, state: State = State.REPORT) -> Interview:
    """One question with one probe, judged."""
    assessment = Assessment(
        judged=True,
        behaviors=(
            BehaviorVerdict("crm-l1-b1", 1, Verdict.SHOWN, 0.9, (Evidence("crm-l1-b1", 0.9, 0, 2, 24),)),
            BehaviorVerdict("crm-l1-b2", 1, Verdict.NOT_YET, 0.0),
        ),
        slots={Slot.ACTION: 0.9, Slot.RESULT: 0.4},
        ownership=Ownership(3, 1),
        specifics=Specifics(2, 1, 0),
        reads_like=2,
    )
    first = Answer("Tell me about a time.", MONDAY, messages=[Message(said, MONDAY, 7, ["I rang"])], hints=["A tool."])
    probe = Answer("What came of it?", MONDAY, probe="crm-q1-p2", slot="result", refused=True)
    return Interview(
        number=number,
        started=MONDAY,
        state=state,
        step=9,
        competency="crm",
        level=1,
        mode=Mode.REAL,
        length=1,
        exchanges=[Exchange("crm-q1", [first, probe], rating=4, passed_over=["crm-q1-p1"], assessment=assessment)],
        finished=MONDAY + timedelta(minutes=12),
    )


def a_summary(number: int = 1) -> Summary:
    result = QuestionResult("crm-q1", score=0.5, shown=("crm-l1-b1",), slots=("action",), reads_like=2, rating=4)
    return Summary(number, "crm", 1, "real", MONDAY, MONDAY, complete=True, results=(result,))


def a_reply(text: str = "Tell me more.") -> Reply:
    return Reply(
        text, ((Choice("skip:3", "Skip"),),), Attachment("notebook", "json", "me.json", b"\x00\xff{}"), "1 of 2"
    )


def fill(notebook: Notebook) -> None:
    """Puts something into every field of a notebook but ``finished``."""
    notebook.name = "Zoë O'Hara"
    notebook.seen = MONDAY
    notebook.last_event = 41
    notebook.foreground = "interview"
    notebook.interview = an_interview(2, state=State.PROBE)
    notebook.next_interview = 3
    notebook.history = [a_summary()]
    notebook.asked = {"crm-q1": MONDAY}
    notebook.settings.all_probes = True
    notebook.post([a_reply()], 41)
