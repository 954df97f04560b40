"""Every way in which a competency can be wrong is named with its file, its id and its field."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.faults import Fault
from content.library import load

Pack = dict[str, Any]
Put = Callable[..., Path]


def level(pack: Pack, number: int = 1) -> Any:
    return pack["levels"][number - 1]


def probe(pack: Pack, number: int = 1) -> Any:
    return level(pack)["questions"][0]["probes"][number - 1]


def places(faults: tuple[Fault, ...]) -> list[tuple[str, str, str]]:
    return [(fault.id, fault.field, fault.what) for fault in faults]


COMPETENCY_FAULTS: list[tuple[str, Callable[[Pack], Any], tuple[str, str, str]]] = [
    ("a field is missing", lambda p: p.pop("name"), ("acme", "name", "is missing")),
    ("a field is misspelt", lambda p: p.update(nmae="x"), ("acme", "nmae", "is not a field of this item")),
    (
        "a probe is misspelt",
        lambda p: probe(p).update(solt=1),
        ("acme-l1-q1-p1", "solt", "is not a field of this item"),
    ),
    ("a text is a number", lambda p: probe(p).update(text=7), ("acme-l1-q1-p1", "text", "should be text in quotes")),
    (
        "an item is no object",
        lambda p: level(p)["behaviors"].append("x"),
        ("acme", "levels #1 behaviors #3", "should be"),
    ),
    ("a list is no list", lambda p: p.update(levels={}), ("acme", "levels", "should be a list [ ]")),
    (
        "the list of levels is empty",
        lambda p: p.update(levels=[]),
        ("acme", "levels", "should be a list [ ] with at least 1"),
    ),
    ("a slot is unknown", lambda p: probe(p).update(slot="why"), ("acme-l1-q1-p1", "slot", "is not one of the known")),
    ("an id has capitals", lambda p: probe(p).update(id="P1"), ("P1", "id", "is not a usable id")),
    (
        "an id is too long",
        lambda p: p.update(id="a" * 41),
        ("a" * 41, "id", "should be text in quotes with at most 40 ch"),
    ),
    ("a text is empty", lambda p: probe(p).update(text=""), ("acme-l1-q1-p1", "text", "is empty")),
    (
        "a text is blank",
        lambda p: probe(p).update(text=" \n"),
        ("acme-l1-q1-p1", "text", "is empty, starts with a space"),
    ),
    ("a text holds a NUL", lambda p: probe(p).update(text="a\0"), ("acme-l1-q1-p1", "text", "is empty, starts with")),
    (
        "a name is too long for a button",
        lambda p: p.update(name="x" * 65),
        ("acme", "name", "should be text in quotes"),
    ),
    (
        "a text is too long for a message",
        lambda p: probe(p).update(text="x" * 1001),
        ("acme-l1-q1-p1", "text", "should"),
    ),
    ("a level is out of range", lambda p: level(p).update(number=6), ("acme", "levels #1 number", "should be a whole")),
    ("the kind is missing", lambda p: p.pop("kind"), ("acme", "kind", "is missing")),
    ("the kind is unknown", lambda p: p.update(kind="skill"), ("acme", "kind", "“skill” is not a kind of pack")),
    ("levels descend", lambda p: p["levels"].reverse(), ("acme", "levels", "the numbers [2, 1] do not ascend")),
    ("a level stands twice", lambda p: level(p, 2).update(number=1), ("acme", "levels", "the numbers [1, 1] do not")),
    ("no behaviors", lambda p: level(p).update(behaviors=[]), ("acme", "levels 1 behaviors", "is empty")),
    ("no question for a level", lambda p: p.update(questions=[]), ("acme", "levels 2 questions", "is empty")),
    ("an id stands twice", lambda p: probe(p).update(id="acme-l1-q1-p2"), ("acme", "id", "acme-l1-q1-p2 is the id of")),
    ("a probe's id leaves its question", lambda p: probe(p).update(id="acme-p1"), ("acme-p1", "id", "does not start")),
    (
        "a behavior's id leaves its level",
        lambda p: level(p)["behaviors"][0].update(id="acme-l2-b9"),
        ("acme-l2-b9", "id", "does not start with “acme-l1-”"),
    ),
    (
        "a question's id leaves its pack",
        lambda p: p["questions"][0].update(id="q1"),
        ("q1", "id", "does not start with"),
    ),
    (
        "two behaviors say the same",
        lambda p: level(p, 2)["behaviors"][0].update(text="Labels parcels."),
        ("acme-l2-b1", "text", "is word for word that of acme-l1-b1"),
    ),
    (
        "two probes of a question ask the same",
        lambda p: probe(p, 2).update(text="Where was it?"),
        ("acme-l1-q1-p2", "text", "is word for word that of acme-l1-q1-p1"),
    ),
]


@pytest.mark.parametrize(
    ("spoil", "expected"), [row[1:] for row in COMPETENCY_FAULTS], ids=[row[0] for row in COMPETENCY_FAULTS]
)
def test_a_competency_with_a_fault_is_left_out_and_the_fault_named(
    acme: Pack, put: Put, spoil: Callable[[Pack], Any], expected: tuple[str, str, str]
) -> None:
    folder = put(acme)
    spoil(acme)
    (folder / "acme.json").write_text(json.dumps(acme), encoding="utf-8")
    library = load(folder)
    assert {fault.file for fault in library.faults} == {str(folder / "acme.json")}
    assert any(
        (key, field) == expected[:2] and what.startswith(expected[2]) for key, field, what in places(library.faults)
    ), library.faults
    assert set(library.competencies) == {"crm", "cem", "csm"}


def test_a_pack_never_replaces_a_built_in_one(acme: Pack, put: Put) -> None:
    text = json.dumps(acme).replace("acme", "crm")
    library = load(put(json.loads(text)))
    assert library.competency("crm").name == "Customer Relationship Management"
    assert ("crm", "id", "is already used by built-in crm.json") in places(library.faults)


def test_of_two_packs_with_one_id_the_first_by_file_name_stays(acme: Pack, put: Put) -> None:
    folder = put(acme)
    (folder / "zebra.json").write_text(json.dumps({**acme, "name": "Zebra Care"}), encoding="utf-8")
    library = load(folder)
    assert library.competency("acme").name == "Parcel Care"
    assert {Path(fault.file).name for fault in library.faults} == {"zebra.json"}


def test_every_fault_is_named_in_one_run_whatever_its_kind(acme: Pack, put: Put) -> None:
    acme.pop("source")
    acme["extra"] = True
    level(acme)["behaviors"][0]["text"] = 5
    level(acme)["behaviors"][1]["id"] = "acme-l2-b1"
    probe(acme)["slot"] = "where"
    probe(acme, 2)["id"] = "p2"
    level(acme, 2)["questions"] = [{"id": "acme-l2-q1", "text": "What makes a good depot?"}]
    assert {(fault.id, fault.field) for fault in load(put(acme)).faults} == {
        ("acme", "source"),
        ("acme", "extra"),
        ("acme-l1-b1", "text"),
        ("acme-l2-b1", "id"),
        ("acme", "id"),
        ("acme-l1-q1-p1", "slot"),
        ("p2", "id"),
        ("acme-q1", "text"),
    }


def test_a_fault_reads_as_one_line_that_says_what_to_do() -> None:
    fault = Fault("acme.json", "acme-l1-b1", "txt", "is not a field of this item", "Did you mean “text”")
    assert str(fault) == "acme.json: acme-l1-b1: txt: is not a field of this item. Did you mean “text”."
