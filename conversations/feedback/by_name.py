"""The concepts that guards, structure and recall ask for by name, whatever the cues ask for."""

from conversations.feedback.lexicon import PLAIN_WORDS
from conversations.feedback.recall import SAME, TALK

_BY_NAME = frozenset(
    "guard-buzzword guard-correction guard-filler guard-future guard-habit guard-handed-over guard-imagined "
    "guard-intended guard-other-person guard-own-team guard-refusal guard-requested guard-thwarted guard-watched "
    "slot-reason slot-reason-hint slot-reflection slot-reflection-hint slot-result slot-result-hint slot-situation "
    "slot-task slot-task-hint tool".split()
) | {PLAIN_WORDS, TALK}


def asked_by_name(concept: str) -> bool:
    """Whether code looks for the concept although no cue does."""
    return concept in _BY_NAME or concept.startswith(SAME)
