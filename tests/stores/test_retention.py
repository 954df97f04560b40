"""RETENTION_DAYS over real stores: a new choice reaches everybody once, the command shows and does what is due."""

import asyncio
import io
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot import retention_command
from bot.reception import Reception
from bot.retention import prepare
from bot.settings import Settings, SettingsError
from bot.stores import Store, StoreError
from conversations.coaching.posting import AUDIT_LOG
from conversations.desk import Desk
from conversations.notebook import Notebook
from tests.stores.homes import Folder, Home, Stores
from tests.stores.values import MONDAY, an_interview, fill

OLD, NEW = "telegram-11", "telegram-22"
DAY = timedelta(days=1)


async def settle(store: Store) -> None:
    """One person was last seen on Monday, one yesterday; nobody thought of retention then."""
    for person, seen in ((OLD, MONDAY), (NEW, datetime.now(MONDAY.tzinfo) - DAY)):
        async with store.open(person, MONDAY) as notebook:
            fill(notebook)
            notebook.finished.append(an_interview(1))
            notebook.seen = seen


def alarms(days: int | None) -> Desk:
    return Desk(None, None, retention_days=days)  # type: ignore[arg-type]


async def test_a_new_choice_reaches_everybody_once(stores: Stores) -> None:
    store = await stores.start()
    await settle(store)
    assert await store.due(MONDAY + 9_999 * DAY, 9) == []
    await prepare(store, 30, alarms(30).alarm_of, lambda: MONDAY)
    assert await store.due(MONDAY + 23 * DAY, 9) == [OLD]
    store = await stores.restart()
    assert await store.due(MONDAY + 23 * DAY, 9) == [OLD]
    reads: list[Notebook] = []
    await prepare(store, 30, lambda notebook: reads.append(notebook), lambda: MONDAY)
    assert reads == []
    await prepare(store, None, alarms(None).alarm_of, lambda: MONDAY)
    assert await store.due(MONDAY + 9_999 * DAY, 9) == []


async def test_one_notebook_that_cannot_be_read_does_not_keep_the_choice_from_the_others(
    home: Home, stores: Stores
) -> None:
    await settle(await stores.start())
    await stores.stop()
    home.damage(NEW)
    store = await stores.start()
    await prepare(store, 30, alarms(30).alarm_of, lambda: MONDAY)
    assert await store.due(MONDAY + 23 * DAY, 9) == [OLD]


async def test_who_is_deleted_leaves_no_trace(home: Home, store: Store) -> None:
    await settle(store)
    now = MONDAY + 30 * DAY
    reception = Reception(alarms(30), store, lambda: now, Random(1))
    await prepare(store, 30, reception.alarm_of, lambda: now)
    assert await store.due(now, 9) == [OLD]
    [warning] = await reception.wake(OLD)
    assert "I delete everything" in warning.reply.text
    now = MONDAY + 37 * DAY
    assert await store.due(now, 9) == [OLD]
    await reception.wake(OLD)
    await reception.settled()
    assert await store.read(OLD) is None
    assert await store.due(now, 9) == []
    await store.forget(AUDIT_LOG)
    assert OLD not in home.everything()
    assert NEW in home.everything()


def settings(home: Home, days: int | None = 30) -> Settings:
    target = home.target
    return Settings(database_url=target if "://" in target else None, data_dir=Path(target), retention_days=days)


async def command(home: Home, *arguments: str) -> str:
    out = io.StringIO()
    assert await asyncio.to_thread(retention_command.run, list(arguments), settings=settings(home), out=out) == 0
    return out.getvalue()


async def test_the_command_shows_who_is_due_and_changes_nothing(home: Home, stores: Stores) -> None:
    await settle(await stores.start())
    before = home.everything()
    assert (
        await command(home)
        == f"{OLD} to be warned, last seen 2025-03-03\nPeople: 2, 1 kept, 1 to be warned, 0 to be deleted\n"
    )
    assert home.everything() == before


async def test_the_command_does_what_is_due_where_no_coach_runs(home: Home, stores: Stores) -> None:
    store = await stores.start()
    await settle(store)
    async with store.open(OLD, MONDAY) as notebook:
        notebook.warned = MONDAY
    await stores.stop()
    assert f"{OLD} to be deleted" in await command(home, "--apply")
    store = await stores.start()
    assert await store.read(OLD) is None
    assert await store.read(NEW) is not None


async def test_the_command_leaves_a_running_coach_alone(tmp_path: Path) -> None:
    home = Folder(tmp_path)
    stores = Stores(home)
    await settle(await stores.start())
    with pytest.raises(StoreError, match="It warns and deletes by itself"):
        await command(home, "--apply")
    await stores.stop()


def test_without_the_setting_there_is_nothing_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="everything is kept"):
        retention_command.run([], settings=Settings(data_dir=tmp_path), out=io.StringIO())
