"""The audit log: a notebook of its own that nobody owns, written and read by letters."""

from conversations import buttons
from conversations.coaching.letters import AuditAsked, Audited, AuditShown, Letter
from conversations.coaching.people import number_of
from conversations.coaching.posting import AUDIT_LOG, send
from conversations.replies import Reply
from conversations.texts import coaching as texts
from conversations.visit import Replies, Visit

KEPT = 5_000  # entries; older ones make room
PAGE = 15


def audit(visit: Visit, argument: str = "") -> Replies:
    """The command /audit: asks for the latest page."""
    send(visit, AUDIT_LOG, AuditAsked(0))
    return [Reply(texts.AUDIT_LOOKING, passing=True)]


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A page button of the audit log."""
    page = buttons.number(parts[0]) if parts else 0
    send(visit, AUDIT_LOG, AuditAsked(page))
    return [Reply(texts.AUDIT_LOOKING, passing=True)]


def audited(visit: Visit, letter: Letter, body: Audited) -> Replies:
    """At the log's own desk: one more entry. Everywhere else it means nothing."""
    notebook = visit.notebook
    if notebook.person == AUDIT_LOG:
        notebook.coaching.audit = [*notebook.coaching.audit[-KEPT + 1 :], body.entry]
    return []


def asked(visit: Visit, letter: Letter, body: AuditAsked) -> Replies:
    """At the log's own desk: sends a page back; the last one when ``page`` is beyond it."""
    if visit.notebook.person == AUDIT_LOG:
        newest_first = visit.notebook.coaching.audit[::-1]
        pages = max(1, -(-len(newest_first) // PAGE))
        page = min(body.page, pages - 1)
        send(visit, letter.sender, AuditShown(page, pages, tuple(newest_first[page * PAGE : (page + 1) * PAGE])))
    return []


def shown(visit: Visit, letter: Letter, body: AuditShown) -> Replies:
    """The page that the operator asked for."""
    if not body.entries:
        return [Reply(texts.AUDIT_EMPTY)]
    lines = [
        texts.audit_line(one.at, number_of(one.who), one.act, number_of(one.whom), one.interview)
        for one in body.entries
    ]
    newer = (buttons.button(buttons.AUDIT, body.page - 1, label=texts.NEWER),) if body.page else ()
    older = (buttons.button(buttons.AUDIT, body.page + 1, label=texts.OLDER),) if body.page + 1 < body.pages else ()
    rows = ((*newer, *older),) if newer or older else ()
    return [Reply(texts.audit_page(body.page, body.pages, lines), rows, replace=True)]
