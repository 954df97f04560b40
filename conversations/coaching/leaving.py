"""What the others are told when somebody deletes everything."""

from conversations.coaching import roster
from conversations.coaching.letters import ConsentChanged
from conversations.coaching.posting import audit, send
from conversations.coaching.record import Scope
from conversations.visit import Visit


def farewell(visit: Visit) -> None:
    """The last letters: off every coach's roster, away from every candidate, one line in the audit log."""
    for coach, sharing in visit.notebook.coaching.sharing.items():
        if sharing.scope is not Scope.NOTHING:
            send(visit, coach, ConsentChanged(Scope.NOTHING))
    roster.dissolve(visit)
    audit(visit, "deleted everything about", visit.notebook.person)
