"""Moments in the reader's own time zone, and the command /timezone that sets it."""

from datetime import datetime, tzinfo
from zoneinfo import available_timezones

from rapidfuzz import process

from conversations.replies import Reply
from conversations.texts import coaching as texts
from conversations.visit import Replies, Visit
from conversations.zones import zone_of

CLOSE = 75  # rapidfuzz score, 0 to 100, from which a zone may have been meant


def zone(visit: Visit) -> tzinfo:
    return zone_of(visit.notebook.settings.zone)


def place(visit: Visit) -> str:
    """What to call the person's zone in a sentence: "Berlin time"."""
    name = visit.notebook.settings.zone
    return "UTC" if name == "UTC" else f"{name.rsplit('/', 1)[-1].replace('_', ' ')} time"


def shown(visit: Visit, moment: datetime) -> str:
    """ "Fri, May 1, 2026, 23:59 Berlin time"."""
    there = moment.astimezone(zone(visit))
    return f"{there:%a, %b} {there.day}, {there.year}, {there:%H:%M} {place(visit)}"


def timezone(visit: Visit, argument: str) -> Replies:
    """The command /timezone: shows the zone, or sets it by name, typed in any case, the city alone being enough."""
    name = argument.strip().replace(" ", "_")
    settings = visit.notebook.settings
    if not name:
        return [Reply(texts.zone_is(settings.zone, clock(visit)))]
    known = {zone.lower(): zone for zone in sorted(available_timezones())}
    by_city = {zone.rsplit("/", 1)[-1].lower(): zone for zone in known.values() if "/" in zone}
    found = known.get(name.lower()) or by_city.get(name.lower())
    if found is None:
        close = process.extract(name.lower(), [*known, *by_city], limit=2, score_cutoff=CLOSE)
        meant = dict.fromkeys(known.get(one) or by_city[one] for one, *_ in close)
        return [Reply(texts.no_such_zone(argument, list(meant)))]
    settings.zone = found
    return [Reply(texts.zone_set(found, clock(visit)))]


def clock(visit: Visit) -> str:
    return f"{visit.now.astimezone(zone(visit)):%H:%M}"
