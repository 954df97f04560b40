"""Time zones by their names: known ones, and which is meant by what somebody typed."""

from datetime import UTC, tzinfo
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
    name = typed.strip().replace(" ", "_").lower()
    known = {zone.lower(): zone for zone in sorted(available_timezones())}
    by_city = {zone.rsplit("/", 1)[-1].lower(): zone for zone in known.values() if "/" in zone}
    found = known.get(name) or by_city.get(name)
    if found is not None:
        return Meant(found)
    close = process.extract(name, [*known, *by_city], limit=2, score_cutoff=CLOSE)
    return Meant(None, tuple(dict.fromkeys(known.get(one) or by_city[one] for one, *_ in close)))
