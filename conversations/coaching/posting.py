"""Writing letters: numbered and put into the notebook, to be carried once it is committed."""

from conversations.coaching.letters import Audited, Body, Letter
from conversations.coaching.record import Entry
from conversations.visit import Visit

AUDIT_LOG = "audit-log"  # the key of the notebook that holds the audit log and belongs to nobody

RETURNED = "returned"  # where `Coaching.heard` counts the owner's own letters that came back, apart from other ones


def send(visit: Visit, receiver: str, body: Body) -> None:
    """Writes a letter to the owner of another notebook."""
    notebook = visit.notebook
    # Microseconds since 1970, so that numbers go on growing for somebody who deleted everything and came back.
    notebook.last_letter = max(notebook.last_letter + 1, int(visit.now.timestamp() * 1_000_000))
    roles = tuple(sorted(role.value for role in visit.roles))
    notebook.letters.append(
        Letter(notebook.last_letter, notebook.person, receiver, body, visit.now, notebook.name, roles)
    )


def audit(visit: Visit, act: str, whom: str, interview: int | None = None, *, who: str = "") -> None:
    """Puts a line into the audit log; the owner of the notebook is ``who`` did it, unless somebody else is named."""
    send(visit, AUDIT_LOG, Audited(Entry(visit.now, who or visit.notebook.person, act, whom, interview)))
