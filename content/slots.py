"""A first guess at which part of an answer a probe asks for, to be checked by the author."""

import re

from content.model import Slot

# Read from the top: the first row whose words occur in the probe decides. What no row knows asks for an action.
_TELLING_WORDS: tuple[tuple[Slot, str], ...] = (
    (Slot.REFLECTION, r"learn|lesson|differently|next time|looking back"),
    (Slot.RESULT, r"outcome|result|impact (on|the)|benefit|happy|implication|effective|implemented"),
    (Slot.RESULT, r"respon[ds]|received|accepted|play out|work ?out|make a difference"),
    (Slot.REASON, r"^why|why (did|was|were|is)|important|decide|potential impact|drivers"),
    (Slot.SITUATION, r"situation|circumstance|the issue|stakeholders|who was the"),
    (Slot.TASK, r"your (role|task|goal|part)|goals and|need(ed|s) to be|define|part of the process"),
)


def propose_slot(probe: str) -> Slot:
    """The slot that the wording of a probe suggests; an action when nothing in it is telling."""
    wording = probe.lower()
    for slot, words in _TELLING_WORDS:
        if re.search(words, wording):
            return slot
    return Slot.ACTION
