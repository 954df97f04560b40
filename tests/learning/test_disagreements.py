"""What coaches overrule and confirm, gathered from the notebooks: figures, words and examples, and nobody's name."""

import msgspec
import pytest
from msgspec.structs import replace

from conversations.coaching.learning.findings import Findings, Gathered, OfBehavior, findings, gather
from conversations.feedback import Engine, Passage, Verdict
from tests.coaching.reviews import drafted, handed_in, opened
from tests.coaching.town import Neighbor, Town, joined
from tests.conversations.stories import STORY
from tests.evaluation.evaluate import as_row

SHOWN, MISSED, HEARD = "crm-l1-b2", "crm-l1-b4", "crm-l1-b5"  # the machine says yes, no, no; coaches hear the last


def found(town: Town) -> Findings:
    gathered = Gathered()
    for person in town.people.values():
        gather(gathered, town.desk.library, person.notebook, person.archive.values())
    return findings(gathered, town.desk.library)


def of(found: Findings, behavior: str) -> OfBehavior:
    return next(one for one in found.behaviors if one.behavior == behavior)


def submitted(coach: Neighbor, candidate: Neighbor, answer: str = STORY) -> None:
    """An interview whose verdicts are these, whatever the engine will say of the story one day."""
    handed_in(coach, candidate, answer=answer)
    exchange = candidate.archive[max(candidate.archive)].exchanges[0]
    assert exchange.assessment is not None
    verdicts = {SHOWN: Verdict.SHOWN, MISSED: Verdict.NOT_YET, HEARD: Verdict.NOT_YET}
    behaviors = tuple(
        replace(one, verdict=verdicts.get(one.behavior, Verdict.TOUCHED)) for one in exchange.assessment.behaviors
    )
    exchange.assessment = replace(exchange.assessment, behaviors=behaviors)


def ruled(coach: Neighbor, place: int, heard: str, reason: str = "", *, confirm: bool = False) -> None:
    """The coach rules on one behavior of the first page, lets the others stand if told so, and releases."""
    drafted(coach)
    coach.tap("Back to the answers")
    coach.tap("Behaviors")
    coach.tap(f"{place}: {heard}")
    if reason:
        coach.say(reason)
    else:
        coach.tap("No reason")
    coach.tap("The others are right" if confirm else "Back")
    coach.tap("Sum up")
    coach.tap("Release to")


def lends(person: Neighbor) -> None:
    person.say("/sharing")
    person.tap("Learning from my answers")
    person.tap("Yes, learn from them")


@pytest.fixture(autouse=True)
def acquainted(bea: Neighbor, ada: Neighbor) -> None:
    joined(bea, ada)
    submitted(bea, ada)


def test_an_overruled_and_two_confirmed_verdicts_are_counted(town: Town, bea: Neighbor) -> None:
    ruled(bea, 5, "heard it", confirm=True)
    made = found(town)
    assert (made.overall.verdicts, made.overall.overruled, made.overall.agreement) == (3, 1, 0.667)
    # By chance: the machine hears 1 of 3, the coach 2 of 3: 2/9 + 2/9 = 4/9; (2/3 - 4/9) / (5/9) = 0.4.
    assert made.overall.kappa == 0.4
    assert (of(made, HEARD).coach_alone, of(made, HEARD).figures.agreement, of(made, HEARD).figures.kappa) == (1, 0, 0)
    assert of(made, SHOWN).figures == replace(of(made, MISSED).figures, verdicts=1)
    assert of(made, SHOWN).figures.kappa is None
    assert [one.behavior for one in made.behaviors] == [SHOWN, MISSED, HEARD]


def test_a_verdict_that_is_let_stand_is_not_told_to_its_candidate(bea: Neighbor, ada: Neighbor) -> None:
    ruled(bea, 5, "heard it", confirm=True)
    heard = ada.say("/transcript 1").split("Review by Bea")[1]
    assert "existing opportunities" in heard
    assert "capture customer feedback" not in heard
    assert "new or modified" not in heard


