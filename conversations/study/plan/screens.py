"""The one screen of each state of making a plan."""

from collections.abc import Callable

from conversations import buttons
from conversations.replies import Choice, Reply
from conversations.study.bearings import tap
from conversations.study.days import days_of
from conversations.study.plan.agenda import days_left
from conversations.study.plan.forecast import forecast
from conversations.study.plan.machine import State
from conversations.study.reminders import setting
from conversations.texts import plan as texts
from conversations.texts import reminders as reminder_texts
from conversations.texts import study as study_texts
from conversations.visit import Visit


def screen(visit: Visit) -> Reply:
    """The screen of the state. A whole plan is shown as long as its interview is to come."""
    return SCREENS[visit.notebook.study.plan.state](visit)


def button(visit: Visit, verb: str, *rest: object, label: str) -> Choice:
    return tap(visit, buttons.PLAN, verb, *rest, label=label)


def not_now(visit: Visit) -> tuple[Choice, ...]:
    return (button(visit, "leave", label=texts.NOT_NOW),)


def ask_date(visit: Visit) -> Reply:
    weeks = tuple(button(visit, "weeks", number, label=label) for number, label in texts.WEEKS_OFFERED.items())
    return Reply(texts.ASK_DATE, (weeks, not_now(visit)))


def ask_minutes(visit: Visit) -> Reply:
    offered = tuple(button(visit, "minutes", one, label=texts.minutes_label(one)) for one in texts.MINUTES_OFFERED)
    return Reply(texts.ASK_MINUTES, (offered[:2], offered[2:], not_now(visit)))


def ask_reminding(visit: Visit) -> Reply:
    hours = tuple(button(visit, "remind", f"{one:%H%M}", label=reminder_texts.clock(one)) for one in setting.OFFERED)
    return Reply(texts.ASK_REMINDING, (hours, (button(visit, "unasked", label=texts.NO_REMINDERS),)))


def ask_zone(visit: Visit) -> Reply:
    at = reminder_texts.clock(visit.notebook.study.reminders.at)
    return Reply(texts.ask_zone(at), ((button(visit, "utc", label=texts.KEEP_UTC),),))


def shown(visit: Visit) -> Reply:
    plan, days = visit.notebook.study.plan, days_of(visit)
    left = days_left(plan, days)
    if plan.interview is None or left is None:
        return Reply(texts.TOO_LATE, ((button(visit, "redate", label=texts.OTHER_DATE),),))
    interview = texts.when(plan.interview, left)
    outlook = texts.LAST_DAYS.get(left) or expected(visit)
    text = texts.plan(interview, plan.minutes, setting.state(visit), outlook)
    rows = (
        (buttons.command("today", texts.TODAY),),
        (button(visit, "redate", label=texts.OTHER_DATE), button(visit, "retime", label=texts.OTHER_MINUTES)),
        (buttons.command("reminders", texts.REMINDERS), button(visit, "end", label=texts.END)),
    )
    return Reply(text, rows)


def expected(visit: Visit) -> str:
    """The forecast in words."""
    found, plan, today = forecast(visit), visit.notebook.study.plan, days_of(visit).today
    work, ready = found.work, study_texts.day(found.ready, today)
    left = texts.work_left(work.fresh, work.shaky, work.weak)
    if not left:
        verdict = texts.NOTHING_LEFT
    elif found.in_time and plan.interview is not None:
        verdict = texts.in_time(left, plan.minutes, ready, (plan.interview - found.ready).days)
    else:
        verdict = texts.too_late(left, plan.minutes, ready, found.enough)
    return "\n".join([verdict, *([] if work.tried else [texts.UNTRIED]), texts.ESTIMATE])


def ended(visit: Visit) -> Reply:
    return Reply(texts.ENDED, ((buttons.command("plan", texts.MAKE_PLAN),),))


def closed(visit: Visit) -> Reply:
    return Reply(texts.CLOSED)


SCREENS: dict[State, Callable[[Visit], Reply]] = {
    State.CLOSED: closed,
    State.DATE: ask_date,
    State.MINUTES: ask_minutes,
    State.REMINDING: ask_reminding,
    State.ZONE: ask_zone,
    State.SHOWN: shown,
    State.ENDED: ended,
}
