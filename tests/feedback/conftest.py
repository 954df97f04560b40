"""An engine with one simple cue, so that the tests are about guards and reading, not about content."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from content.library import load
from content.model import Cue
from conversations.feedback import Assessment, BehaviorVerdict, Engine, Passage

BEHAVIOR = "crm-l1-b3"
WROTE_GUIDE = Cue(all=("write|make|check", "guide|handbook"), within=12, weight=0.7)

Assess = Callable[..., Assessment]


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The built-in lexicon with one cue, somebody writes, makes or checks a guide, and no learned weights."""
    return Engine(replace(load(), cues={BEHAVIOR: (WROTE_GUIDE,)}, weights={}, slot_weights={}))


@pytest.fixture(scope="session")
def assess(engine: Engine) -> Assess:
    """Assess the passages given as one answer."""

    def judge(*written: str, prompt: str = "What did you do?") -> Assessment:
        return engine.assess("crm", 1, "crm-l1-q1", tuple(Passage(prompt, text) for text in written))

    return judge


def behavior(assessment: Assessment) -> BehaviorVerdict:
    """The verdict on the behavior that the cue is for."""
    return next(each for each in assessment.behaviors if each.behavior == BEHAVIOR)
