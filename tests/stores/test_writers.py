"""Where the disk is waited for."""

import asyncio
import threading
import time
from collections.abc import Iterator

import pytest

from bot.stores.writers import Writers


@pytest.fixture
def disk() -> Iterator[Writers]:
    disk = Writers()
    disk.start()
    yield disk
    disk.stop()


async def test_the_loop_goes_on_while_the_disk_is_waited_for(disk: Writers) -> None:
    has_gone_on = threading.Event()
    asyncio.get_running_loop().call_soon(has_gone_on.set)
    assert await disk.run(lambda: has_gone_on.wait(20))


async def test_what_goes_wrong_is_told(disk: Writers) -> None:
    def refuse() -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        await disk.run(refuse)


async def test_work_is_finished_also_when_the_caller_gives_up(disk: Writers) -> None:
    done = []

    def slowly() -> None:
        time.sleep(0.03)
        done.append(True)

    asking = asyncio.create_task(disk.run(slowly))
    await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert done == [True]
