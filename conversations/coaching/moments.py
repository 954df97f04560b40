"""Moments in the reader's own time zone, and the command /timezone that sets it."""

from datetime import datetime, tzinfo

from conversations import zones
from conversations.replies import Reply
from conversations.texts import coaching as texts
from conversations.visit import Replies, Visit


def zone(visit: Visit) -> tzinfo:
    return zones.zone_of(visit.notebook.settings.zone)


def local(visit: Visit, moment: datetime) -> datetime:
    """The moment by the clock and the calendar where the person is."""
    return moment.astimezone(zone(visit))


def shown(visit: Visit, moment: datetime) -> str:
    """ "Fri, May 1, 2026, 23:59 Berlin time"."""
    there = local(visit, moment)
    return f"{there:%a, %b} {there.day}, {there.year}, {there:%H:%M} {zones.place_of(visit.notebook.settings.zone)}"


def timezone(visit: Visit, argument: str) -> Replies:
    """The command /timezone: shows the zone, or sets it."""
    settings = visit.notebook.settings
    if not argument.strip():
        return [Reply(texts.zone_is(settings.zone, clock(visit)))]
    meant = zones.find(argument)
    if meant.name is None:
        return [Reply(texts.no_such_zone(argument, meant.close))]
    settings.zone = meant.name
    return [Reply(texts.zone_set(meant.name, clock(visit)))]


def clock(visit: Visit) -> str:
    return f"{local(visit, visit.now):%H:%M}"
