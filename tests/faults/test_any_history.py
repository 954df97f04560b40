"""Any history of a folder, restarts and kills included, leaves what a dictionary would hold; so read by the process
that has it open, by one beside it, and by the next one."""

import asyncio
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.stores import checkpoints
from bot.stores.tinydb import TinyDBStore
from tests.effort import EVENTS
from tests.stores.test_commits import call, names

PEOPLE = st.sampled_from(["telegram-1", "telegram-11", "telegram-2", "terminal"])
NAMES = st.text(max_size=20, alphabet=st.characters(exclude_categories=["Cs"]))
STEPS = 40


class History(RuleBasedStateMachine):
    """``people`` are those who are stored, with their names."""

    def __init__(self) -> None:
        super().__init__()
        self._patch = pytest.MonkeyPatch()
        self._patch.setattr(checkpoints, "OLD", 3600.0)  # what can be copied as it is, nobody writes to meanwhile
        self._home = Path(tempfile.mkdtemp())
        self._runner = asyncio.Runner()
        self._folders = 0
        self.people: dict[str, str] = {}
        self._settle(self._home / "0")

    def teardown(self) -> None:
        self._runner.run(self._store.stop())
        self._runner.close()
        self._patch.undo()
        shutil.rmtree(self._home)

    def _settle(self, folder: Path) -> None:
        self._folder = folder
        self._store, self._onlooker = TinyDBStore(folder), TinyDBStore(folder)
        self._runner.run(self._store.start())

    @rule(changes=st.dictionaries(PEOPLE, NAMES, min_size=1), beside=st.booleans())
    def change(self, changes: dict[str, str], *, beside: bool) -> None:
        """At once, and perhaps while the log goes into small files."""

        async def all_at_once() -> None:
            rounds = [self._store._checkpoints.round()] if beside else []
            await asyncio.gather(*rounds, *(call(self._store, person, name) for person, name in changes.items()))

        self._runner.run(all_at_once())
        # A notebook that was only looked at is not stored, and a new one has no name.
        self.people |= {person: name for person, name in changes.items() if name or person in self.people}

    @rule(person=PEOPLE, beside=st.booleans())
    def forget(self, person: str, *, beside: bool) -> None:
        async def both() -> None:
            rounds = [self._store._checkpoints.round()] if beside else []
            await asyncio.gather(*rounds, self._store.forget(person))

        self._runner.run(both())
        self.people.pop(person, None)

    @rule()
    def close_segment(self) -> None:
        self._runner.run(self._store._commits.close_segment())

    @rule()
    def checkpoint(self) -> None:
        self._runner.run(self._store._checkpoints.round())

    @rule()
    def restart(self) -> None:
        self._runner.run(self._store.stop())
        self._settle(self._folder)

    @rule()
    def kill(self) -> None:
        """The next process finds the files as they are; this one does nothing any more that it could find."""
        self._folders += 1
        shutil.copytree(self._folder, self._home / str(self._folders))
        self._runner.run(self._store.stop())
        self._settle(self._home / str(self._folders))

    @invariant()
    def everybody_is_as_they_were_left(self) -> None:
        assert self._runner.run(names(self._store)) == self.people
        assert self._runner.run(names(self._onlooker)) == self.people


History.TestCase.settings = settings(
    max_examples=max(5, EVENTS // STEPS // 2),
    stateful_step_count=STEPS,
    deadline=None,
    derandomize=EVENTS < 10_000,
    suppress_health_check=list(HealthCheck),
)
TestAnyHistory = History.TestCase
