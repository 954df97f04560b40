"""How an interview is opened: numbered, with the person's settings, and in the foreground."""

from collections.abc import Sequence

from conversations.interview.record import Interview, Mode
from conversations.visit import Visit


def opened(
    visit: Visit,
    competency: str = "",
    level: int = 0,
    mode: Mode = Mode.PRACTICE,
    questions: Sequence[str] = (),
    assignment: str | None = None,
) -> Interview:
    """A new interview; it takes the place of one that is open. What is left out is still to be chosen."""
    notebook = visit.notebook
    interview = Interview(
        notebook.next_interview,
        visit.now,
        competency=competency,
        level=level,
        mode=mode,
        length=len(questions),
        questions=list(questions),
        all_probes=notebook.settings.all_probes,
        self_rating=notebook.settings.self_rating,
        assignment=assignment,
    )
    notebook.next_interview += 1
    notebook.interview, notebook.foreground = interview, "interview"
    return interview
