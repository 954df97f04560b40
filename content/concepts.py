"""How cues and concepts refer to concepts: the notation, and what it leads to."""

from collections.abc import Mapping, Sequence

REFERENCE = "@"  # opens the name of a concept; in a lexicon, a phrase that takes in another concept
ANYBODY = "~"  # opens a group whose words may be denied, imagined or anybody's


def alternatives(group: str) -> list[str]:
    """What can fill a group of a cue, as written: ``@concept`` or a phrase each."""
    return [part.strip() for part in group.removeprefix(ANYBODY).split("|")]


def members(concepts: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    """A concept and those that it refers to by ``@other``, directly or through another; () for an unknown name."""
    found: dict[str, None] = {}
    pending = [name]
    while pending:
        each = pending.pop()
        if each in concepts and each not in found:
            found[each] = None
            pending.extend(phrase[1:] for phrase in concepts[each] if phrase.startswith(REFERENCE))
    return tuple(found)
