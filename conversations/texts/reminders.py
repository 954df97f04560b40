"""What is said about reminders: whether, when, and under each of them."""

from datetime import time

from conversations.markup import bold

SNOOZE, TURN_OFF, TURN_ON, NEW_PLAN = "In an hour", "Turn reminders off", "Turn reminders on", "Make a new plan"
SHORT_OFF = "off"
OFF = "No reminders; I write only when you do."
BAD_TIME = "I could not read that as a time of day. Write it as in /reminders 18:00 or /reminders 7:30 pm."
SNOOZED = "All right, in an hour."
TURNED_OFF = "Reminders are off. /today has your list whenever you ask for it."
OVER = "Your interview is over. I hope it went well. I turned the reminders off; everything else is where it was."


def heading(state: str) -> str:
    return f"{bold('Reminders')}\n{state}\n\nTap a time, or send one, as in /reminders 7:30."


def on(at: str, place: str) -> str:
    return f"I remind you once a day at {at}, {place}, when there is something to do."


def is_it_utc(now: str) -> str:
    return f"In UTC it is {now} now; if your clock says something else, send your city, as in /timezone Berlin."


def clock(at: time) -> str:
    return f"{at.hour}:{at:%M}"


def label(state: str) -> str:
    return f"Reminders: {state}"
