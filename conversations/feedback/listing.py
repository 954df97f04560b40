"""A typed list taken apart: the things that it names, for telling what was given but is not on the list."""

import re
from collections.abc import Iterator

from conversations.feedback.text import read

_LINES = re.compile(r"[;\n\r•]|(?:^|\s)(?:\d{1,2}|[a-l])[.)]\s")
_SENTENCES = re.compile(r"(?<=[.!?])\s+|[.!]+$")
_COMMAS = re.compile(r",(?!\d)|:\s")
_ANDS = re.compile(r"\s(?:and(?: then)?|or|then|also|plus|&|\+)\s", re.IGNORECASE)
_AROUND = " \t-–—•*.,:()\"'"
_OPENERS = re.compile(
    r"^(?:(?:um+|uh+|er+|erm|hm+|well|ok(?:ay)?|so|and|or|also|then|plus|first|firstly|second(?:ly)?|third(?:ly)?|next|"
    r"finally|lastly|was it|is it|it'?s|its|there'?s|to|the one about|something like)\b[\s,:]*)+",
    re.IGNORECASE,
)
_GOES_ON = frozenset(  # words that open what belongs to the thing before
    "so because which that who rather not instead but as since if when where meaning i.e while even otherwise just "
    "like whether until before without".split()
)
_TALK = frozenset("i i'm i've i'd i'll my me that's this these those you're was were did".split())  # said of the list
LONGEST, SHORTEST_SPLIT = 8, 6  # words: a longer stretch is talk; "and" cuts only into pieces shorter than the second


def lines(written: str) -> list[str]:
    """The parts that stand apart for certain: lines, bullets, numbered points, semicolons."""
    return [part for part in map(str.strip, _LINES.split(written)) if part]


def things(written: str) -> Iterator[str]:
    """What the text lists, one thing at a time, cleaned of bullets and fillers; questions and asides are left out."""
    for line in lines(written):
        for sentence in _SENTENCES.split(line):
            if sentence and not sentence.rstrip().endswith("?"):
                yield from filter(None, map(_cleaned, _COMMAS.split(sentence)))


def pieces(thing: str) -> list[str]:
    """A listed thing cut at its "and"s when that leaves only short pieces, else the thing itself."""
    parts = _ANDS.split(thing)
    short = all(0 < len(read([part]).words) < SHORTEST_SPLIT for part in parts)
    return list(filter(None, map(_cleaned, parts))) if short else [thing]


def _cleaned(part: str) -> str:
    thing = _OPENERS.sub("", part.strip(_AROUND)).strip(_AROUND)
    words = read([thing]).words
    listed = 0 < len(words) <= LONGEST and words[0] not in _GOES_ON and not _TALK.intersection(words)
    return thing if listed else ""
