"""What the README takes from the code: diagram, table of commands. `python -m tests.documentation` renews it."""

import re
from pathlib import Path

from conversations.commands import COMMANDS
from conversations.interview.diagram import mermaid

README = Path(__file__).parent.parent / "README.md"


def commands() -> str:
    rows = (f"| `/{command.name}` | {command.description} |" for command in COMMANDS)
    return "\n".join(["| Command | What it does |", "|---|---|", *rows])


def renewed(text: str) -> str:
    """The README with its generated parts as the code has them now."""
    for name, part in (("diagram", f"```mermaid\n{mermaid()}\n```"), ("commands", commands())):
        text = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda m, p=part: f"{m[1]}{p}\n{m[2]}", text, flags=re.S
        )
    return text


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
