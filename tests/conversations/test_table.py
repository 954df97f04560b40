"""The table of the interview itself: nothing unreachable, nothing shadowed, and every state has its screen."""

from collections.abc import Callable

import pytest

from conversations.interview.machine import MACHINE, TRANSITIONS, State, WrongMoment, move
from conversations.interview.record import Interview
from conversations.interview.screens import SCREENS
from tests.conversations.person import MONDAY, Person
from tests.conversations.stories import STORY

ROWS = [
    (row["trigger"], source, row["dest"], row.get("conditions"))
    for row in TRANSITIONS
    for source in (row["source"] if isinstance(row["source"], list) else [row["source"]])
]
LAST = {State.REPORT, State.ENDED}


def test_every_state_is_reachable() -> None:
    reached, before = {State.COMPETENCY}, set()
    while reached != before:
        before = set(reached)
        reached |= {dest for _, source, dest, _ in ROWS if source in reached}
    assert reached == set(State)


def test_every_state_but_the_last_has_a_way_out_and_the_last_have_none() -> None:
    assert {source for _, source, _, _ in ROWS} == set(State) - LAST


def test_every_condition_exists_on_the_interview() -> None:
    assert all(callable(getattr(Interview, name)) for *_, name in ROWS if name)


def test_no_row_stands_behind_one_that_always_holds() -> None:
    always: set[tuple[str, State]] = set()
    for trigger, source, _, condition in ROWS:
        assert (trigger, source) not in always
        if condition is None:
            always.add((trigger, source))


def test_the_shared_machine_holds_no_interview() -> None:
    move(Interview(1, MONDAY), "choose_competency")
    assert MACHINE.models == []


def test_a_step_that_the_table_does_not_have_changes_nothing() -> None:
    interview = Interview(1, MONDAY)
    with pytest.raises(WrongMoment):
        move(interview, "added")
    assert interview == Interview(1, MONDAY)


def at_probe(ada: Person) -> None:
    ada.say("/practice crm 1 practice 2", "I looked a customer up in the computer at the shop.")


def at_rating(ada: Person) -> None:
    at_probe(ada)
    while ada.notebook.interview.state is State.PROBE:
        ada.say("/skip")


def at_feedback(ada: Person) -> None:
    at_rating(ada)
    ada.say("3")


WAYS: dict[State, Callable[[Person], object]] = {
    State.COMPETENCY: lambda ada: ada.say("/practice"),
    State.LEVEL: lambda ada: ada.say("/practice crm"),
    State.LENGTH: lambda ada: ada.say("/practice crm", "1"),
    State.QUESTION: lambda ada: ada.say("/practice crm 1"),
    State.PROBE: at_probe,
    State.ADDING: lambda ada: (at_probe(ada), ada.tap("Add to my answer")),
    State.RATING: at_rating,
    State.FEEDBACK: at_feedback,
}


def test_every_state_has_a_screen() -> None:
    assert set(SCREENS) == set(State)


def test_a_way_leads_to_every_state_that_waits_for_somebody() -> None:
    assert set(WAYS) == set(State) - LAST


@pytest.mark.parametrize("state", WAYS, ids=lambda state: state.name)
class TestInEveryState:
    def test_resume_shows_the_screen_of_the_state_and_nothing_moves(self, ada: Person, state: State) -> None:
        WAYS[state](ada)
        assert ada.notebook.interview.state is state
        shown = ada.say("/resume")
        assert ada.say("/resume") == shown
        assert ada.notebook.interview.state is state

    def test_bad_input_gets_one_reply_and_keeps_the_state(self, ada: Person, state: State) -> None:
        from conversations.events import Kind

        WAYS[state](ada)
        before = ada.notebook.interview
        for happen in (
            lambda: ada.say("   "),
            lambda: ada.send(Kind.STICKER),
            lambda: ada.send(Kind.VOICE),
            lambda: ada.say("/help"),
            lambda: ada.say("/nonsense"),
            lambda: ada.press("i:1:0:rate:9"),
            lambda: ada.press("i:99:1:next"),
            lambda: ada.press("rubbish"),
            lambda: ada.press("i"),
            lambda: ada.press("w:1"),
            lambda: ada.say("/history"),
        ):
            happen()
            assert len(ada.replies) == 1
            assert ada.notebook.interview.state is state
            assert ada.notebook.interview.exchanges == before.exchanges

    def test_ten_thousand_characters_are_taken_in_one_piece(self, ada: Person, state: State) -> None:
        WAYS[state](ada)
        long = (STORY + " ") * 22
        ada.say(long[:10_000])
        assert len(ada.replies) == 1
        stored = str(ada.notebook.interview.exchanges)
        assert state in (State.COMPETENCY, State.LEVEL, State.LENGTH) or long[:9_000].strip() in stored

    def test_two_taps_on_one_button_move_one_step(self, ada: Person, state: State) -> None:
        WAYS[state](ada)
        ada.say("/resume")
        first = next(choice for choice in ada.choices() if not choice.id.startswith("/"))
        ada.press(first.id)
        if ada.notebook.interview is None:
            return
        after = ada.notebook.interview
        ada.press(first.id)
        assert ada.notebook.interview is None or ada.notebook.interview.state is after.state


def test_a_forged_button_of_the_right_step_still_says_that_it_means_nothing(ada: Person) -> None:
    ada.say("/practice")
    for forged in (
        "i:1:0:competency:nope",
        "i:1:0:level:7",
        "i:1:0:length:real-9",
        "i:1:0:rate:3",
        "i:1:0:add",
        "i:1:0:x",
    ):
        assert "belongs to an earlier moment" in ada.press(forged)
        assert ada.notebook.interview.state is State.COMPETENCY


def test_only_emoji_are_no_answer(ada: Person) -> None:
    ada.say("/practice crm 1")
    assert "no words" in ada.say("🙂🙂👍")
    assert ada.notebook.interview.current.answers[0].messages == []


def test_a_caption_counts_as_words(ada: Person) -> None:
    from conversations.events import Kind

    ada.say("/practice crm 1 practice 1")
    assert "I took the words under it" in ada.send(Kind.PHOTO, STORY)
    assert ada.notebook.interview.current.answers[0].text == STORY


def test_an_answer_in_another_language_is_kept_and_told_at_once(ada: Person) -> None:
    ada.say("/practice crm 1 practice 1")
    heard = ada.say(
        "Ich habe im Geschäft gearbeitet und die Kundin im Computer gesucht, weil sie uns wegen eines Pakets angerufen "
        "hat. Danach habe ich den Fahrer gefragt und ihr am selben Tag noch geantwortet."
    )
    assert "only judge answers in English" in heard
    assert ada.notebook.interview.state is State.PROBE
