"""What the conversations ask of the library."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.library import Library, load, load_only


def test_the_built_in_packs_have_no_fault(library: Library) -> None:
    assert library.faults == ()


def test_questions_of_a_level_come_before_those_of_every_level(acme: dict[str, Any], put: Callable[..., Path]) -> None:
    library = load(put(acme))
    assert [question.id for question in library.questions_for("acme", 1)] == ["acme-l1-q1", "acme-q1"]
    assert [question.id for question in library.questions_for("acme", 2)] == ["acme-q1"]


def test_every_level_of_every_competency_has_something_to_ask_and_to_follow_up(library: Library) -> None:
    for competency in library.competencies.values():
        for level in competency.levels:
            for question in library.questions_for(competency.id, level.number):
                assert library.probes_for(question), question.id


def test_a_question_without_probes_is_followed_up_with_the_shared_ones(library: Library) -> None:
    own, shared = library.question("crm-l1-q1"), library.question("csm-q1")
    assert library.probes_for(own) == own.probes
    assert library.probes_for(shared) == library.star_probes


def test_without_shared_probes_such_a_question_is_a_fault(acme: dict[str, Any], put: Callable[..., Path]) -> None:
    library = load_only(put(acme))
    assert [(fault.id, fault.field) for fault in library.faults] == [("acme-q1", "probes")]


def test_an_unknown_id_is_a_key_error_and_an_unwritten_model_answer_none(library: Library) -> None:
    for look_up in (library.competency, library.question, library.behavior):
        with pytest.raises(KeyError):
            look_up("nobody")
    with pytest.raises(KeyError):
        library.level("csm", 5)
    assert library.model_answer("crm-l1-q1", 5) is None


def test_cues_and_words_for_a_behavior_add_up_over_packs(acme: dict[str, Any], put: Callable[..., Path]) -> None:
    def words(key: str, *some: str) -> dict[str, Any]:
        return {"kind": "lexicon", "id": key, "concepts": {"acme-van": list(some)}}

    def cues(key: str, phrase: str) -> dict[str, Any]:
        return {"kind": "cues", "id": key, "competency": "acme", "behaviors": {"acme-l1-b1": [{"all": [phrase]}]}}

    folder = put(acme, words("w1", "van"), words("w2", "truck"), cues("c1", "@acme-van"), cues("c2", "label"))
    library = load(folder)
    assert library.faults == ()
    assert library.lexicon["acme-van"] == ("van", "truck")
    assert [cue.all for cue in library.cues["acme-l1-b1"]] == [("@acme-van",), ("label",)]


def test_the_built_in_folder_given_once_more_changes_nothing(library: Library) -> None:
    import content

    built_in = Path(str(content.__file__)).parent / "packs"
    assert load(built_in) == library


def test_nobody_can_change_what_is_in_the_library(library: Library) -> None:
    with pytest.raises(TypeError):
        library.questions["crm-l1-q1"] = library.question("csm-q1")  # type: ignore[index]
    with pytest.raises(AttributeError):
        library.question("crm-l1-q1").text = "Changed"  # type: ignore[misc]
