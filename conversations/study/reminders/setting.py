"""The command /reminders: at which hour, or not at all; and the buttons under a reminder."""

from datetime import time, timedelta

from conversations import buttons, dates, zones
from conversations.replies import Choice, Reply, noted
from conversations.study.days import days_of
from conversations.study.reminders.ringing import turn_off, turn_on
from conversations.study.reminders.timing import next_day
from conversations.texts import reminders as texts
from conversations.visit import Replies, Visit

OFFERED = (time(8), time(12), time(18), time(20))
SNOOZED = timedelta(hours=1)


def reminders(visit: Visit, argument: str = "") -> Replies:
    """The command /reminders, with a time of day, on or off."""
    words = argument.strip().lower()
    if words in ("on", "off"):
        switch(visit, on=words == "on")
    elif words:
        wanted = dates.read_time(words)
        if wanted is None:
            return [noted(texts.BAD_TIME, screen(visit))]
        remind_at(visit, wanted)
    return [screen(visit)]


def screen(visit: Visit) -> Reply:
    """What is set, with buttons that change it."""
    chosen = visit.notebook.study.reminders
    rows = (times(), (turn_off() if chosen.on else turn_on(),))
    return Reply(texts.heading(state(visit)), rows, replace=True)


def state(visit: Visit) -> str:
    """One sentence about what is set, and a second one where the hour may be meant for another place."""
    chosen, zone = visit.notebook.study.reminders, visit.notebook.settings.zone
    if not chosen.on:
        return texts.OFF
    on = texts.on(texts.clock(chosen.at), zones.place_of(zone))
    return f"{on} {texts.is_it_utc(texts.clock(visit.now.time()))}" if zone == "UTC" else on


def short(visit: Visit) -> str:
    """What is set, in a word for a button: "off", "18:00"."""
    chosen = visit.notebook.study.reminders
    return texts.clock(chosen.at) if chosen.on else texts.SHORT_OFF


def times() -> tuple[Choice, ...]:
    """The hours to choose from."""
    return tuple(buttons.button(buttons.REMINDERS, "at", f"{one:%H%M}", label=texts.clock(one)) for one in OFFERED)


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A button under a reminder or of /reminders; however old it is, it does what it says. An unknown one changes
    nothing and shows what is set."""
    match parts:
        case ("snooze",) if visit.notebook.study.reminders.on:
            visit.notebook.study.reminders.snoozed = visit.now + SNOOZED
            return [Reply(texts.SNOOZED)]
        case ("off",):
            switch(visit, on=False)
            return [Reply(texts.TURNED_OFF, ((turn_on(),),))]
        case ("on",):
            switch(visit, on=True)
        case ("at", digits) if (wanted := offered(digits)) is not None:
            remind_at(visit, wanted)
    return [screen(visit)]


def offered(digits: str) -> time | None:
    """The time of a button, as in 1800; None for one that no button has."""
    return next((one for one in OFFERED if f"{one:%H%M}" == digits), None)


def switch(visit: Visit, *, on: bool) -> None:
    chosen = visit.notebook.study.reminders
    chosen.on, chosen.asked, chosen.snoozed = on, True, None
    begin(visit)


def remind_at(visit: Visit, wanted: time) -> None:
    """Turns reminders on at that time of day; one that came today stays the only one of today."""
    chosen = visit.notebook.study.reminders
    was_on, chosen.at = chosen.on, wanted
    before = chosen.earliest if was_on else None
    switch(visit, on=True)
    if before is not None and chosen.earliest is not None:
        chosen.earliest = max(before, chosen.earliest)


def begin(visit: Visit) -> None:
    chosen, days = visit.notebook.study.reminders, days_of(visit)
    chosen.earliest = next_day(days, chosen.at, visit.now)
