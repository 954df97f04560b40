"""Files that are saved from a terminal."""

from pathlib import Path

import pytest

from bot.terminal.attachments import save

CONTENT = b'{"person": "terminal"}'


def test_a_file_never_overwrites_another(tmp_path: Path) -> None:
    paths = [save("notebook.json", CONTENT, tmp_path / "exports") for _ in range(3)]
    assert [path.name for path in paths] == ["notebook.json", "notebook-2.json", "notebook-3.json"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "..", "", "a\x00b\n.json", "con/.hidden", "ж" * 400]
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    path = save(name, CONTENT, tmp_path / "exports")
    assert path.parent == tmp_path / "exports"
    assert list(path.parent.iterdir()) == [path]
    assert not path.name.startswith(".")


def test_others_on_the_machine_cannot_look_into_the_folder(tmp_path: Path) -> None:
    path = save("notebook.json", CONTENT, tmp_path / "exports")
    assert path.parent.stat().st_mode & 0o077 == 0
