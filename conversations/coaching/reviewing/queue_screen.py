"""The screen of the queue."""

from conversations import buttons
from conversations.coaching import moments
from conversations.coaching.reviewing import queue
from conversations.coaching.reviewing.bearings import PAGE, candidate_name, full, tap, turns
from conversations.history import name_of
from conversations.replies import Reply
from conversations.texts import records
from conversations.texts import reviewing as texts
from conversations.visit import Visit


def waiting(visit: Visit) -> Reply:
    reviewing = visit.notebook.coaching.reviewing
    left = [key for key in reviewing.found if queue.waits(visit, key)]
    blind = tap(visit, "blind", label=texts.blind(on=reviewing.blind_first))
    batches = tuple(
        (tap(visit, "batch", "" if task is None else task, label=texts.batch(len(keys), task)),)
        for task, keys in queue.ready(visit).items()
    )
    if not left:
        return Reply(texts.NOTHING_WAITS, (*batches, (blind,)), replace=True)
    number = max(0, min(reviewing.turned, (len(left) - 1) // PAGE))
    chosen = left[number * PAGE : (number + 1) * PAGE]
    lines = [waiting_line(visit, place, key) for place, key in enumerate(chosen, start=number * PAGE + 1)]
    opening = [
        tap(visit, "entry", reviewing.found.index(key), label=str(place))
        for place, key in enumerate(chosen, start=number * PAGE + 1)
    ]
    rows = (*buttons.rows_of(opening, PAGE), turns(visit, number, len(left)), *batches, (blind,))
    unseen = sum(key not in reviewing.drafts for key in left)
    return Reply("\n".join([texts.queue_heading(len(left), unseen), *lines]), full(rows), replace=True)


def waiting_line(visit: Visit, place: int, key: str) -> str:
    entry = queue.find(visit, key)
    if entry is None:
        return ""
    name, competency = candidate_name(visit, entry.candidate), name_of(visit, entry.competency)
    about = texts.whose(name, entry.interview, competency, entry.level)
    draft = visit.notebook.coaching.reviewing.drafts.get(key)
    return texts.queue_line(place, about, records.day(entry.at.astimezone(moments.zone(visit))), draft)
