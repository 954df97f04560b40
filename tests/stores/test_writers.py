"""Where the disk is waited for."""

import asyncio
import threading
import time
from collections.abc import Iterator

import pytest

from bot.stores import writers
from bot.stores.writers import Writers


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Writers]:
    monkeypatch.setattr(writers, "SLOW", 0.02)
    monkeypatch.setattr(writers, "IN_THREADS", 3)
    disk = Writers()
    disk.start()
    yield disk
    disk.stop()


def where() -> str:
    return "loop" if threading.current_thread() is threading.main_thread() else "thread"


def slowly() -> str:
    time.sleep(0.03)
    return where()


async def test_after_slow_work_the_next_waits_in_threads_until_the_loop_is_tried_again(disk: Writers) -> None:
    assert await disk.run(slowly) == "loop"
    assert [await disk.run(where) for _ in range(3)] == ["thread"] * 3
    assert await disk.run(slowly) == "loop"
    assert await disk.run(where) == "thread"


async def test_what_goes_wrong_is_told_wherever_it_happened(disk: Writers) -> None:
    def refuse() -> None:
        time.sleep(0.03)
        raise OSError("full")

    for _ in range(2):
        with pytest.raises(OSError, match="full"):
            await disk.run(refuse)


async def test_work_in_a_thread_is_finished_also_when_the_caller_gives_up(disk: Writers) -> None:
    done = []
    await disk.run(slowly)
    asking = asyncio.create_task(disk.run(lambda: done.append(slowly())))
    await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert done == ["thread"]
