"""What an author types, and what comes back."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.content_command import run

SEEDS = Path(__file__).parent / "seeds"
Put = Callable[..., Path]


class Ran(NamedTuple):
    status: int
    out: str
    notes: str


def ran(*arguments: str, extra: Path | None = None) -> Ran:
    out, notes = io.StringIO(), io.StringIO()
    status = run(list(arguments), extra=extra, out=out, notes=notes)
    return Ran(status, out.getvalue(), notes.getvalue())


def test_checking_good_packs_says_what_there_is(acme: dict[str, Any], put: Put) -> None:
    status, out, _ = ran("check", str(put(acme)))
    assert status == 0
    assert out.startswith("All packs are good: 4 competencies, 75 behaviors, 26 questions,")


def test_checking_names_every_fault_and_says_what_still_works(acme: dict[str, Any], put: Put) -> None:
    acme["nmae"] = acme.pop("name")
    status, out, _ = ran("check", str(put(acme)))
    first, second, _, last = out.splitlines()
    assert status == 1
    assert first.endswith("acme.json: acme: name: is missing. Add it.")
    assert second.endswith("acme.json: acme: nmae: is not a field of this item. Did you mean “name”.")
    assert last.startswith("2 faults in 1 file. The coach leaves these out and starts with the rest: 3 competencies,")


def test_without_a_folder_the_operators_own_is_checked(acme: dict[str, Any], put: Put) -> None:
    assert ran("check", extra=put(acme)).out.startswith("All packs are good: 4 competencies")


def test_the_schema_describes_every_kind_of_pack_and_refuses_unknown_fields() -> None:
    status, out, _ = ran("schema")
    schema = json.loads(out)
    assert status == 0
    assert set(schema["discriminator"]["mapping"]) == {
        "competency", "star-probes", "model-answers", "deck", "definitions", "lexicon", "cues", "word-weights",
            "slot-weights", "doubt-weights",
    }  # fmt: skip
    assert schema["$defs"]["Probe"]["additionalProperties"] is False


def test_an_imported_text_is_a_good_pack_at_once(tmp_path: Path) -> None:
    (text,) = SEEDS.glob("000_*.txt")
    status, out, notes = ran("import", str(text), "--id", "mine")
    (tmp_path / "mine.json").write_text(out, encoding="utf-8")
    assert status == 0
    assert "  mine-l1-q1-p1    situation   What was the specific situation?" in notes.splitlines()
    assert ran("check", str(tmp_path)).out.startswith("All packs are good: 4 competencies, 97 behaviors")


def test_a_text_that_does_not_fit_gives_line_numbers_and_no_pack(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Parcel Care\nAbout parcels.\nLevel 9. Knows.\nBEHAVIORS\n- Labels.\n", encoding="utf-8")
    status, out, notes = ran("import", str(text))
    assert (status, out) == (1, "")
    assert f"{text}: line 3: level 9 is outside 1 to 5" in notes
    assert "Nothing was imported." in notes


def test_a_file_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    status, out, notes = ran("import", str(tmp_path / "none.txt"))
    assert (status, out) == (1, "")
    assert len(notes.splitlines()) == 1


@pytest.mark.parametrize("arguments", [(), ("chekc",), ("import",)])
def test_what_is_not_understood_is_status_2(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(*arguments).status == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_help_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("--help").status == 0
    assert "name every fault of the packs" in capsys.readouterr().out
