"""`python -m bot content disagreements` on every store, while it is in use: JSON for an author, lines to learn from."""

import asyncio
import io
import json
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from bot.content_command import run
from bot.stores import Store
from content.library import load
from conversations.coaching.record import Scope, Sharing
from conversations.coaching.reviewing.record import Review, Ruling
from conversations.notebook import Notebook
from tests.stores.homes import Home, Stores
from tests.stores.values import ANSWER, MONDAY, a_summary, an_interview

COACH = "telegram-99"


class Ran(NamedTuple):
    status: int
    made: dict[str, Any]
    notes: str


async def ran(home: Home, *arguments: str) -> Ran:
    out, notes = io.StringIO(), io.StringIO()
    status = await asyncio.to_thread(
        run, ["disagreements", *arguments], extra=None, out=out, notes=notes, stored=home.target
    )
    return Ran(status, json.loads(out.getvalue() or "{}"), notes.getvalue())


async def reviewed(store: Store, person: str, *, lends: bool) -> None:
    """Somebody whose coach heard what the machine did not, and let its other verdict stand."""
    async with store.open(person, MONDAY) as notebook:
        fill(notebook, lends=lends)


def fill(notebook: Notebook, *, lends: bool) -> None:
    interview = an_interview(said=f"{ANSWER} Zed wrote a tally. Ask {notebook.person}x")
    interview.exchanges[0].question = "crm-l1-q1"
    rulings = [Ruling(0, "crm-l1-b2", True, "The tally."), Ruling(0, "crm-l1-b1", True, confirms=True)]
    interview.reviews = [Review(COACH, "Bea", MONDAY, rulings=rulings)]
    notebook.name, notebook.next_interview, notebook.finished = "Zed", 2, [interview]
    notebook.history = [replace(a_summary(), reviewers=(COACH,))]
    notebook.coaching.sharing[COACH] = Sharing("Bea", MONDAY, Scope.EVERYTHING)
    notebook.coaching.lends_words = lends


async def test_counts_are_of_everybody_and_words_of_those_who_lend_them(store: Store, home: Home) -> None:
    await reviewed(store, "telegram-1", lends=True)
    await reviewed(store, "telegram-2", lends=False)
    status, made, notes = await ran(home)
    assert status == 0
    assert notes == "4 verdicts that coaches ruled on, 2 of them overruled; 1 answer to learn from.\n"
    # Together 2 of 4; by chance 1/2 x 1 + 1/2 x 0 = 1/2, so kappa is 0.
    assert made["overall"] == {"verdicts": 4, "overruled": 2, "agreement": 0.5, "kappa": 0.0}
    assert [(one["behavior"], one["coach_alone"]) for one in made["behaviors"]] == [("crm-l1-b1", 0), ("crm-l1-b2", 2)]
    (example,) = made["examples"]
    assert (example["evidenced"], example["question_id"]) == (["crm-l1-b1", "crm-l1-b2"], "crm-l1-q1")
    assert "[…] wrote a tally" in example["answer"]


async def test_files_are_written_for_an_author(store: Store, home: Home, tmp_path: Path) -> None:
    await reviewed(store, "telegram-1", lends=True)
    whole, lines, packs = tmp_path / "found.json", tmp_path / "answers-coach.jsonl", tmp_path / "packs"
    assert (await ran(home, "--out", str(whole), "--examples", str(lines))).made == {}
    made = json.loads(whole.read_text(encoding="utf-8"))
    assert [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()] == made["examples"]
    packs.mkdir()
    (packs / "words.json").write_text(json.dumps(made["lexicon"]), encoding="utf-8")
    assert "tally" in made["lexicon"]["concepts"]["crm-l1-b2"]
    assert load(packs).faults == ()


async def test_one_notebook_that_cannot_be_read_does_not_hide_the_others(
    store: Store, stores: Stores, home: Home
) -> None:
    await reviewed(store, "telegram-1", lends=True)
    await reviewed(store, "telegram-2", lends=True)
    await stores.stop()
    home.damage("telegram-2")
    status, made, notes = await ran(home)
    assert (status, made["overall"]["verdicts"]) == (1, 2)
    assert "Passed over: " in notes


async def test_where_nothing_is_stored_nothing_is_found(store: Store, home: Home) -> None:
    _, made, _ = await ran(home)
    assert made["overall"] == {"verdicts": 0, "overruled": 0, "agreement": None, "kappa": None}
    assert (made["behaviors"], made["examples"]) == ([], [])
