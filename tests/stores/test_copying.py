"""Backups, restores and moves, tried as commands on real files and a real server."""

import asyncio
import io
import sys
from pathlib import Path

import pytest

from bot import copy_commands, hatch, restoring
from bot.assembly import assembled
from bot.settings import Settings
from bot.stores import Store, StoreError, backup_file
from bot.stores.choosing import make_store
from bot.stores.copying import copies, put_down
from conversations.interview.record import Message
from conversations.replies import Reply
from tests.stores.homes import Database, Folder, Home
from tests.stores.values import MONDAY, an_interview, fill

PEOPLE = ("terminal", "telegram-1", "telegram-2")


async def settle(target: str, *people: str) -> None:
    """Lets people use the store: each has an archived interview, an open one, and a reply that waits."""
    store = make_store(target)
    await store.start()
    for person in people:
        async with store.open(person, MONDAY) as notebook:
            fill(notebook)
            notebook.finished.append(an_interview(1, said=f"I am {person}"))
    await store.stop()


async def contents(target: str) -> dict[str, bytes]:
    """All that is kept about each person, as JSON."""
    store = make_store(target)
    found = {copy.notebook.person: copy.encoded() async for copy in copies(store, pytest.fail)}
    await store.stop()
    return found


def settings(target: str) -> Settings:
    return Settings(database_url=target) if "://" in target else Settings(data_dir=Path(target))


async def backup(target: str, file: Path) -> int:
    return await asyncio.to_thread(copy_commands.backup, [str(file)], settings=settings(target), out=io.StringIO())


async def restore(file: Path, target: str, *arguments: str, status: int = 0) -> str:
    out = io.StringIO()
    command = [str(file), *arguments]
    assert await asyncio.to_thread(copy_commands.restore, command, settings=settings(target), out=out) == status
    return out.getvalue()


async def move(source: str, target: str) -> tuple[int, str]:
    out = io.StringIO()
    return await asyncio.to_thread(copy_commands.move, [source, target], out=out), out.getvalue()


@pytest.mark.parametrize("name", ["all.jsonl", "all.jsonl.gz"])
async def test_a_backup_brings_everything_back(home: Home, tmp_path: Path, name: str) -> None:
    await settle(home.target, *PEOPLE)
    assert await backup(home.target, tmp_path / name) == 0
    restored = str(tmp_path / "restored")
    assert "People: 3 added, 0 there already." in await restore(tmp_path / name, restored)
    assert await contents(restored) == await contents(home.target)
    assert [path.name for path in tmp_path.glob(f"{name}*")] == [name]
    assert (tmp_path / name).stat().st_mode & 0o077 == 0


async def test_nothing_is_delivered_again_after_a_restore_and_the_coach_goes_on(tmp_path: Path) -> None:
    await settle(str(tmp_path / "old"), "telegram-1")
    await backup(str(tmp_path / "old"), tmp_path / "all")
    await restore(tmp_path / "all", str(tmp_path / "new"))
    store = make_store(tmp_path / "new")
    await store.start()
    assert await store.undelivered() == {}
    async with store.open("telegram-1", MONDAY) as notebook:
        [parcel] = notebook.post([Reply("And then?")], 42)
    assert await store.undelivered() == {"telegram-1": [parcel]}
    assert parcel.number == 2
    await store.stop()


async def test_what_is_damaged_is_named_and_the_rest_is_backed_up(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await settle(home.target, *PEOPLE)
    home.damage("telegram-1")
    assert await backup(home.target, tmp_path / "all") == 1
    assert "telegram-1" in capsys.readouterr().err
    assert {copy.notebook.person for copy in backup_file.read(tmp_path / "all")} == {"terminal", "telegram-2"}


async def test_a_backup_is_whole_while_people_practice(home: Home, tmp_path: Path) -> None:
    """The writer adds an answer a round; each fifth round archives the interview: all rounds are in any copy, once."""
    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.stores.writer", home.target, "telegram-1", stdout=asyncio.subprocess.PIPE
    )
    assert writer.stdout is not None
    try:
        for _ in range(12):
            before = int(await writer.stdout.readline())
        assert await backup(home.target, tmp_path / "all") == 0
    finally:
        writer.kill()
        await writer.communicate()
    [copy] = backup_file.read(tmp_path / "all")
    interviews = [*copy.interviews, *[copy.notebook.interview] * (copy.notebook.interview is not None)]
    said = [m.text for each in interviews if each for m in each.exchanges[0].answers[0].messages]
    assert copy.notebook.last_event is not None
    assert copy.notebook.last_event >= before
    assert said == [f"answer {number}" for number in range(1, copy.notebook.last_event + 1)]


@pytest.fixture
async def changed(home: Home, tmp_path: Path) -> Path:
    """A backup of three people, of whom one is in the store, one has done something else since, and one is not there;
    a fourth came later."""
    old = str(tmp_path / "old")
    await settle(old, *PEOPLE)
    await backup(old, tmp_path / "all")
    await settle(home.target, "terminal", "telegram-1", "telegram-9")
    store = make_store(home.target)
    await store.start()
    async with store.open("telegram-1", MONDAY) as notebook:
        notebook.name = "Changed since"
    await store.stop()
    return tmp_path / "all"


