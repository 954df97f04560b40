"""The built-in packs, written out again in the shape of their sources, are their sources."""

from collections.abc import Callable, Iterator

import pytest

from content.library import Library
from content.model import Card, Competency, Definition, Slot

Seed = Callable[[str], str]


def as_hand_out(competency: Competency) -> Iterator[str]:
    yield from (competency.name, competency.description)
    for level in competency.levels:
        yield f"Level {level.number}. {level.description}"
        yield "BEHAVIORS"
        yield from (f"- {behavior.text}" for behavior in level.behaviors)
        yield "QUESTIONS"
        for question in level.questions:
            yield f"- {question.text}"
            yield "Probing Questions"
            yield from (f"* {probe.text}" for probe in question.probes)


def as_page(competency: Competency) -> Iterator[str]:
    yield from ("unit logo", competency.name, competency.description, "Behavior Statements")
    for level in competency.levels:
        yield f"Proficiency Level {level.number} - {level.description}"
        yield from (behavior.text for behavior in level.behaviors)
    yield "Interview Questions"
    yield from (f"• {question.text}" for question in competency.questions)
    yield "Titles with Shared Competencies"


def as_flashcard(number: int, card: Card) -> Iterator[str]:
    yield from (str(number), "Q", card.front, "A")
    for place, item in enumerate(card.items):
        mark = {"1": f"{place + 1}.", "a": f"{'abcd'[place % 4]}.", "-": "•"}[card.numbering]
        yield f"{mark} {item.text}"
        if item.detail:
            yield item.detail
    if card.note:
        yield card.note


def as_entry(definition: Definition) -> Iterator[str]:
    if definition.author:
        yield definition.author
    yield from definition.paragraphs


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(("competency", "number"), [("crm", "000"), ("cem", "002")])
def test_a_competency_with_probes_is_its_source_word_for_word(
    library: Library, seed: Seed, competency: str, number: str
) -> None:
    assert list(as_hand_out(library.competency(competency))) == seed(number).splitlines()


def test_customer_service_management_is_its_source_word_for_word(library: Library, seed: Seed) -> None:
    assert list(as_page(library.competency("csm"))) == lines_of(seed("004"))


def test_the_deck_is_its_source_word_for_word(library: Library, seed: Seed) -> None:
    deck = library.decks["crm-flashcards"]
    scale = [deck.rating_question]
    for number, label in enumerate(deck.rating_labels, start=1):
        scale += [str(number), label] if label else [str(number)]
    written = [deck.source]
    for number, card in enumerate(deck.cards, start=1):
        written += [*as_flashcard(number, card), *scale]
    assert written == lines_of(seed("001"))


def test_the_definitions_are_their_source_word_for_word(library: Library, seed: Seed) -> None:
    pack = library.definitions["crm-definitions"]
    unattributed, *attributed = pack.definitions
    written = [pack.source, pack.source, *as_entry(unattributed), "Definition of CRM given by different authors:"]
    for definition in attributed:
        written += as_entry(definition)
    assert [*written, "No comments:"] == lines_of(seed("003"))


def test_nothing_is_missing_from_the_count(library: Library) -> None:
    behaviors = {
        competency.id: sum(len(level.behaviors) for level in competency.levels)
        for competency in library.competencies.values()
    }
    assert behaviors == {"crm": 25, "cem": 26, "csm": 21}
    assert len(library.questions) == 24
    assert sum(len(question.probes) for question in library.questions.values()) == 80


def test_ids_tell_competency_level_and_order_in_the_source(library: Library) -> None:
    for competency in library.competencies.values():
        for level in competency.levels:
            prefix = f"{competency.id}-l{level.number}"
            assert [item.id for item in level.behaviors] == [f"{prefix}-b{n + 1}" for n in range(len(level.behaviors))]
            assert [item.id for item in level.questions] == [f"{prefix}-q{n + 1}" for n in range(len(level.questions))]
    for question in library.questions.values():
        assert [item.id for item in question.probes] == [f"{question.id}-p{n + 1}" for n in range(len(question.probes))]
    assert [question.id for question in library.competency("csm").questions] == ["csm-q1", "csm-q2", "csm-q3", "csm-q4"]


def test_the_star_probes_ask_for_each_slot_once_and_one_thing_at_a_time(library: Library) -> None:
    assert {probe.slot for probe in library.star_probes} == set(Slot)
    assert len(library.star_probes) == len(Slot)
    for probe in library.star_probes:
        assert probe.text.endswith("?")


def test_every_behavior_says_what_an_interviewer_listens_for(library: Library) -> None:
    lines = [behavior.listens_for for behavior in library.behaviors.values()]
    assert len(set(lines)) == 72
    for behavior in library.behaviors.values():
        assert behavior.listens_for[0].islower(), behavior.id
        assert not behavior.listens_for.endswith("."), behavior.id
        assert behavior.listens_for.split()[0].endswith("ing"), behavior.id
        assert behavior.listens_for.lower() not in behavior.text.lower(), behavior.id


def test_the_parts_of_g_spot_and_the_layers_can_be_asked_one_by_one(library: Library) -> None:
    definitions = {item.id: item for item in library.definitions["crm-definitions"].definitions}
    letters = definitions["crm-definitions-marshak"].parts
    layers = definitions["crm-definitions-frei"].parts
    assert "".join(part.term[0] for part in letters) == "GSPOT"
    assert letters[3].text.startswith("These are the measurable goals of each plan")
    assert [part.term for part in layers] == [
        "Business objectives",
        "Program initiatives",
        "Departmental plans",
        "Technology",
    ]


def test_every_definition_has_a_key_idea_to_be_drilled_with(library: Library) -> None:
    pack = library.definitions["crm-definitions"]
    held = {definition for idea in pack.ideas for definition in idea.definitions}
    assert held == {definition.id for definition in pack.definitions}
    assert pack.prompts == (
        "Define CRM",
        "What does G-SPOT stand for?",
        "What are the three layers and what supports them?",
    )


def test_every_question_has_a_model_answer_at_every_level_it_is_asked_at(library: Library) -> None:
    asked = {
        (question.id, level.number)
        for competency in library.competencies.values()
        for level in competency.levels
        for question in library.questions_for(competency.id, level.number)
    }
    assert set(library.model_answers) == asked
    assert len(asked) == 36


def test_model_answers_are_told_by_somebody_in_a_trade_of_their_own_and_fit_a_screen(library: Library) -> None:
    answers = list(library.model_answers.values())
    assert len({answer.trade for answer in answers}) == len(answers)
    for answer in answers:
        assert 90 <= len(answer.text.split()) <= 160, (answer.question, answer.level)
        assert " I " in answer.text


def test_model_answers_do_not_copy_the_behaviors_they_show(library: Library) -> None:
    for (question, number), answer in library.model_answers.items():
        told = answer.text.lower()
        for behavior in library.level(question.split("-")[0], number).behaviors:
            words = behavior.text.lower().rstrip(".").split()
            copied = [" ".join(words[n : n + 5]) for n in range(len(words) - 4)]
            assert not [phrase for phrase in copied if phrase in told], (answer.question, behavior.id)
