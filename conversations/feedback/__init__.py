"""Feedback on answers: what they show, in whose words, how they are built, and which level they read like."""

from conversations.feedback.assessment import (
    Assessment,
    BehaviorVerdict,
    Evidence,
    Outline,
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
    "Outline",
    "Ownership",
    "Passage",
    "Recall",
    "Specifics",
    "Verdict",
]
