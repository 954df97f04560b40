"""Feedback on answers: what they show, in whose words, how they are built, and which level they read like."""

from conversations.feedback.assessment import (
    Assessment,
    BehaviorVerdict,
    Evidence,
    Ownership,
    Passage,
    Specifics,
    Verdict,
)
from conversations.feedback.engine import Engine
from conversations.feedback.explanation import Explanation
from conversations.feedback.recall import Recall

__all__ = [
    "Assessment",
    "BehaviorVerdict",
    "Engine",
    "Evidence",
    "Explanation",
    "Ownership",
    "Passage",
    "Recall",
    "Specifics",
    "Verdict",
]
