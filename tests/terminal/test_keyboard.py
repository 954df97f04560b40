"""Sittings at a keyboard, with the keys as a terminal sends them."""

import pytest

from bot.assembly import Coach
from bot.stores import StoreError
from conversations.events import Event
from conversations.notebook import Parcel
from tests.terminal.conftest import Sitting

ENTER, ALT_ENTER, CTRL_C, CTRL_D = "\r", "\x1b\r", "\x03", "\x04"
PASTE, PASTE_END = "\x1b[200~", "\x1b[201~"
PRACTICE = f"/practice crm 1{ENTER}"


async def said(coach: Coach) -> list[str]:
    notebook = await coach.store.read("terminal")
    assert notebook is not None
    assert notebook.interview is not None
    return [answer.text for answer in notebook.interview.exchanges[0].answers if answer.messages]


async def test_the_header_says_where_one_is_and_the_choices_are_numbered(typed: Sitting) -> None:
    screen = await typed(PRACTICE + CTRL_D)
    assert "question 1 of 2 ─────" in screen
    assert "1. Hint" in screen
    assert max(len(line.rstrip()) for line in screen.splitlines()) <= 60


async def test_the_line_above_a_screen_names_the_choice_that_was_pressed(typed: Sitting) -> None:
    screen = await typed(f"1{ENTER}{CTRL_D}")
    assert "> 1  Practice an interview" in screen
    assert "What would you like to practice?" in screen


async def test_alt_enter_starts_a_new_line_of_the_same_answer(typed: Sitting, coach: Coach) -> None:
    await typed(f"{PRACTICE}I asked them.{ALT_ENTER}They told me.{ENTER}{CTRL_D}")
    assert await said(coach) == ["I asked them.\nThey told me."]


async def test_pasted_lines_are_one_answer(typed: Sitting, coach: Coach) -> None:
    await typed(f"{PRACTICE}{PASTE}I asked them.\nThey told me.\n{PASTE_END}{ENTER}{CTRL_D}")
    assert await said(coach) == ["I asked them.\nThey told me."]


async def test_enter_on_an_empty_line_does_nothing(typed: Sitting) -> None:
    assert await typed(f"{ENTER} {ENTER}{ENTER}{CTRL_D}") == await typed(CTRL_D)


async def test_ctrl_c_pauses_and_keeps_what_was_being_typed(typed: Sitting, coach: Coach) -> None:
    screen = await typed(f"{PRACTICE}I asked{CTRL_C}{CTRL_C}")
    assert "Paused. Everything is kept" in screen
    assert "Press Ctrl-C once more to leave, or go on typing." in screen
    assert "Saved. Your interview is where you left it: come back with make run." in " ".join(screen.split())
    notebook = await coach.store.read("terminal")
    assert notebook is not None
    assert notebook.interview is not None
    assert notebook.interview.paused


async def test_after_ctrl_c_the_unsent_words_can_be_sent(typed: Sitting) -> None:
    screen = await typed(f"/help{CTRL_C}{ENTER}{CTRL_D}")
    assert "> /help" in screen
    assert "What I can do" in screen


async def test_the_next_sitting_shows_the_open_question(typed: Sitting) -> None:
    await typed(PRACTICE + CTRL_D)
    screen = await typed(CTRL_D)
    assert "question 1 of 2" in screen
    assert "Hello. I am your mock-interview coach." not in screen


async def test_long_answers_are_shown_broken_between_words(typed: Sitting) -> None:
    screen = await typed(
        f"{PRACTICE}I asked the night porter to note every complaint for two weeks in a list.{ENTER}{CTRL_D}"
    )
    lines = [line.rstrip() for line in screen.splitlines()]
    assert lines[lines.index("> I asked the night porter to note every complaint for two") + 1] == "  weeks in a list."


async def test_what_could_not_be_stored_can_be_sent_again(
    typed: Sitting, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive = coach.reception.receive
    failures = [StoreError("The disk is full.")]

    async def full_once(event: Event) -> list[Parcel]:
        if getattr(event.happening, "text", "") == "I asked them." and failures:
            raise failures.pop()
        return await receive(event)

    monkeypatch.setattr(coach.reception, "receive", full_once)
    screen = await typed(f"{PRACTICE}I asked them.{ENTER}{ENTER}{CTRL_D}")
    assert "The disk is full." in screen
    assert "Your last message is still in the line below" in screen
    assert await said(coach) == ["I asked them."]
