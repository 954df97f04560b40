"""All that is learned from everybody's notebooks, gathered one person after another, without anybody's name or key."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct, field

from content.library import Library
from content.model import Lexicon
from conversations.coaching.learning.agreement import Pair, Table, tabulated
from conversations.coaching.learning.examples import Example, example
from conversations.coaching.learning.speaking import Word, speaking
from conversations.coaching.learning.verdicts import Judged, counted, judged
from conversations.interview.record import Interview
from conversations.notebook import Notebook


class Figures(Struct, frozen=True):
    """How far machine and coaches agree. ``agreement`` is 0 to 1, ``kappa`` -1 to 1, None where undefined."""

    verdicts: int
    overruled: int
    agreement: float | None
    kappa: float | None


class OfBehavior(Struct, frozen=True):
    """One behavior: the figures, how often each side alone heard it, and the words that speak for new cues."""

    behavior: str
    text: str
    figures: Figures
    coach_alone: int
    machine_alone: int
    words: tuple[Word, ...]


class Findings(Struct, frozen=True):
    """``lexicon`` is a pack with the words, a concept for each behavior, to be taken over or cut down by an author."""

    overall: Figures
    behaviors: tuple[OfBehavior, ...]
    lexicon: Lexicon
    examples: tuple[Example, ...]


class Gathered(Struct):
    """What was gathered so far: pairs by behavior; answers by what coaches said of a behavior in them; their reasons.

    Of people who keep their words to themselves there are pairs alone.
    """

    pairs: dict[str, list[Pair]] = field(default_factory=lambda: defaultdict(list))
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    unheard: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    reasons: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    examples: dict[str, Example] = field(default_factory=dict)


def gather(gathered: Gathered, library: Library, notebook: Notebook, interviews: Iterable[Interview]) -> None:
    """Adds one person's interviews."""
    for interview in interviews:
        reviews = counted(notebook, interview)
        ruled = [one for review in reviews for one in judged(interview, review)]
        for one in ruled:
            gathered.pairs[one.behavior].append(one.pair)
        if notebook.coaching.lends_words:
            names = [notebook.name, *(review.name for review in interview.reviews)]
            for place in sorted({one.exchange for one in ruled if one.overruled}):
                take_words(gathered, library, interview, place, ruled, names)
            for review in reviews:
                for said in review.rulings:
                    gathered.reasons[said.behavior] += [said.reason] if said.reason else []


def take_words(
    gathered: Gathered, library: Library, interview: Interview, place: int, ruled: list[Judged], names: list[str]
) -> None:
    """An answer with an overruled verdict: an example, and words for and against each behavior ruled on."""
    if interview.exchanges[place].question not in library.questions:
        return
    level = library.level(interview.competency, interview.level)
    here = [one for one in ruled if one.exchange == place]
    made = example(interview, place, [behavior.id for behavior in level.behaviors], here, names)
    gathered.examples[made.id] = made
    for one in here:
        if one.behavior in made.evidenced and not one.pair.machine:
            gathered.missed[one.behavior].append(made.answer)
        elif one.behavior not in (*made.evidenced, *made.unsure):
            gathered.unheard[one.behavior].append(made.answer)


def findings(gathered: Gathered, library: Library) -> Findings:
    """What all of it says, behaviors in the order of the packs; those that no pack holds any more last."""
    every = [pair for pairs in gathered.pairs.values() for pair in pairs]
    order = [*library.behaviors, *sorted(set(gathered.pairs) - set(library.behaviors))]
    behaviors = tuple(of_behavior(gathered, library, one) for one in order if gathered.pairs.get(one))
    words = {one.behavior: tuple(word.word for word in one.words) for one in behaviors if one.words}
    return Findings(
        figures(tabulated(every)),
        behaviors,
        Lexicon("lexicon-from-coaches", words),
        tuple(gathered.examples[key] for key in sorted(gathered.examples)),
    )


def of_behavior(gathered: Gathered, library: Library, behavior: str) -> OfBehavior:
    table = tabulated(gathered.pairs[behavior])
    known = library.behaviors.get(behavior)
    elsewhere = [answer.text for answer in library.model_answers.values()]
    missed = list(dict.fromkeys(gathered.missed.get(behavior, [])))
    others = list(dict.fromkeys([*gathered.unheard.get(behavior, []), *elsewhere]))
    words = speaking(missed, others, gathered.reasons.get(behavior, []))
    text = known.text if known else behavior
    return OfBehavior(behavior, text, figures(table), table.coach_alone, table.machine_alone, words)


def figures(table: Table) -> Figures:
    overruled = table.coach_alone + table.machine_alone
    return Figures(table.pairs, overruled, rounded(table.agreement), rounded(table.kappa))


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
