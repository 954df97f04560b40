"""Bit masks over tokens, the common currency of the guards."""


def span(start: int, end: int) -> int:
    """A mask of the tokens ``start`` to ``end`` (exclusive); 0 when there are none."""
    return ((1 << (end - start)) - 1) << start if end > start else 0