async def test_who_is_missing_is_added_and_who_has_changed_since_is_left_and_named(
    home: Home, changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = await contents(home.target)
    assert "People: 1 added, 1 there already." in await restore(changed, home.target, status=1)
    assert "with something else than the backup has: telegram-1." in capsys.readouterr().err
    after = await contents(home.target)
    assert {person: after[person] for person in before} == before
    assert sorted(after) == ["telegram-1", "telegram-2", "telegram-9", "terminal"]


async def test_with_replace_the_backup_wins_and_what_was_there_is_kept_in_a_file(
    home: Home, changed: Path, tmp_path: Path
) -> None:
    before = await contents(home.target)
    assert "People: 1 added, 1 there already, 1 replaced" in await restore(changed, home.target, "--replace")
    after = await contents(home.target)
    assert {person: after[person] for person in PEOPLE} == await contents(str(tmp_path / "old"))
    [aside] = tmp_path.glob("all.replaced-*.jsonl")
    assert [copy.encoded() for copy in backup_file.read(aside)] == [before["telegram-1"]]
    assert "People: 0 added, 3 there already." in await restore(changed, home.target, "--replace")


async def test_a_damaged_notebook_is_replaced_by_the_backups(home: Home, tmp_path: Path) -> None:
    await settle(home.target, *PEOPLE)
    await backup(home.target, tmp_path / "all")
    before = await contents(home.target)
    home.damage("telegram-1")
    assert "1 replaced" in await restore(tmp_path / "all", home.target, "--replace")
    assert await contents(home.target) == before


async def test_somebody_who_goes_on_while_they_are_put_aside_is_left(
    home: Home, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[object] = []
    there = restoring._there

    async def goes_on(store: Store, person: str) -> object:
        if calls:
            async with store.open(person, MONDAY) as notebook:
                notebook.name = "Changed again"
        calls.append(person)
        return await there(store, person)

    monkeypatch.setattr(restoring, "_there", goes_on)
    await restore(changed, home.target, "--replace", status=1)
    assert b"Changed again" in (await contents(home.target))["telegram-1"]


async def test_a_backup_is_restored_while_the_coach_runs(
    home: Home, changed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hatch, "TICK", 0.01)
    async with assembled(settings(home.target)) as coach:
        assert "People: 1 added, 1 there already." in await restore(changed, home.target, status=1)
        assert "1 replaced" in await restore(changed, home.target, "--replace")
        async with coach.store.open("telegram-2", MONDAY) as notebook:
            assert notebook.history
    assert (await contents(home.target))["telegram-1"] == (await contents(str(tmp_path / "old")))["telegram-1"]
    assert [copy.notebook.name for aside in tmp_path.glob("all.replaced-*") for copy in backup_file.read(aside)] == [
        "Changed since"
    ]
    assert list(tmp_path.glob("data/restore/*")) == []


async def test_what_the_running_coach_cannot_restore_is_said_by_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hatch, "TICK", 0.01)
    await settle(str(tmp_path / "old"), *PEOPLE)
    await backup(str(tmp_path / "old"), tmp_path / "all")

    async def full(*_: object) -> None:
        raise StoreError("The disk is full.")

    async with assembled(settings(str(tmp_path / "new"))):
        monkeypatch.setattr(restoring, "put_down", full)
        with pytest.raises(StoreError, match="The disk is full"):
            await restore(tmp_path / "all", str(tmp_path / "new"))


async def test_a_coach_that_stops_leaves_the_rest_of_a_restore_to_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hatch, "TICK", 0.01)
    await settle(str(tmp_path / "old"), *PEOPLE)
    await backup(str(tmp_path / "old"), tmp_path / "all")
    busy = make_store(tmp_path / "new")  # a coach that takes nothing
    await busy.start()
    waiting = asyncio.create_task(restore(tmp_path / "all", str(tmp_path / "new")))
    while not list(tmp_path.glob("new/restore/*.jsonl")):
        await asyncio.sleep(0.01)
    await busy.stop()
    assert "People: 3 added" in await waiting
    assert list(tmp_path.glob("new/restore/*")) == []


