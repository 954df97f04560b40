"""The way on to today's list, under whatever somebody with a plan has just finished."""

from conversations import buttons
from conversations.replies import Choice
from conversations.texts import plan as texts
from conversations.visit import Visit


def to_today(visit: Visit) -> tuple[tuple[Choice, ...], ...]:
    """A row with one button; no row without a plan."""
    return ((buttons.command("today", texts.TODAY),),) if visit.notebook.study.plan.is_whole() else ()
