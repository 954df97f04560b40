"""How settings make a desk, the coach's own and further ones alike."""

from bot.settings import Settings
from content.library import Library
from conversations.coaching.roles import Appointed
from conversations.desk import Desk
from conversations.feedback import Engine


def make_desk(settings: Settings, library: Library) -> Desk:
    """The desk of these settings; it holds nothing else of them."""
    return Desk(library, Engine(library), appointed(settings), settings.retention_days)


def appointed(settings: Settings) -> Appointed:
    """Those whom the settings make coaches and operators, by the keys of their notebooks."""
    return Appointed(
        frozenset(f"telegram-{number}" for number in settings.coach_ids),
        frozenset(f"telegram-{number}" for number in settings.operator_ids),
    )
