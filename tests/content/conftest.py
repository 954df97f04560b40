"""A small good pack to spoil, and the source texts to compare with."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.library import Library, load

SEEDS = Path(__file__).parent / "seeds"


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture
def seed() -> Callable[[str], str]:
    """The source text whose file name starts with the number."""

    def read(number: str) -> str:
        (file,) = SEEDS.glob(f"{number}_*.txt")
        return file.read_text(encoding="utf-8")

    return read


@pytest.fixture
def acme() -> dict[str, Any]:
    """A good competency pack, fresh for each test."""
    return {
        "kind": "competency",
        "id": "acme",
        "name": "Parcel Care",
        "description": "Getting parcels to people whole and on time.",
        "source": "Acme hand-out",
        "levels": [
            {
                "number": 1,
                "description": "Knows the ropes.",
                "behaviors": [
                    {"id": "acme-l1-b1", "text": "Labels parcels."},
                    {"id": "acme-l1-b2", "text": "Weighs parcels."},
                ],
                "questions": [
                    {
                        "id": "acme-l1-q1",
                        "text": "Tell me about a parcel that got lost.",
                        "probes": [
                            {"id": "acme-l1-q1-p1", "text": "Where was it?", "slot": "situation"},
                            {"id": "acme-l1-q1-p2", "text": "What did you do?", "slot": "action"},
                        ],
                    }
                ],
            },
            {
                "number": 2,
                "description": "Runs the depot.",
                "behaviors": [{"id": "acme-l2-b1", "text": "Plans the routes."}],
            },
        ],
        "questions": [{"id": "acme-q1", "text": "What makes a good depot?"}],
    }


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    """Write packs into a folder, one file for each, named by its id; gives the folder."""

    def write(*packs: dict[str, Any]) -> Path:
        for pack in packs:
            (tmp_path / f"{pack['id']}.json").write_text(json.dumps(pack), encoding="utf-8")
        return tmp_path

    return write
