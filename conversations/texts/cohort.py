"""What is said about a group as a whole."""

from collections.abc import Sequence

from conversations.coaching.cohort.record import Agreement, Completion, Missed, Weakness
from conversations.markup import bold
from conversations.texts.feedback import sentence

COHORT, BOARD = "Figures", "Board"
FILES = {"csv": "As a table", "json": "As JSON"}
NOTHING_GIVEN = "You have assigned nothing yet, so there is nothing to add up. /assign gives practice to a group."
TOO_FEW = (
    "Fewer than five people, so nothing is added up here: it would tell about single ones. The board shows how far "
    "each of them is."
)
TOO_FEW_JUDGED = "Fewer than five people have handed something in, so what they show is not added up yet."


def heading(group: str | None) -> str:
    return bold("Everybody" if group is None else f"Group: {group or 'no group'}")


def no_such_group(name: str, groups: Sequence[str]) -> str:
    known = f" You have {', '.join(groups[:10])}." if groups else ""
    return f"You have no group named “{name[:40]}”.{known} /cohort alone is about everybody."


def completion(one: Completion) -> str:
    late = f", {one.overdue} overdue" if one.overdue else ""
    return f"{bold('Handed in')}: {one.handed_in} of {one.assigned}, {one.reviewed} reviewed{late}"


def weakest(found: Sequence[Weakness]) -> str:
    lines = [f"{one.shown} of {one.interviews}: {sentence(one.text)}" for one in found]
    return "\n".join([f"{bold('Shown least')}, in how many interviews", *lines])


def missed(found: Sequence[Missed]) -> str:
    lines = [f"{one.slot}: in {one.missing} of {one.answers}" for one in found]
    return "\n".join([f"{bold('Missing most often')}, in how many answers", *lines])


def agreement(one: Agreement) -> str:
    kappa = "cannot be worked out yet" if one.kappa is None else f"{one.kappa:.2f}; 0 is chance, 1 is always the same"
    return f"{bold('Your verdicts and mine')}: the same in {one.same} of {one.verdicts} (kappa {kappa})"


def file(group: str | None) -> str:
    whom = "everybody" if group is None else (group or "those without a group")
    return f"Here is the progress of {whom}, one line for each person and assignment."
