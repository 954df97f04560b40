"""Whatever lies in the folder of packs: what cannot be read is named, the rest loads, nothing is raised."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.library import load

Pack = dict[str, Any]
Put = Callable[..., Path]

FILE_FAULTS: list[tuple[str, bytes, str]] = [
    ("not JSON", b'{"kind": "deck",\n "id" "x"}', "this is not JSON: Expecting ':' delimiter at line 2, column 7"),
    ("half a file", b'{"kind": "deck"', "this is not JSON"),
    ("nothing", b"", "this file is empty"),
    ("blank", b" \n ", "this file is empty"),
    ("another encoding", '{\n"id": "café"}'.encode("latin-1"), "line 2 is not UTF-8"),
    ("UTF-16", '{"id": "x"}'.encode("utf-16"), "this file is saved as UTF-16"),
    ("a byte-order mark", b"\xef\xbb\xbf{}", "this file starts with a byte-order mark"),
    ("a list", b"[]", "should be an object { }"),
    ("a number out of reach", b"9" * 5000, "this is not usable JSON"),
    ("endless nesting", b"[" * 100_000, "this is not usable JSON"),
    ("no number", b'{"kind": NaN}', "this is not usable JSON"),
    ("half a character", b'{"kind": "\\ud83d"}', "this is not usable JSON"),
    ("a huge file", b" " * 5_000_001, "this file is larger than 5 MB"),
]


@pytest.mark.parametrize(("data", "what"), [row[1:] for row in FILE_FAULTS], ids=[row[0] for row in FILE_FAULTS])
def test_a_file_that_is_no_pack_is_named_and_the_rest_loads(acme: Pack, put: Put, data: bytes, what: str) -> None:
    folder = put(acme)
    (folder / "bad.json").write_bytes(data)
    library = load(folder)
    (fault,) = library.faults
    assert fault.file == str(folder / "bad.json")
    assert fault.what.startswith(what)
    assert fault.remedy
    assert "acme" in library.competencies


def test_a_field_that_stands_twice_is_a_fault_because_json_would_drop_the_first(tmp_path: Path) -> None:
    text = '{"kind": "lexicon", "id": "words", "concepts": {"acme-van": ["van"], "acme-van": ["truck"]}}'
    (tmp_path / "words.json").write_text(text, encoding="utf-8")
    (fault,) = load(tmp_path).faults
    assert (fault.field, fault.what) == ("acme-van", "stands twice in the same place")


def test_links_are_followed_and_those_that_lead_nowhere_are_named(acme: Pack, put: Put, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    put(acme).joinpath("acme.json").rename(elsewhere / "acme.txt")
    (tmp_path / "acme.json").symlink_to(elsewhere / "acme.txt")
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.json").symlink_to(tmp_path / "loop.json")
    library = load(tmp_path)
    assert "acme" in library.competencies
    assert [Path(fault.file).name for fault in library.faults] == ["gone.json", "loop.json"]


def test_what_is_no_file_is_named_and_not_waited_for(acme: Pack, put: Put) -> None:
    folder = put(acme)
    (folder / "folder.json").mkdir()
    os.mkfifo(folder / "pipe.json")
    library = load(folder)
    assert [fault.what for fault in library.faults] == ["this is not a regular file"] * 2
    assert "acme" in library.competencies


def test_hidden_files_are_passed_over(acme: Pack, put: Put) -> None:
    folder = put(acme)
    (folder / "._acme.json").write_bytes(b"\0\5\26\7")
    assert load(folder).faults == ()


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("missing", "this folder does not exist"),
        ("file", "this is not a folder"),
        ("empty", "this folder holds no pack"),
    ],
)
def test_a_folder_without_packs_is_a_fault_of_the_folder(tmp_path: Path, name: str, what: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    library = load(tmp_path / name)
    assert [(fault.file, fault.what) for fault in library.faults] == [(str(tmp_path / name), what)]
    assert len(library.behaviors) == 72
