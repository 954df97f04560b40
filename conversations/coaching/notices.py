"""The command /notices: what the coach may write about on its own."""

from conversations import buttons
from conversations.replies import Reply
from conversations.texts import coaching as texts
from conversations.visit import Replies, Visit


def notices(visit: Visit, argument: str = "") -> Replies:
    """The command /notices: each button shows what is set and changes it."""
    quiet = visit.notebook.coaching.quiet
    rows = tuple(
        (buttons.button(buttons.NOTICES, name, label=texts.notice(name, name not in quiet)),)
        for name in texts.NOTICE_LABELS
    )
    return [Reply(texts.NOTICES_HEADING, rows, replace=True)]


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A button of /notices. An unknown one changes nothing and shows what is set."""
    quiet = visit.notebook.coaching.quiet
    for name in parts[:1]:
        if name in quiet:
            quiet.remove(name)
        elif name in texts.NOTICE_LABELS:
            quiet.append(name)
    return notices(visit)
