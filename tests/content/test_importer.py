"""What an author pastes as plain text becomes a competency; what does not fit is named by its line."""

from collections.abc import Callable

import pytest

from content.importer import import_competency
from content.library import Library
from content.model import Slot
from content.slots import propose_slot

Seed = Callable[[str], str]

HAND_OUT = """\
Parcel Care
Getting parcels to people whole and on time.
Level 1. Knows the ropes.
BEHAVIORS
- Labels parcels.
QUESTIONS
- Tell me about a parcel that got lost.
Probing Questions
* Where was it?
* What did you learn from it?
- What makes a parcel heavy?
"""

PAGE = """\
Parcel Care

Getting parcels to people whole and on time.

Behavior Statements

Proficiency Level 1 - Basic understanding

Labels parcels.

Weighs parcels.

Interview Questions

  • What makes a good depot?
"""


def faults(text: str) -> list[str]:
    return [f"{fault.line}: {fault.what}" for fault in import_competency(text).faults]


def test_a_hand_out_keeps_probes_with_their_question() -> None:
    competency, found = import_competency(HAND_OUT)
    assert found == ()
    assert competency is not None
    first, second = competency.levels[0].questions
    assert [probe.text for probe in first.probes] == ["Where was it?", "What did you learn from it?"]
    assert (first.probes[1].id, first.probes[1].slot) == ("pc-l1-q1-p2", Slot.REFLECTION)
    assert (second.id, second.probes) == ("pc-l1-q2", ())


def test_questions_at_the_end_of_a_page_belong_to_every_level() -> None:
    competency, found = import_competency(PAGE)
    assert found == ()
    assert competency is not None
    assert [behavior.id for behavior in competency.levels[0].behaviors] == ["pc-l1-b1", "pc-l1-b2"]
    assert competency.levels[0].questions == ()
    assert [(question.id, question.text) for question in competency.questions] == [
        ("pc-q1", "What makes a good depot?")
    ]


def test_an_author_can_choose_the_short_id_and_name_the_source() -> None:
    competency, _ = import_competency(HAND_OUT, short_id="parcels", source="Depot hand-out, page 3")
    assert competency is not None
    assert competency.levels[0].behaviors[0].id == "parcels-l1-b1"
    assert competency.source == "Depot hand-out, page 3"


def test_a_text_from_windows_reads_the_same() -> None:
    assert import_competency(HAND_OUT.replace("\n", "\r\n")) == import_competency(HAND_OUT)


@pytest.mark.parametrize(("number", "short_id"), [("000", "crm"), ("002", "cem"), ("004", "csm")])
def test_each_source_text_gives_its_built_in_pack(library: Library, seed: Seed, number: str, short_id: str) -> None:
    competency, found = import_competency(seed(number))
    built_in = library.competency(short_id)
    assert found == ()
    assert competency is not None
    assert (competency.id, competency.name, competency.source) == (built_in.id, built_in.name, built_in.source)
    for imported, level in zip(competency.levels, built_in.levels, strict=True):
        assert (imported.number, imported.description) == (level.number, level.description)
        assert [(item.id, item.text) for item in imported.behaviors] == [
            (item.id, item.text) for item in level.behaviors
        ]
        for mine, theirs in zip(imported.questions, level.questions, strict=True):
            assert (mine.id, mine.text) == (theirs.id, theirs.text)
            assert [probe.text for probe in mine.probes] == [probe.text for probe in theirs.probes]
    assert competency.questions == built_in.questions


def test_the_slots_proposed_for_the_sources_agree_with_the_author_nine_times_in_ten(library: Library) -> None:
    probes = [probe for question in library.questions.values() for probe in question.probes]
    agreed = [probe for probe in probes if propose_slot(probe.text) is probe.slot]
    assert len(agreed) / len(probes) >= 0.9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1: there is no text"]),
        ("Parcel Care", ["1: there is no description under the name"]),
        (HAND_OUT.replace("* Where", "Where"), ["9: expected a line that starts with '-', '*' or '•'"]),
        (HAND_OUT.replace("Level 1.", "Level 7."), ["3: level 7 is outside 1 to 5"]),
        (HAND_OUT.replace("- Labels parcels.\n", ""), ["3: level 1 has no behaviors"]),
        (HAND_OUT.split("QUESTIONS")[0], ["3: level 1 has no question"]),
        (HAND_OUT.replace("- Tell me about a parcel that got lost.\n", ""), ["8: this probe follows no question"]),
        (HAND_OUT.replace("Level 1. Knows the ropes.\n", ""), ["4: this behavior stands before the first level"]),
        (HAND_OUT.replace("Level 1.", "Stage 1."), ["3: expected a level or a heading such as BEHAVIORS"]),
        (f"{HAND_OUT}Level 1. Knows more.\n", ["12: level 1 comes after level 1; levels must ascend"]),
        ("BEHAVIORS\n- Labels parcels.\n", ["1: the name of the competency must come before"]),
    ],
)
def test_what_does_not_fit_is_named_by_its_line(text: str, expected: list[str]) -> None:
    found = faults(text)
    for fault in expected:
        assert any(line.startswith(fault) for line in found), found


def test_all_faults_are_named_at_once() -> None:
    broken = HAND_OUT.replace("* Where", "Where").replace("Level 1.", "Level 7.").replace("- What makes", "What makes")
    assert [fault.split(":")[0] for fault in faults(broken)] == ["3", "9", "11"]


def test_a_page_of_prose_is_refused_with_two_faults_not_hundreds(seed: Seed) -> None:
    competency, found = import_competency(seed("003"))
    assert competency is None
    assert len(found) == 2
