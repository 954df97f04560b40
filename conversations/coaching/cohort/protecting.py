"""Of which groups a figure may be told, so that neither it nor the difference of two of them is about a few people."""

from collections.abc import Mapping

FEWEST = 5  # people that a figure is made of


def told(sizes: Mapping[str, int], wanted: str | None = None) -> frozenset[str]:
    """The groups that a figure is made of, none when it is not told.

    ``sizes`` says of how many people of each group there is something; ``wanted`` is one group, None for everybody.
    A group of fewer than five is never told by itself. The figure of everybody takes in the small groups only if they
    are five people together, as it could otherwise be read from the difference to the large ones.
    """
    large = frozenset(group for group, people in sizes.items() if people >= FEWEST)
    if wanted is not None:
        return large & {wanted}
    small = sum(people for group, people in sizes.items() if group not in large)
    return frozenset(sizes) if small >= FEWEST else large
