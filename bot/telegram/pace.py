"""How fast messages may leave: Telegram's limits per chat and overall, with the short bursts that it allows."""

from collections.abc import Hashable

from msgspec import Struct

_TIDY_AT = 10_000


class Limits(Struct, frozen=True):
    """Messages a second, sustained, and how many may go at once after a quiet time; 0 a second means no limit."""

    chat_rate: float = 1.0
    chat_burst: int = 5
    overall_rate: float = 30.0
    overall_burst: int = 30


class Pace:
    """One limit for each key: ``rate`` a second in the long run, ``burst`` at once. Holds one number a key.

    The generic cell rate algorithm: each send moves the time at which the allowance would be whole again.
    """

    def __init__(self, rate: float, burst: int) -> None:
        self._interval = 1 / rate if rate else 0.0
        self._slack = self._interval * max(burst - 1, 0)
        self._whole: dict[Hashable, float] = {}

    def take(self, key: Hashable, now: float) -> float:
        """Takes one turn; how many seconds to wait before using it, 0.0 for at once."""
        if not self._interval:
            return 0.0
        turn = max(self._whole.get(key, now), now)
        self._whole[key] = turn + self._interval
        if len(self._whole) > _TIDY_AT:
            self._whole = {key: whole for key, whole in self._whole.items() if whole > now}
        return max(0.0, turn - self._slack - now)
