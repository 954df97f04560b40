"""The picture of an interview in the README, drawn from its table: `python -m conversations.interview.diagram`."""

from conversations.interview.machine import TRANSITIONS, State


def mermaid() -> str:
    """The table as a Mermaid state diagram; sources that share trigger, condition and destination have a line each."""
    names = [f"    state {quoted(state)} as {state.name}" for state in State]
    arrows = [
        f"    {source.name} --> {row['dest'].name}: {row['trigger']}{condition(row)}"
        for row in TRANSITIONS
        for source in (row["source"] if isinstance(row["source"], list) else [row["source"]])
        if row["trigger"] != "cancel"
    ]
    ends = [f"    {state.name} --> [*]" for state in (State.REPORT, State.ENDED)]
    return "\n".join(["stateDiagram-v2", *names, f"    [*] --> {State.COMPETENCY.name}", *arrows, *ends])


def quoted(state: State) -> str:
    return f'"{state.value}"'


def condition(row: dict[str, object]) -> str:
    named = row.get("conditions")
    return f" if {str(named).replace('_', ' ')}" if named else ""


if __name__ == "__main__":
    print(mermaid())
