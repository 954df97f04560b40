"""What the README shows an author is true."""

import json
import re
from pathlib import Path

import content
from content.decoding import KINDS
from content.library import load
from content.model import Slot

README = (Path(str(content.__file__)).parent / "README.md").read_text(encoding="utf-8")


def test_the_pack_in_the_readme_is_a_good_pack(tmp_path: Path) -> None:
    (example,) = re.findall(r"```json\n(.*?)```", README, re.DOTALL)
    (tmp_path / "parcels.json").write_text(example, encoding="utf-8")
    library = load(tmp_path)
    assert library.faults == ()
    assert library.question("parcels-l1-q1").probes[0].text == "How did you find it?"


def test_the_readme_explains_every_field_of_its_example() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", README, re.DOTALL)
    explanation = README.replace(example, "")
    fields = set(re.findall(r'"(\w+)":', example)) - {"levels", "questions", "behaviors", "description", "text"}
    assert fields == {field for field in fields if f"`{field}`" in explanation}
    assert fields >= {"slot", "listens_for", "source", "number"}


def test_the_readme_names_every_slot_and_every_kind_with_a_pack_to_look_at() -> None:
    for slot in Slot:
        assert f"`{slot.value}`" in README
    shown = dict(re.findall(r"^\| `([\w-]+)` \|.*\| `([\w.-]+)` \|$", README, re.MULTILINE))
    assert {*shown, "competency"} == set(KINDS)
    for kind, file in shown.items():
        pack = json.loads((Path(str(content.__file__)).parent / "packs" / file).read_text(encoding="utf-8"))
        assert pack["kind"] == kind
