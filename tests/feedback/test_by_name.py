"""The concepts that code asks for by name: all of them are known to be, so that nobody removes one as unused."""

import re
from pathlib import Path

from content.library import load
from conversations import feedback
from conversations.feedback.by_name import asked_by_name

CODE = [path for path in Path(feedback.__file__).parent.rglob("*.py") if path.name != "by_name.py"]


def test_every_concept_named_in_the_code_is_asked_for_by_name() -> None:
    named = {name for path in CODE for name in re.findall(r'"((?:guard|slot)-[a-z-]*[a-z])"', path.read_text("utf-8"))}
    assert len(named) > 10
    assert all(map(asked_by_name, named))


def test_no_built_in_guard_or_slot_is_beside_the_point() -> None:
    concepts = [name for name in load().lexicon if name.startswith(("guard-", "slot-"))]
    assert len(concepts) > 15
    assert [name for name in concepts if not asked_by_name(name)] == []


def test_a_concept_for_cues_is_not_asked_for_by_name() -> None:
    assert not asked_by_name("crm-ask")
    assert not asked_by_name("guard-habitt")
