"""The log of commits in front of the TinyDB files: what a kill, a deletion or a damaged disk makes of it."""

import asyncio
import errno
import os
import shutil
import threading
from collections.abc import AsyncIterator, Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.stores import StoreError, checkpoints
from bot.stores.layout import Layout
from bot.stores.segments import commit, segments
from bot.stores.tinydb import TinyDBStore
from tests.stores.values import MONDAY, an_interview

ADA, BEN, CY = "telegram-1", "telegram-11", "telegram-2"


@pytest.fixture
async def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TinyDBStore]:
    monkeypatch.setattr(checkpoints, "OLD", 3600.0)  # only what a test asks for happens
    store = TinyDBStore(tmp_path / "data")
    await store.start()
    yield store
    await store.stop()


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    return Layout(tmp_path / "data")


async def call(store: TinyDBStore, person: str, name: str) -> None:
    async with store.open(person, MONDAY) as notebook:
        notebook.name = name


async def names(store: TinyDBStore) -> dict[str, str]:
    """What everybody who is stored is called."""
    found = {}
    async for person in store.people():
        assert person not in found
        notebook = await store.read(person)
        if notebook is not None:
            found[person] = notebook.name
    return found


async def names_after_a_kill(folder: Path, place: Path) -> dict[str, str]:
    """The same for the next process on what the folder holds right now. It is found in the copy ``place``."""
    shutil.copytree(folder, place)
    return await names_at_start(place)


async def names_at_start(folder: Path) -> dict[str, str]:
    onlooker, store = TinyDBStore(folder), TinyDBStore(folder)
    seen_before = await names(onlooker)
    await store.start()
    found = await names(store)
    assert await names(onlooker) == found == seen_before
    for person in found:  # it can be gone on with
        await call(store, person, "And on it goes")
    await store.stop()
    assert await names(onlooker) == dict.fromkeys(found, "And on it goes")
    return found


def written(layout: Layout) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(layout.root.rglob("*")) if path.is_file())


# Durable, together


async def test_those_who_wait_at_the_same_time_are_flushed_together(
    store: TinyDBStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushes, fsync = count(), os.fsync
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: (next(flushes), fsync(handle)))
        await asyncio.gather(*(call(store, f"telegram-{number}", "Ada") for number in range(100)))
    assert next(flushes) < 10
    assert len(await names_after_a_kill(tmp_path / "data", tmp_path / "copy")) == 100


async def test_a_commit_is_flushed_when_it_returns_and_needs_no_other_file(
    store: TinyDBStore, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps, write, fsync = [], os.write, os.fsync
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda handle, raw: (steps.append("write"), write(handle, raw))[1])
        patch.setattr(os, "fsync", lambda handle: (steps.append("fsync"), fsync(handle))[1])
        await call(store, ADA, "Ada")
    assert steps == ["write", "fsync"]
    assert not layout.notebook(ADA).exists()


