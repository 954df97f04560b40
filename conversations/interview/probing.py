"""Which follow-up comes next: the slot that the answer left emptiest and that matters most goes first."""

from collections.abc import Mapping

from content.model import Probe, Slot
from conversations.interview.record import Exchange

IMPORTANCE = {
    Slot.RESULT: 1.0,
    Slot.ACTION: 0.95,
    Slot.SITUATION: 0.8,
    Slot.TASK: 0.7,
    Slot.REASON: 0.65,
    Slot.REFLECTION: 0.6,
}
COVERED = 0.65  # a slot this strong needs no follow-up


def unasked(exchange: Exchange, probes: tuple[Probe, ...]) -> list[Probe]:
    """The probes that were neither asked nor passed over, in the source's order."""
    done = {answer.probe for answer in exchange.answers} | set(exchange.passed_over)
    return [probe for probe in probes if probe.id not in done]


def covered(probes: list[Probe], slots: Mapping[Slot, float]) -> list[Probe]:
    """The probes whose slot the answer already fills."""
    return [probe for probe in probes if slots.get(probe.slot, 0.0) >= COVERED]


def emptiest(probes: list[Probe], slots: Mapping[Slot, float]) -> Probe:
    """The probe to ask first; the source's order decides between equals. Raises ValueError when there is none."""
    return max(probes, key=lambda probe: (1 - slots.get(probe.slot, 0.0)) * IMPORTANCE[probe.slot])
