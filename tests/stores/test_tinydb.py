"""What is special to the TinyDB store: its folder, its lock, and every way a disk can fail."""

import asyncio
import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.stores import DamagedError, Store, StoreError
from bot.stores.alarms import Alarms
from bot.stores.deliveries import Deliveries
from bot.stores.layout import Layout
from bot.stores.segments import segments
from bot.stores.tinydb import TinyDBStore
from tests.stores.homes import Folder, Stores
from tests.stores.test_contract import say
from tests.stores.values import MONDAY, an_interview, fill

PERSON = "telegram-1"


@pytest.fixture
def home(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "data")


@pytest.fixture
def folder(home: Folder) -> Path:
    return home.layout.root


@pytest.fixture
def layout(home: Folder) -> Layout:
    return home.layout


async def test_a_second_coach_on_the_same_folder_is_refused_until_the_first_stops(store: Store, folder: Path) -> None:
    second = TinyDBStore(folder)
    with pytest.raises(StoreError, match="in use by another coach"):
        await second.start()
    await store.stop()
    await second.start()
    await second.stop()


async def test_what_is_stored_can_be_read_beside_the_process_that_has_the_folder_open(
    store: Store, folder: Path
) -> None:
    async with store.open(PERSON, MONDAY) as notebook:
        fill(notebook)
        notebook.finished.append(an_interview(1))
    onlooker = TinyDBStore(folder)
    assert await onlooker.read(PERSON) == notebook
    assert await onlooker.archived(PERSON, 1) == an_interview(1)


async def test_a_store_that_was_not_started_changes_nothing(folder: Path) -> None:
    with pytest.raises(StoreError, match="is not open"):
        async with TinyDBStore(folder).open(PERSON, MONDAY):
            pytest.fail("it was opened")


async def test_leftovers_of_killed_writes_and_deletions_are_cleaned_at_start(layout: Layout, folder: Path) -> None:
    layout.make()
    (layout.aside / "tmp123").write_text('{"notebook": {"1": {"person": "tele')
    (layout.forgotten / "tmp456").mkdir()
    (layout.forgotten / "tmp456" / "notebook.json").write_text("{}")
    store = TinyDBStore(folder)
    await store.start()
    await store.stop()
    assert list(layout.aside.iterdir()) == []
    assert list(layout.forgotten.iterdir()) == []


async def test_a_process_killed_between_commit_and_archive_loses_no_interview(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TinyDBStore, "_archive", lambda *_: asyncio.sleep(0))
    async with store.open(PERSON, MONDAY) as notebook:
        notebook.finished.append(an_interview(1))
    monkeypatch.undo()
    await store.stop()
    again = TinyDBStore(folder)
    await again.start()
    assert await again.archived(PERSON, 1) == an_interview(1)
    async with again.open(PERSON, MONDAY) as notebook:
        assert notebook.finished == []
    await again.stop()
    assert Layout(folder).interview(PERSON, 1).exists()


async def test_an_archive_that_fails_after_the_commit_is_made_up_for_at_the_next_event(
    store: Store, layout: Layout
) -> None:
    await say(store, PERSON, 1, "Hello.")
    layout.interview(PERSON, 1).mkdir(parents=True)  # a name that cannot be written to
    async with store.open(PERSON, MONDAY) as notebook:
        notebook.finished.append(an_interview(1))
    assert await store.archived(PERSON, 1) == an_interview(1)
    layout.interview(PERSON, 1).rmdir()
    async with store.open(PERSON, MONDAY) as notebook:
        assert notebook.finished == []
    assert await store.archived(PERSON, 1) == an_interview(1)
    assert layout.interview(PERSON, 1).is_file()


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"\xff\xfe", b'{"notebook": {"1": 5}}', b'{"notebook": {"1": {}}}']
)
async def test_a_file_with_anything_else_in_it_is_set_aside(store: Store, layout: Layout, content: bytes) -> None:
    layout.make_person(PERSON)
    layout.notebook(PERSON).write_bytes(content)
    async with store.open(PERSON, MONDAY) as notebook:
        assert notebook.began_anew
    (kept,) = layout.person(PERSON).glob("notebook.json.damaged-*")
    assert kept.read_bytes() == content


async def test_a_damaged_archived_interview_is_reported_and_left_alone(store: Store, layout: Layout) -> None:
    await say(store, PERSON, 1, "Hello.")
    layout.make_person(PERSON)
    layout.interview(PERSON, 1).write_bytes(b"{")
    with pytest.raises(DamagedError, match=r"interview-1\.json is damaged"):
        await store.archived(PERSON, 1)
    assert layout.interview(PERSON, 1).read_bytes() == b"{"


FAULTS = [
    (errno.ENOSPC, "is full. Make room"),
    (errno.EDQUOT, "quota"),
    (errno.EROFS, "read-only disk"),
    (errno.EACCES, "may not write"),
    (errno.EIO, "cannot be used .Input/output error"),
]


