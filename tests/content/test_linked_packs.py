"""Packs beside each other: answers, cues and decks are held against the competencies and words that they refer to."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.faults import Fault
from content.library import load

Pack = dict[str, Any]
Put = Callable[..., Path]

ANSWERS: Pack = {
    "kind": "model-answers",
    "id": "acme-model-answers",
    "competency": "acme",
    "source": "Written here",
    "answers": [{"question": "acme-l1-q1", "level": 1, "trade": "courier", "text": "I looked under the van."}],
}
DECK: Pack = {
    "kind": "deck",
    "id": "acme-deck",
    "title": "Parcels",
    "source": "Acme hand-out",
    "cards": [{"id": "acme-deck-c1", "front": "What is on a label?", "items": [{"text": "Name"}, {"text": "Street"}]}],
}
DEFINITIONS: Pack = {
    "kind": "definitions",
    "id": "acme-terms",
    "term": "Parcel",
    "source": "Acme hand-out",
    "prompts": ["Define a parcel"],
    "definitions": [{"id": "acme-terms-one", "author": "", "paragraphs": ["A box.", "Lid: what closes it."]}],
    "ideas": [{"id": "a-box", "text": "It is a box", "definitions": ["acme-terms-one"]}],
}
LEXICON: Pack = {"kind": "lexicon", "id": "acme-lexicon", "concepts": {"acme-van": ["van", "truck"]}}
CUES: Pack = {
    "kind": "cues",
    "id": "acme-cues",
    "competency": "acme",
    "behaviors": {"acme-l1-b1": [{"all": ["@acme-van", "label"]}]},
}


def copy(pack: Pack) -> Pack:
    result: Pack = json.loads(json.dumps(pack))
    return result


def places(faults: tuple[Fault, ...]) -> list[tuple[str, str, str]]:
    return [(fault.id, fault.field, fault.what) for fault in faults]


def test_good_packs_of_every_kind_are_added_to_the_built_in_ones(acme: Pack, put: Put) -> None:
    library = load(put(acme, ANSWERS, DECK, DEFINITIONS, LEXICON, CUES))
    assert library.faults == ()
    assert library.competencies.keys() >= {"crm", "cem", "csm", "acme"}
    assert library.behavior("acme-l2-b1").text == "Plans the routes."
    assert library.cues["acme-l1-b1"][0].all == ("@acme-van", "label")


OTHER_FAULTS: list[tuple[str, Pack, Callable[[Pack], Any], tuple[str, str, str]]] = [
    (
        "answers for no competency",
        ANSWERS,
        lambda p: p.update(competency="acne"),
        ("acme-model-answers", "competency", "there is no good pack of"),
    ),
    (
        "an answer to no question",
        ANSWERS,
        lambda p: p["answers"][0].update(question="acme-l1-q9"),
        ("acme-l1-q9", "answers question", "is not asked at level 1 of acme"),
    ),
    (
        "an answer at another level",
        ANSWERS,
        lambda p: p["answers"][0].update(level=2),
        ("acme-l1-q1", "answers question", "is not asked at level 2 of acme"),
    ),
    (
        "two answers for one place",
        ANSWERS,
        lambda p: p["answers"].append({**p["answers"][0], "text": "Other."}),
        ("acme-l1-q1", "answers", "stands twice at level 1"),
    ),
    ("a card's id leaves its deck", DECK, lambda p: p["cards"][0].update(id="c1"), ("c1", "id", "does not start with")),
    (
        "a card stands twice",
        DECK,
        lambda p: p["cards"].append(p["cards"][0]),
        ("acme-deck", "id", "acme-deck-c1 is the id of"),
    ),
    (
        "an item stands twice",
        DECK,
        lambda p: p["cards"][0]["items"].append({"text": "Name"}),
        ("acme-deck-c1", "items", "has the same item twice"),
    ),
    (
        "a card has no items",
        DECK,
        lambda p: p["cards"][0].update(items=[]),
        ("acme-deck-c1", "items", "should be a list [ ]"),
    ),
    (
        "a card is too long",
        DECK,
        lambda p: p["cards"][0]["items"].extend({"text": c * 999} for c in "abcd"),
        ("acme-deck-c1", "items", "has 4025 characters"),
    ),
    (
        "an idea of no definition",
        DEFINITIONS,
        lambda p: p["ideas"][0].update(definitions=["acme-terms-two"]),
        ("a-box", "definitions", "“acme-terms-two” is no definition"),
    ),
    (
        "a term heads no paragraph",
        DEFINITIONS,
        lambda p: p["definitions"][0].update(terms=["Side"]),
        ("acme-terms-one", "terms", "“Side” heads 0 paragraphs"),
    ),
    (
        "a concept has no words",
        LEXICON,
        lambda p: p["concepts"].update({"acme-bike": []}),
        ("acme-lexicon", "concepts acme-bike", "has no words"),
    ),
    (
        "cues of no behavior",
        CUES,
        lambda p: p["behaviors"].update({"acme-l1-b7": [{"all": ["x"]}]}),
        ("acme-cues", "behaviors acme-l1-b7", "there is no behavior acme-l1-b7 in acme"),
    ),
    (
        "cues that are empty",
        CUES,
        lambda p: p["behaviors"].update({"acme-l1-b2": []}),
        ("acme-cues", "behaviors acme-l1-b2", "has no cues"),
    ),
    (
        "cues of no concept",
        CUES,
        lambda p: p["behaviors"].update({"acme-l1-b2": [{"all": ["@acme-boat"]}]}),
        ("acme-l1-b2", "cues", "there is no concept @acme-boat"),
    ),
    (
        "cues without a concept that is not there",
        CUES,
        lambda p: p["behaviors"].update({"acme-l1-b2": [{"all": ["x"], "none": ["~@acme-boat"]}]}),
        ("acme-l1-b2", "cues", "there is no concept @acme-boat"),
    ),
]


@pytest.mark.parametrize(
    ("good", "spoil", "expected"), [row[1:] for row in OTHER_FAULTS], ids=[row[0] for row in OTHER_FAULTS]
)
def test_any_other_pack_with_a_fault_is_left_out_and_the_fault_named(
    acme: Pack, put: Put, good: Pack, spoil: Callable[[Pack], Any], expected: tuple[str, str, str]
) -> None:
    bad = copy(good)
    spoil(bad)
    library = load(put(acme, LEXICON, bad))
    assert any(
        (key, field) == expected[:2] and what.startswith(expected[2]) for key, field, what in places(library.faults)
    ), library.faults
    assert "acme" in library.competencies


def test_what_refers_to_a_pack_that_is_left_out_is_left_out_too(acme: Pack, put: Put) -> None:
    acme["levels"][0]["number"] = 3
    library = load(put(acme, ANSWERS))
    assert ("acme-model-answers", "competency", "there is no good pack of the competency acme") in places(
        library.faults
    )
    assert ("acme-l1-q1", 1) not in library.model_answers


def test_a_second_model_answer_for_a_question_at_a_level_is_refused(acme: Pack, put: Put) -> None:
    second = {**copy(ANSWERS), "id": "zz-more-answers"}
    faults = load(put(acme, ANSWERS, second)).faults
    assert places(faults) == [("acme-l1-q1", "answers question", "has a model answer at level 1 in another pack")]
