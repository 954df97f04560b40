"""What Python's garbage collector is spared in a process that judges answers."""

import gc

YOUNG_OBJECTS = 10_000  # until those are looked through that are no garbage yet: judging one answer makes thousands


def spare_garbage_collector() -> None:
    """Lets Python look for garbage only among what comes from now on: the packs and the engine stay, and looking
    through them would hold up everybody for 40 ms every time."""
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
