"""Which updates are under way, and up to where Telegram may forget them."""

import asyncio


class Ledger:
    """Updates in the order in which they came. ``offset`` is the first that Telegram must keep: all before it are
    committed. None until something was."""

    def __init__(self) -> None:
        self.offset: int | None = None
        self._under_way: dict[int, bool] = {}  # update id -> committed; a dict keeps the order of arrival
        self._moved = asyncio.Event()

    def __len__(self) -> int:
        return len(self._under_way)

    def begin(self, update: int, polled: int | None) -> bool:
        """Notes an update as under way; False when it already is, or was committed since Telegram was ``polled`` with
        that offset (it repeats what it may not forget yet, also what is committed while its answer travels)."""
        committed_since = self.offset is not None and (polled or 0) <= update < self.offset
        if update in self._under_way or committed_since:
            return False
        self._under_way[update] = False
        return True

    def commit(self, update: int) -> None:
        """Notes an update as committed and moves the offset past all that are, without a gap."""
        self._under_way[update] = True
        while self._under_way:
            first = next(iter(self._under_way))
            if not self._under_way[first]:
                break
            del self._under_way[first]
            self.offset = first + 1
            self._moved.set()

    async def room(self, polled: int | None, most: int, seconds: float) -> None:
        """Waits until the offset is past ``polled`` and at most ``most`` updates are under way, at most ``seconds``.

        Polled again at an unmoved offset, Telegram would give the same updates again.
        """
        try:
            async with asyncio.timeout(seconds):
                while self._under_way and (self.offset == polled or len(self._under_way) > most):
                    self._moved.clear()
                    await self._moved.wait()
        except TimeoutError:
            return