def test_letting_verdicts_stand_is_no_review_by_itself(bea: Neighbor) -> None:
    opened(bea)
    bea.tap("Behaviors")
    assert "You heard it." in bea.tap("The others are right")
    bea.tap("Behaviors")
    assert "The others are right" not in bea.labels()
    bea.tap("2: take it back")
    assert "The others are right" in bea.labels()
    bea.tap("Back")
    bea.tap("Sum up")
    assert not any(label.startswith("Release to") for label in bea.labels())


def test_words_are_taken_only_from_those_who_said_yes(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    ruled(bea, 5, "heard it")
    assert found(town).examples == ()
    assert of(found(town), HEARD).figures.verdicts == 1
    lends(ada)
    assert len(found(town).examples) == 1
    assert "such answers may be taken" in ada.say("/privacy")
    ada.say("/sharing")
    ada.tap("Learning from my answers")
    assert "I may not learn from the words" in ada.tap("No, keep them out")
    assert found(town).examples == ()
    assert "Your words are not taken" in ada.say("/privacy")


def test_what_is_not_shared_with_that_coach_any_more_does_not_count_at_all(
    town: Town, bea: Neighbor, ada: Neighbor
) -> None:
    lends(ada)
    ruled(bea, 5, "heard it")
    ada.press("p:singles:telegram-bea")
    ada.tap("Shared: 1.")
    assert found(town) == findings(Gathered(), town.desk.library)
    ada.tap("Kept: 1.")
    assert len(found(town).examples) == 1
    ada.press("p:set:telegram-bea:nothing")
    assert found(town) == findings(Gathered(), town.desk.library)


def test_an_overruled_verdict_is_an_example_without_anybodys_name(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    lends(ada)
    submitted(bea, ada, f"{STORY} Ada, said Bea, you kept the weekly tally well.")
    bea.say("/review")
    ruled(bea, 2, "did not")
    ruled(bea, 5, "heard it", "The weekly tally.", confirm=True)
    made = found(town)
    whole = msgspec.json.encode(made).decode()
    for private in ("Ada", "Bea", "telegram"):
        assert private not in whole
    first, second = sorted(made.examples, key=lambda one: one.evidenced)
    assert (first.evidenced, first.unsure) == ((), ("crm-l1-b1", "crm-l1-b3", "crm-l1-b4", "crm-l1-b5"))
    assert (second.evidenced, second.unsure) == ((SHOWN, HEARD), ("crm-l1-b1", "crm-l1-b3"))
    assert second.answer.endswith("[…], said […], you kept the weekly tally well.")
    assert (first.competency, first.level, first.probe, first.kind) == ("crm", 1, None, "coach")
    assert set(first.star) <= set("STAR")
    assert {one.word for one in of(made, HEARD).words} >= {"weekly tally", "tally"}
    assert all(one.named for one in of(made, HEARD).words)
    assert "weekly tally" in made.lexicon.concepts[HEARD]


def test_an_example_has_the_fields_that_the_evaluation_reads(town: Town, bea: Neighbor, ada: Neighbor) -> None:
    lends(ada)
    ruled(bea, 5, "heard it")
    row = msgspec.to_builtins(found(town).examples[0])
    assert list(row) == ["id", "competency", "level", "question_id", "probe", "answer", "evidenced", "unsure", "kind",
                         "star"]  # fmt: skip
    passages = (Passage(town.desk.library.questions[row["question_id"]].text, row["answer"]),)
    engine: Engine = town.desk.engine
    said = as_row(engine.assess(row["competency"], row["level"], row["question_id"], passages), row["level"], passages)
    assert set(said["evidenced"]) <= {one.id for one in town.desk.library.level("crm", 1).behaviors}


def test_where_two_coaches_differ_nobody_is_sure(town: Town, bea: Neighbor, carl: Neighbor, ada: Neighbor) -> None:
    lends(ada)
    joined(carl, ada, scope="Everything")
    ruled(bea, 5, "heard it")
    ada.say("/transcript 1")
    ada.tap("Ask Carl for a review")
    ruled(carl, 2, "did not", confirm=True)
    made = found(town)
    (example,) = made.examples
    assert (example.evidenced, HEARD in example.unsure) == ((), True)
    assert of(made, HEARD).figures.verdicts == 2
    assert of(made, HEARD).words == ()
