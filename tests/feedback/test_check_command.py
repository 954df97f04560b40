"""`check answers|recall|ideas` and `explain`, as a shell runs them."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from bot.check_command import run
from content.library import Library, load

ANSWER = (
    "When our dental practice moved from paper charts to a CRM I was on the switchover team. I loaded fifty records "
    "into the test system and checked each one against the chart. I asked the vendor's help desk and a friend at "
    "her clinic."
)
ROW = {"id": "a", "competency": "crm", "level": 1, "question_id": "crm-l1-q2", "probe": None, "answer": ANSWER}


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def ran(library: Library, *arguments: str, typed: str = "") -> tuple[int, str]:
    out = io.StringIO()
    status = run(list(arguments), library=library, stdin=io.StringIO(typed), out=out)
    return status, out.getvalue()


def checked(library: Library, what: str, *rows: dict[str, Any]) -> list[dict[str, Any]]:
    status, out = ran(library, "check", what, "-", typed="\n".join(map(json.dumps, rows)))
    assert status == 0
    return [json.loads(line) for line in out.splitlines()]


def test_an_answer_is_judged_with_quotes_from_its_own_words(library: Library) -> None:
    (said,) = checked(library, "answers", ROW)
    assert list(said) == ["id", "evidenced", "touched", "quotes", "star", "judged", "reason"]
    assert (said["id"], said["judged"], said["reason"]) == ("a", True, None)
    assert "crm-l1-b1" in said["evidenced"]
    assert set(said["quotes"]) == set(said["evidenced"])
    assert all(words in ANSWER for quotes in said["quotes"].values() for words in quotes)
    assert set(said["star"]) <= set("STAR")


def test_what_cannot_be_judged_says_why_and_shows_nothing(library: Library) -> None:
    (said,) = checked(library, "answers", ROW | {"answer": "skip"})
    assert (said["judged"], said["reason"], said["evidenced"], said["star"]) == (False, "refused", [], [])


def test_items_are_counted_once_and_wrong_ones_once(library: Library) -> None:
    text = next(card for deck in library.decks.values() for card in deck.cards).items[1].text
    (said,) = checked(library, "recall", {"id": "r", "card": 1, "answer": f"{text}\n{text}\nbuy a boat\nbuy a boat"})
    assert said == {"id": "r", "recalled": [2], "wrong": ["buy a boat"]}


def test_ideas_of_a_definition_are_named_by_id(library: Library) -> None:
    (said, none) = checked(
        library,
        "ideas",
        {"id": "i", "prompt": "What is CRM?", "answer": "objectives r the ones u can measure, like 60% retention"},
        {"id": "n", "prompt": "What is CRM?", "answer": "I like boats."},
    )
    known = {idea.id for each in library.definitions.values() for idea in each.ideas}
    assert said["ideas"] == ["gspot-objectives-measurable"]
    assert known.issuperset(said["ideas"])
    assert none["ideas"] == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("answers", "{"),
        ("answers", "[1]"),
        ("answers", '"words"'),
        ("answers", "null"),
        ("answers", '{"id": "a"}'),
        ("answers", json.dumps(ROW | {"competency": "none"})),
        ("answers", json.dumps(ROW | {"answer": None})),
        ("answers", json.dumps(ROW | {"answer": 7})),
        ("recall", '{"id": "r", "card": 0, "answer": "x"}'),
        ("recall", '{"id": "r", "card": 99, "answer": "x"}'),
        ("recall", '{"id": "r", "card": "1", "answer": "x"}'),
        ("ideas", '{"id": "i"}'),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_judged(library: Library, what: str, line: str) -> None:
    good = {"answers": ROW, "recall": {"id": "g", "card": 1, "answer": "x"}, "ideas": {"id": "g", "answer": "x"}}[what]
    status, out = ran(library, "check", what, "-", typed=f"\n{line}\n{json.dumps(good)}\n")
    fault, judged = map(json.loads, out.splitlines())
    assert status == 1
    assert fault["line"] == 2
    assert fault["fault"]
    assert judged["id"] == good["id"]


def test_a_question_that_is_not_known_does_not_keep_an_answer_from_being_judged(library: Library) -> None:
    (said,) = checked(library, "answers", ROW | {"question_id": "crm-l1-q9"})
    assert said["judged"]


def test_a_file_with_mark_and_blank_lines_is_read(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    strange = json.dumps(ROW | {"id": "b", "answer": f"{ANSWER}\u2028More.\x85"}, ensure_ascii=False)
    file.write_text(f"\ufeff{json.dumps(ROW)}\r\n\n  \n{strange}\n", encoding="utf-8")
    status, out = ran(library, "check", "answers", str(file))
    assert status == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", "b"]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_one_line(library: Library, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "answers.jsonl"
    if content:
        file.write_bytes(content)
    status, out = ran(library, "check", "answers", str(file))
    assert status == 1
    assert len(out.splitlines()) == 1
    assert out.endswith("Nothing was checked.\n")


def test_an_empty_file_is_done_at_once(library: Library) -> None:
    assert ran(library, "check", "answers", "-") == (0, "")


def test_an_explanation_names_cue_words_and_guard(library: Library) -> None:
    told = f"{ANSWER} My colleague Tom tested the new import."
    status, out = ran(library, "explain", "crm", "1", "--question", "crm-l1-q2", typed=told)
    assert status == 0
    assert "crm-l1-b1  shown" in out
    assert "[@crm-ask] “asked”" in out
    assert "others: “My colleague Tom tested the new import”" in out


def test_an_explanation_of_what_is_not_judged_says_so(library: Library) -> None:
    status, out = ran(library, "explain", "crm", "1", typed="no idea")
    assert (status, out.splitlines()[0]) == (0, "Not judged: refused.")
    assert ran(library, "explain", "crm", "1")[1].startswith("Not judged: too-short.")


@pytest.mark.parametrize(("competency", "level"), [("none", "1"), ("crm", "9")])
def test_an_explanation_of_an_unknown_level_names_what_there_is(library: Library, competency: str, level: str) -> None:
    status, out = ran(library, "explain", competency, level, typed=ANSWER)
    assert status == 1
    assert out == f"There is no level {level} of {competency!r}. Known: cem, crm, csm.\n"
