"""How settings make a desk, the coach's own and further ones alike."""

import gc

from bot.settings import Settings
from content.library import Library
from conversations.coaching.roles import Appointed
from conversations.desk import Desk
from conversations.feedback import Engine

YOUNG_OBJECTS = 10_000  # until those are looked through that are no garbage yet: judging one answer makes thousands


def make_desk(settings: Settings, library: Library) -> Desk:
    """The desk of these settings; it holds nothing else of them."""
    return Desk(library, Engine(library), appointed(settings), settings.retention_days)


def spare_garbage_collector() -> None:
    """Lets Python look for garbage only among what comes from now on: the packs and the engine stay, and looking
    through them would hold up everybody for 40 ms every time."""
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)


def appointed(settings: Settings) -> Appointed:
    """Those whom the settings make coaches and operators, by the keys of their notebooks."""
    return Appointed(
        frozenset(f"telegram-{number}" for number in settings.coach_ids),
        frozenset(f"telegram-{number}" for number in settings.operator_ids),
    )
