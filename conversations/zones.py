"""Time zones by their names: known ones, and which is meant by what somebody typed."""

from datetime import UTC, tzinfo
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from rapidfuzz import process

CLOSE = 75  # rapidfuzz score, 0 to 100, from which a zone may have been meant


class Meant(NamedTuple):
    """``name`` is the zone, None when there is no such; ``close`` are then the names of similar ones, at most two."""

    name: str | None
    close: tuple[str, ...] = ()


def zone_of(name: str) -> tzinfo:
    """The zone of that name; UTC when this machine does not know it any more."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def place_of(name: str) -> str:
    """What to call the time there in a sentence: "Berlin time"."""
    return "UTC" if name == "UTC" else f"{name.rsplit('/', 1)[-1].replace('_', ' ')} time"


def find(typed: str) -> Meant:
    """The zone that is meant by its name, typed in any case, the city alone being enough."""
    name, known = typed.strip().replace(" ", "_").lower(), _by_name()
    if name in known:
        return Meant(known[name])
    close = process.extract(name, list(known), limit=2, score_cutoff=CLOSE)
    return Meant(None, tuple(dict.fromkeys(known[one] for one, *_ in close)))


@cache
def _by_name() -> dict[str, str]:
    """All zones, by their names and by the cities in them, in lower case; found once, as that takes a while."""
    zones = sorted(available_timezones())
    by_city = {zone.rsplit("/", 1)[-1].lower(): zone for zone in zones if "/" in zone}
    return {**by_city, **{zone.lower(): zone for zone in zones}}
