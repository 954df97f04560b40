"""The stored forms of every version so far stay readable."""

from pathlib import Path

import msgspec
import pytest

from bot.stores import DamagedError
from bot.stores.forms import INTERVIEW_UPGRADES, NOTEBOOK_UPGRADES, decoded_notebook, interview_of, notebook_of
from conversations.interview.record import Interview
from conversations.notebook import Notebook
from tests.stores.homes import form
from tests.stores.values import MONDAY, an_interview, fill

FORMS = sorted(path.stem for path in (Path(__file__).parent / "forms").glob("*.json"))


def newest_notebook() -> Notebook:
    notebook = Notebook("telegram-12345", created=MONDAY)
    fill(notebook)
    return notebook


@pytest.mark.parametrize("name", FORMS)
def test_a_stored_form_of_every_version_is_read_as_it_was_meant(name: str) -> None:
    if name.startswith("notebook"):
        assert notebook_of(form(name), name) == newest_notebook()
        assert decoded_notebook(msgspec.json.encode(form(name)), name) == newest_notebook()
    else:
        assert interview_of(form(name), name) == an_interview()


def test_there_is_a_kept_form_of_every_version() -> None:
    notebooks = [f"notebook-{version}" for version in range(1, Notebook("x", created=MONDAY).version + 1)]
    interviews = [f"interview-{version}" for version in range(1, Interview(1, MONDAY).version + 1)]
    assert sorted(notebooks + interviews) == FORMS


def test_there_is_an_upgrade_from_every_older_version() -> None:
    assert list(NOTEBOOK_UPGRADES) == list(range(1, Notebook("x", created=MONDAY).version))
    assert list(INTERVIEW_UPGRADES) == list(range(1, Interview(1, MONDAY).version))


@pytest.mark.parametrize(
    "document",
    [None, [], {}, {"version": "1"}, {"version": 1}, {"version": 0}, {**form("notebook-1"), "created": "Monday"}],
)
def test_what_is_no_notebook_is_called_damaged(document: object) -> None:
    with pytest.raises(DamagedError, match=r"x\.json"):
        notebook_of(document, "x.json")