async def test_of_a_group_that_the_disk_refuses_nobody_is_stored_and_everybody_is_told(
    store: TinyDBStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await call(store, ADA, "Ada")

    def refuse(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", refuse)
        told = await asyncio.gather(
            call(store, ADA, "Adalind"), call(store, BEN, "Ben"), call(store, CY, "Cy"), return_exceptions=True
        )
    assert [type(each) for each in told] == [StoreError] * 3
    assert await names(store) == {ADA: "Ada"}
    assert await names_after_a_kill(tmp_path / "data", tmp_path / "copy") == {ADA: "Ada"}


async def test_what_the_disk_would_not_even_take_back_is_cut_off_before_the_next_commit(
    store: TinyDBStore, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", refuse)
        broken.setattr(os, "ftruncate", refuse)
        for _ in range(2):
            with pytest.raises(StoreError):
                await call(store, ADA, "Xanthippe")
    await store.forget(BEN)
    await call(store, ADA, "Ada")
    assert b"Xanthippe" not in written(layout)
    assert await names_after_a_kill(tmp_path / "data", tmp_path / "copy") == {ADA: "Ada"}


async def test_a_log_whose_folder_is_another_one_meanwhile_is_not_written_to(
    store: TinyDBStore, layout: Layout
) -> None:
    """An open file would take whatever is written, and nobody would ever find it."""
    await call(store, ADA, "Ada")
    layout.commits.rename(layout.commits.with_name("elsewhere"))
    for _ in range(2):
        with pytest.raises(StoreError, match="has vanished"):
            await call(store, ADA, "Adalind")
        layout.commits.mkdir(exist_ok=True)
        (layout.commits / "000000000001.log").touch()
    shutil.rmtree(layout.commits)
    layout.commits.with_name("elsewhere").rename(layout.commits)
    assert await names(store) == {ADA: "Ada"}
    await call(store, ADA, "Adalind")
    assert await names(store) == {ADA: "Adalind"}


# Into small files


async def test_a_folder_of_a_version_without_a_log_opens_as_it_is(store: TinyDBStore, layout: Layout) -> None:
    await call(store, ADA, "Ada")
    await store.stop()
    shutil.rmtree(layout.commits)
    assert await names_at_start(layout.root) == {ADA: "Ada"}


async def test_after_a_stop_all_stands_in_small_files(store: TinyDBStore, layout: Layout) -> None:
    for number in range(30):
        await call(store, f"telegram-{number}", "Ada")
    await store.stop()
    assert [path.stat().st_size for path in segments(layout.commits)] == [0]
    assert all(layout.notebook(f"telegram-{number}").exists() for number in range(30))


async def test_what_a_stop_has_no_time_for_stays_in_the_log(
    store: TinyDBStore, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "STOP_SECONDS", 0.0)
    await call(store, ADA, "Ada")
    await store.stop()
    assert not layout.notebook(ADA).exists()
    assert await names_at_start(layout.root) == {ADA: "Ada"}


async def test_the_log_stays_short_while_people_go_on(
    store: TinyDBStore, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "LARGE", 3000)

    async def goes_on(person: str) -> None:
        for number in range(40):
            await call(store, person, f"{person} {number}")
            if number % 9 == 0:
                assert (await names(store))[person] == f"{person} {number}"

    people = [f"telegram-{number}" for number in range(12)]
    await asyncio.gather(*map(goes_on, people))
    assert int(segments(layout.commits)[-1].stem) > 3  # several were closed meanwhile
    async with asyncio.timeout(20):
        while store._commits.size > 3000 or len(segments(layout.commits)) > 1:
            await asyncio.sleep(0.01)
    last = {person: f"{person} 39" for person in people}
    assert await names(store) == last
    assert await names_after_a_kill(tmp_path / "data", tmp_path / "copy") == last


async def test_an_older_notebook_is_not_put_down_when_there_is_a_newer_one(store: TinyDBStore, layout: Layout) -> None:
    await call(store, ADA, "Ada")
    await call(store, BEN, "Ben")
    await store._commits.close_segment()
    await call(store, ADA, "Adalind")
    await store._checkpoints.round()
    assert (layout.notebook(ADA).exists(), layout.notebook(BEN).exists()) == (False, True)
    assert await names_at_start_of_next(store, layout) == {ADA: "Adalind", BEN: "Ben"}


async def test_a_closed_segment_stays_while_somebody_has_no_file(
    store: TinyDBStore, layout: Layout, tmp_path: Path
) -> None:
    await call(store, ADA, "Ada")
    await store._commits.close_segment()
    await store._commits.drop_closed()  # as another round might that has just ended
    assert await names_after_a_kill(tmp_path / "data", tmp_path / "copy") == {ADA: "Ada"}


async def test_the_log_is_emptied_after_a_while_also_when_it_is_short(
    store: TinyDBStore, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "OLD", 0.01)
    async with store.open(BEN, MONDAY) as notebook:
        notebook.name = "knows Xanthippe"
    async with store.open(BEN, MONDAY) as notebook:
        notebook.name = "knows nobody"
    async with asyncio.timeout(20):
        while b"Xanthippe" in written(layout):
            await asyncio.sleep(0.01)
    assert await names(store) == {BEN: "knows nobody"}


async def test_a_log_that_cannot_be_shortened_is_tried_again_and_said(
    store: TinyDBStore, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "OLD", 0.0)
    monkeypatch.setattr(checkpoints, "REST", 0.01)
    in_the_way = layout.aside / f"{ADA}-notebook.json"
    in_the_way.mkdir()
    with capture_logs() as logs:
        await call(store, ADA, "Ada")
        await call(store, BEN, "Ben")
        async with asyncio.timeout(20):
            while len(logs) < 2:
                await asyncio.sleep(0.01)
        await call(store, BEN, "Benjamin")
        assert await names(store) == {ADA: "Ada", BEN: "Benjamin"}
        in_the_way.rmdir()
        async with asyncio.timeout(20):
            while store._commits.people():
                await asyncio.sleep(0.01)
    assert {entry["event"] for entry in logs} == {"the log of commits cannot be shortened yet, nothing is lost"}
    assert await names(store) == {ADA: "Ada", BEN: "Benjamin"}
    assert await names_at_start_of_next(store, layout) == {ADA: "Ada", BEN: "Benjamin"}


async def names_at_start_of_next(store: TinyDBStore, layout: Layout) -> dict[str, str]:
    await store.stop()
    return await names_at_start(layout.root)


# Deleted


async def test_somebody_who_is_forgotten_leaves_every_segment_the_damaged_ones_too(
    store: TinyDBStore, layout: Layout
) -> None:
    for name in ("Xanthippe", "Xanthe"):
        await call(store, ADA, name)
        await call(store, BEN, f"not {ADA} ")
    await store._commits.close_segment()
    await call(store, ADA, "Xanthos")
    await call(store, BEN, "Ben")
    shutil.copy(segments(layout.commits)[0], layout.commits / "000000000001.log.damaged-20250303")
    await store.forget(ADA)
    assert b"Xanth" not in written(layout)
    assert b"\n" + ADA.encode() + b" " not in b"\n" + written(layout)
    assert await names(store) == {BEN: "Ben"}
    assert await names_at_start_of_next(store, layout) == {BEN: "Ben"}


async def test_a_file_that_is_just_being_written_is_deleted_with_its_person(
    store: TinyDBStore, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In every order: the file is written before, while and after it is asked for the deletion."""
    for steps in range(30):
        await call(store, ADA, f"Xanthippe {steps}")
        await call(store, BEN, "Ben")
        round_ = asyncio.create_task(store._checkpoints.round())
        for _ in range(steps):
            await asyncio.sleep(0.0002)
        if steps % 2:
            await store.forget(ADA)
        else:
            async with store.open(ADA, MONDAY) as notebook:
                notebook.forgotten = True
        assert b"Xanthippe" not in written(layout)
        await round_
        assert b"Xanthippe" not in written(layout)
        assert await names(store) == {BEN: "Ben"}
    assert await names_after_a_kill(tmp_path / "data", tmp_path / "copy") == {BEN: "Ben"}


# Killed


class Kills:
    """Keeps a copy of the folder before every call that changes something on the disk, and what was acknowledged."""

    def __init__(self, folder: Path, place: Path, patch: pytest.MonkeyPatch) -> None:
        self.moments: list[tuple[Path, dict[str, str], set[str]]] = []
        self.acknowledged: dict[str, str] = {}
        self.under_way: set[str] = set()  # people
        self._folder = folder
        self._place = place
        self._is_copying = False
        self._one = threading.RLock()  # call at a time, so that what is copied stays as it is meanwhile
        for name in ("write", "fsync", "replace", "unlink", "mkdir", "rmdir", "ftruncate", "link", "rename"):
            patch.setattr(os, name, self._copying_before(getattr(os, name)))

    def _copying_before(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def copy_first(*arguments: Any, **named: Any) -> Any:
            with self._one:
                if not self._is_copying:
                    self._is_copying = True
                    place = self._place / str(len(self.moments))
                    shutil.copytree(self._folder, place)
                    self.moments.append((place, dict(self.acknowledged), set(self.under_way)))
                    self._is_copying = False
                return work(*arguments, **named)

        return copy_first

    async def call(self, store: TinyDBStore, person: str, name: str) -> None:
        self.under_way = {person}
        await call(store, person, name)
        self.acknowledged[person] = name
        self.under_way = set()

    async def forget(self, store: TinyDBStore, person: str) -> None:
        self.under_way = {person}
        await store.forget(person)
        del self.acknowledged[person]
        self.under_way = set()


async def test_killed_before_any_call_of_the_disk_it_goes_on_with_all_that_was_acknowledged(
    store: TinyDBStore, tmp_path: Path
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        kills = Kills(tmp_path / "data", tmp_path / "moments", patch)
        await kills.call(store, ADA, "Ada")
        await kills.call(store, BEN, "Ben")
        await store._checkpoints.round()
        await kills.call(store, ADA, "Adalind")
        await store._commits.close_segment()
        await kills.call(store, BEN, "Benjamin")
        await kills.call(store, CY, "Cy")
        await store._checkpoints.round()
        await kills.call(store, ADA, "Adelheid")
        await kills.forget(store, BEN)
        await kills.forget(store, CY)
        await kills.call(store, BEN, "Ben is back")
        await store.stop()
    assert len(kills.moments) > 50
    for place, acknowledged, under_way in kills.moments:
        found = await names_at_start(place)
        certain = {person: name for person, name in acknowledged.items() if person not in under_way}
        assert {person: name for person, name in found.items() if person not in under_way} == certain


async def test_an_interview_that_is_archived_is_in_one_place_whenever_the_process_is_killed(
    store: TinyDBStore, tmp_path: Path
) -> None:
    await call(store, ADA, "Ada")
    with pytest.MonkeyPatch.context() as patch:
        kills = Kills(tmp_path / "data", tmp_path / "moments", patch)
        async with store.open(ADA, MONDAY) as notebook:
            notebook.interview = an_interview(1)
        async with store.open(ADA, MONDAY) as notebook:
            notebook.interview = None
            notebook.finished.append(an_interview(1))
        await store._checkpoints.round()
    assert len(kills.moments) > 15
    for place, *_ in kills.moments[2:]:
        again = TinyDBStore(place)
        await again.start()
        async with again.open(ADA, MONDAY) as notebook:
            assert notebook.finished == []
        archived = await again.archived(ADA, 1)
        assert [notebook.interview, archived].count(an_interview(1)) == 1
        await again.stop()


# Damaged


async def three_commits(store: TinyDBStore, layout: Layout) -> list[bytes]:
    """The lines of a log of three commits, whose process is gone."""
    for person, name in ((ADA, "Ada"), (BEN, "Ben"), (ADA, "Adalind")):
        await call(store, person, name)
    [log] = segments(layout.commits)
    return log.read_bytes().splitlines(keepends=True)


async def restarted_with(store: TinyDBStore, layout: Layout, content: bytes) -> dict[str, str]:
    await store.stop()
    shutil.rmtree(layout.people)
    for segment in segments(layout.commits):
        segment.unlink()
    (layout.commits / "000000000001.log").write_bytes(content)
    return await names_at_start(layout.root)


@pytest.mark.parametrize("kept", [1, 20, -1])
async def test_half_a_line_at_the_end_was_never_acknowledged_and_is_cut_off(
    store: TinyDBStore, layout: Layout, kept: int
) -> None:
    first, second, third = await three_commits(store, layout)
    assert await restarted_with(store, layout, first + second + third[:kept]) == {ADA: "Ada", BEN: "Ben"}
    assert list(layout.commits.glob("*damaged*")) == []


@pytest.mark.parametrize("damage", [b"Adalinx", b"Ada\nlind", b"Adalind\xff", b"Adal\x00nd"])
async def test_a_damaged_line_is_kept_aside_and_said_and_the_rest_goes_on(
    store: TinyDBStore, layout: Layout, damage: bytes
) -> None:
    first, second, third = await three_commits(store, layout)
    content = first + third.replace(b"Adalind", damage) + second
    with capture_logs() as logs:
        assert await restarted_with(store, layout, content) == {ADA: "Ada", BEN: "Ben"}
    [entry] = logs
    assert entry["log_level"] == "error"
    assert entry["people"] == [ADA]
    [kept] = layout.commits.glob("*.damaged-*")
    assert entry["kept"] == str(kept)
    assert kept.read_bytes() == content


async def test_a_notebook_in_the_log_that_is_none_is_set_aside_and_its_person_begins_anew(
    store: TinyDBStore, layout: Layout
) -> None:
    await store._commits.add(ADA, b'{"version":1,"person":5}')
    with capture_logs() as logs:
        async with store.open(ADA, MONDAY) as notebook:
            assert notebook.began_anew
    assert logs[0]["event"] == "damaged notebook set aside, the person begins anew"
    [kept] = layout.person(ADA).glob("notebook.json.damaged-*")
    assert b'"person":5' in kept.read_bytes()


async def test_a_notebook_of_a_newer_version_in_the_log_is_refused_and_left_alone(
    store: TinyDBStore, layout: Layout
) -> None:
    newer = b'{"version":99,"person":"telegram-1","created":5}'
    await store._commits.add(ADA, newer)
    for _ in range(2):
        with pytest.raises(StoreError, match="newer version"):
            async with store.open(ADA, MONDAY):
                pytest.fail("it was opened")
        await store._checkpoints.round()
    assert newer in layout.notebook(ADA).read_bytes()


# Read beside


async def test_what_is_in_the_log_can_be_read_beside_the_process_at_any_moment(
    store: TinyDBStore, layout: Layout
) -> None:
    onlooker = TinyDBStore(layout.root)
    assert await names(onlooker) == {}
    await call(store, ADA, "Ada")
    assert await names(onlooker) == {ADA: "Ada"}
    await call(store, BEN, "Ben")
    await call(store, ADA, "Adalind")
    assert await names(onlooker) == {ADA: "Adalind", BEN: "Ben"}
    await store._commits.close_segment()
    await call(store, CY, "Cy")
    assert await names(onlooker) == {ADA: "Adalind", BEN: "Ben", CY: "Cy"}
    await store.forget(ADA)
    assert await onlooker.read(ADA) is None
    assert await names(onlooker) == {BEN: "Ben", CY: "Cy"}
    await store._checkpoints.round()
    assert await names(onlooker) == {BEN: "Ben", CY: "Cy"}
    await call(store, ADA, "Ada is back")
    await store.stop()
    assert await names(onlooker) == {ADA: "Ada is back", BEN: "Ben", CY: "Cy"}


async def test_what_was_not_acknowledged_after_all_is_not_read_beside(
    store: TinyDBStore, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    await call(store, ADA, "Ada")
    onlooker = TinyDBStore(layout.root)
    seen = []

    def look_and_refuse(handle: int) -> None:
        seen.append(asyncio.run(names(onlooker)))
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", look_and_refuse)
        with pytest.raises(StoreError):
            await call(store, ADA, "Xanthippe")
    assert seen == [{ADA: "Xanthippe"}]
    assert await names(onlooker) == {ADA: "Ada"}
    await call(store, BEN, "Benjamin the longest name of all of them")
    assert await names(onlooker) == {ADA: "Ada", BEN: "Benjamin the longest name of all of them"}


async def test_the_log_is_looked_through_once(
    store: TinyDBStore, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [f"telegram-{number}" for number in range(200)]
    await asyncio.gather(*(call(store, person, "Ada") for person in people))
    onlooker = TinyDBStore(layout.root)
    checked = count()
    monkeypatch.setattr("bot.stores.onlooker.commit", lambda line: (next(checked), commit(line))[1])
    for person in people:
        assert await onlooker.read(person) is not None
    assert next(checked) == 2 * len(people)
