"""The documentation tells the truth: commands, settings, files and the diagram are what the code has."""

import re
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from bot.settings import READERS
from bot.stores.postgres.schema import MIGRATIONS
from bot.subcommands import SUBCOMMANDS
from bot.telegram import metrics as metrics  # registers them
from conversations.directory import COMMANDS as HANDLED
from tests.documentation import README, renewed

TEXT = README.read_text(encoding="utf-8")
ROOT = Path(README).parent


def test_diagram_and_commands_in_the_readme_are_drawn_from_the_code() -> None:
    assert renewed(TEXT) == TEXT, "Renew it with: python -m tests.documentation"


def test_every_command_in_the_readme_is_handled() -> None:
    named = set(re.findall(r"`/([a-z]+)", TEXT)) - {"healthz", "metrics", "quit"}
    assert named <= set(HANDLED)


def test_every_subcommand_in_the_readme_exists_and_each_is_named() -> None:
    named = set(re.findall(r"python -m bot ([a-z]+)", TEXT))
    assert named <= set(SUBCOMMANDS)
    assert set(SUBCOMMANDS) - {"run"} <= named


@pytest.mark.parametrize("setting", [name.upper() for name in READERS])
def test_every_setting_is_explained_in_the_example(setting: str) -> None:
    assert re.search(rf"^# {setting}=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.M)


def test_every_file_that_the_readme_names_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    rows = re.findall(r"^\| .* \| (.*) \|$", TEXT, re.M)
    paths = [path for row in rows for path in re.findall(r"`((?:bot|content|conversations)/[\w/.]+)`", row)]
    assert links
    assert paths
    for path in [*links, *paths]:
        assert (ROOT / path).exists(), path


def test_every_metric_is_explained_and_exists() -> None:
    served = {metric.name for metric in REGISTRY.collect() if metric.name.startswith("coach_")}
    explained = {name.removesuffix("_total") for name in re.findall(r"^\| `(coach_\w+)`", TEXT, re.M)}
    assert explained == served


def test_the_statements_for_a_distributed_database_name_every_table() -> None:
    distributed = re.findall(r"create_(distributed|reference)_table\('(\w+)'", TEXT)
    made = re.findall(r"create table (?:if not exists )?(\w+)", "\n".join(MIGRATIONS))
    assert {table for kind, table in distributed if kind == "distributed"} == {
        table for table in made if not table.startswith("coach_")
    }
    assert {table for kind, table in distributed if kind == "reference"} == {
        *(table for table in made if table.startswith("coach_")),
        "coach_migrations",
    }