async def test_an_interrupted_restore_goes_on_where_it_was(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = str(tmp_path / "old")
    await settle(old, *PEOPLE)
    await backup(old, tmp_path / "all")
    with monkeypatch.context() as patch:
        interrupt_after_one(patch)
        with pytest.raises(StoreError, match="cut"):
            await restore(tmp_path / "all", home.target)
    assert len(await contents(home.target)) == 1
    assert "People: 2 added, 1 there already." in await restore(tmp_path / "all", home.target)
    assert await contents(home.target) == await contents(old)


def interrupt_after_one(patch: pytest.MonkeyPatch) -> None:
    """The second person can no longer be put down."""
    calls = iter([True])

    async def once(*arguments: object) -> object:
        if not next(calls, False):
            raise StoreError("the connection was cut")
        return await put_down(*arguments)  # type: ignore[arg-type]

    for user in (copy_commands, restoring):
        patch.setattr(user, "put_down", once)


async def test_a_spoiled_backup_is_refused_with_the_line_and_nothing_changed(tmp_path: Path) -> None:
    await settle(str(tmp_path / "old"), *PEOPLE)
    file = tmp_path / "all"
    await backup(str(tmp_path / "old"), file)
    header, first, second, third, seal = file.read_bytes().splitlines(keepends=True)
    spoiled = {
        "line 1: this is no backup": first + second,
        "line 3: it is not a JSON object": header + first + second[:50] + b"\n" + third + seal,
        "line 3: .* is in the file twice": header + first + first + seal,
        "line 4: the notebook cannot be read": header + first + second + third.replace(b'"created"', b'"made"') + seal,
        "line 5: the file ends too early": header + first + second + third,
        "line 4: the checksum": header + first + second + seal,
        "line 5: the checksum": header + first.replace(b"night porter", b"night walker") + second + third + seal,
        "line 6: it comes after the end": header + first + second + third + seal + third,
    }
    for reason, raw in spoiled.items():
        file.write_bytes(raw)
        with pytest.raises(StoreError, match=rf"{reason}.*Nothing was changed"):
            await restore(file, str(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


async def test_half_a_compressed_backup_is_refused(tmp_path: Path) -> None:
    await settle(str(tmp_path / "old"), *PEOPLE)
    file = tmp_path / "all.gz"
    await backup(str(tmp_path / "old"), file)
    raw = file.read_bytes()
    for spoiled in (raw[: len(raw) // 2], b"nothing of the kind", raw[:-8] + bytes(8)):
        file.write_bytes(spoiled)
        with pytest.raises(StoreError, match="Nothing was changed"):
            await restore(file, str(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


async def test_a_failed_backup_leaves_the_earlier_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await settle(str(tmp_path / "old"), *PEOPLE)
    file = tmp_path / "all"
    await backup(str(tmp_path / "old"), file)
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup_file.Writer, "add", full)
    with pytest.raises(StoreError, match="is full"):
        await backup(str(tmp_path / "old"), file)
    assert file.read_bytes() == before
    assert not (tmp_path / "all.part").exists()


async def test_everybody_moves_to_the_database_and_back(database: Database, tmp_path: Path) -> None:
    here, back = str(tmp_path / "here"), str(tmp_path / "back")
    await settle(here, *PEOPLE)
    before = Folder(Path(here)).everything()
    assert await move(here, database.target) == (0, "Moved. People: 3, and 0 were there already.\n")
    assert await move(database.target, back) == (0, "Moved. People: 3, and 0 were there already.\n")
    assert await contents(here) == await contents(database.target) == await contents(back)
    assert Folder(Path(here)).everything() == before


async def test_an_interrupted_move_goes_on_where_it_was(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = str(tmp_path / "old")
    await settle(old, *PEOPLE)
    with monkeypatch.context() as patch:
        interrupt_after_one(patch)
        with pytest.raises(StoreError, match="cut"):
            await move(old, home.target)
    assert await move(old, home.target) == (0, "Moved. People: 2, and 1 were there already.\n")
    assert await contents(home.target) == await contents(old)


async def test_a_killed_move_goes_on_where_it_was(home: Home, tmp_path: Path) -> None:
    old = str(tmp_path / "old")
    await settle(old, *(f"telegram-{number}" for number in range(200)))
    mover = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "move", old, home.target)
    while not (there := await arrived(home.target)):
        await asyncio.sleep(0.01)
    mover.kill()
    await mover.wait()
    status, said = await move(old, home.target)
    assert status == 0
    assert int(said.split()[4]) >= there
    assert await contents(home.target) == await contents(old)


async def arrived(target: str) -> int:
    """How many people are in a store that another process may still be making."""
    store = make_store(target)
    try:
        return len([person async for person in store.people()])
    except StoreError:
        return 0
    finally:
        await store.stop()


async def test_who_is_different_at_the_target_is_named_and_left(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = str(tmp_path / "old")
    await settle(old, *PEOPLE)
    await settle(home.target, "telegram-1")
    store = make_store(home.target)
    await store.start()
    async with store.open("telegram-1", MONDAY) as notebook:
        assert notebook.interview is not None
        notebook.interview.exchanges[0].answers[0].messages.append(Message("Later words.", MONDAY))
    await store.stop()
    theirs = (await contents(home.target))["telegram-1"]
    assert await move(old, home.target) == (1, "Moved. People: 2, and 0 were there already.\n")
    assert "telegram-1 is in TO already" in capsys.readouterr().err
    assert (await contents(home.target))["telegram-1"] == theirs


async def test_a_folder_that_holds_nobody_is_not_moved(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="holds nobody"):
        await move(str(tmp_path / "mistyped"), str(tmp_path / "new"))
