"""What cues and word weights get wrong at a level: ``python -m tests.evaluation.misses crm 3 [crm-l3-b2] [--held]``.

Prints the level's scores per behavior, then each wrongly credited or missed answer with its explanation. Answers held
out for measuring are never shown. Without a level: the table for the whole competency. ``--held`` adds the scores of
the held-out part, as numbers only.
"""

import sys
from collections import defaultdict

from bot.check_command import as_row, readable
from content.library import load
from tests.evaluation.labelled import Row, answers, fold, is_held_out
from tests.evaluation.learning import engines_by_fold, passages
from tests.evaluation.scores import Count


def main(arguments: list[str]) -> None:
    """Print the table and, when a level is named, the misses."""
    held = "--held" in arguments
    competency, *rest = [argument for argument in arguments if not argument.startswith("--")]
    level = int(rest[0]) if rest else None
    only = rest[1] if len(rest) > 1 else ""
    library = load()
    for fault in library.faults:
        print(f"FAULT {fault}")
    by_fold = engines_by_fold(library, [competency])
    counts: dict[tuple[str, bool], Count] = defaultdict(Count)
    false_praise: dict[bool, list[bool]] = defaultdict(list)
    reports: list[str] = []
    for row in answers(competency):
        if level not in (None, row["level"]):
            continue
        written, engine = passages(row, library), by_fold[fold(row)]
        said = as_row(engine.assess(competency, row["level"], row["question_id"], written), row["level"], written)
        hidden = is_held_out(row)
        _count(counts, row, set(said["evidenced"]), hidden)
        if not row["evidenced"] and not row["unsure"]:
            false_praise[hidden].append(bool(said["evidenced"]))
        wrong = set(said["evidenced"]) - set(row["evidenced"]) - set(row["unsure"])
        missed = set(row["evidenced"]) - set(said["evidenced"])
        about = sorted(each for each in wrong | missed if each.endswith(only))
        if not hidden and about and level is not None:
            explanation = engine.explain(competency, row["level"], row["question_id"], written)
            kept = tuple(each for each in explanation.behaviors if each.verdict.behavior in about)
            text = readable(
                type(explanation)(explanation.judged, explanation.reason, kept, explanation.guarded), library
            )
            labels = (
                f"WRONG {sorted(wrong)}  MISSED {sorted(missed)}  evidenced {row['evidenced']} unsure {row['unsure']}"
            )
            reports.append(f"\n{'=' * 20} {row['id']} {row['kind']}  {labels}\n{row['answer']}\n{text}")
    print("\n".join(reports))
    for (name, hidden), count in sorted(counts.items()):
        if hidden <= held:
            print(f"{'held ' if hidden else 'look '} {name:14} {count}")
    for hidden, praised in false_praise.items():
        if hidden <= held:
            print(f"{'held ' if hidden else 'look '} false praise {sum(praised)}/{len(praised)}")


def _count(counts: dict[tuple[str, bool], Count], row: Row, said: set[str], hidden: bool) -> None:
    true, unsure = set(row["evidenced"]), set(row["unsure"])
    for name in said | true:
        counts[name, hidden].add(said & {name}, true & {name}, unsure)
    counts[f"{row['competency']} all", hidden].add(said, true, unsure)


if __name__ == "__main__":
    main(sys.argv[1:])
