"""Whatever happens in whatever state, also one whose content is gone: a useful answer, and the way out works."""

from datetime import date
from typing import Any

import msgspec
import pytest

from conversations.events import Delivered, Kind
from conversations.notebook import Notebook
from conversations.study.define.machine import State as DefineState
from conversations.study.flashcards.machine import State as CardState
from conversations.study.own.machine import State as OwnState
from conversations.study.plan.machine import State as PlanState
from conversations.study.quiz.machine import State as QuizState
from conversations.study.record import Plan, Quiz, Reading, Sitting, Writing
from conversations.study.stories.machine import State as StoryState
from conversations.study.stories.record import Bank, Story, Telling
from tests.conversations.person import MONDAY, Person, stored

STORY = Story(7, "The late sofa", ("sofa",), (Telling(99, 3, "gone", ("gone",)),))
EVERYWHERE: list[tuple[str, str, Any]] = [
    *(("cards", "sitting", Sitting(state, queue=["gone"])) for state in CardState),
    *(("cards", "sitting", Sitting(state, "crm-flashcards", ["crm-flashcards-c1"])) for state in CardState),
    *(("own cards", "writing", Writing(state, number=7)) for state in OwnState),
    *(("define", "reading", Reading(state, "gone", "gone", "gone")) for state in DefineState),
    *(("define", "reading", Reading(state, "crm-definitions", "gone", "gone")) for state in DefineState),
    *(("plan", "plan", Plan(state)) for state in PlanState),
    *(("plan", "plan", Plan(state, MONDAY.date(), 20, MONDAY.date())) for state in PlanState),
    *(("plan", "plan", Plan(state, date(2020, 1, 1), 20, date(2019, 1, 1))) for state in PlanState),
    *(("stories", "bank", Bank(state=state, open=7)) for state in StoryState),
    *(("stories", "bank", Bank([STORY], 8, state, 7)) for state in StoryState),
    *(("quiz", "quiz", Quiz(state, competency="gone", question="gone")) for state in QuizState),
]

FORGED = """c:0:rate:4 o:yes:7 o:cancel d:0:read:0 q:0:pick:0 q:0:next o:page:x d:0:done k:0:end u:cards m:snooze
            m:at:1800 m e:one:7 e:keep:99:3 e:name:7 e:tag:x e:delete:7 e:delete:7:yes e:leave e:ask"""


@pytest.fixture(params=EVERYWHERE, ids=lambda place: f"{place[0]}: {place[2].state.value}")
def somebody(request: pytest.FixtureRequest, ada: Person) -> Person:
    """Ada in some state of some study conversation."""
    talk, field, record = request.param
    setattr(ada.notebook.study, field, stored(record))
    ada.notebook.foreground = talk
    return ada


@pytest.mark.parametrize("words", [" ", "hello", "1", "word " * 5000, "/nonsense", "/hint", "/retry", "/skip", "/help"])
def test_words_get_an_answer(words: str, somebody: Person) -> None:
    assert somebody.say(words)


def test_things_without_words_files_and_old_buttons_get_an_answer(somebody: Person) -> None:
    somebody.send(Kind.STICKER)
    somebody.happen(Delivered("cards.csv", b"What is A?,An answer", somebody.now))
    for choice in FORGED.split():
        somebody.press(choice)


@pytest.mark.parametrize("line", ["/stop", "/cancel", "/pause"])
def test_there_is_a_way_out(line: str, somebody: Person) -> None:
    somebody.say(line)
    assert somebody.notebook.foreground == ""


def test_resume_shows_the_screen_again(somebody: Person) -> None:
    assert somebody.say("/resume") == somebody.say("/resume")


def test_a_notebook_from_before_studying_is_read_with_nothing_studied() -> None:
    old = msgspec.to_builtins(Notebook("telegram-1", MONDAY))
    del old["study"]
    read = msgspec.convert(old, Notebook)
    assert read.study.memories == {}
    assert read.study.sitting.state is CardState.DECKS