@pytest.mark.parametrize(("number", "advice"), FAULTS)
@pytest.mark.parametrize("call", ["write", "fsync"])
async def test_a_disk_that_refuses_changes_nothing_and_says_what_to_do(
    stores: Stores, monkeypatch: pytest.MonkeyPatch, call: str, number: int, advice: str
) -> None:
    store = await stores.start()
    await say(store, PERSON, 1, "Hello.")

    async def change_while_the_disk_refuses() -> None:
        async with store.open(PERSON, MONDAY) as notebook:
            notebook.name = "Ada"
            monkeypatch.setattr(os, call, refusing(number))

    with pytest.raises(StoreError, match=advice):
        await change_while_the_disk_refuses()
    monkeypatch.undo()
    for _ in range(2):
        stored = await store.read(PERSON)
        assert stored is not None
        assert (stored.last_event, stored.name) == (1, "")
        store = await stores.restart()
    await say(store, PERSON, 2, "And on it goes.")


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "open", "mkdir", "unlink"])
async def test_what_a_disk_does_not_take_into_small_files_stays_in_the_log(
    store: TinyDBStore, layout: Layout, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    last = await say(store, PERSON, 1, "Hello.")
    monkeypatch.setattr(os, call, refusing(errno.ENOSPC))
    with pytest.raises(OSError, match="No space"):
        await store._checkpoints.round()
    monkeypatch.undo()
    await store.delivered(PERSON, last)
    assert list(layout.aside.iterdir()) == []
    assert segments(layout.commits)[0].stat().st_size
    await say(store, "telegram-2", 1, "Hello.")
    for _ in range(2):
        await store._checkpoints.round()
    assert layout.notebook(PERSON).exists()
    assert [segment.stat().st_size for segment in segments(layout.commits)] == [0]
    assert list(await store.undelivered()) == ["telegram-2"]


def refusing(number: int) -> Callable[..., int]:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    return refuse


async def test_half_a_write_is_never_half_a_notebook(
    store: Store, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, raw: write(handle, bytes(raw[:7])))
    await say(store, PERSON, 1, "Hello.")
    monkeypatch.undo()
    assert list(await store.undelivered()) == [PERSON]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("only root can mount a small disk here")
    yield disk
    subprocess.run(["/bin/umount", "-l", disk], check=True)


async def test_a_really_full_disk_loses_nothing_and_is_used_again_when_there_is_room(small_disk: Path) -> None:
    store = TinyDBStore(small_disk / "data")
    await store.start()
    for event in (1, 2):
        await say(store, PERSON, event, f"Reply {event}.")
    with (small_disk / "hog").open("wb") as hog, pytest.raises(OSError, match="No space"):
        hog.write(bytes(1 << 20))
    with pytest.raises(StoreError, match="is full"):
        await say(store, "telegram-2", 1, "x" * 5000)
    with pytest.raises(StoreError, match="is full"):
        await say(store, PERSON, 3, "x" * 5000)
    kept = await store.read(PERSON)
    assert kept is not None
    assert kept.last_event == 2
    (small_disk / "hog").unlink()
    await say(store, PERSON, 3, "x" * 5000)
    assert set(await store.undelivered()) == {PERSON}
    await store.stop()


async def test_a_folder_that_vanished_is_reported_and_nobody_is_taken_for_new(store: Store, folder: Path) -> None:
    await say(store, PERSON, 1, "Hello.")
    folder.rename(folder.with_name("elsewhere"))
    for person in (PERSON, "telegram-2"):
        with pytest.raises(StoreError, match="has vanished"):
            async with store.open(person, MONDAY):
                pytest.fail("it was opened")
    folder.with_name("elsewhere").rename(folder)
    async with store.open(PERSON, MONDAY) as notebook:
        assert notebook.last_event == 1


async def test_a_data_folder_that_is_a_file_is_refused_at_start(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StoreError, match=r"data (is not a folder|cannot be used)"):
        await TinyDBStore(tmp_path / "data").start()


async def test_the_stored_files_are_readable_for_the_coachs_user_alone(store: Store, layout: Layout) -> None:
    await say(store, PERSON, 1, "Hello.")
    await store.stop()
    files = (layout.root, layout.person(PERSON), layout.notebook(PERSON), *segments(layout.commits))
    modes = {path: path.stat().st_mode & 0o077 for path in files}
    assert set(modes.values()) == {0}


async def test_nothing_is_kept_in_memory_for_people_who_are_done(store: TinyDBStore) -> None:
    for number in range(50):
        last = await say(store, f"telegram-{number}", 1, "Hello.")
        await store.delivered(f"telegram-{number}", last)
    await store._checkpoints.round()
    assert len(store._turns) == 0
    assert store._commits.people() == set()
    assert await store.undelivered() == {}


def test_a_torn_or_foreign_line_in_the_delivery_log_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "deliveries.log"
    path.write_bytes(b"+telegram-1 5 3\n\xff\n\n-telegram-9 4\n+telegram-2 7\n+telegram-3 2 1\n-telegram-3 x\n+telegr")
    log = Deliveries(path)
    log.start()
    assert log.people() == ["telegram-1", "telegram-3"]
    assert log.last_delivered("telegram-1") == 3
    log.stop()
    assert path.read_text() == "+telegram-1 5 3\n+telegram-3 2 1\n"


def test_the_delivery_log_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.stores.journal.LARGE", 2000)
    log = Deliveries(tmp_path / "deliveries.log")
    log.start()
    for number in range(1, 1000):
        log.post("telegram-1", number, number)
        log.delivered("telegram-1", number)
    log.post("telegram-2", 1, 2)
    assert (tmp_path / "deliveries.log").stat().st_size < 2100
    log.stop()
    again = Deliveries(tmp_path / "deliveries.log")
    again.start()
    assert again.people() == ["telegram-2"]
    again.stop()


def test_a_full_disk_leaves_no_half_line_in_the_delivery_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = Deliveries(tmp_path / "deliveries.log")
    log.start()
    log.post("telegram-1", 1, 1)
    write = os.write
    room = iter([4])

    def fill_up(handle: int, raw: memoryview) -> int:
        for bytes_left in room:
            return write(handle, raw[:bytes_left])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", fill_up)
    with pytest.raises(OSError, match="No space"):
        log.post("telegram-22", 1, 1)
    monkeypatch.undo()
    log.post("telegram-3", 1, 1)
    log.stop()
    assert (tmp_path / "deliveries.log").read_text() == "+telegram-1 1 0\n+telegram-3 1 0\n"


def test_half_a_line_at_the_end_of_the_log_of_alarms_is_passed_over(tmp_path: Path) -> None:
    path, at_ten = tmp_path / "alarms.log", (MONDAY + timedelta(hours=1)).timestamp()
    path.write_text(f"telegram-1 {at_ten}\ntelegram-2 {at_ten}\n        \ntelegram-2 -\ntelegr")
    for _ in range(2):
        alarms = Alarms(path)
        assert alarms.start()
        assert alarms.due(MONDAY + timedelta(days=1), 9) == ["telegram-1"]
        alarms.after_commit("telegram-2", None)
        alarms.after_commit("telegram-1", MONDAY + timedelta(hours=1))
        alarms.after_commit("telegram-1", MONDAY + timedelta(hours=2))
        alarms.stop()


@pytest.mark.parametrize("line", ["telegram-3 soon", "telegram-3 2025-03-03T10:00:00+00:00", "\xff", "telegram-3 -1"])
async def test_a_log_of_alarms_that_cannot_be_read_is_made_anew(home: Folder, line: str) -> None:
    store = TinyDBStore(home.layout.root)
    await store.start()
    async with store.open(PERSON, MONDAY) as notebook:
        notebook.alarm = MONDAY
    await store.stop()
    home.layout.alarms.write_text(f"{line}\ntelegram-2 -\n")
    store = TinyDBStore(home.layout.root)
    await store.start()
    assert await store.due(MONDAY, 9) == [PERSON]
    await store.stop()


def test_the_log_of_alarms_and_its_queue_stay_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.stores.journal.LARGE", 2000)
    alarms = Alarms(tmp_path / "alarms.log")
    alarms.fill({})
    for number in range(5000):
        alarms.before_commit(PERSON, MONDAY + timedelta(hours=-number))
        alarms.after_commit(PERSON, MONDAY + timedelta(hours=number))
    assert (tmp_path / "alarms.log").stat().st_size < 2100
    assert len(alarms._queue) < 1100
    assert alarms.due(MONDAY + timedelta(days=1000), 9) == [PERSON]
    alarms.stop()


def test_somebody_who_is_forgotten_leaves_the_log_of_alarms_and_nobody_else_does(tmp_path: Path) -> None:
    path, alarms = tmp_path / "alarms.log", Alarms(tmp_path / "alarms.log")
    alarms.fill({})
    alarms.forget("telegram-1")
    for hour in range(3):
        for person in ("telegram-1", "telegram-11", "x-telegram-1"):
            alarms.after_commit(person, MONDAY + timedelta(hours=hour))
    alarms.forget("telegram-1")
    alarms.after_commit("telegram-2", MONDAY)
    alarms.stop()
    assert "telegram-1 " not in path.read_text().replace("x-telegram-1 ", "")
    again = Alarms(path)
    assert again.start()
    assert again.due(MONDAY + timedelta(days=1), 9) == ["telegram-2", "telegram-11", "x-telegram-1"]
    again.stop()
