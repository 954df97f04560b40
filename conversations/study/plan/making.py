"""What a person can do about their plan: the command /plan, buttons, typed words."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from conversations import dates, zones
from conversations.events import Said
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.study.bearings import interrupting, tapped
from conversations.study.course import Course
from conversations.study.days import days_of
from conversations.study.moving import move
from conversations.study.plan.machine import MACHINE, State
from conversations.study.plan.screens import screen
from conversations.study.record import Plan
from conversations.study.reminders import setting
from conversations.texts import plan as texts
from conversations.texts import study as study_texts
from conversations.visit import Replies, Visit

LEAST_MINUTES, MOST_MINUTES = 5, 240
MINUTES = re.compile(r"(\d{1,4})(?:\s*(?:m|min|mins|minutes?)(?:\s+(?:a|per)\s+day|\s+daily)?)?")
BOTH = re.compile(r"(?P<date>.*\S)\s+(?P<minutes>\d{1,3})(?:\s*(?:m|min|mins|minutes?))?")
END = ("end", "off", "stop", "delete")

COURSE = Course(
    "plan", MACHINE, lambda visit: visit.notebook.study.plan, screen, (State.SHOWN, State.ENDED, State.CLOSED)
)


def plan(visit: Visit, argument: str = "") -> Replies:
    """The command /plan, with a date and minutes a day, or "end"; asks for what is missing."""
    current, words, note = visit.notebook.study.plan, argument.strip().lower(), interrupting(visit)
    if words in END and current.is_whole():
        move(MACHINE, current, "open")
        return [end(visit)]
    unread = "" if not words or take(visit, words) else texts.bad_date(argument)
    if not unread and current.is_over(days_of(visit).today):
        current.interview, unread = None, texts.TOO_LATE
    shown = noted(unread, go_on(visit))
    return [noted(note, shown) if visit.notebook.foreground == COURSE.talk else shown]


def take(visit: Visit, words: str) -> bool:
    """Notes the day, and the minutes if there are any behind it; whether there was a day."""
    day, minutes = read_day(visit, words), 0
    if day is None and (both := BOTH.fullmatch(words)):
        day, minutes = read_day(visit, both["date"]), int(both["minutes"])
    if day is None:
        return False
    set_day(visit, day)
    if LEAST_MINUTES <= minutes <= MOST_MINUTES:
        visit.notebook.study.plan.minutes = minutes
    return True


def read_day(visit: Visit, words: str) -> date | None:
    return dates.read_day(words, visit.now, days_of(visit).zone)


def set_day(visit: Visit, day: date) -> None:
    """The day of the interview; with the first one, the plan begins."""
    current, today = visit.notebook.study.plan, days_of(visit).today
    if not current.is_whole() or current.is_over(today):
        current.made = today
    current.interview = day


def go_on(visit: Visit) -> Reply:
    """The next question, or the plan when there is none; reminders are offered once."""
    study = visit.notebook.study
    if study.plan.is_whole() and not study.reminders.asked:
        return COURSE.step(visit, "remind")
    return show(visit, "open") if study.plan.is_whole() else COURSE.step(visit, "open")


def show(visit: Visit, trigger: str) -> Reply:
    """A step to a screen that asks nothing. It takes the place of nothing, unless a plan was being made."""
    study = visit.notebook.study
    if visit.notebook.foreground == COURSE.talk:
        return COURSE.step(visit, trigger)
    move(MACHINE, study.plan, trigger)
    study.step += 1
    return screen(visit)


def end(visit: Visit) -> Reply:
    """No plan any more; cards, questions and reminders stay as they are."""
    study = visit.notebook.study
    study.plan = Plan(study.plan.state)
    return show(visit, "end")


def said(visit: Visit, happening: Said) -> Replies:
    """The answer to the question on the screen."""
    words = happening.text.strip().lower()
    match visit.notebook.study.plan.state:
        case State.DATE:
            return [go_on(visit) if take(visit, words) else noted(texts.bad_date(happening.text), screen(visit))]
        case State.MINUTES:
            found = MINUTES.fullmatch(words)
            return [choose_minutes(visit, int(found[1]) if found else 0)]
        case State.REMINDING:
            return [reminding(visit, words)]
        case State.ZONE:
            return [locate(visit, happening.text)]
        case _:
            return [noted(study_texts.TAP_BELOW, screen(visit))]


def choose_minutes(visit: Visit, minutes: int) -> Reply:
    """The minutes a day; asked again when nobody could mean them."""
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        return noted(texts.bad_minutes(LEAST_MINUTES, MOST_MINUTES), screen(visit))
    visit.notebook.study.plan.minutes = minutes
    return go_on(visit)


def reminding(visit: Visit, words: str) -> Reply:
    """A time of day, or no."""
    if words in ("no", "no thanks", "no, thanks", "none", "never", "off"):
        return unasked(visit)
    at = dates.read_time(words)
    if at is None:
        return noted(texts.BAD_TIME, screen(visit))
    setting.remind_at(visit, at)
    return COURSE.step(visit, "locate") if visit.notebook.settings.zone == "UTC" else go_on(visit)


def unasked(visit: Visit) -> Reply:
    """No reminders, and no further question about them."""
    setting.switch(visit, on=False)
    return go_on(visit)


def locate(visit: Visit, words: str) -> Reply:
    """The person's time zone, by the name of a city."""
    meant = zones.find(words)
    if meant.name is None:
        return noted(texts.no_such_zone(words, meant.close), screen(visit))
    visit.notebook.settings.zone = meant.name
    setting.begin(visit)
    return go_on(visit)


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """Does what the button says. Raises `WrongMoment` for a button of an earlier screen, and for a forged one."""
    verb, rest = tapped(visit, parts)
    state, value = visit.notebook.study.plan.state, rest[0] if len(rest) == 1 else ""
    match state, verb:
        case State.DATE, "weeks" if value in map(str, texts.WEEKS_OFFERED):
            set_day(visit, days_of(visit).today + timedelta(weeks=int(value)))
            return [go_on(visit)]
        case State.MINUTES, "minutes" if value in map(str, texts.MINUTES_OFFERED):
            return [choose_minutes(visit, int(value))]
        case State.REMINDING, "remind" if (at := setting.offered(value)) is not None:
            return [reminding(visit, f"{at:%H:%M}")]
        case _ if (state, verb) in PLAIN and not rest:
            note = interrupting(visit)
            shown = PLAIN[state, verb](visit)
            return [noted(note, shown) if visit.notebook.foreground == COURSE.talk else shown]
    raise WrongMoment(f"no such button: {verb}")


PLAIN: dict[tuple[State, str], Callable[[Visit], Reply]] = {
    (State.DATE, "leave"): lambda visit: COURSE.step(visit, "leave"),
    (State.MINUTES, "leave"): lambda visit: COURSE.step(visit, "leave"),
    (State.REMINDING, "unasked"): unasked,
    (State.ZONE, "utc"): go_on,
    (State.SHOWN, "redate"): lambda visit: COURSE.step(visit, "redate"),
    (State.SHOWN, "retime"): lambda visit: COURSE.step(visit, "retime"),
    (State.SHOWN, "end"): end,
}
COMMANDS = COURSE.commands()
