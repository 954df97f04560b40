"""The question or a behavior's own text given back as if it were an answer, also a little reworded."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from conversations.feedback.clauses import Clause
from conversations.feedback.guards.spans import span
from conversations.feedback.stems import is_number, stem
from conversations.feedback.text import Text, read

_COMMON = frozenset(
    stem(word)
    for word in "a an the of to in on at for with by from and or but so as is are was were be been it its this that "
    "these those i you he she they we my your our their his her them us me do did does have has had not no any all "
    "some how what which who why when where than then there very just also both about into over out up can could "
    "would will each one used use".split()
)
_SHARE = 0.7  # of a sentence's own words that come from one source before it counts as pasted
_FEWEST_STITCHED, _SHARE_STITCHED = 8, 0.7  # the same for sentences that take from several sources
_FEWEST = 3  # own words a sentence needs before it can count


def meaningful(text: str) -> frozenset[str]:
    """The stems of a text that carry meaning."""
    return frozenset(read([text]).stems) - _COMMON


@lru_cache(maxsize=2_000)
def vocabulary(source: str) -> frozenset[str]:
    """`meaningful`, remembered: for texts that come again and again, such as those of the packs."""
    return meaningful(source)


def pasted(text: Text, cut: Sequence[Clause], sources: Iterable[frozenset[str]]) -> int:
    """The tokens of sentences most of whose words come from one of the sources (see ``vocabulary``).

    Also of longer sentences without any number that are stitched together from several sources.
    """
    reached = 0
    known = [source for source in sources if len(source) >= _FEWEST]
    together = frozenset().union(*known)
    sentences: dict[int, tuple[int, int]] = {}
    for clause in cut:
        start, _ = sentences.get(clause.sentence, (clause.start, 0))
        sentences[clause.sentence] = (start, clause.end)
    for start, end in sentences.values():
        own = [word for word in text.stems[start:end] if word not in _COMMON]
        if len(own) < _FEWEST or len(own) > 60:
            continue
        stitched = (
            len(own) >= _FEWEST_STITCHED
            and not any(map(is_number, text.words[start:end]))
            and _share(own, together) >= _SHARE_STITCHED
        )
        if stitched or (_share(own, together) >= _SHARE and any(_share(own, each) >= _SHARE for each in known)):
            reached |= span(start, end)
    return reached


def _share(own: Sequence[str], source: frozenset[str]) -> float:
    return sum(word in source for word in own) / len(own)
