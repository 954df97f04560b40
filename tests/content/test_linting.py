"""Advice to an author about packs that work: what is said, and what is left alone."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.content_command import run
from bot.cue_linting import FEWEST_WRONG, repeated

Put = Callable[..., Path]


class Ran(NamedTuple):
    status: int
    lines: list[str]
    notes: str


def linted(*arguments: object) -> Ran:
    out, notes = io.StringIO(), io.StringIO()
    status = run(["lint", *map(str, arguments)], extra=None, out=out, notes=notes)
    return Ran(status, [line.rpartition("/")[2] for line in out.getvalue().splitlines()], notes.getvalue())


def about(ran: Ran, key: str) -> list[str]:
    return [line for line in ran.lines if f": {key}: " in line]


@pytest.fixture
def lexicon() -> dict[str, Any]:
    return {"kind": "lexicon", "id": "acme-words", "concepts": {"acme-label": ["label", "stick on"]}}


@pytest.fixture
def cues() -> dict[str, Any]:
    return {
        "kind": "cues",
        "id": "acme-cues",
        "competency": "acme",
        "behaviors": {
            "acme-l1-b1": [{"all": ["@acme-label", "~parcel|box"], "within": 20, "weight": 0.6}],
            "acme-l1-b2": [{"all": ["weigh", "~parcel|box"], "within": 20, "weight": 0.6}],
        },
    }


def test_a_behavior_that_nothing_listens_for_is_named(acme: dict[str, Any], put: Put) -> None:
    ran = linted(put(acme))
    assert ran.status == 0
    assert about(ran, "acme-l2-b1") == [
        "acme.json: acme-l2-b1: has no cues. Write cues for it in a pack of the kind cues.",
        "acme.json: acme-l2-b1: listens_for: is empty. Say in everyday words what an interviewer listens for.",
    ]


def test_a_behavior_with_cues_and_a_line_to_listen_for_is_left_alone(
    acme: dict[str, Any], lexicon: dict[str, Any], cues: dict[str, Any], put: Put
) -> None:
    acme["levels"][0]["behaviors"][0]["listens_for"] = "putting labels on what goes out"
    assert about(linted(put(acme, lexicon, cues)), "acme-l1-b1") == []


def test_a_question_is_named_at_each_level_without_a_model_answer(acme: dict[str, Any], put: Put) -> None:
    answers = {
        "kind": "model-answers", "id": "acme-answers", "competency": "acme", "source": "Ours",
        "answers": [{"question": "acme-q1", "level": 2, "trade": "depot", "text": "I ran a depot."}],
    }  # fmt: skip
    assert about(linted(put(acme, answers)), "acme-q1") == [
        "acme.json: acme-q1: has no model answer at level 1. Write one in a pack of the kind model-answers."
    ]


def test_a_probe_without_slot_is_a_fault_that_says_what_can_be_chosen(acme: dict[str, Any], put: Put) -> None:
    del acme["levels"][0]["questions"][0]["probes"][1]["slot"]
    ran = linted(put(acme))
    assert ran.status == 1
    assert ran.lines[0].startswith("acme.json: acme-l1-q1-p2: slot: is missing. Add it: one of situation, task, ")
    assert "Some packs cannot be used and were not looked through; mend the faults named first." in ran.lines


def test_a_concept_is_used_by_a_cue_or_through_another_concept(
    acme: dict[str, Any], lexicon: dict[str, Any], cues: dict[str, Any], put: Put
) -> None:
    lexicon["concepts"] |= {
        "acme-label": ["label", "@acme-stick"], "acme-stick": ["stick on"], "acme-not": ["wrong"],
        "acme-rest": ["other", "@acme-idle"], "acme-idle": ["idle", "@acme-rest"], "guard-habitt": ["most days"],
    }  # fmt: skip
    cues["behaviors"]["acme-l1-b1"][0]["none"] = ["~@acme-not"]
    ran = linted(put(acme, lexicon, cues))
    assert [line for line in ran.lines if "is used by no cue" in line] == [
        f"acme-words.json: {name}: is used by no cue. Remove the concept, or use @{name} in a cue."
        for name in ("acme-idle", "acme-rest", "guard-habitt")
    ]


def test_concepts_that_the_engine_asks_for_by_name_are_used(
    acme: dict[str, Any], lexicon: dict[str, Any], cues: dict[str, Any], put: Put
) -> None:
    lexicon["concepts"] |= {"guard-habit": ["most days"], "slot-result-hint": ["so"], "same-box": ["box", "crate"]}
    assert not [line for line in linted(put(acme, lexicon, cues)).lines if "is used by no cue" in line]


def test_cues_that_ask_for_nearly_the_same_are_named(
    acme: dict[str, Any], lexicon: dict[str, Any], cues: dict[str, Any], put: Put
) -> None:
    cues["behaviors"]["acme-l1-b2"] += [
        {"all": ["~box | parcel", "~weigh"], "within": 5, "weight": 0.7},
        {"all": ["label|stick on", "~box|parcel"], "within": 5, "weight": 0.7},
        {"all": ["weigh", "~letter|card"], "within": 5, "weight": 0.7},
        {"all": ["weigh", "~parcel|box", "~scales"], "within": 5, "weight": 0.7},
    ]
    ran = linted(put(acme, lexicon, cues))
    assert [line for line in ran.lines if "nearly the same" in line] == [
        "acme-cues.json: acme-l1-b2: cue 2: asks for nearly the same as cue 1. Keep one of them.",
        "acme-cues.json: acme-l1-b2: cue 3: asks for nearly the same as cue 1 of acme-l1-b1. Keep one of them.",
    ]


def test_items_of_a_card_and_ideas_must_differ_too(put: Put) -> None:
    same = [{"all": ["box", "label"]}]
    cards = [
        {"id": "acme-deck-1", "front": "Which?", "items": [{"text": "A", "cues": same}, {"text": "B", "cues": same}]},
        {"id": "acme-deck-2", "front": "What?", "items": [{"text": "A", "cues": same}]},
    ]
    deck = {"kind": "deck", "id": "acme-deck", "title": "Boxes", "source": "Ours", "cards": cards}
    ran = linted(put(deck))
    assert [line for line in ran.lines if "nearly the same" in line] == [
        "acme-deck.json: acme-deck-1: item 2 cue 1: asks for nearly the same as item 1 cue 1. Keep one of them."
    ]


@pytest.mark.parametrize(
    ("phrases", "said"),
    [
        (["sign up", "sign-ups"], [("sign-ups", "sign up")]),
        (["organize", "organising"], [("organising", "organize")]),
        (["ring/call/phone", "phone"], [("phone", "ring/call/phone")]),
        (["ring", "call", "call/ring"], [("call/ring", "ring")]),
        (["the ticket", "ticket"], [("the ticket", "ticket")]),
        (["talk * through", "=talk"], []),
        (["ticket", "no ticket"], []),  # a phrase with its own "no" may be denied
        (["ring up/back", "ring up"], [("ring up", "ring up/back")]),
        (["ring up", "ring up/back"], [("ring up", "ring up/back")]),
        (["ring up/in", "ring up/back"], []),
        (["@other", "phone"], []),
        ([], []),
    ],
)
def test_a_phrase_that_adds_nothing_is_told_with_the_one_that_says_it(
    phrases: list[str], said: list[tuple[str, str]]
) -> None:
    assert repeated(phrases) == said


def test_what_is_counted_may_hold_longer_forms_of_a_phrase() -> None:
    assert repeated(["went up", "in the end sales went up"], whole=True) == []
    assert repeated(["went up", "go up"], whole=True) == [("go up", "went up")]


def test_repeated_phrases_are_one_line_for_a_concept(
    acme: dict[str, Any], lexicon: dict[str, Any], cues: dict[str, Any], put: Put
) -> None:
    lexicon["concepts"]["acme-label"] = [
        "stick on",
        "sticking on",
        "label",
        *(f"label {letter}" for letter in "abcdefg"),
    ]
    (line,) = about(linted(put(acme, lexicon, cues)), "acme-label")
    assert line.startswith(
        "acme-words.json: acme-label: needs no “sticking on” beside “stick on”, no “label a” beside "
    )
    assert line.endswith(", no “label e” beside “label”, and 2 more like these. Remove them.")


REST = " It was a depot in Leeds where about sixty people worked, and we had nine vans for all of it."


def answers(folder: Path, *told: tuple[str, list[str]]) -> Path:
    file = folder / "answers.jsonl"
    rows = (
        {"competency": "acme", "level": 1, "question_id": "acme-l1-q1", "answer": f"{said}{REST}", "evidenced": shown}
        for said, shown in told
    )
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return file


def test_a_cue_that_fires_on_answers_that_do_not_show_its_behavior_is_named(
    acme: dict[str, Any], lexicon: dict[str, Any], cues: dict[str, Any], put: Put
) -> None:
    folder = put(acme, lexicon, cues)
    wrong = [("I weighed a box for my aunt once.", list[str]())] * FEWEST_WRONG
    file = answers(folder, ("I weighed each parcel.", ["acme-l1-b2"]), ("I labeled a box.", ["acme-l1-b1"]), *wrong)
    ran = linted(folder, "--answers", file)
    (line,) = (line for line in ran.lines if "fires on" in line)
    assert line.startswith("acme-cues.json: acme-l1-b2: cue 1: fires on 6 labeled answers, of which 5 do not show the ")
    assert line.endswith("Narrow its groups or its window, or lower its weight from 0.6 to 0.17.")
    assert not [line for line in ran.lines if "No cue was held" in line]


def test_a_few_misses_unsure_answers_and_guarded_words_speak_against_no_cue(
    acme: dict[str, Any], lexicon: dict[str, Any], cues: dict[str, Any], put: Put
) -> None:
    folder = put(acme, lexicon, cues)
    denied = [("I never weighed a box, I was not asked.", list[str]())] * 9
    file = answers(folder, *denied, *[("I weighed a box.", list[str]())] * (FEWEST_WRONG - 1))
    other = {"competency": "gone", "level": 1, "question_id": "gone-q1", "answer": "x", "evidenced": []}
    unsure = {"competency": "acme", "level": 1, "question_id": "acme-q1", "answer": f"I weighed a box.{REST}"}
    unsure |= {"evidenced": [], "unsure": ["acme-l1-b2"], "id": "a-1", "kind": "plain", "star": ["S"]}
    with file.open("a", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(row)}\n\n" for row in (other, unsure))
    ran = linted(folder, "--answers", file)
    assert ran.status == 0
    assert not [line for line in ran.lines if "fires on" in line]


def test_without_labeled_answers_it_says_what_they_are_needed_for(acme: dict[str, Any], put: Put) -> None:
    ran = linted(put(acme))
    assert "No cue was held against answers: give labeled ones with --answers, one JSON object a line. The" in " ".join(
        ran.lines
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('{"competency": "acme"}\n', "line 1 is no labeled answer"),
        ("\n{\n", "line 2 is no labeled answer"),
        ("\ud83d", "cannot be read"),
        (None, "cannot be read"),
    ],
)
def test_labeled_answers_that_cannot_be_read_are_status_2(tmp_path: Path, written: str | None, said: str) -> None:
    file = tmp_path / "answers.jsonl"
    if written is not None:
        file.write_bytes(written.encode("utf-8", "surrogatepass"))
    ran = linted("--answers", file)
    assert (ran.status, ran.lines) == (2, [])
    assert said in ran.notes
    assert len(ran.notes.splitlines()) == 1


def test_a_folder_of_ones_own_brings_no_advice_about_the_built_in_packs(acme: dict[str, Any], put: Put) -> None:
    assert not [line for line in linted(put(acme)).lines if line.startswith("built-in")]
