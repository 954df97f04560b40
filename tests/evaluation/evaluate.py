"""Measures the feedback engine on the labelled answers: ``make evaluate``.

Prints precision, recall, F1 and false praise for the part that authors look at and for the part held out, the same by
kind and competency, STAR slots, recall of lists, ideas and speed. Every answer is judged with word weights that were
learned without it, from two thirds of the others (3-fold cross-validation); the packs hold weights learned from all.
Ends with 1 when a held-out figure is worse than recorded in ``reached.json``; ``--record`` writes this run's there.
"""

import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.check_command import as_row
from content.library import Library, load
from conversations.feedback import Engine, Verdict
from conversations.feedback.guards.pasted import vocabulary
from tests.evaluation.labelled import answers, definitions, fold, is_held_out, recalls
from tests.evaluation.learning import engines_by_fold, passages
from tests.evaluation.scores import Count

REACHED = Path(__file__).with_name("reached.json")
Figures = dict[str, float]


def main(arguments: list[str]) -> int:
    """Measure, print, compare with what is recorded; 0 when nothing is worse."""
    library = load()
    start = time.perf_counter()
    engine = Engine(library, remembered=0)  # so that each judging is timed whole
    print(f"engine compiled in {1000 * (time.perf_counter() - start):.0f} ms")
    by_fold = engines_by_fold(library, list(library.competencies))
    figures: Figures = {}
    for part in ("look", "held"):
        print(f"\n== {part} ==")
        figures |= {f"{part} {name}": value for name, value in _measure(by_fold, library, part == "held")}
        figures |= {f"{part} {name}": value for name, value in _measure_recall(engine, library, part == "held")}
    print(f"\nmedian time of an answer {_median_ms(engine, library):.2f} ms")
    figures = {name: round(value, 3) for name, value in figures.items()}
    if "--record" in arguments:
        REACHED.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return _worse(figures)


def _worse(figures: Figures) -> int:
    reached: Figures = json.loads(REACHED.read_text(encoding="utf-8")) if REACHED.exists() else {}
    worse = 0
    for name, value in reached.items():
        higher_is_better = "false praise" not in name
        if name.startswith("held") and (figures[name] < value if higher_is_better else figures[name] > value):
            print(f"WORSE: {name} is {figures[name]:.3f}, recorded {value:.3f}")
            worse = 1
    return worse


def _measure(by_fold: Sequence[Engine], library: Library, held: bool) -> Iterator[tuple[str, float]]:
    groups: dict[str, Count] = defaultdict(Count)
    elsewhere, star = Count(), Count()
    letters: dict[str, Count] = defaultdict(Count)
    praised: list[bool] = []
    for row in answers():
        if is_held_out(row) is not held:
            continue
        written = passages(row, library)
        assessment = by_fold[fold(row)].assess(row["competency"], row["level"], row["question_id"], written)
        said = as_row(assessment, row["level"], written)
        for group in ("behaviors", row["competency"], f"kind {row['kind']}"):
            groups[group].add(set(said["evidenced"]), set(row["evidenced"]), set(row["unsure"]))
        if "elsewhere" in row:
            shown = [each for each in assessment.behaviors if each.verdict is Verdict.SHOWN]
            others = {each.behavior for each in shown if each.level != row["level"]}
            elsewhere.add(others, set(row["elsewhere"]), set(row["unsure"]))
        star.add(set(said["star"]), set(row["star"]))
        for letter in "STAR":
            letters[letter].add({letter} & set(said["star"]), {letter} & set(row["star"]))
        if not row["evidenced"] and not row["unsure"]:
            praised.append(bool(said["evidenced"]))
    for name, count in sorted(groups.items()):
        print(f"{name:24} {count}")
    print(f"{'other levels':24} {elsewhere}")
    print(f"{'STAR':24} {star}", *(f"{'  ' + letter:24} {count}" for letter, count in letters.items()), sep="\n")
    print(f"false praise {sum(praised)}/{len(praised)}")
    yield "behaviors F1", groups["behaviors"].f1
    yield "behaviors precision", groups["behaviors"].precision
    yield "false praise", statistics.mean(praised)
    yield "other levels F1", elsewhere.f1
    yield "STAR F1", star.f1


def _measure_recall(engine: Engine, library: Library, held: bool) -> Iterator[tuple[str, float]]:
    cards = [card.id for deck in library.decks.values() for card in deck.cards]
    items, wrong, ideas = Count(), Count(), Count()
    for row in recalls():
        if is_held_out(row) is held:
            said = engine.recall(cards[row["card"] - 1], row["answer"])
            items.add(set(map(str, said.recalled)), set(map(str, row["recalled"])))
            given = [vocabulary(wrong) for wrong in row["wrong"]]
            wrong.add(
                {_same_as(vocabulary(each), given) or each for each in said.wrong}, set(map(str, range(len(given))))
            )
    for row in definitions():
        if is_held_out(row) is held:
            found = {idea for each in library.definitions for idea in engine.ideas(each, row["answer"])}
            ideas.add(found, set(row["ideas"]))
    print(f"{'recalled items':24} {items}\n{'wrong items':24} {wrong}\n{'ideas':24} {ideas}")
    yield "recalled items F1", items.f1
    yield "wrong items F1", wrong.f1
    yield "ideas F1", ideas.f1


def _same_as(words: frozenset[str], given: list[frozenset[str]]) -> str | None:
    """The position of the given thing that shares at least half of its words, or None."""
    return next((str(at) for at, each in enumerate(given) if 2 * len(words & each) >= max(len(words), len(each))), None)


def _median_ms(engine: Engine, library: Library) -> float:
    rows = list(answers())
    for _ in range(2):  # the first round fills the caches of stems and spellings
        times = []
        for row in rows:
            written = passages(row, library)
            start = time.perf_counter()
            engine.assess(row["competency"], row["level"], row["question_id"], written)
            times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
